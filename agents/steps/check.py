"""Check: each drafted sentence is proven by its evidence; what holds is shown at once.

When the model fails, or a sentence of it does not hold, the offline language says what is then
missing in the evidence's own words, and the turn keeps a remark for staff. It is never a silent
switch, and nothing is said twice. Every sentence that was drafted stands in the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from agents.proof.nearness import nearest, same_statement
from agents.proof.prover import Proof, prove
from agents.turn import Drafted, Evidence, Plan, Shown
from knowledge.passages import sentences_of
from shop.conversations import Citation
from shop.errors import ModelFailed
from shop.proofs import SentenceProof

_APPROVED = ("H-", "TV-")  # house rules and the sheets of its pieces carry commitments


@dataclass(slots=True)
class Checked:
    """What came through, and what staff should know of the rest.

    `said` are the evidence's sentences that were shown in any words; `rejected` the evidence that
    a rejected sentence claimed to rest on; `failed` is whether the language gave up, `phrased`
    whether any sentence of its own came through; `ledger` holds every sentence that was drafted.
    """

    shown: list[Shown] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    ledger: list[SentenceProof] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    rejected: set[int] = field(default_factory=set)
    failed: bool = False
    phrased: bool = False


def check(
    plan: Plan,
    drafted: Iterable[Drafted],
    again: Callable[[], Iterable[Drafted]],
    done: Checked,
    *,
    modes: tuple[str, str] = ("offline", "offline"),
) -> Iterator[Shown | str]:
    """Every sentence that holds as soon as it does, and what went wrong in words; `done` keeps all.

    `again` drafts offline, for what was not said. `modes` name the language that drafted and the
    one that drafts again, for the ledger.
    """
    for draft in _until_failure(drafted, done):
        yield from _check_one(plan, draft, done, modes[0])
    done.phrased = bool(done.shown)
    if plan.evidence and not done.shown and not done.troubles:
        done.troubles.append("the model wrote nothing that can be shown")
        yield done.troubles[-1]
    elif done.failed:
        yield done.troubles[-1]
    for draft in _missing(plan, again, done):
        yield from _check_one(plan, draft, done, modes[1])
    for line in plan.fixed:
        yield from _show(Shown(line), done)


def _until_failure(drafted: Iterable[Drafted], done: Checked) -> Iterator[Drafted]:
    try:
        yield from drafted
    except ModelFailed as error:
        done.failed = True
        done.troubles.append(str(error))


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


def _check_one(plan: Plan, draft: Drafted, done: Checked, mode: str) -> Iterator[Shown]:
    cited = [i for i in draft.evidence if 0 <= i < len(plan.evidence)]
    proof, carried_by = _proof(draft.text, plan.evidence, cited)
    carriers = [plan.evidence[i] for i in carried_by]
    done.ledger.append(_entry(draft.text, mode, proof, carriers))
    if not proof.holds:
        why = ": ".join(part for part in (proof.why, proof.detail) if part)
        done.troubles.append(f"not shown ({why}): {draft.text}")
        done.rejected |= set(cited)
        return
    quotes = [_quote(draft.text, proof, item) for item in carriers]
    done.said |= {proof.quote, *quotes}
    citations = tuple(map(_citation, carriers, quotes))
    yield from _show(Shown(draft.text, citations), done)


def _proof(
    sentence: str, evidence: Sequence[Evidence], cited: Sequence[int]
) -> tuple[Proof, Sequence[int]]:
    """The proof by the evidence cited; where none was, by the one item that carries it."""
    if cited or not evidence:
        return _prove(sentence, [evidence[i] for i in cited]), cited
    proofs = [_prove(sentence, [item]) for item in evidence]
    order = ("contradicted", "supported", "unknown")
    first = min(range(len(evidence)), key=lambda i: order.index(proofs[i].outcome))
    return proofs[first], [first]


def _prove(sentence: str, carriers: Sequence[Evidence]) -> Proof:
    """A commitment needs a clause in everything it is said to rest on."""
    return prove(
        sentence,
        [item.statement for item in carriers],
        about=[
            words for item in carriers for words in (item.passage.title, item.passage.article_title)
        ],
        approved=all(_is_approved(item) for item in carriers),
    )


def _is_approved(item: Evidence) -> bool:
    return any(rule.startswith(_APPROVED) for rule in (*item.rules, *item.passage.source))


def _entry(sentence: str, mode: str, proof: Proof, carriers: Sequence[Evidence]) -> SentenceProof:
    return SentenceProof(
        text=sentence,
        mode=mode,
        outcome=proof.outcome,
        shown=proof.holds,
        why=proof.why,
        detail=proof.detail,
        quote=proof.quote,
        evidence=tuple(dict.fromkeys(ref for item in carriers for ref in _refs(item))),
        claims=proof.claims,
    )


def _refs(item: Evidence) -> tuple[str, ...]:
    passage = item.passage
    return (f"{passage.article}/{passage.section}@{passage.revision}", *item.rules)


def _citation(item: Evidence, quote: str) -> Citation:
    """The passage's own sentence; all of it when what was said is computed from the whole."""
    return item.passage.cite(quote if quote in item.passage.text else item.passage.text)


def _quote(sentence: str, proof: Proof, item: Evidence) -> str:
    """The carrier's sentence nearest to what was said; the proof has found it mostly."""
    if proof.quote and proof.quote in item.statement:
        return proof.quote
    return nearest(sentence, sentences_of(item.statement) or [item.statement])


def _show(sentence: Shown, done: Checked) -> Iterator[Shown]:
    if all(sentence.text != earlier.text for earlier in done.shown):
        done.shown.append(sentence)
        yield sentence
