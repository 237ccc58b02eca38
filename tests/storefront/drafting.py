"""A copilot that drafts one sourced sentence, or says that it has none."""

from __future__ import annotations

from dataclasses import replace

from agents.copilot.copilot import Copilot
from agents.copilot.drafting import Drafted
from agents.meter import Meter
from shop.conversations import Behaviour, Citation, Sentence
from shop.draft_keeping import DraftKeeping, Talk
from shop.ports import Clock, Store
from shop.proofs import SentenceProof
from shop.reply_drafts import unanswered

SAID = "Blot it with a soft cloth first."
SOURCE = Citation("care-lambskin", 3, "rain", "en", "Caring for lambskin", SAID)
PROOF = SentenceProof(SAID, "offline", "supported", True, quote=SAID)
NOTHING = "unknown"  # a client who writes this word asks what nobody wrote down


class ScriptedDrafting:
    def __init__(self) -> None:
        self.asked = 0

    def draft(self, talk: Talk, meter: Meter) -> Drafted | None:
        self.asked += 1
        waiting = unanswered(talk.messages)
        known = Drafted(
            waiting[-1].seq, SAID, "en", Behaviour.ANSWER, (Sentence(SAID, (0,)),), (SOURCE,), (),
            (PROOF,), "offline", "",
        )  # fmt: skip
        if NOTHING not in waiting[-1].text:
            return known
        return replace(
            known, text="", behaviour=Behaviour.ABSTAIN, sentences=(), citations=(),
            nearest=(SOURCE,), ledger=(),
        )  # fmt: skip


def scripted_copilot(store: Store, clock: Clock) -> Copilot:
    drafting = ScriptedDrafting()
    return Copilot(DraftKeeping(store), drafting, clock, store.bell.ring)  # type: ignore[arg-type]
