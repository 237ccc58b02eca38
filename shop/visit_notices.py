"""What the house says in a chat about appointments and cases, in the conversation's language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from shop.cases import CaseKind
from shop.chats import SHOWN_AFTER_CLOSE
from shop.conversations import Conversation
from shop.language import Bilingual, Lang
from shop.moments import WEEKDAYS
from shop.notices import notice
from shop.ports import Work

BOOKED = Bilingual(
    "已为您预约{salon}：{when}（当地时间），45 分钟。{until} 前可更改或取消。{bonded}",
    "Your appointment is booked: {salon}, {when} local time, 45 minutes. You may change or cancel "
    "it until {until}.{bonded}",
)
CHANGED = Bilingual(
    "您的预约已改为{salon}：{when}（当地时间），45 分钟。{until} 前可更改或取消。{bonded}",
    "Your appointment is changed: {salon}, {when} local time, 45 minutes. You may change or cancel "
    "it until {until}.{bonded}",
)
CANCELLED = Bilingual(
    "您在{salon}的预约（{when}）已取消。",
    "Your appointment in {salon} on {when} is cancelled.",
)
REMINDER = Bilingual(
    "提醒：您预约了{salon}，{when}（当地时间）。{until} 前可更改或取消。{bonded}",
    "A reminder: your appointment in {salon} is on {when} local time. You may change or cancel it "
    "until {until}.{bonded}",
)
BONDED = Bilingual(  # H-H4
    "该店为保税体验店：展示的保税商品不能当场提走，付款后 24 小时内由保税仓发出。",
    " This is a bonded salon: its bonded goods cannot be carried out; they are paid online and "
    "shipped from the bonded warehouse within 24 hours.",
)
CASE_OPENED = Bilingual(
    "已为您立案（编号 {reference}）：{kind}。{say}",
    "A case is open for you ({reference}): {kind}. {say}",
)
CASE_ASKED = Bilingual(
    "关于您的案件 {reference}，我们需要您补充：{asked}",
    "For your case {reference} we need to ask you: {asked}",
)
CASE_GRANTED = Bilingual(
    "您的案件 {reference} 已有决定：同意。{decision}",
    "Your case {reference} is decided in your favour. {decision}",
)
CASE_DECLINED = Bilingual(
    "您的案件 {reference} 已有决定：未获同意。{decision}",
    "Your case {reference} is decided, not in your favour. {decision}",
)
CASE_CLOSED = Bilingual("您的案件 {reference} 已结案。", "Your case {reference} is closed.")

KINDS = {
    CaseKind.CLEANING: Bilingual("皮具清洁", "leather cleaning"),
    CaseKind.LATE_DELIVERY: Bilingual("配送延误", "late delivery"),
    CaseKind.RETURN: Bilingual("退货", "return"),
    CaseKind.AUTHENTICITY: Bilingual("正品疑问", "doubt about authenticity"),
    CaseKind.DISPUTE: Bilingual("争议", "dispute"),
}


def day_and_hour(at: datetime, lang: Lang, zone: ZoneInfo) -> str:
    """'11 月 28 日（周六）15:00' or 'Saturday 28 November, 15:00'."""
    local = at.astimezone(zone)
    zh, en = WEEKDAYS[local.weekday()]
    if lang == "zh":
        return f"{local.month} 月 {local.day} 日（{zh}）{local:%H:%M}"
    return f"{en} {local.day} {local:%B}, {local:%H:%M}"


def chat_of(
    work: Work, client_id: str | None, conversation_id: str | None, now: datetime
) -> Conversation | None:
    """The chat in which she reads of it: the one she would see, else the one it came from."""
    if client_id:
        since = now - SHOWN_AFTER_CLOSE
        current = work.conversations.current("", client_id, closed_after=since)
        if current:
            return current
    return work.conversations.get(conversation_id) if conversation_id else None


def tell(
    work: Work, conversation: Conversation | None, says: Bilingual, at: datetime, **places: str
) -> bool:
    """Say it in her chat; False when she has none."""
    if conversation is None:
        return False
    work.messages.append(notice(conversation, says, "", at, **places))
    return True
