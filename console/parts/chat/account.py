"""Who the shopper is, in the masthead: herself once she came in by her link; in a demo, a choice.

The links are those that a house would send to its clients, signed and expiring.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from console.i18n import t
from console.parts.tiers import tier_name
from console.session import Here
from shop.clients import Client, Tier
from shop.demo import demo_clients


def account(now: Here) -> None:
    """Her name and the way out, or in a demo the clients one may try."""
    client = now.visitor.client if now.visitor else None
    if client is not None:
        with st.popover(client.name, type="tertiary", key="client"):
            st.html(_known(client))
    elif now.services.settings.demo and (clients := demo_clients(now.services.client_accounts)):
        with st.popover(t("Try as a client"), type="tertiary", key="try-as"):
            st.html(_choice(now, clients))


def _known(client: Client) -> str:
    return (
        f'<p class="mq-account">{escape(client.name)} · {escape(tier_name(client.tier))}</p>'
        f'<a class="mq-link" href="/leave" target="_self">{escape(t("Leave"))}</a>'
    )


def _choice(now: Here, clients: Sequence[Client]) -> str:
    accounts = now.services.client_accounts
    tiers = list(Tier)
    by_tier = sorted(clients, key=lambda client: tiers.index(client.tier))
    links = "".join(_link(client, accounts.link_token(client.id)) for client in reversed(by_tier))
    lead = escape(t("Demo clients of each tier. Each link is signed, as a client would get it."))
    return f'<p class="mq-account">{lead}</p><ul class="mq-clients">{links}</ul>'


def _link(client: Client, token: str) -> str:
    return (
        f'<li><a class="mq-link" href="/enter?token={escape(token)}" target="_self">'
        f"{escape(client.name)}</a> <span>{escape(tier_name(client.tier))}</span></li>"
    )
