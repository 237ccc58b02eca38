"""Salon appointments: how far ahead they may be made (H-H2)."""

from __future__ import annotations

from shop.language import Bilingual
from shop.rulings import Ruling, require_not_negative, ruling

_LEAST_HOURS, _MOST_DAYS = 24, 14


def appointment_in(days: int, said: Bilingual) -> Ruling:
    """Whether an appointment may be made for a day so many days from now.

    `said`: the time ahead in words. `values`: days, possible ('yes', 'too_early', 'too_late').
    Raises BadInput for a day gone by.
    """
    require_not_negative(days, "The days ahead")
    possible, (zh, en) = "yes", _POSSIBLE
    if days > _MOST_DAYS:
        possible, (zh, en) = "too_early", _TOO_EARLY
    elif days < 1:
        possible, (zh, en) = "too_late", _TOO_LATE
    return ruling(
        "H-H2",
        "house",
        zh,
        en,
        said=said,
        days=days,
        possible=possible,
        hours=_LEAST_HOURS,
        most=_MOST_DAYS,
        wait=max(days - _MOST_DAYS, 0),
    )


_POSSIBLE = (
    "{said}可以预约：门店需提前 {hours} 小时至 {most} 天预约，每场 45 分钟。",
    "Yes, an appointment {said} can be made: they are booked from {hours} hours to {most} days "
    "ahead and take 45 minutes.",
)
_TOO_EARLY = (
    "{said}还太早，现在不能约：门店最早提前 {most} 天、最晚提前 {hours} 小时预约，"
    "请约 {wait} 天后再来预约。",
    "No, {said} is too early to book today: appointments are made at most {most} days and at "
    "least {hours} hours ahead, so please book in {wait} days.",
)
_TOO_LATE = (
    "今天已来不及预约：门店需提前 {hours} 小时至 {most} 天。有空位时欢迎直接到店，但不保证有位。",
    "No, for today it is too late to book: appointments are made {hours} hours to {most} days "
    "ahead. You are welcome to walk in if there is room, which we can't promise.",
)
