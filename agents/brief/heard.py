"""What was read so far of her clauses, for those who read what she withdraws."""

from __future__ import annotations

from dataclasses import dataclass, field

from agents.brief.clauses import Clause
from agents.brief.figures import Sort, figures_of
from agents.brief.talk import Place, Said, Talk
from agents.brief.withdrawn import Withdrawn


@dataclass(slots=True)
class Heard:
    """`earlier`: the clauses before the one now read; `found`: what was withdrawn so far."""

    talk: Talk
    found: Withdrawn = field(default_factory=Withdrawn)
    earlier: list[Place] = field(default_factory=list)

    def same_message(self, place: Place) -> list[Place]:
        return [each for each in self.earlier if each[0].seq == place[0].seq]

    def message_before(self, said: Said) -> list[Place]:
        """Her clauses of the last message before this one."""
        seqs = [each.seq for each, _ in self.earlier if each.seq < said.seq]
        return [each for each in self.earlier if seqs and each[0].seq == seqs[-1]]

    def with_figure(self, sort: Sort, figure: str) -> list[Place]:
        return [each for each in self.earlier if figure in figures_of(each[1].text, sort)]

    def leave_out(self, place: Place) -> None:
        """One clause, while what it tells may be said elsewhere."""
        said, part = place
        self.found.places.add((said.seq, part.start))


def letters(part: Clause) -> int:
    """How much a clause says: characters of words and figures."""
    return sum(character.isalnum() for character in part.text)
