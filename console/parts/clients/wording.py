"""The field's words for what the client book holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from babel.dates import format_date

from console.i18n import LOCALES, page_lang, t
from console.parts.sizes import size_name
from shop.client_entries import (
    Answer,
    Channel,
    Draft,
    Entry,
    EntryKind,
    Purpose,
    consents,
)
from shop.client_reasons import ReasonKind, WriteReason
from shop.client_segments import Segment
from shop.errors import NotFound
from shop.looks import SENT, Verdict
from shop.products import Catalogue


def kind_names() -> dict[EntryKind, str]:
    return {
        EntryKind.SIZE: t("Size"),
        EntryKind.MEASUREMENT: t("Measure"),
        EntryKind.PREFERENCE: t("Preference"),
        EntryKind.DISLIKE: t("Does not like"),
        EntryKind.ALLERGY: t("Allergy"),
        EntryKind.OCCASION: t("Occasion"),
        EntryKind.WISH: t("Wish"),
        EntryKind.LOOK: t("Look"),
        EntryKind.PROMISE: t("Promise"),
        EntryKind.FOLLOW_UP: t("Follow-up"),
        EntryKind.CONSENT: t("Consent"),
    }


def channel_name(channel: Channel) -> str:
    return {
        Channel.CHAT: t("in the chat"),
        Channel.SALON: t("in the salon"),
        Channel.PHONE: t("by telephone"),
        Channel.LETTER: t("by letter or e-mail"),
        Channel.ACCOUNT: t("when the account was opened"),
        Channel.OBSERVED: t("seen by us"),
    }[channel]


def purpose_name(purpose: str) -> str:
    return {
        Purpose.PROFILE.value: t("We keep what we are told"),
        Purpose.CONTACT.value: t("We may write first"),
        Purpose.HEALTH.value: t("We keep allergies"),
    }.get(purpose, purpose)


def answer_name(answer: str) -> str:
    known = {Answer.GIVEN.value: t("Agreed"), Answer.WITHDRAWN.value: t("Withdrawn")}
    return known.get(answer, answer)


def segment_names() -> dict[Segment, str]:
    return {
        Segment.ALL: t("All clients"),
        Segment.MINE: t("My clients"),
        Segment.NOBODYS: t("Without a personal shopper"),
        Segment.WISHES: t("With a wish-list"),
        Segment.OCCASION_SOON: t("Occasion within 30 days"),
        Segment.QUIET: t("Quiet for 60 days"),
        Segment.NOT_ASKED: t("Not asked yet whether we may write"),
        Segment.NO_SIZES: t("No sizes known"),
    }


def label_name(label: str) -> str:
    """Of a size, measure, preference or look; what staff typed stays as it is."""
    return {
        "budget": t("Budget"),
        SENT: t("Look sent"),
        Verdict.LOVES.value: t("Loves it"),
        Verdict.NOT_FOR_ME.value: t("Not for the client"),
        Verdict.HAS.value: t("Has it already"),
    }.get(label) or size_name(label)


def says(draft: Draft, catalogue: Catalogue) -> str:
    """The line itself, without its source."""
    if draft.kind is EntryKind.CONSENT:
        return f"{purpose_name(draft.label)}: {answer_name(draft.value)}"
    kind = t("Allergy") if draft.kind is EntryKind.ALLERGY else ""
    parts = [kind, label_name(draft.label), piece_name(draft.piece, catalogue), draft.value]
    if draft.day:
        parts.append(yearly(draft.day) if draft.yearly else day(draft.day))
    return " · ".join(part for part in parts if part)


def piece_name(piece: str, catalogue: Catalogue) -> str:
    """The piece's name and kind; its id when it left the catalogue."""
    if not piece:
        return ""
    try:
        found = catalogue.get(piece)
    except NotFound:
        return piece
    return f"{found.name} {found.kind.in_(page_lang())}"


def reason(why: WriteReason, catalogue: Catalogue) -> str:
    """Why to write to her today, in one line."""
    when = day(why.day) if why.day else ""
    if why.entry is None:
        return t("{left} free cleanings left until {day}", left=why.left, day=when)
    draft = why.entry.draft
    what = " · ".join(p for p in (piece_name(draft.piece, catalogue), draft.value) if p)
    return {
        ReasonKind.PROMISED: _promised(what, when),
        ReasonKind.FOLLOW_UP: t("Follow-up since {day}: {what}", day=when, what=what),
        ReasonKind.OCCASION: t("Occasion on {day}: {what}", day=when, what=what),
        ReasonKind.WISH: t("On the wish-list and in stock: {what}", what=what),
    }[why.kind]


def _promised(what: str, when: str) -> str:
    if not when:
        return t("Promised: {what}", what=what)
    return t("Promised for {day}: {what}", day=when, what=what)


def source(entry: Entry) -> str:
    """Who said it, where and when, and who kept it."""
    said = entry.source
    parts = [said.said_by or _nobody(said.channel), channel_name(said.channel)]
    parts.append(day(said.said_at.date()))
    if said.seq:
        parts.append(t("Message {seq}", seq=said.seq))
    if entry.kept_by:
        parts.append(t("kept by {name}", name=entry.kept_by))
    return " · ".join(part for part in parts if part)


def _nobody(channel: Channel) -> str:
    return t("Advisor") if channel is Channel.CHAT else ""


def day(at: date) -> str:
    return str(format_date(at, "medium", locale=LOCALES[page_lang()]))


def yearly(at: date) -> str:
    """Without the year, which is of no matter: it comes again."""
    pattern = "M月d日" if page_lang() == "zh" else "d MMMM"
    return t("every year on {day}", day=format_date(at, pattern, locale=LOCALES[page_lang()]))


def consents_html(entries: Sequence[Entry], asks_before_brief: bool) -> str:
    """What she was not asked yet, and whether she reads briefs first."""
    missing = [purpose_name(each) for each in Purpose if consents(each, entries) is None]
    lines = [t("Not asked yet: {what}", what=" · ".join(missing))] if missing else []
    if asks_before_brief:
        lines.append(t("Wants to agree before a brief is passed on."))
    return "".join(f'<p class="mq-remark">{escape(line)}</p>' for line in lines)
