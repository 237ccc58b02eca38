"""Every rule-book one click away: a form or a question, the ruling in the client's language.

The ruling is computed while she fills the form in; a press puts it in the reply field.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import t
from console.parts import say
from console.parts.desk import actions, rulebook_fields
from console.parts.desk.opened import Opened
from console.parts.desk.rulebook_wording import book_name, confidence_name
from shop.access import Staff
from shop.client_entries import EntryKind
from shop.errors import BadInput, NotFound
from shop.language import Lang
from shop.rulings import Ruling

if TYPE_CHECKING:
    from agents.copilot.rule_desk import RuleDesk
    from wiring import Services

_QUESTION = "question"


def show(services: Services, staff: Staff, opened: Opened) -> None:
    """A popover; nothing of it is drawn or computed while it is closed."""
    key = f"rules-{opened.conversation.id}"
    popover = st.popover(t("Rule-books"), key=key, on_change="rerun", icon=":material/rule:")
    if not popover.open:
        return
    with popover, st.container(key="mq-rulebook"):
        _panel(services, staff, opened, key)


def _panel(services: Services, staff: Staff, opened: Opened, key: str) -> None:
    from agents.copilot.rule_desk import FORMS  # heavy

    desk = services.rule_desk()
    chosen = st.selectbox(
        t("Rule-book"), [*FORMS, _QUESTION], format_func=book_name, key=f"book-{key}"
    )
    try:
        ruling = (
            _asked(desk, opened, key)
            if chosen == _QUESTION
            else _filled_in(services, staff, opened, chosen, f"{key}-{chosen}")
        )
    except BadInput:
        _say(t("One of these figures cannot be. Look at them again."))
    except NotFound:
        _say(t("This is no longer in the catalogue."))
    else:
        _ruled(opened, ruling)


def _asked(desk: RuleDesk, opened: Opened, key: str) -> Ruling | None:
    """The recognisers read it as they read a client; nothing is searched."""
    text = st.text_input(t("Question, in either language"), key=f"ask-{key}", max_chars=500)
    return desk.ask(text, opened.conversation, opened.client) if text.strip() else None


def _filled_in(
    services: Services, staff: Staff, opened: Opened, form: str, key: str
) -> Ruling | None:
    from agents.copilot.rule_desk import FORMS

    desk, values = services.rule_desk(), dict[str, str]()
    tier = opened.client.tier.value if opened.client else ""
    ask = rulebook_fields.Asking(services.products, desk.places(), key, {"tier": tier})
    for first in FORMS[form].fields(None)[:1]:
        values[first.name] = ask.field(first)
    piece = rulebook_fields.piece_of(services.products, values)
    if piece:
        known = desk.known_sizes(piece.category, _told(services, staff, opened))
        ask = ask.about(piece, known)
    for field in FORMS[form].fields(piece)[1:]:
        values[field.name] = ask.field(field)
    return desk.rule(form, values)


def _told(services: Services, staff: Staff, opened: Opened) -> list[str]:
    """What she told of her sizes: in this conversation, then in the client book."""
    here = _told_here(opened)
    if opened.client is None:
        return here
    account = [f"{label} {size}" for label, size in opened.client.sizes.items()]
    file = services.client_book.file(staff, opened.client.id)
    book = file.of(EntryKind.SIZE, EntryKind.MEASUREMENT)
    kept = [f"{entry.draft.label} {entry.draft.value}" for entry in book]
    return [*account, *kept, *here]


def _told_here(opened: Opened) -> list[str]:
    """Nothing while the client has not agreed that her words are summed up."""
    if opened.brief_consent in ("asked", "declined"):
        return []
    return [fact.value for fact in opened.brief.facts if fact.key in ("size", "measurement")]


def _ruled(opened: Opened, ruling: Ruling | None) -> None:
    if ruling is None:
        _say(t("The ruling appears here once enough is filled in."))
        return
    lang = opened.client_lang
    said = ruling.say.in_(lang)
    st.html(as_html(ruling, lang))
    st.button(
        t("Put in the reply"),
        key=f"rule-take-{opened.conversation.id}",
        type="primary",
        on_click=actions.put_in_reply,
        args=(opened.conversation.id, said),
    )


def as_html(ruling: Ruling, lang: Lang) -> str:
    """What it says, the ids of its rules, and how sure it is."""
    rules = " ".join(f"<code>{escape(rule)}</code>" for rule in ruling.rule)
    sure = escape(confidence_name(ruling.confidence))
    return (
        f'<div class="mq-ruling" role="status"><p lang="{lang}">{escape(ruling.say.in_(lang))}</p>'
        f'<p class="mq-remark">{rules} {sure}</p></div>'
    )


def _say(words: str) -> None:
    say.status(words)
