"""The figures in words: shares, lengths of time, names of what rises."""

from __future__ import annotations

from datetime import timedelta

from console.i18n import page_lang, t
from console.parts.clock import span
from console.parts.tiers import tier_name
from shop.demand import Kind, OpenQuestion
from shop.insight_reading import Wanted
from shop.insights import Share, TierService


def percent(share: Share) -> str:
    return "–" if share.ratio is None else f"{share.ratio:.0%}"


def rounded_percent(share: Share) -> int | None:
    return None if share.ratio is None else round(share.ratio * 100)


def of_all(share: Share) -> str:
    return t("{part} of {whole}", part=share.part, whole=share.whole)


def length(time: timedelta | None) -> str:
    return "–" if time is None else span(time.total_seconds())


def minutes(time: timedelta | None) -> float | None:
    return None if time is None else round(time.total_seconds() / 60, 1)


def promise(service: TierService) -> str:
    if service.promised_minutes is not None:
        return t("{minutes} min, promised", minutes=service.promised_minutes)
    return t("{minutes} min, our own aim", minutes=service.target_minutes)


def wanted_name(tier: Wanted) -> str:
    if tier == "all":
        return t("All tiers")
    return tier_name(tier)


def kind_name(kind: Kind) -> str:
    return {Kind.PIECE: t("Piece"), Kind.MATERIAL: t("Material"), Kind.THEME: t("Theme")}[kind]


def question(asked: OpenQuestion) -> str:
    """The section's title in the reader's language if it was read in that, else in the other."""
    if asked.titles:
        return asked.titles.get(page_lang()) or next(iter(asked.titles.values()))
    return asked.text


def change(now: Share, before: Share) -> str:
    """In points of a hundred, beside the period before."""
    if now.ratio is None or before.ratio is None:
        return t("nothing to compare with before")
    points = round(now.ratio * 100) - round(before.ratio * 100)
    signed = f"{points:+d}".replace("-", "\N{MINUS SIGN}") if points else "±0"
    return t("{points} points on the period before", points=signed)
