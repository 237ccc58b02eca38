"""The article store: every article of the house with all its revisions.

A revision never changes once it is kept; editing makes the next one, a draft, and publishing
makes it the one that the advisor knows. What came with the software is revision by revision
brought up to date with its files (`seed`) until a person edits the article: from then on it is
the house's own, and no upgrade touches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from threading import Lock

from knowledge.articles import Article, parse_article
from shop.access import Permission, Staff, require
from shop.errors import BadInput, Conflict, ContentError, NotFound
from shop.existing import existing
from shop.ports import KNOWLEDGE, Clock, Store, Work
from shop.revisions import ArticleLabel, ArticleSummary, Revision, RevisionState
from shop.writings import storable

LONGEST_ARTICLE = 100_000  # characters
LONGEST_ID = 120
LONGEST_NOTE = 500
Articles = list[Article]  # in the class below, `list` is a method
Revisions = list[Revision]
Summaries = list[ArticleSummary]

_HOUSE = "house"
_EVERYWHERE = "all"


class ArticleStore:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._parsed: dict[tuple[str, int], Article] = {}
        self._lock = Lock()

    def seed(self, articles: Sequence[Article]) -> int:
        """Bring the article store up to date with the house's files; how many articles changed.

        `articles` are all of them: an article whose file is gone is no longer published. An
        article that a person edited stays as it is.
        """
        with self._store.begin() as work:
            work.alone("seed")
            edited = work.articles.edited()
            ours = {id_: text for id_, _, text in work.articles.published() if id_ not in edited}
            changed = [
                article
                for article in articles
                if article.id not in edited and ours.get(article.id) != article.markdown
            ]
            for article in changed:
                self._add_from_house(work, article)
            gone = set(ours) - {article.id for article in articles}
            withdrawn = sum(_supersede(work, article_id) for article_id in sorted(gone))
            if changed or withdrawn:
                count = len(changed)
                work.record(_HOUSE, "seed", "library", (KNOWLEDGE,), changed=count, gone=withdrawn)
            return len(changed) + withdrawn

    def published(self, on: date, market: str | None = None) -> Articles:
        """What the advisor knows on that day, by id; None: in every market."""
        with self._store.read() as work:
            rows = work.articles.published()
        articles = [self._read(article_id, number, text) for article_id, number, text in rows]
        return [
            article for article in articles if article.is_valid_on(on) and _is_for(article, market)
        ]

    def list(self, text: str = "", topic: str = "") -> Summaries:
        """By topic, then id. `text`: every word of it stands in the article's newest revision."""
        with self._store.read() as work:
            return work.articles.all(storable(text).split(), topic)

    def get(self, article_id: str, revision: int | None = None) -> Article:
        """That revision; without one the published, else the newest. Raises NotFound."""
        with self._store.read() as work:
            number = revision or _shown(work.articles.revisions(article_id)).number
            text = existing(work.articles.text(article_id, number), "revision")
        return self._read(article_id, number, text)

    def history(self, article_id: str) -> Revisions:
        """Newest first. Raises NotFound."""
        with self._store.read() as work:
            return _existing(work.articles.revisions(article_id))

    def save(
        self, staff: Staff, article_id: str, markdown: str, note: str, base: int | None = None
    ) -> Revision:
        """Keep a new draft, made from revision `base` (None: from the published one).

        An unknown `article_id` begins a new article. Raises ContentError for a text that can't
        be used, Conflict when somebody else has saved a revision after `base`.
        """
        require(staff, Permission.EDIT_KNOWLEDGE)
        article = _usable(article_id, markdown)
        with self._store.begin() as work:
            work.alone(f"article:{article_id}")
            earlier = work.articles.revisions(article_id)
            base = base if base is not None else _published_number(earlier)
            _require_nothing_newer(earlier, base, staff)
            revision = self._next(
                article_id, earlier, RevisionState.DRAFT, base, staff=staff, note=note
            )
            if not earlier:
                work.articles.label(_label(article))
            work.articles.add(revision, article.markdown)
            self._record(work, staff, "save", revision)
            return revision

    def publish(self, staff: Staff, article_id: str, revision: int) -> Revision:
        """Make a revision the one that the advisor knows, and the one before it superseded.

        An earlier revision may be published again. The index follows in `knowledge.publishing`.
        """
        require(staff, Permission.PUBLISH_KNOWLEDGE)
        with self._store.begin() as work:
            work.alone(f"article:{article_id}")
            earlier = work.articles.revisions(article_id)
            wanted = _numbered(_existing(earlier), revision)
            text = work.articles.text(article_id, revision) or ""
            _supersede(work, article_id)
            _drop_drafts(work, earlier, before=revision)
            work.articles.set_state(article_id, revision, RevisionState.PUBLISHED)
            work.articles.label(_label(self._read(article_id, revision, text)))
            self._record(work, staff, "publish", wanted)
            return _numbered(work.articles.revisions(article_id), revision)

    def _add_from_house(self, work: Work, article: Article) -> None:
        earlier = work.articles.revisions(article.id)
        published = RevisionState.PUBLISHED
        revision = self._next(article.id, earlier, published, _published_number(earlier))
        _supersede(work, article.id)
        work.articles.label(_label(article))
        work.articles.add(revision, article.markdown)

    def _next(
        self,
        article_id: str,
        earlier: Sequence[Revision],
        state: RevisionState,
        base: int,
        *,
        staff: Staff | None = None,
        note: str = "",
    ) -> Revision:
        at: datetime = self._clock()
        return Revision(
            article_id=article_id,
            number=max((revision.number for revision in earlier), default=0) + 1,
            state=state,
            author=staff.name if staff else _HOUSE,
            author_id=staff.id if staff else "",
            at=at,
            note=storable(note).strip()[:LONGEST_NOTE],
            base=base,
            from_house=staff is None,
        )

    def _record(self, work: Work, staff: Staff, verb: str, revision: Revision) -> None:
        subject, number = revision.article_id, revision.number
        work.record(staff.actor, verb, subject, (KNOWLEDGE,), revision=number)

    def _read(self, article_id: str, number: int, markdown: str) -> Article:
        """Parsed once per process: a revision never changes."""
        key = (article_id, number)
        with self._lock:
            found = self._parsed.get(key)
        if found is None:
            found = parse_article(markdown, f"{article_id}.md", number)
            with self._lock:
                self._parsed[key] = found
        return found


