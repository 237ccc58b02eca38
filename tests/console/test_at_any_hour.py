"""Every page at every kind of hour: night, weekend, turn of the year, a leap day, a holiday."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from console import i18n, session
from console.entry.main import STAFF_PATHS
from shop.access import Role
from shop.appointments import Wanted
from shop.clients import Client, Tier, Visitor
from shop.conversations import Conversation
from shop.handoffs import Reason
from shop.hours import Holiday
from shop.language import Lang
from storefront.identity import CLIENT_HEADER, STAFF_HEADER, VISITOR_HEADER
from tests.conftest import FrozenClock
from tests.console.conftest import SignIn
from tests.console.pages import PAGES, shown
from tests.console.shopper import MAIN, ME

BEIJING, JINGAN = ZoneInfo("Asia/Shanghai"), "shanghai-jingan"
FESTIVAL = Holiday.model_validate(
    {"name": {"zh": "春节", "en": "Spring Festival"}, "first": "2027-02-06", "last": "2027-02-08"}
)
# When she asks for a person, and what a silver client's note says of when it is read.
HOURS = (
    (datetime(2026, 12, 16, 11, 30, tzinfo=BEIJING), "", ""),
    (datetime(2026, 12, 16, 7, 30, tzinfo=BEIJING), "10:00", "10:00"),
    (datetime(2026, 12, 16, 20, 30, tzinfo=BEIJING), "12月17日 10:00", "17 Dec 10:00"),
    (datetime(2026, 12, 16, 23, 59, 59, tzinfo=BEIJING), "12月17日 10:00", "17 Dec 10:00"),
    (datetime(2026, 12, 19, 21, 0, tzinfo=BEIJING), "12月20日 10:00", "20 Dec 10:00"),
    (datetime(2026, 12, 31, 22, 0, tzinfo=BEIJING), "1月1日 10:00", "1 Jan 10:00"),
    (datetime(2027, 2, 5, 20, 0, tzinfo=BEIJING), "2月9日 10:00", "9 Feb 10:00"),
    (datetime(2027, 2, 7, 12, 0, tzinfo=BEIJING), "2月9日 10:00", "9 Feb 10:00"),
    (datetime(2028, 2, 28, 20, 1, tzinfo=BEIJING), "2月29日 10:00", "29 Feb 10:00"),
)
HOLDER = {
    "zh": (
        "正在等待真人顾问接入，期间智能顾问仍可回答您的问题。",
        "您的留言已收到，服务台将于 {} 开始服务后处理。",
    ),
    "en": (
        "You are waiting for a person. The advisor still answers meanwhile.",
        "Your note is with the house. It will be read when the desk opens at {}.",
    ),
}
AT = pytest.mark.parametrize(
    ("at", "zh", "en"), HOURS, ids=[f"{at:%Y-%m-%dT%H%M}" for at, _, _ in HOURS]
)
IN = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture
def house_with_a_holiday(staffed: Any) -> Any:
    """Each of its services has this one book of tiers, which nobody changes otherwise."""
    object.__setattr__(staffed.tiers, "holidays", (FESTIVAL,))
    return staffed


def asks_for_a_person(services: Any, lang: Lang) -> tuple[Client, Conversation]:
    """A client with an appointment ahead of her."""
    client = services.client_accounts.create("Lin Yue", Tier.SILVER, lang, {"shoes": "EU 38.5"})
    conversation = services.chats.open(Visitor(ME.id, client), lang)
    services.desk.request(conversation.id, Reason.STYLING)
    return client, conversation


def read_in(lang: Lang, script: Path, **query: str) -> str:
    page = AppTest.from_file(str(script), default_timeout=60)
    page.session_state[i18n._LANG_KEY] = lang
    page.query_params.update(query)
    page.run()
    assert not page.exception
    return shown(page)


@IN
@AT
def test_a_client_reads_when_her_note_is_read(
    at: datetime, zh: str, en: str, lang: Lang,
    house_with_a_holiday: Any, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clock.now = at
    client, _ = asks_for_a_person(house_with_a_holiday, lang)
    link = house_with_a_holiday.client_accounts.link_token(client.id)
    known = {VISITOR_HEADER: ME.id, CLIENT_HEADER: link, STAFF_HEADER: ""}
    monkeypatch.setattr(session, "identity_headers", lambda: known)
    read = read_in(lang, MAIN)
    told = read.partition('class="mq-holder"')[2].partition("</p>")[0].partition(">")[2]
    assert told == HOLDER[lang][bool(opens := {"zh": zh, "en": en}[lang])].format(opens)


@IN
@AT
def test_every_page_of_staff_can_be_drawn(
    at: datetime, zh: str, en: str, lang: Lang,
    house_with_a_holiday: Any, clock: FrozenClock, sign_in: SignIn,
) -> None:  # fmt: skip
    clock.now = at
    manager = sign_in(Role.MANAGER)
    client, conversation = asks_for_a_person(house_with_a_holiday, lang)
    day = house_with_a_holiday.visits.days(JINGAN)[3]
    starts = house_with_a_holiday.visits.free(JINGAN, day)[0].starts_at
    house_with_a_holiday.salon_desk.book(manager, Wanted(JINGAN, starts, "try_on"), client.id)
    query = {
        "desk": {"conversation": conversation.id},
        "clients": {"client": client.id},
        "appointments": {"salon": JINGAN, "day": f"{day}"},
    }
    for path in STAFF_PATHS:
        assert read_in(lang, PAGES / f"{path}.py", **query.get(path, {}))
