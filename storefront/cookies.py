"""Cookies that we set: how they are signed, written and read.

The visitor's cookie holds a random 128-bit id and its signature: a visitor cannot choose an id,
so nobody reaches another's conversation by guessing or typing one.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from itsdangerous import BadSignature, Signer

VISITOR = "maroquin_visitor"
CLIENT = "maroquin_client"
STAFF = "maroquin_staff"
LANG = "maroquin_lang"  # written by the page itself, so the only one scripts may see

_HALF_A_YEAR = 180 * 24 * 3600


def read_secret(data_dir: Path) -> str:
    """The house's own secret, made at first run and readable by its owner only."""
    path = data_dir / "visitor.secret"
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        secret = secrets.token_hex(32)
        file.write(secret)
    return secret


@dataclass(frozen=True, slots=True)
class CookieJar:
    """Writes and reads our cookies. `secure` is set when shoppers reach us by https."""

    secret: str
    secure: bool = False

    def visitor_of(self, cookies: dict[str, str]) -> str:
        """The visitor's id, or "" when there is none or it was not signed by us."""
        try:
            return self._signer().unsign(cookies.get(VISITOR, "")).decode("ascii")
        except (BadSignature, UnicodeDecodeError):
            return ""

    def visitor(self, visitor_id: str) -> str:
        return self.write(VISITOR, self._signer().sign(visitor_id).decode("ascii"), _HALF_A_YEAR)

    def write(self, name: str, value: str, max_age: int) -> str:
        """One `Set-Cookie` value that scripts cannot read and other sites cannot send."""
        secure = "; Secure" if self.secure else ""
        return f"{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}"

    def forget(self, name: str) -> str:
        return self.write(name, "", 0)

    def _signer(self) -> Signer:
        return Signer(self.secret, salt="visitor")


def new_visitor_id() -> str:
    return secrets.token_hex(16)


def parse(header: str) -> dict[str, str]:
    """A `Cookie` header as names and values, each read by itself.

    Every program on a host, whatever its port, sends us its cookies too, and may write them as it
    likes. `SimpleCookie` forgets all of them where it cannot read one.
    """
    pairs = (part.partition("=") for part in header.split(";"))
    return {name.strip(): value.strip().strip('"') for name, equals, value in pairs if equals}
