"""The chain of a trace record: what breaks it, where, and what may be said then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.trace_registry import TraceFile
from scripts import sample_provenance
from shop.errors import ContentError
from shop.language import Bilingual
from shop.provenance import (
    Link,
    Record,
    Scan,
    ScannedBy,
    break_with_earlier,
    first_break,
    origin,
    sealed,
)
from shop.trace_findings import Finding, Verdict, examine
from shop.trace_rulings import record_of_code, what_it_proves, what_it_proves_not
from shop.trace_timeline import Standing, timeline

CODE, PIECE = "TV-KLMN-20260417", "TV-B02"
BEIJING = ZoneInfo("Asia/Shanghai")
DELIVERED = datetime(2026, 4, 29, 8, 30, tzinfo=UTC)
NUMBERS = (1, 2, 3, 4, 5, 6, 7, 7, 8, 8)
WORDS = st.text(max_size=12)
CONTENT = ("at", "place", "by", "what", "document", "delivered")
FILE = Path(sample_provenance.__file__).parents[1] / "knowledge" / "house" / "provenance.yaml"


def link(number: int, text: str = "entered", delivered: bool = False) -> Link:
    said = Bilingual(f"登记{text}", text)
    at = (DELIVERED + timedelta(days=number - 7)).isoformat()
    return Link(number=number, at=at, place=said, by=said, what=said, delivered=delivered, hash="")


def chain(links: Sequence[Link], code: str = CODE, piece: str = PIECE) -> Record:
    """The links, each sealed upon the one before."""
    previous, done = origin(code, piece), []
    for each in links:
        previous = sealed(each, previous)
        done.append(each.model_copy(update={"hash": previous}))
    return Record(code=code, piece=piece, links=tuple(done))


@st.composite
def records(draw: st.DrawFn) -> Record:
    return chain([link(n, draw(WORDS), delivered=at == 7) for at, n in enumerate(NUMBERS)])


def with_links(record: Record, links: Sequence[Link]) -> Record:
    return record.model_copy(update={"links": tuple(links)})


def changed(record: Record, position: int, **fields: Any) -> Record:
    links = list(record.links)
    links[position] = links[position].model_copy(update=fields)
    return with_links(record, links)


RECORD = chain([link(n, delivered=at == 7) for at, n in enumerate(NUMBERS)])
PLACES = st.integers(0, len(NUMBERS) - 1)


@given(records())
def test_a_chain_sealed_link_upon_link_holds(record: Record) -> None:
    assert first_break(record) is None


@given(records(), PLACES, st.sampled_from(("place", "by", "what")), WORDS, WORDS)
def test_any_change_of_a_text_breaks_the_chain_at_that_link(
    record: Record, place: int, field: str, zh: str, en: str
) -> None:
    said = Bilingual(zh, en)
    if said == getattr(record.links[place], field):
        return
    broken = first_break(changed(record, place, **{field: said}))
    assert broken is not None
    assert broken.place == place


@given(
    PLACES,
    st.integers(0, 10_000),
    st.integers(0, 0x10FFFF).filter(lambda c: not 0xD800 <= c < 0xE000),
)
def test_any_change_of_one_character_of_a_link_breaks_it_there(
    place: int, at: int, code_point: int
) -> None:
    """Of every text in it, the moment and the hash among them."""
    texts = [("at", ""), ("document", ""), ("hash", "")]
    field, _ = texts[at % len(texts)]
    old = getattr(RECORD.links[place], field) or "x"
    where = at % len(old)
    new = old[:where] + chr(code_point) + old[where + 1 :]
    if new == getattr(RECORD.links[place], field):
        return
    broken = first_break(changed(RECORD, place, **{field: new}))
    assert broken is not None
    assert broken.place == place


@given(records(), st.integers(0, len(NUMBERS) - 2), WORDS)
def test_a_change_sealed_anew_breaks_the_next_link(record: Record, place: int, text: str) -> None:
    before = origin(CODE, PIECE) if place == 0 else record.links[place - 1].hash
    forged = record.links[place].model_copy(update={"document": f"forged {text}"})
    broken = first_break(
        changed(record, place, document=forged.document, hash=sealed(forged, before))
    )
    assert broken is not None
    assert broken.place == place + 1


@given(records(), st.permutations(range(len(NUMBERS))))
def test_order_matters(record: Record, order: list[int]) -> None:
    shuffled = with_links(record, [record.links[at] for at in order])
    assert (first_break(shuffled) is None) == (order == sorted(order))


@given(records(), st.integers(0, len(NUMBERS) - 2))
def test_a_link_left_out_breaks_the_chain_where_it_was(record: Record, place: int) -> None:
    links = [each for at, each in enumerate(record.links) if at != place]
    broken = first_break(with_links(record, links))
    assert broken is not None
    assert broken.place == place


@pytest.mark.parametrize("other", [{"code": "TV-WXYZ-20260417"}, {"piece": "TV-B01"}])
def test_a_chain_cannot_be_moved_to_another_code_or_piece(other: dict[str, str]) -> None:
    broken = first_break(RECORD.model_copy(update=other))
    assert broken is not None
    assert broken.number == 1


def test_a_station_left_out_is_found_even_in_a_chain_that_was_sealed_so() -> None:
    skipping = chain([link(n) for n in (1, 2, 4)])
    broken = first_break(skipping)
    assert broken is not None
    assert (broken.number, broken.why) == (3, "order")


def seen(record: Record, days: int = 1, by: ScannedBy = ScannedBy.CLIENT) -> Scan:
    at = DELIVERED + timedelta(days=days)
    return Scan(record.code, at, by, len(record.links), record.links[-1].hash)


@given(records(), records())
def test_a_chain_made_anew_as_a_whole_breaks_with_what_earlier_scans_saw(
    old: Record, new: Record
) -> None:
    broken = break_with_earlier(new, [seen(old)])
    assert (broken is None) == (old == new)


def test_a_service_entry_that_is_gone_again_is_missed_by_an_earlier_scan() -> None:
    found = examine(CODE, with_links(RECORD, RECORD.links[:-1]), [seen(RECORD)])
    assert found.verdict is Verdict.BROKEN
    assert found.broken is not None
    assert (found.broken.number, found.broken.why) == (8, "missing")


def test_a_chain_that_grew_is_the_one_that_earlier_scans_saw() -> None:
    shorter = with_links(RECORD, RECORD.links[:-1])
    assert examine(CODE, RECORD, [seen(shorter), seen(RECORD, 9)]).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(("days", "verdict"), [(-1, Verdict.SCANNED_EARLY), (1, Verdict.VERIFIED)])
def test_a_first_scan_before_delivery_is_a_warning(days: int, verdict: Verdict) -> None:
    assert examine(CODE, RECORD, [seen(RECORD, 5), seen(RECORD, days)]).verdict is verdict


def test_a_scan_of_what_was_not_delivered_yet_is_a_warning() -> None:
    under_way = with_links(RECORD, RECORD.links[:7])
    assert examine(CODE, under_way, [seen(under_way)]).verdict is Verdict.SCANNED_EARLY


def test_that_the_house_itself_looked_is_no_first_scan() -> None:
    looked = seen(RECORD, -9, ScannedBy.HOUSE)
    assert examine(CODE, RECORD, [looked]).verdict is Verdict.VERIFIED


def test_a_broken_chain_is_said_before_an_early_scan() -> None:
    broken = changed(RECORD, 3, document="forged")
    assert examine(CODE, broken, [seen(RECORD, -1)]).verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("code", "verdict"),
    [("TV-KLMN-2026041", Verdict.BAD_FORM), ("hello", Verdict.BAD_FORM), ("", Verdict.BAD_FORM),
     ("TV-ZZZZ-20260417", Verdict.UNKNOWN), (f" {CODE.lower()} ", Verdict.VERIFIED)],
)  # fmt: skip
def test_a_code_is_read_as_it_was_typed(code: str, verdict: Verdict) -> None:
    record = RECORD if code.strip().upper() == CODE else None
    assert examine(code, record).verdict is verdict


def test_the_timeline_says_where_the_break_is_and_what_comes_after_it() -> None:
    stations = timeline(examine(CODE, changed(RECORD, 3, document="forged")))
    assert [station.standing for station in stations] == [
        *[Standing.HOLDS] * 3, Standing.BROKEN, *[Standing.AFTER] * 4,
    ]  # fmt: skip


def test_the_timeline_of_a_piece_under_way_shows_what_is_still_to_come() -> None:
    stations = timeline(examine(CODE, with_links(RECORD, RECORD.links[:5])))
    assert [s.standing for s in stations] == [Standing.HOLDS] * 5 + [Standing.AWAITED] * 3


def findings() -> list[Finding]:
    broken = [changed(RECORD, place, document="forged") for place in range(len(NUMBERS))]
    return [
        examine("TV-KLMN-2026041", None),
        examine(CODE, None),
        examine(CODE, RECORD),
        examine(CODE, with_links(RECORD, RECORD.links[:5])),
        examine(CODE, RECORD, [seen(RECORD, -1)]),
        examine(CODE, with_links(RECORD, RECORD.links[:5]), [seen(RECORD, -1)]),
        examine(CODE, with_links(RECORD, RECORD.links[:-1]), [seen(RECORD)]),
        *(examine(CODE, record) for record in broken),
    ]


@pytest.mark.parametrize("found", findings(), ids=lambda f: f"{f.verdict}-{f.broken}")
def test_no_finding_ever_passes_for_an_appraisal(found: Finding) -> None:
    said = record_of_code(found, "Rivage", BEIJING).say
    assert said.zh.endswith("这不等于鉴定。")
    assert said.en.endswith("This is not an appraisal.")
    for words in (said, what_it_proves(found).say, what_it_proves_not(found).say):
        for claim in ("正品", "真品", "保真", "authentic", "genuine", "real thing", "RMB", "元"):
            assert claim not in words.zh + words.en


def test_the_sample_file_is_what_the_script_writes() -> None:
    assert FILE.read_text("utf-8") == sample_provenance.text()


def test_the_sample_house_shows_every_verdict() -> None:
    registry = TraceFile(FILE)
    found = {examine(code, registry.find(code)).verdict for code in registry.codes()}
    assert found == {Verdict.VERIFIED, Verdict.BROKEN, Verdict.SCANNED_EARLY}


def test_records_name_no_price_and_nobody() -> None:
    assert set(Record.model_fields) == {"code", "piece", "links", "scans"}
    assert set(Link.model_fields) == {"number", *CONTENT, "hash"}


def test_a_code_that_stands_twice_is_an_error_with_its_line(tmp_path: Path) -> None:
    text = FILE.read_text("utf-8")
    twice = tmp_path / "provenance.yaml"
    twice.write_text(text + text[text.index("- code") :], "utf-8")
    with pytest.raises(ContentError, match="stands here twice"):
        TraceFile(twice)
