from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from knowledge.article_store import ArticleStore
from knowledge.articles import Article, parse_article
from knowledge.index import IndexReport
from knowledge.passages import Passage
from knowledge.publishing import Publishing
from shop.access import Role, Staff
from shop.db import SqlStore
from shop.errors import BadInput, Conflict, ContentError, NotAllowed, NotFound
from shop.language import Bilingual
from shop.revisions import RevisionState
from tests.conftest import FrozenClock

TODAY = date(2026, 11, 23)
WEN = Staff("1", "wen", "Wen", Role.EDITOR)
HELENE = Staff("2", "helene", "Hélène", Role.MANAGER)
CLAIRE = Staff("3", "claire", "Claire", Role.PERSONAL_SHOPPER)


def markdown(
    article_id: str = "care-lambskin",
    text: str = "Blot it with a soft cloth.",
    market: str = "all",
    until: str = "",
) -> str:
    return f"""---
id: {article_id}
topic: care
title: {{zh: 小羊皮的养护, en: Caring for lambskin}}
owner: leather atelier
source: [CARE-10]
confidence: high
market: [{market}]
valid_from: 2026-11-01
valid_until: {until}
---

# zh

## 淋了雨 {{#rain}}
? 小羊皮包被雨淋了怎么办
先用软布轻轻按压吸干。

# en

## Caught in the rain {{#rain}}
? what do I do when my lambskin bag got wet
{text}
"""


def article(article_id: str = "care-lambskin", text: str = "Blot it with a soft cloth.") -> Article:
    return parse_article(markdown(article_id, text))


def rain(read: Article) -> str:
    return read.sections["en"][0].text


@pytest.fixture
def article_store(store: SqlStore, clock: FrozenClock) -> ArticleStore:
    return ArticleStore(store, clock)


def test_the_houses_files_are_published_at_the_first_run(article_store: ArticleStore) -> None:
    assert article_store.seed([article(), article("care-silk")]) == 2
    assert [read.id for read in article_store.published(TODAY)] == ["care-lambskin", "care-silk"]
    assert article_store.published(TODAY)[0].revision == 1


