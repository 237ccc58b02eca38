"""What publishing a revision would change for the advisor: passages, not lines."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.articles import Article
from knowledge.passages import Passage, passages_of


@dataclass(frozen=True, slots=True)
class PassageChanges:
    """Ids of passages (`article/section/lang`)."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def none(self) -> bool:
        return not (self.added or self.changed or self.removed)


def passage_changes(published: Article | None, draft: Article) -> PassageChanges:
    """Compare a draft with what is published now; None when nothing is."""
    before = _by_id(published) if published else {}
    after = _by_id(draft)
    both = [key for key in after if key in before]
    return PassageChanges(
        added=tuple(key for key in after if key not in before),
        changed=tuple(key for key in both if _differs(before[key], after[key])),
        removed=tuple(key for key in before if key not in after),
        kept=tuple(key for key in both if not _differs(before[key], after[key])),
    )


def _by_id(article: Article) -> dict[str, Passage]:
    return {passage.id: passage for passage in passages_of(article)}


def _differs(before: Passage, after: Passage) -> bool:
    """The same words can still make the advisor behave differently."""
    old = (before.digest, before.behaviour, before.reason)
    return old != (after.digest, after.behaviour, after.reason)
