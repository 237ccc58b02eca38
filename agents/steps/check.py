"""Check: each drafted sentence against its evidence; what holds is shown at once.

When the model fails, or a sentence of it does not hold, the offline language says what is then
missing in the evidence's own words, and the turn keeps a remark for staff. It is never a silent
switch, and nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from agents.grounding import Verdict, ground, nearest, same_statement
from agents.turn import Drafted, Evidence, Plan, Shown
from knowledge.passages import sentences_of
from shop.conversations import Citation
from shop.errors import ModelFailed


@dataclass(slots=True)
class Checked:
    """What came through, and what staff should know of the rest.

    `said` are the evidence's sentences that were shown in any words; `rejected` the evidence that
    a rejected sentence claimed to rest on; `failed` is whether the language gave up, `phrased`
    whether any sentence of its own came through.
    """

    shown: list[Shown] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    rejected: set[int] = field(default_factory=set)
    failed: bool = False
    phrased: bool = False


def check(
    plan: Plan,
    drafted: Iterable[Drafted],
    again: Callable[[], Iterable[Drafted]],
    show: Callable[[Shown], None],
    trouble: Callable[[str], None],
) -> Checked:
    """Show every sentence that holds. `again` drafts offline, for what was not said."""
    done = Checked()
    for draft in _until_failure(drafted, done, trouble):
        _check_one(plan, draft, done, show)
    done.phrased = bool(done.shown)
    if plan.evidence and not done.shown and not done.troubles:
        _note("the model wrote nothing that can be shown", done, trouble)
    for draft in _missing(plan, again, done):
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
        done.failed = True
        _note(str(error), done, trouble)


def _note(line: str, done: Checked, trouble: Callable[[str], None]) -> None:
    done.troubles.append(line)
    trouble(line)


def _missing(
    plan: Plan, again: Callable[[], Iterable[Drafted]], done: Checked
) -> Iterable[Drafted]:
    """What offline would say and was not said yet.

    All of it when the language gave up or nothing held; else only what a rejected sentence was
    about.
    """
    if done.shown and not done.failed and not done.rejected:
        return []
    wanted = done.rejected if done.shown and not done.failed else set(range(len(plan.evidence)))
    drafts = [draft for draft in again() if wanted & set(draft.evidence)]
    return [draft for draft in drafts if not _is_said(draft.text, done)]


def _is_said(sentence: str, done: Checked) -> bool:
    return sentence in done.said or any(same_statement(s.text, sentence) for s in done.shown)


def _check_one(plan: Plan, draft: Drafted, done: Checked, show: Callable[[Shown], None]) -> None:
    cited = [i for i in draft.evidence if 0 <= i < len(plan.evidence)]
    verdict, carried_by = _verdict(draft.text, plan.evidence, cited)
    if not verdict.holds:
        done.troubles.append(f"not shown ({verdict.why}): {draft.text}")
        done.rejected |= set(cited)
        return
    carriers = [plan.evidence[i] for i in carried_by]
    done.said |= {verdict.quote, *(_nearest(draft.text, item.statement) for item in carriers)}
    _show(Shown(draft.text, tuple(_citation(draft.text, item) for item in carriers)), done, show)


def _verdict(
    sentence: str, evidence: Sequence[Evidence], cited: Sequence[int]
) -> tuple[Verdict, Sequence[int]]:
    """The verdict by the evidence cited; where none was, by the one item that carries it."""
    if cited or not evidence:
        return ground(sentence, [evidence[i].statement for i in cited]), cited
    verdicts = [ground(sentence, [item.statement]) for item in evidence]
    order = ("contradicted", "supported", "unknown")
    first = min(range(len(evidence)), key=lambda i: order.index(verdicts[i].outcome))
    return verdicts[first], [first]


def _citation(sentence: str, item: Evidence) -> Citation:
    """The passage's own sentence; all of it when what was said is computed from the whole."""
    quote = _nearest(sentence, item.statement)
    return item.passage.cite(quote if quote in item.passage.text else item.passage.text)


def _nearest(sentence: str, text: str) -> str:
    return nearest(sentence, sentences_of(text) or [text])


def _show(sentence: Shown, done: Checked, show: Callable[[Shown], None]) -> None:
    if all(sentence.text != earlier.text for earlier in done.shown):
        done.shown.append(sentence)
        show(sentence)