def _usable(article_id: str, markdown: str) -> Article:
    path = f"{article_id}.md"
    if len(markdown) > LONGEST_ARTICLE or len(article_id) > LONGEST_ID:
        raise BadInput(
            f"An article has at most {LONGEST_ARTICLE} characters, its id at most {LONGEST_ID}."
        )
    article = parse_article(storable(markdown), path)
    if article.id != article_id:
        raise ContentError(path, 1, "id", f"must stay {article_id}: answers refer to it")
    return article


def _label(article: Article) -> ArticleLabel:
    return ArticleLabel(article.id, article.front.topic, article.front.title, article.front.owner)


def _is_for(article: Article, market: str | None) -> bool:
    return market is None or bool({_EVERYWHERE, market} & set(article.front.market))


def _existing(revisions: Revisions) -> Revisions:
    return existing(revisions or None, "article")


def _numbered(revisions: Iterable[Revision], number: int) -> Revision:
    for revision in revisions:
        if revision.number == number:
            return revision
    raise NotFound("There is no such revision.")


def _shown(revisions: Revisions) -> Revision:
    newest = _existing(revisions)[0]
    return next((r for r in revisions if r.state is RevisionState.PUBLISHED), newest)


def _published_number(revisions: Iterable[Revision]) -> int:
    found = (r.number for r in revisions if r.state is RevisionState.PUBLISHED)
    return next(found, 0)


def _require_nothing_newer(revisions: Iterable[Revision], base: int, staff: Staff) -> None:
    standing = (r for r in revisions if r.state is not RevisionState.SUPERSEDED)
    for revision in standing:
        if revision.number > base and revision.author_id != staff.id:
            raise Conflict(
                f"{revision.author} saved revision {revision.number} meanwhile. "
                "Open it, and make your change there."
            )


def _supersede(work: Work, article_id: str) -> bool:
    """Whether there was a published revision."""
    number = _published_number(work.articles.revisions(article_id))
    if number:
        work.articles.set_state(article_id, number, RevisionState.SUPERSEDED)
    return number > 0


def _drop_drafts(work: Work, revisions: Iterable[Revision], before: int) -> None:
    """Drafts older than what is published now wait for nothing any more."""
    for revision in revisions:
        if revision.number < before and revision.state is RevisionState.DRAFT:
            work.articles.set_state(revision.article_id, revision.number, RevisionState.SUPERSEDED)