def test_files_that_did_not_change_make_no_revision(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    assert article_store.seed([article()]) == 0
    assert len(article_store.history("care-lambskin")) == 1


def test_a_file_that_changed_is_published_as_the_next_revision(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    assert article_store.seed([article(text="Do not rub.")]) == 1
    assert [(r.number, r.state) for r in article_store.history("care-lambskin")] == [
        (2, RevisionState.PUBLISHED),
        (1, RevisionState.SUPERSEDED),
    ]
    assert rain(article_store.get("care-lambskin")) == "Do not rub."
    assert rain(article_store.get("care-lambskin", 1)) == "Blot it with a soft cloth."


def test_an_upgrade_never_touches_what_a_person_edited(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    article_store.save(WEN, "care-lambskin", markdown(text="Ours."), "our own words")
    assert article_store.seed([article(text="From the upgrade.")]) == 0
    assert rain(article_store.get("care-lambskin")) == "Blot it with a soft cloth."


def test_an_article_whose_file_is_gone_is_no_longer_known(article_store: ArticleStore) -> None:
    article_store.seed([article(), article("care-silk")])
    assert article_store.seed([article()]) == 1
    assert [read.id for read in article_store.published(TODAY)] == ["care-lambskin"]
    assert article_store.seed([article(), article("care-silk")]) == 1
    assert len(article_store.published(TODAY)) == 2


def test_several_processes_may_seed_at_once(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    article_stores = [ArticleStore(open_store(), clock) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        changed = pool.map(lambda article_store: article_store.seed([article()]), article_stores)
    assert sorted(changed) == [0, 0, 1]


def test_a_draft_is_known_to_nobody_until_it_is_published(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    draft = article_store.save(WEN, "care-lambskin", markdown(text="Do not rub."), "clearer")
    assert (draft.number, draft.state, draft.author, draft.base) == (
        2,
        RevisionState.DRAFT,
        "Wen",
        1,
    )
    assert rain(article_store.published(TODAY)[0]) == "Blot it with a soft cloth."
    published = article_store.publish(WEN, "care-lambskin", 2)
    assert published.state is RevisionState.PUBLISHED
    assert rain(article_store.published(TODAY)[0]) == "Do not rub."


def test_an_earlier_revision_can_be_published_again(article_store: ArticleStore) -> None:
    article_store.seed([article(), article("care-silk")])
    article_store.save(WEN, "care-lambskin", markdown(text="A mistake."), "")
    article_store.publish(WEN, "care-lambskin", 2)
    article_store.publish(HELENE, "care-lambskin", 1)
    assert [(read.id, read.revision) for read in article_store.published(TODAY)] == [
        ("care-lambskin", 1),
        ("care-silk", 1),
    ]


def test_two_editors_who_start_from_the_same_revision_do_not_overwrite_each_other(
    article_store: ArticleStore,
) -> None:
    article_store.seed([article()])
    article_store.save(WEN, "care-lambskin", markdown(text="Wen's."), "", base=1)
    with pytest.raises(Conflict, match="Wen saved revision 2"):
        article_store.save(HELENE, "care-lambskin", markdown(text="Hélène's."), "", base=1)
    with pytest.raises(Conflict):
        article_store.save(HELENE, "care-lambskin", markdown(text="Hélène's."), "")
    assert (
        article_store.save(HELENE, "care-lambskin", markdown(text="Both."), "", base=2).number == 3
    )


def test_of_two_who_save_at_once_one_is_told(
    open_store: Callable[[], SqlStore], clock: FrozenClock
) -> None:
    first = ArticleStore(open_store(), clock)
    first.seed([article()])
    second = ArticleStore(open_store(), clock)

    def saves(article_store: ArticleStore, staff: Staff) -> bool:
        try:
            return bool(
                article_store.save(staff, "care-lambskin", markdown(text=staff.name), "", 1)
            )
        except Conflict:
            return False

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(saves, (first, second), (WEN, HELENE))) == [False, True]


def test_an_editor_may_go_on_from_her_own_draft(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    article_store.save(WEN, "care-lambskin", markdown(text="One."), "")
    assert article_store.save(WEN, "care-lambskin", markdown(text="Two."), "").number == 3


def test_a_new_article_begins_as_a_draft(article_store: ArticleStore) -> None:
    article_store.save(WEN, "care-wool", markdown("care-wool"), "new")
    assert article_store.published(TODAY) == []
    assert article_store.get("care-wool").revision == 1


def test_a_broken_text_names_its_line_and_is_not_kept(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    with pytest.raises(ContentError, match=r"care-lambskin\.md:3: topic"):
        article_store.save(
            WEN, "care-lambskin", markdown().replace("topic: care", "topic: rumours"), ""
        )
    assert len(article_store.history("care-lambskin")) == 1


def test_an_article_keeps_its_id(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    with pytest.raises(ContentError):
        article_store.save(WEN, "care-lambskin", markdown("care-wool"), "")


def test_an_article_beyond_any_measure_is_refused(article_store: ArticleStore) -> None:
    with pytest.raises(BadInput):
        article_store.save(WEN, "care-lambskin", markdown(text="x" * 100_001), "")


def test_only_who_may_edits_and_publishes(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    with pytest.raises(NotAllowed):
        article_store.save(CLAIRE, "care-lambskin", markdown(text="Hers."), "")
    with pytest.raises(NotAllowed):
        article_store.publish(CLAIRE, "care-lambskin", 1)


def test_what_is_not_valid_today_or_not_for_this_market_is_not_known(
    article_store: ArticleStore,
) -> None:
    article_store.seed(
        [
            parse_article(markdown("everywhere")),
            parse_article(markdown("only-japan", market="jp")),
            parse_article(markdown("over", until="2026-11-22")),
        ]
    )
    assert [read.id for read in article_store.published(TODAY, "cn")] == ["everywhere"]
    assert len(article_store.published(TODAY)) == 2
    assert article_store.published(date(2026, 10, 31)) == []


def test_the_list_finds_words_of_either_language_in_any_order(article_store: ArticleStore) -> None:
    article_store.seed([article(), article("care-silk", "Steam it gently, 50% at most.")])
    found = article_store.list("GENTLY steam")
    assert [summary.id for summary in found] == ["care-silk"]
    assert found[0].title == Bilingual("小羊皮的养护", "Caring for lambskin")
    assert len(article_store.list("小羊皮")) == 2
    assert [summary.id for summary in article_store.list("50%")] == ["care-silk"]
    assert article_store.list("%") == found
    assert article_store.list(topic="care") == article_store.list()
    assert article_store.list(topic="tax") == []


def test_the_list_shows_the_newest_revision_and_whether_a_draft_waits(
    article_store: ArticleStore,
) -> None:
    article_store.seed([article()])
    assert not article_store.list()[0].has_draft
    article_store.save(WEN, "care-lambskin", markdown(text="One."), "")
    article_store.save(WEN, "care-lambskin", markdown(text="Two."), "")
    assert (article_store.list()[0].revision, article_store.list()[0].has_draft) == (3, True)
    article_store.publish(WEN, "care-lambskin", 3)
    summary = article_store.list()[0]
    assert (summary.state, summary.has_draft) == (RevisionState.PUBLISHED, False)


def test_what_does_not_exist_is_not_found(article_store: ArticleStore) -> None:
    article_store.seed([article()])
    for look in (
        lambda: article_store.get("nothing"),
        lambda: article_store.get("care-lambskin", 9),
        lambda: article_store.history("nothing"),
        lambda: article_store.publish(WEN, "nothing", 1),
        lambda: article_store.publish(WEN, "care-lambskin", 9),
    ):
        with pytest.raises(NotFound):
            look()


class RecordingIndex:
    """Keeps what it was given, as the real one does, without embedding anything."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []

    def update(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> IndexReport:
        self.passages = list(passages)
        return IndexReport(embedded=len(passages), kept=0, removed=0, seconds=0.0)


def test_publishing_gives_the_index_exactly_what_is_known_now(
    article_store: ArticleStore, clock: FrozenClock
) -> None:
    index = RecordingIndex()
    publishing = Publishing(article_store, index, clock, market="cn")
    article_store.seed([article(), parse_article(markdown("only-japan", market="jp"))])
    assert publishing.refresh().embedded == 2
    article_store.save(WEN, "care-lambskin", markdown(text="Do not rub."), "")
    publishing.publish(WEN, "care-lambskin", 2)
    assert {(p.article, p.revision, p.lang) for p in index.passages} == {
        ("care-lambskin", 2, "zh"),
        ("care-lambskin", 2, "en"),
    }
    assert "Do not rub." in {passage.text for passage in index.passages}


def test_a_person_who_may_not_publish_changes_neither_article_store_nor_index(
    article_store: ArticleStore, clock: FrozenClock
) -> None:
    index = RecordingIndex()
    article_store.seed([article()])
    with pytest.raises(NotAllowed):
        Publishing(article_store, index, clock).publish(CLAIRE, "care-lambskin", 1)
    assert index.passages == []


def test_publishing_wakes_who_watches_the_knowledge(
    article_store: ArticleStore, store: SqlStore
) -> None:
    article_store.seed([article()])
    watching = store.bell.subscribe(["knowledge"])
    watching.wait(1.0)
    article_store.save(WEN, "care-lambskin", markdown(text="Do not rub."), "")
    assert watching.wait(1.0)
