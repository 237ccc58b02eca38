"""Check: each drafted sentence against its evidence; what holds is shown at once.

When the model fails or nothing it wrote holds, the offline language answers from the same
evidence, and the turn keeps a remark for staff. It is never a silent switch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from agents.grounding import ground
from agents.turn import Drafted, Plan, Shown
from shop.errors import ModelFailed


@dataclass(slots=True)
class Checked:
    """What came through, and what staff should know of the rest."""

    shown: list[Shown] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


def check(
    plan: Plan,
    drafted: Iterable[Drafted],
    again: Callable[[], Iterable[Drafted]],
    show: Callable[[Shown], None],
    trouble: Callable[[str], None],
) -> Checked:
    """Show every sentence that holds. `again` drafts offline, for when nothing else held."""
    done = Checked()
    for draft in _until_failure(drafted, done, trouble):
        _check_one(plan, draft, done, show)
    if not done.shown and plan.evidence:
        for draft in again():
            _check_one(plan, draft, done, show)
    for line in plan.fixed:
        _show(Shown(line), done, show)
    return done


def _until_failure(
    drafted: Iterable[Drafted], done: Checked, trouble: Callable[[str], None]
) -> Iterator[Drafted]:
    try:
        yield from drafted
    except ModelFailed as error:
        done.troubles.append(str(error))
        trouble(str(error))


def _check_one(plan: Plan, draft: Drafted, done: Checked, show: Callable[[Shown], None]) -> None:
    cited = [plan.evidence[i] for i in draft.evidence if 0 <= i < len(plan.evidence)]
    verdict = ground(draft.text, [item.statement for item in cited])
    if not verdict.holds:
        done.troubles.append(f"not shown ({verdict.why}): {draft.text}")
        return
    quotes = (
        item.passage.cite(
            verdict.quote if verdict.quote in item.passage.text else item.passage.text
        )
        for item in cited
    )
    _show(Shown(draft.text, tuple(quotes)), done, show)


def _show(sentence: Shown, done: Checked, show: Callable[[Shown], None]) -> None:
    if all(sentence.text != earlier.text for earlier in done.shown):
        done.shown.append(sentence)
        show(sentence)
