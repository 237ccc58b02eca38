"""The facts of a case as a form, one for each kind. Hours are read on the house's own clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import streamlit as st

from console.i18n import page_lang, t
from console.parts import say
from console.parts.cases import chosen
from console.parts.cases.wording import (
    EXCLUDED,
    UNCOVERED,
    excluded_name,
    kind_name,
    uncovered_name,
)
from console.parts.labels import told_apart
from console.parts.tiers import tier_name
from shop.access import Staff
from shop.cases import Case, CaseKind, Facts

if TYPE_CHECKING:
    from shop.products import Catalogue
    from wiring import Services

Values = dict[str, Any]


def for_client(services: Services, staff: Staff) -> None:
    """Open a case for a client, without a conversation."""
    clients = told_apart(
        {
            client.id: f"{client.name} · {tier_name(client.tier)}"
            for client in services.client_accounts.all()
        }
    )
    st.html(f'<header class="mq-visit-head"><h2>{escape(t("Open a case"))}</h2></header>')
    client_id = st.selectbox(
        t("Client"),
        list(clients),
        index=None,
        format_func=clients.__getitem__,
        key="case-client",
        placeholder=t("Choose a client"),
    )
    facts = ask(services, "new")
    say_trouble()
    st.button(
        t("Open the case"),
        key="case-begin",
        type="primary",
        disabled=client_id is None,
        on_click=_open,
        args=(partial(services.casework.open, staff, facts, client_id=client_id),),
    )


def ask(services: Services, key: str, known: Facts | None = None) -> Values:
    """The facts as they stand in the form; of a case that is known its kind stays."""
    kind = known.kind if known else _kind(key)
    form = _Form(f"{key}-{kind}", known, services.products, ZoneInfo(services.tiers.timezone))
    return {"kind": kind, "piece": form.piece(), **_FIELDS[kind](form)}


def _kind(key: str) -> CaseKind:
    picked: str = st.selectbox(
        t("What about"),
        [kind.value for kind in CaseKind],
        format_func=lambda each: kind_name(CaseKind(each)),
        key=f"case-kind-{key}",
    )
    return CaseKind(picked)


def say_trouble() -> None:
    if words := chosen.trouble():
        say.wrong(words)


def _open(act: partial[Case]) -> None:
    chosen.attempt(lambda: chosen.open_case(act().id))


class _Form:
    """Fields whose first value is what is known."""

    def __init__(self, key: str, known: Facts | None, products: Catalogue, zone: ZoneInfo) -> None:
        self._key, self._products, self._zone = key, products, zone
        self._known: Mapping[str, Any] = known.model_dump() if known else {}

    def piece(self) -> str:
        lang = page_lang()
        names = told_apart({p.id: f"{p.name} · {p.kind.in_(lang)}" for p in self._products.all()})
        now = self._known.get("piece") or None
        picked: str | None = st.selectbox(
            t("Piece"),
            list(names),
            index=list(names).index(now) if now in names else None,
            format_func=names.__getitem__,
            key=f"piece-{self._key}",
            placeholder=t("None"),
        )
        return picked or ""

    def price(self, label: str, name: str) -> str | None:
        now = self._known.get(name)
        given = st.number_input(
            label,
            min_value=0.0,
            value=float(now) if now is not None else None,
            step=100.0,
            format="%.2f",
            key=f"{name}-{self._key}",
        )
        return None if given is None else f"{given:.2f}"

    def moment(self, label: str, name: str) -> datetime | None:
        now = self._known.get(name)
        given = st.datetime_input(
            label,
            now.astimezone(self._zone).replace(tzinfo=None) if now else None,
            key=f"{name}-{self._key}",
            format="YYYY-MM-DD",
        )
        return given.replace(tzinfo=self._zone).astimezone(UTC) if given else None

    def day(self, label: str, name: str) -> object:
        return st.date_input(
            label, self._known.get(name), key=f"{name}-{self._key}", format="YYYY-MM-DD"
        )

    def truth(self, label: str, name: str) -> bool | None:
        names = {None: t("Not said"), True: t("Yes"), False: t("No")}
        now = self._known.get(name)
        picked: bool | None = st.radio(
            label,
            list(names),
            index=list(names).index(now),
            format_func=names.__getitem__,
            horizontal=True,
            key=f"{name}-{self._key}",
        )
        return picked

    def one_of(self, label: str, name: str, options: Mapping[Any, str]) -> Any:
        now = self._known.get(name, next(iter(options)))
        return st.selectbox(
            label,
            list(options),
            index=list(options).index(now),
            format_func=options.__getitem__,
            key=f"{name}-{self._key}",
        )

    def number(self, label: str, name: str, most: int) -> int:
        now = self._known.get(name, 1)
        return int(st.number_input(label, 1, most, now, key=f"{name}-{self._key}"))

    def words(self, label: str, name: str, most: int) -> str:
        now = str(self._known.get(name, ""))
        return st.text_area(label, now, max_chars=most, height=80, key=f"{name}-{self._key}")


def _cleaning(form: _Form) -> Values:
    return {"bags": form.number(t("Bags"), "bags", 20)}


def _late(form: _Form) -> Values:
    areas = {72: t("72 hours (listed areas)"), 168: t("7 days (elsewhere)")}
    covered = {each: uncovered_name(each) for each in (None, *UNCOVERED)}
    return {
        "price": form.price(t("Price of the piece (RMB)"), "price"),
        "counted_from": form.moment(t("Paid, and ID complete"), "counted_from"),
        "delivered": form.moment(t("Delivered"), "delivered"),
        "promised_hours": form.one_of(t("Promise"), "promised_hours", areas),
        "uncovered": form.one_of(t("Exception"), "uncovered", covered),
    }


def _return(form: _Form) -> Values:
    exceptions = {each: excluded_name(each) for each in (None, *EXCLUDED)}
    return {
        "delivered": form.day(t("Delivered"), "delivered"),
        "unworn": form.truth(t("Unworn"), "unworn"),
        "tagged": form.truth(t("Security tag attached"), "tagged"),
        "complete": form.truth(t("Box and trace card"), "complete"),
        "faulty": bool(form.truth(t("Faulty"), "faulty")),
        "excluded": form.one_of(t("Exception"), "excluded", exceptions),
        "arrived": form.moment(t("Arrived at the regional desk"), "arrived"),
    }


def _authenticity(form: _Form) -> Values:
    return {
        "price": form.price(t("Price of the piece (RMB)"), "price"),
        "delivered": form.day(t("Delivered"), "delivered"),
        "trace_code": form.words(t("Trace code"), "trace_code", 40).strip(),
    }


def _dispute(form: _Form) -> Values:
    return {
        "about": form.words(t("What the dispute is about"), "about", 500).strip(),
        "undisputed": form.price(t("Undisputed amount (RMB)"), "undisputed"),
    }


_FIELDS: Mapping[CaseKind, Callable[[_Form], Values]] = {
    CaseKind.CLEANING: _cleaning,
    CaseKind.LATE_DELIVERY: _late,
    CaseKind.RETURN: _return,
    CaseKind.AUTHENTICITY: _authenticity,
    CaseKind.DISPUTE: _dispute,
}
