"""What a client is entitled to in a case, and by when the house must act: computed by rule-books.

Nothing here decides: a manager does. A doubt about authenticity gets no judgement on the piece.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from shop.cases import (
    AuthenticityFacts,
    CaseKind,
    CleaningFacts,
    DisputeFacts,
    Facts,
    LateFacts,
    ReturnFacts,
    Verdict,
)
from shop.cleaning import cleaning_days, cleaning_of, cleaning_price
from shop.clients import Tier
from shop.dates import months_after, working_days_after
from shop.guarantees import (
    counterfeit_compensation,
    dispute_clock,
    hours_late,
    late_payout,
    payout_credited_by,
)
from shop.returns import INSPECTION_HOURS, REFUND_HOURS, refund_timing, return_eligibility
from shop.rulings import Ruling, require_not_negative, ruling
from shop.tiers import TierBook
from shop.trace_codes import form_of_code

FIRST_STEP = timedelta(hours=24)  # ours, where the house has no clock yet
_YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entitlement depends on besides the facts. `at`: when the case was opened.

    `cleanings` are those already booked in this membership year.
    """

    book: TierBook
    tier: Tier | None
    at: datetime
    cleanings: int = 0

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.book.timezone)

    @property
    def local(self) -> datetime:
        return self.at.astimezone(self.zone)


def entitlement(facts: Facts, standing: Standing) -> Ruling:
    """Raises BadInput for facts that contradict each other or the clock."""
    match facts:
        case CleaningFacts():
            return _cleaning(facts, standing)
        case LateFacts():
            return _late(facts, standing)
        case ReturnFacts():
            return _return(facts, standing)
        case AuthenticityFacts():
            return _authenticity(facts, standing)
        case DisputeFacts():
            return _dispute(facts, standing)


def due(facts: Facts, standing: Standing) -> datetime:
    """By when the house must act, from the facts known now."""
    match facts:
        case CleaningFacts():
            days = int(cleaning_days().values["days"])
            return _end_of(working_days_after(standing.local.date(), days), standing.zone)
        case LateFacts(delivered=datetime() as delivered):
            day = delivered.astimezone(standing.zone).date()
            return _end_of(payout_credited_by(day), standing.zone)
        case ReturnFacts(arrived=datetime() as arrived):
            return arrived + timedelta(hours=INSPECTION_HOURS)
        case LateFacts() | ReturnFacts():
            return standing.at + FIRST_STEP
        case _:
            return datetime.fromisoformat(str(dispute_clock(standing.at).values["due"]))


def due_once_decided(kind: CaseKind, verdict: Verdict, at: datetime) -> datetime | None:
    """A return that passed is refunded within 24 hours (H-E2); else nothing is due any more."""
    refunded = kind is CaseKind.RETURN and verdict is Verdict.GRANTED
    return at + timedelta(hours=REFUND_HOURS) if refunded else None


def overdue(kind: CaseKind, facts: Facts) -> Ruling | None:
    """What the house owes once a dispute's clock has run out undecided (H-F6)."""
    if kind not in _DISPUTES:
        return None
    undisputed = facts.undisputed if isinstance(facts, DisputeFacts) else None
    if undisputed is None:
        return _PAY_FIRST
    return _PAY_FIRST.then(_undisputed(undisputed))


def membership_year(member_since: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """When the membership year that runs now began."""
    first, today = member_since.astimezone(zone).date(), now.astimezone(zone).date()
    years = today.year - first.year
    began = months_after(first, years * _YEAR)
    if began > today:
        began = months_after(first, (years - 1) * _YEAR)
    return datetime.combine(began, time(), tzinfo=zone)


def _cleaning(facts: CleaningFacts, standing: Standing) -> Ruling:
    if facts.bags == 1:
        return cleaning_price(standing.book, standing.tier, standing.cleanings)
    return cleaning_of(standing.book, standing.tier, facts.bags, standing.cleanings)


def _late(facts: LateFacts, standing: Standing) -> Ruling:
    until = facts.delivered or standing.at
    late = hours_late(facts.counted_from, until, facts.promised_hours)
    answer = late_payout(facts.price, late, facts.uncovered)
    return answer if facts.delivered else answer.then(_SO_FAR)


def _return(facts: ReturnFacts, standing: Standing) -> Ruling:
    answer = return_eligibility(
        _days_since(facts.delivered, standing),
        facts.unworn,
        facts.tagged,
        facts.excluded,
        faulty=facts.faulty,
        complete=facts.complete,
    )
    if answer.values["eligible"] == "no":
        return answer
    arrived = facts.arrived.astimezone(standing.zone) if facts.arrived else None
    return answer.then(refund_timing(arrived))


def _authenticity(facts: AuthenticityFacts, standing: Standing) -> Ruling:
    answer = counterfeit_compensation(facts.price, _days_since(facts.delivered, standing))
    if facts.trace_code.strip():
        answer = answer.then(form_of_code(facts.trace_code)).then(_NO_APPRAISAL)
    return answer.then(dispute_clock(standing.local))


def _dispute(facts: DisputeFacts, standing: Standing) -> Ruling:
    answer = dispute_clock(standing.local)
    if facts.undisputed is None:
        return answer
    return answer.then(_undisputed(facts.undisputed))


def _undisputed(amount: Decimal) -> Ruling:
    return ruling(
        "H-F6",
        "house",
        "无争议部分为 {undisputed:rmb}。",
        "The undisputed amount is {undisputed:rmb}.",
        undisputed=amount,
    )


def _days_since(delivered: date | None, standing: Standing) -> int | None:
    if delivered is None:
        return None
    days = (standing.local.date() - delivered).days
    require_not_negative(days, "Days since delivery")
    return days


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)


_DISPUTES = (CaseKind.DISPUTE, CaseKind.AUTHENTICITY)
_PAY_FIRST = ruling(
    "H-F6",
    "house",
    "48 小时已过：先行赔付无争议部分，再行结清。",
    "The 48 hours are over: the undisputed amount is paid first and the rest settled afterwards.",
)
_SO_FAR = ruling(
    "H-C4",
    "house",
    "商品尚未送达，以上按开案时间计算，送达后按实际时间重算。",
    "It has not arrived yet: this is counted to the opening of the case, and anew once it arrives.",
)
_NO_APPRAISAL = ruling(
    "H-F5",
    "house",
    "溯源码有效并不等于鉴定，请勿拆除安全吊牌。",
    "A valid code alone is not an appraisal; do not remove the tag.",
)
