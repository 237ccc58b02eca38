"""Months and working days, as the house rules count them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_WEEKEND = (5, 6)


def months_after(day: date, months: int) -> date:
    """The same day of the month that many months on; a shorter month ends earlier."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def working_days_after(day: date, count: int) -> date:
    """The day after that many days from Monday to Friday. Public holidays are not known here."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() not in _WEEKEND
    return day
