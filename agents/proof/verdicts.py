"""What a question of the proof may find wrong, and what it is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from shop.proofs import Outcome


@dataclass(frozen=True, slots=True)
class Wrong:
    """`why` is a code of `shop.proofs.REASONS`, `detail` the word or figure it is about."""

    why: str
    detail: str = ""
    outcome: Outcome = "unknown"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence beside its evidence. `near` is the evidence's sentence nearest to it."""

    sentence: str
    quoted: tuple[str, ...]
    near: str
    about: tuple[str, ...]
    approved: bool
