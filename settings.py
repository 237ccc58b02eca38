"""Settings, read once by a door (app.py, cli.py) from the environment and `.env`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shop.errors import SettingsError

ROOT = Path(__file__).resolve().parent


class Settings(BaseSettings):
    """Every setting has a default that works with no network and no key. See `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=ROOT / ".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    data_dir: Path = Field(default=Path("data"), validate_default=True)  # from ROOT, if relative
    database_url: str = ""  # empty: SQLite in data_dir
    chroma_url: str = ""  # empty: embedded Chroma in data_dir

    embedding_model: str = "bundled"  # bundled | openai:NAME | a sentence-transformers name or path
    language_mode: Literal["auto", "offline", "openai"] = "auto"  # auto: openai when a key is set
    openai_api_key: SecretStr = SecretStr("")
    openai_base_url: str = ""
    openai_model: str = "gpt-4o-mini"
    openai_timeout_s: float = Field(default=20.0, gt=0, le=300)
    openai_understanding_s: float = Field(default=1.5, ge=0, le=60)  # 0: understood offline only
    model_tokens_per_conversation: int = Field(default=60_000, ge=0)  # 0: no limit

    host: str = "127.0.0.1"
    port: int = Field(default=8501, ge=1, le=65535)
    public_url: str = ""  # where shoppers reach us, for signed links; empty: http://host:port
    session_hours: float = Field(default=12.0, gt=0, le=168)
    market: Literal["", "cn", "eu", "uk", "us"] = ""  # only articles of it; empty: of all
    demo: bool = True  # make demo accounts and demo clients at first run

    @field_validator("data_dir")
    @classmethod
    def _is_the_same_from_anywhere(cls, given: Path) -> Path:
        return (ROOT / given.expanduser()).resolve()

    @field_validator("public_url", "openai_base_url", "chroma_url")
    @classmethod
    def _is_an_address(cls, given: str) -> str:
        parts = urlsplit(given)
        if given and not (parts.scheme in {"http", "https"} and parts.hostname):
            raise ValueError("it must be an address like https://host or http://127.0.0.1:8000")
        return given

    @model_validator(mode="after")
    def _has_what_its_mode_needs(self) -> Self:
        reachable = self.openai_api_key.get_secret_value() or self.openai_base_url
        if self.language_mode == "openai" and not reachable:
            raise ValueError("openai needs OPENAI_API_KEY, or OPENAI_BASE_URL of a server")
        return self

    @classmethod
    def defaults(cls, **given: Any) -> Self:
        """The defaults but for what is given, whatever the environment and `.env` say."""
        own = {name: field.get_default() for name, field in cls.model_fields.items()}
        return cls(**own | given)

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'maroquin.db'}"

    @property
    def mode(self) -> Literal["offline", "openai"]:
        if self.language_mode != "auto":
            return self.language_mode
        return (
            "openai"
            if self.openai_api_key.get_secret_value() or self.openai_base_url
            else "offline"
        )

    @property
    def address(self) -> str:
        """Where a browser reaches the house; an address of every network is shown as this one."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104  # compared, never bound
        return self.public_url.rstrip("/") or f"http://{host}:{self.port}"


def read_settings(**overrides: object) -> Settings:
    """Settings from the environment, `.env` and overrides. Raises SettingsError in one line."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # overrides are validated by pydantic
    except ValidationError as error:
        raise SettingsError(_said(error)) from error
    except UnicodeDecodeError as error:
        raise SettingsError(".env is not a text file in UTF-8. See .env.example.") from error


def _said(error: ValidationError) -> str:
    """The first problem. Never its value, which may be a secret."""
    first = error.errors()[0]
    name = str(first["loc"][0] if first["loc"] else "language_mode").upper()
    return f"{name} is not usable: {first['msg'].removeprefix('Value error, ')}. See .env.example."
