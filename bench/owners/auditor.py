"""Looks on from a connection of its own while processes write and die, and once more at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.owners.diary import acknowledged
from shop.db.auditing import Audit

_PAUSE_S = 1.0


@dataclass
class Findings:
    """Ids of conversations, and texts, that were found wrong at any time."""

    without_one_owner: set[str] = field(default_factory=set)
    out_of_order: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    acknowledged: int = 0
    looks: int = 0

    def counts(self) -> dict[str, int]:
        return {
            "without_one_owner": len(self.without_one_owner),
            "lost": len(self.lost),
            "doubled": len(self.doubled),
            "out_of_order": len(self.out_of_order),
            "acknowledged": self.acknowledged,
            "looks": self.looks,
        }


class Auditor:
    def __init__(self, url: str, diaries: list[Path]) -> None:
        self._audit = Audit(url)
        self._read = dict.fromkeys(diaries, 0)
        self._all: list[str] = []
        self.found = Findings()

    def look_until(self, is_over: Callable[[], bool]) -> Findings:
        while not is_over():
            self._look()
            time.sleep(_PAUSE_S)
        self._look()
        self._look_at_all()
        print(dict(self._audit.deeds()), file=sys.stderr, flush=True)
        self._audit.close()
        return self.found

    def _look(self) -> None:
        new = self._newly_acknowledged()  # read before the database: all of it must be there
        kept = self._audit.times_kept(new)
        self.found.lost |= {text for text in new if kept[text] == 0}
        self.found.doubled |= {text for text in new if kept[text] > 1}
        self.found.without_one_owner |= set(self._audit.without_one_owner())
        self.found.out_of_order |= set(self._audit.out_of_order())
        self.found.looks += 1

    def _look_at_all(self) -> None:
        kept = self._audit.times_kept(self._all)
        self.found.lost |= {text for text in self._all if kept[text] == 0}
        self.found.doubled |= set(self._audit.kept_twice()) | set(self._audit.answered_twice())

    def _newly_acknowledged(self) -> list[str]:
        new: list[str] = []
        for path, read in self._read.items():
            ids, self._read[path] = acknowledged(path, read)
            new += ids
        self._all += new
        self.found.acknowledged += len(new)
        return new
