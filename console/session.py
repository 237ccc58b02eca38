"""Who is here: looked up anew at every run of a page or fragment, never remembered by it.

The headers come from `storefront.identity` and were fixed when the WebSocket opened; whether
they still stand for somebody is asked of the services each time, so that signing out, an expiry
or a withdrawn account takes effect at the next run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import streamlit as st

from console import i18n
from console.i18n import t
from shop.access import Permission, Staff
from shop.clients import Visitor
from shop.language import Lang
from storefront import cookies
from storefront.identity import CLIENT_HEADER, STAFF_HEADER, VISITOR_HEADER
from storefront.language import language_wanted
from storefront.opening import the_opening
from storefront.visitors import staff_in, visitor_in

if TYPE_CHECKING:
    from wiring import Services

_BEIJING = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Here:
    """Who looks at this page now. `visitor` is None when the browser refuses cookies."""

    services: Services
    visitor: Visitor | None
    staff: Staff | None
    lang: Lang


def here() -> Here:
    """Who is here now. Raises NotOpenYet while the services are being built."""
    services = the_opening().services()
    headers = identity_headers()
    visitor = visitor_in(services, headers)
    return Here(services, visitor, staff_in(services, headers), _settle_language(visitor))


def staff_here(permission: Permission) -> tuple[Services, Staff]:
    """The services and whoever signed in; stops the page for anybody without the permission.

    Pages are not even listed without it; this covers the run after a session ended.
    """
    now = here()
    if now.staff is None:
        st.info(t("Your session has ended. Nothing you sent is lost."), icon=":material/lock:")
        st.link_button(t("Sign in again"), "/sign-in")
        st.stop()
    if not now.staff.may(permission):
        st.info(t("Your role does not include this page."), icon=":material/lock:")
        st.stop()
    return now.services, now.staff


def switch_language() -> None:
    """Change the interface to the other language, for this session and the next."""
    i18n.choose_lang("en" if i18n.page_lang() == "zh" else "zh")


def time_zone() -> ZoneInfo:
    """The browser's time zone; Beijing time, in which the house's hours are kept, by default."""
    try:
        return ZoneInfo(st.context.timezone or _BEIJING)
    except (KeyError, ValueError, OSError):  # a name that this machine does not know
        return ZoneInfo(_BEIJING)


def identity_headers() -> dict[str, str]:
    """What `storefront.identity` said about this browser; empty outside a server."""
    names = (VISITOR_HEADER, CLIENT_HEADER, STAFF_HEADER)
    return {name: st.context.headers.get(name, "") for name in names}


def _settle_language(visitor: Visitor | None) -> Lang:
    """Her choice; else what she chose last time, her account says, or her browser asks for."""
    if not i18n.has_chosen():
        account = visitor.client.language if visitor and visitor.client else None
        chosen = st.context.cookies.get(cookies.LANG)
        i18n.choose_lang(language_wanted(chosen, account, st.context.locale))
    return i18n.page_lang()
