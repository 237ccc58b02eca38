"""Who has the conversation, in the chat's one quiet line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.parts import clock
from console.parts.chat import holder
from shop.language import Lang

BEIJING = ZoneInfo("Asia/Shanghai")
NIGHT = datetime(2027, 1, 4, 23, 59, tzinfo=BEIJING)


@pytest.fixture(autouse=True)
def a_reader_in_beijing(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (holder, clock):
        monkeypatch.setattr(module, "time_zone", lambda: BEIJING)


def test_an_hour_of_today_is_told_without_its_day() -> None:
    now = datetime(2026, 11, 23, 15, 59, tzinfo=UTC)
    assert holder.when(now, now - timedelta(hours=15)) == f"{now.astimezone(BEIJING):%H:%M}"


@pytest.mark.parametrize(("lang", "said"), [("zh", "1月5日 10:00"), ("en", "5 Jan 10:00")])
def test_an_hour_of_another_day_is_told_with_its_day(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, said: str
) -> None:
    monkeypatch.setattr(holder, "page_lang", lambda: lang)
    assert holder.when(datetime(2027, 1, 5, 10, tzinfo=BEIJING), NIGHT) == said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ahead", range(0, 400, 7))
def test_every_day_can_be_told(monkeypatch: pytest.MonkeyPatch, lang: Lang, ahead: int) -> None:
    monkeypatch.setattr(holder, "page_lang", lambda: lang)
    assert holder.when(NIGHT + timedelta(days=ahead), NIGHT)
