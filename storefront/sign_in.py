"""Staff sign in on a page of our own: it works without scripts, in both languages.

A form of another site cannot sign anybody in: `storefront.identity` refuses posts that come from
elsewhere, and our cookies do not travel with them.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shop.access import Staff
from shop.errors import SignInFailed, TooManyAttempts
from shop.language import Lang
from storefront import cookies
from storefront.cookies import CookieJar
from storefront.doorkeeper import PATIENCE_S, STAFF_PAGES
from storefront.identity import STAFF_HEADER
from storefront.language import TAGS, wanted_by
from storefront.opening import Opening
from storefront.streamlit_files import SANS, SERIF, font

Translate = Callable[..., str]

LARGEST_FORM = 4096  # bytes
_PAGE = Path(__file__).parent / "sign_in.html"


class SignIn:
    def __init__(
        self,
        opening: Opening,
        jar: CookieJar,
        translator: Callable[[Lang], Translate],
    ) -> None:
        self._opening, self._jar = opening, jar
        self._translator = translator

    def show(self, request: Request) -> Response:
        """GET /sign-in"""
        return self._page(request, wanted=request.query_params.get("next", ""))

    async def submit(self, request: Request) -> Response:
        """POST /sign-in"""
        body = await _small_body(request)
        form = {name: values[0] for name, values in parse_qs(body).items()}
        return await to_thread.run_sync(self._try, request, form)

    def sign_out(self, request: Request) -> Response:
        """POST /sign-out: the session ends in the store, not only in this browser."""
        self._opening.services(PATIENCE_S).staff_accounts.sign_out(
            request.headers.get(STAFF_HEADER, "")
        )
        return _go("/sign-in", self._jar.forget(cookies.STAFF))

    def _try(self, request: Request, form: dict[str, str]) -> Response:
        services = self._opening.services(PATIENCE_S)
        login, wanted = form.get("login", "").strip(), form.get("next", "")
        address = request.client.host if request.client else ""
        try:
            session = services.staff_accounts.sign_in(login, form.get("password", ""), address)
        except SignInFailed as failure:
            return self._page(request, login=login, wanted=wanted, failure=failure)
        age_s = round((session.expires_at - services.clock()).total_seconds())
        cookie = self._jar.write(cookies.STAFF, session.token, age_s)
        return _go(landing(session.staff, wanted), cookie)

    def _page(
        self,
        request: Request,
        login: str = "",
        wanted: str = "",
        failure: SignInFailed | None = None,
    ) -> Response:
        lang = wanted_by(request)
        t = self._translator(lang)
        page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
            lang=TAGS[lang],
            title=escape(t("Sign in")),
            lead=escape(t("For personal shoppers and the content team.")),
            login_label=escape(t("Name")),
            password_label=escape(t("Password")),
            button=escape(t("Sign in")),
            back=escape(t("To the house's advisor")),
            other_lang="en" if lang == "zh" else "zh",
            other_name="English" if lang == "zh" else "中文",
            login=escape(login),
            next=escape(wanted if wanted in STAFF_PAGES else ""),
            failure=escape(self._in_words(t, failure)),
            serif=font(SERIF),
            sans=font(SANS),
        )
        return HTMLResponse(
            page, _status(failure), {"cache-control": "no-store", **_remember(request)}
        )

    def _in_words(self, t: Translate, failure: SignInFailed | None) -> str:
        if failure is None:
            return ""
        if isinstance(failure, TooManyAttempts):
            left = failure.retry_at - self._opening.services(PATIENCE_S).clock()
            minutes = max(1, round(left.total_seconds() / 60))
            return t("Too many attempts. Try again in {minutes} min.", minutes=minutes)
        return t("This name and password do not belong together.")


def landing(staff: Staff, wanted: str) -> str:
    """Where somebody goes after signing in: what they asked for, or their role's own page."""
    allowed = [path for path, needed in STAFF_PAGES.items() if staff.may(needed)]
    return wanted if wanted in allowed else next(iter(allowed), "/")


def _status(failure: SignInFailed | None) -> int:
    if failure is None:
        return 200
    return 429 if isinstance(failure, TooManyAttempts) else 401


def _remember(request: Request) -> dict[str, str]:
    """Keep a language that was just chosen; scripts of our pages read and write it too."""
    chosen = request.query_params.get("lang", "")
    if chosen not in ("zh", "en"):
        return {}
    cookie = f"{cookies.LANG}={chosen}; Path=/; Max-Age=31536000; SameSite=Lax"
    return {"set-cookie": cookie}


async def _small_body(request: Request) -> str:
    """The form, or as much of it as any honest one has."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            return ""
    return body.decode("utf-8", "replace")


def _go(path: str, cookie: str) -> Response:
    return RedirectResponse(path, 303, {"set-cookie": cookie, "cache-control": "no-store"})
