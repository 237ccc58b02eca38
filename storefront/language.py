"""Which of the house's two languages a browser wants."""

from __future__ import annotations

from starlette.requests import Request

from shop.language import Lang
from storefront import cookies

TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}  # for <html lang>


def language_wanted(*wishes: str | None) -> Lang:
    """The first wish that names one of our languages (`zh-CN`, `en`); English if none does."""
    for wish in wishes:
        match (wish or "")[:2].lower():
            case "zh":
                return "zh"
            case "en":
                return "en"
    return "en"


def wanted_by(request: Request) -> Lang:
    """Just chosen, else chosen earlier, else the browser's."""
    return language_wanted(
        request.query_params.get("lang"),
        request.cookies.get(cookies.LANG),
        request.headers.get("accept-language"),
    )
