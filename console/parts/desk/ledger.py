"""The ledger of one answer: what the advisor drafted, and what its proof found. For staff only.

A table under the message, closed until somebody opens it; everything in it is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from console.i18n import t
from console.parts.desk.wording import proof_outcome, proof_reason
from shop.proofs import SentenceProof


def as_html(ledger: Sequence[SentenceProof]) -> str:
    """Nothing for an answer that stated nothing to prove."""
    if not ledger:
        return ""
    supported = sum(proof.shown for proof in ledger)
    head = t(
        "Proof: {supported} of {all} sentences supported", supported=supported, all=len(ledger)
    )
    columns = (t("Sentence"), t("Found"), t("Rests on"))
    titles = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    rows = "".join(_row(proof) for proof in ledger)
    return (
        f"<details><summary>{escape(head)}</summary>"
        f'<table class="mq-ledger"><thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table>'
        "</details>"
    )


def _row(proof: SentenceProof) -> str:
    rests = "<br>".join(escape(part) for part in (proof.quote, ", ".join(proof.evidence)) if part)
    return (
        f"<tr><td>{escape(proof.text)}<br><small>{escape(_drafted(proof))}</small></td>"
        f"<td>{_found(proof)}</td><td>{rests}</td></tr>"
    )


def _drafted(proof: SentenceProof) -> str:
    drafted = t("the model") if proof.mode == "openai" else t("the house's own words")
    return t("Drafted by {language}", language=drafted)


def _found(proof: SentenceProof) -> str:
    """The outcome; for what was not shown also why, and which of its claims it was."""
    if proof.shown:
        return escape(proof_outcome(proof.outcome))
    reason = proof_reason(proof.why)
    said = f"{reason}: {proof.detail}" if proof.detail else reason
    claim = next((c.text for c in proof.claims if c.outcome != "supported"), "")
    parts = [proof_outcome(proof.outcome), said, f"“{claim}”" if claim else ""]
    return "<br>".join(escape(part) for part in parts if part)
