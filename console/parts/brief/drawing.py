"""The lines of a brief as HTML, each with links to the messages it rests on.

Everything is escaped: a line is what somebody typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from agents.brief import Brief, Fact
from console.i18n import t
from console.parts.brief.wording import groups, key_name

Mark = Callable[[Fact], str]  # HTML that stands after a line

_LONGEST = 240  # characters of a line; the rest is there to hover over


def no_mark(_: Fact) -> str:
    return ""


def as_html(brief: Brief, mark: Mark = no_mark, linked: bool = True) -> str:
    """All groups that have lines. `linked`: messages can be jumped to on this page."""
    return "".join(_group(title, brief.of(*keys), mark, linked) for title, keys in groups())


def _group(title: str, facts: list[Fact], mark: Mark, linked: bool) -> str:
    """Each kind of line under its name, unless the title says it."""
    if not facts:
        return ""
    named: dict[str, list[Fact]] = {}
    for fact in facts:
        named.setdefault(key_name(fact.key), []).append(fact)
    alone = next(len(keys) for name, keys in groups() if name == title) == 1
    rows = "".join(_row("" if alone else name, of, mark, linked) for name, of in named.items())
    heading = f'<h3 class="mq-label mq-brief-part">{escape(title)}</h3>'
    return f'{heading}<dl class="mq-brief">{rows}</dl>'


def _row(name: str, facts: Iterable[Fact], mark: Mark, linked: bool) -> str:
    cells = "".join(
        f"<dd>{_value(fact.value)}{mark(fact)}{refs([fact]) if linked else ''}</dd>"
        for fact in facts
    )
    term = f"<dt>{escape(name)}</dt>" if name else ""
    return f"<div>{term}{cells}</div>"


def _value(value: str) -> str:
    if len(value) <= _LONGEST:
        return escape(value)
    return f'<span title="{escape(value)}">{escape(value[: _LONGEST - 1])}…</span>'


def refs(facts: Iterable[Fact]) -> str:
    """Links to the messages that these lines rest on."""
    seqs = sorted({seq for fact in facts for seq in fact.rests_on})
    links = "".join(
        f'<a href="#message-{seq}" title="{escape(t("Message {seq}", seq=seq))}">{seq}</a>'
        for seq in seqs
    )
    return f' <span class="mq-refs">{links}</span>' if links else ""
