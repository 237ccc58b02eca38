from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from knowledge.stock_feed import StockFile
from shop.stock import FRESH_FOR, StockFeed, stock_of
from tests.shop.house_books import piece

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
BEIJING = ZoneInfo("Asia/Shanghai")
ITEMS = [
    {"piece": "TV-S01", "size": "EU 38", "quantity": 3},
    {"piece": "TV-S01", "size": "EU 39", "quantity": 0},
    {"piece": "TV-W01", "quantity": 1},
]


def feed(at: datetime = NOON) -> StockFeed:
    return StockFeed.model_validate({"at": at.isoformat(), "items": ITEMS})


def test_a_size_in_stock_is_said_with_the_time_of_the_feed() -> None:
    ruling = stock_of(feed(), piece("TV-S01"), "EU 38", NOON, BEIJING)
    assert ruling
    assert ruling.values["in_stock"] == "yes"
    assert "12:00" in ruling.say.en
    assert "EU 38" in ruling.say.zh


def test_a_size_without_a_piece_left_is_not_in_stock() -> None:
    ruling = stock_of(feed(), piece("TV-S01"), "EU 39", NOON, BEIJING)
    assert ruling
    assert ruling.values["in_stock"] == "no"


def test_without_a_size_every_size_in_stock_is_named() -> None:
    ruling = stock_of(feed(), piece("TV-S01"), None, NOON, BEIJING)
    assert ruling
    assert ruling.values["sizes"] == "EU 38"


@pytest.mark.parametrize("age", [FRESH_FOR + timedelta(seconds=1), timedelta(hours=-1)])
def test_a_feed_that_is_old_or_from_the_future_says_nothing(age: timedelta) -> None:
    assert stock_of(feed(NOON - age), piece("TV-W01"), None, NOON, BEIJING) is None


def test_a_piece_that_the_feed_does_not_name_has_no_ruling() -> None:
    assert stock_of(feed(), piece("TV-B01"), None, NOON, BEIJING) is None
    assert stock_of(None, piece("TV-B01"), None, NOON, BEIJING) is None


def test_no_quantity_is_ever_said() -> None:
    ruling = stock_of(feed(), piece("TV-S01"), "EU 38", NOON, BEIJING)
    assert ruling
    assert "quantity" not in ruling.values
    assert " 3 " not in ruling.say.en


def test_a_feed_without_its_offset_is_refused() -> None:
    with pytest.raises(ValidationError):
        StockFeed.model_validate({"at": "2026-11-23T12:00", "items": []})


def test_a_json_feed_is_read_again_when_it_changes(tmp_path: Path) -> None:
    read = StockFile(tmp_path)
    assert read() is None
    file = tmp_path / "stock.json"
    file.write_text(json.dumps({"at": NOON.isoformat(), "items": ITEMS}), "utf-8")
    first = read()
    file.write_text(json.dumps({"at": NOON.isoformat(), "items": []}), "utf-8")
    second = read()
    assert first is not None
    assert len(first.items) == len(ITEMS)
    assert second is not None
    assert second.items == ()


def test_the_oldest_row_of_a_csv_feed_is_its_time(tmp_path: Path) -> None:
    rows = [
        "piece,size,quantity,at",
        "TV-S01,EU 38,3,2026-11-23T12:05:00+08:00",
        "TV-W01,,1,2026-11-23T12:00:00+08:00",
    ]
    (tmp_path / "stock.csv").write_text("\n".join(rows), "utf-8")
    found = StockFile(tmp_path)()
    assert found is not None
    assert found.at == NOON


@pytest.mark.parametrize("text", ["", "{", '{"at": "soon", "items": []}', '{"items": 3}', "[]"])
def test_a_feed_that_cannot_be_used_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stock.json").write_text(text, "utf-8")
    assert StockFile(tmp_path)() is None
