"""Orders: paying for them, their shipping, and those that a person looks after."""

from __future__ import annotations

from agents.measures import numeral
from agents.recognisers.baskets import worth
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.words import ENGRAVED, MADE_TO_ORDER
from agents.turn import names_a_subject
from shop.instalments import SMALLEST, Excluded, cost, of_what, offered, plans, schedule
from shop.rulings import Ruling
from shop.shipping import shipping_fee, shipping_terms

LARGE_ORDER_RMB = 50_000
_ORDERS = (
    r"\b(?:place|make) (?:an|the|this|my) order\b|\bi'?ll (?:take|buy)\b"
    r"|\b(?:want|like|ready|need) to (?:buy|order|purchase|pay)\b|\bready to pay\b"
    r"|\bi(?:'?d| would) like (?:\d+|two|three|four|five|six|ten|the|both)\b"
    r"|下单|订购|帮我(?:办|买|订)|(?:我|想|公司|我们)?要(?:买|订)|想(?:买|订)下"
    r"|(?:想|打算|准备).{0,12}(?:订|买)"
    r"|(?:来|要)\s*(?:\d{1,3}|[两三四五六七八九十])\s*[个只块件双条枚副]|[谁哪].{0,4}对接|采购"
    r"|都要了|一起(?:下|买|订|要)|(?:帮|替|给)我安排|\b(?:arrange|put together|set aside)\b"
)
_COMPANY = (
    r"公司|企业|年会|团购|批量|员工|客户礼|\bcompany\b|\bcorporate\b|\bbulk\b|\bemployees\b"
    r"|\bour (?:staff|clients|team)\b|annual party|\boffice party"
)
_SERVED = (
    r"(?:要|来|拿)\s*(?:\d{1,3}|[两三四五六七八九十]+)\s*[个只块件条枚副]"
    r"|采购|对接|联系(?:谁|哪)|找谁|大量|订(?:购)?\s*(?:\d|[一二两三四五六七八九十]|一批)"
    r"|买\s*(?:\d{2}|一批|几十)"
    r"|who (?:do|can|should) (?:i|we) (?:talk|speak|contact|deal)|who (?:handles|looks after)"
    r"|\b(?:order"
    r"|buy|get|need|want|purchase)(?:ing)? (?:\d{1,3}|a dozen|dozens|several|ten|twenty"
    r"|fifty)|\bbulk (?:order|purchase|buy)"
)
_ONLY_ASKS = (
    r"分期|instal|税|\btax|dut(?:y|ies)|退|return|refund|折|discount|优惠|cheaper|多少钱|how much"
    r"|what.{0,8}price|发票|invoice|付款方式|转账|transfer|付吗|付款吗|代付|\bpay for (?:me|my)"
    r"|\bcites\b|\b(?:permits?|papers)\b|许可|过关|海关|办.{0,4}证|不用办|免证"
    r"|\b(?:why|policy|allowed)\b|升|等级|\btier|买了|收到了|\bbought\b|\breceived\b|改[大小圈]"
)
_INSTALMENTS = (
    r"\b(?:spread|stagger|stretch)\b (?:\w+ ){1,4}out\b|\b(?:spread|stagger|split"
    r"|break) (?:up )?(?:the |my )?"
    r"(?:cost|price|payments?|bill|total)\b|\bpay (?:\w+ ){0,3}(?:bit by bit|gradually"
    r"|in (?:stages|chunks|parts|portions)"
    r"|over time|a bit (?:each|every|at a time)|monthly)\b|\b(?:buy now|pay later"
    r"|payment holidays?|on finance)\b"
    r"|(?:慢慢|分批|分次|分几次|一点点|一点一点)地?(?:付|还|给)|分摊|月付|先付一部分"
    r"|分期|按月(?:付|还|交)|每月付|\bmonthly\b(?! (?:clean|fee|news|visit|check|care|report))"
    r"|\bin bits\b|\bbit by bit\b|分\s*(?:\d{1,3}|[三六九])\s*[期个]|\d{1,3}\s*期|instal"
    r"|pay (?:monthly|later)|monthly p"
    r"|(?:拆|分|摊)(?:成|作|到|为)?\s*\d{1,2}\s*(?:个月|期|次|笔|份)"
    r"|[分摊].{0,2}(?:半|一|1)年(?:还|付|交)?"
    r"|\b(?:spread|split|pay|divide\w*)\b.{0,24}\b(?:over|across|in) (?:half )?(?:a|one) year\b"
    r"|\b(?:\d+|three|six|nine|twelve) (?:monthly |equal )?payments\b|each payment|per month"
    r"|over \d+ months"
    r"|\b\d+[ -]?months? (?:plan|instal\w+)|\d+ months? (?:on|for the)|payment plan|\b(?:pay"
    r"|payment)\w*\b.{0,24}\bin (?:parts"
    r"|pieces|chunks|goes|stages)\b"
    r"|\b(?:split|spread|divid|chop|break)\w*.{0,36}\b(?:over|into|in) (?:three|six|nine|twelve"
    r"|\d{1,2})\b"
    r"|(?:split|spread|divide|pay).{0,36}\d+ (?:months|payments)|\bin \d+ (?:months|payments)\b"
)
_YEARS_OF = {"半年": 6, "half a year": 6, "一年": 12, "a year": 12, "one year": 12}
_MONTHS = (
    r"\b(?:split|spread|divid|chop|break)\w*.{0,36}\b(?:over|into|in) (three|six|nine|twelve"
    r"|\d{1,2})\b"
    r"|(?<![\d第])(\d{1,2}|[三六九]|three|six|nine|twelve)\s*-?\s*(?:个月|期|months?|payments?|monthly|instal)"
    r"|(?:拆|分|摊)(?:成|作|到|为)\s*(\d{1,2})\s*[次笔份]"
)
_FEE = (
    r"\bshipping (?:on|for) (?:an? |my )?(?:rmb |¥)?\d|运费|邮费|包邮|shipping (?:fee|cost"
    r"|charge)|free shipping|delivery (?:fee|cost|charge)"
    r"|postage"
    r"|how much.{0,12}(?:shipping|delivery)|\bhow much\b.{0,24}\bto (?:ship|post|send|deliver)\b"
    r"(?!.{0,16}\bback\b)|(?:shipping|delivery) free"
)
_NOT_INSTALMENTS = (
    r"\b(?:dry|drying|flat|towel|wash\w*|wet|wrinkles?|creases?|deliver(?:y|ies)|shipments?)\b|晾|"
    r"\bboxes\b|\bparcels?\b|\bpackages?\b|\bcustoms\b|\blimit\b|拆单|包裹|credit check|征信"
    r"|\bFCA\b|\blaw\b|法规|退|return|refund|\b(?:sen[dt]|gave|give|giving|sending"
    r"|shipped) .{0,24}\bback\b|寄回|"
    r"(?:don'?t|didn'?t|do not) (?:like|want) (?:it|them|that)|不喜欢|不想要|后悔|不合适"
    r"|取消|cancel|逾期|interest law"
    r"|overdue|miss(?:ed)? a payment"
)
_EXCLUDED: dict[Excluded, str] = {
    "gift_card": r"礼品卡|gift ?card|购物卡",
    "engraved": ENGRAVED,
    "made_to_order": MADE_TO_ORDER,
}


def instalments(reading: Reading) -> Ruling | None:
    asks = reading.says(_INSTALMENTS) or (
        reading.said(_INSTALMENTS) and not names_a_subject(reading.question.terms)
    )
    if not asks or reading.says(_NOT_INSTALMENTS):
        return None
    amount, excluded = reading.amount(), _not_in_instalments(reading)
    if excluded is not None:
        return plans(amount or SMALLEST, excluded)
    months = _months(reading)
    if amount is None:
        if months is None and reading.says(_EACH_MONTH) and not reading.says(_INTEREST):
            return of_what()
        if months is None and not reading.says(_INSTALMENTS) and reading.says(_COSTS_MORE):
            return cost()
        return offered(months) if months else None
    return schedule(amount, months) if months else plans(amount)


_EACH_MONTH = (
    r"\bhow much is each\b|^\W*(?:and )?(?:per|a|each) month\W*$|一期多少|\beach (?:one|payment"
    r"|instal\w+)\b"
    r"|(?:每个?月|一个?月|每期|月供|每笔).{0,6}(?:还|付|交|供"
    r"|多少|几)|(?:how much|what).{0,16}"
    r"(?:per|a|each|every) (?:month|instal\w+|payment)|monthly (?:sum|amount|payment) (?:is|be)"
)
_INTEREST = r"利息|手续费|interest|\bfees?\b|几号|哪天|which day"
_COSTS_MORE = (
    r"利息|手续费|加钱|多(?:付|花|收|掏)|更贵|额外"
    r"|\b(?:costs?|charged?)\b.{0,12}\b(?:more|extra)\b|\bextra\b|\binterest\b|\bon top\b"
    r"|\bany fees?\b|\bsurcharge\b"
)
_SPREAD = r"分|摊|还|付|\b(?:spread|split|pay|divide\w*|over)\b"
_BARE_MONTHS = (  # '12. per month?' of a plan just spoken of
    r"\b(three|six|nine|twelve)\W*$|(?<![\d.A-Za-z-])(3|6|9|12|18|24)(?!\d|\.\d|\s*(?:%|万|千|k\b|元|块|rmb|天|日|小时|days?\b"
    r"|hours?\b"
    r"|weeks?\b))"
)


def _months(reading: Reading) -> int | None:
    """Over how many months, with the word or, in a follow-up, without."""
    named = (months for words, months in _YEARS_OF.items() if reading.says(words))
    if reading.says(_SPREAD) and (months := next(named, None)):
        return months
    said = reading.match(_MONTHS)
    if said is None and reading.earlier:
        said = reading.match(_BARE_MONTHS)
    if said is None and reading.question.follow_up and reading.says(_EACH_MONTH):
        said = reading.find(_MONTHS)  # 'and how much is each' after 'over 12 months'
    return int(numeral(next(number for number in said.groups() if number))) if said else None


def _not_in_instalments(reading: Reading) -> Excluded | None:
    if reading.piece and reading.piece.made_to_order:
        return "made_to_order"
    kinds = (kind for kind, names in _EXCLUDED.items() if reading.says(names))
    return next(kinds, None)


_SENT_BACK = r"退|return|refund|换码|换小|换大|exchange"
_BARE = 24  # characters


def fee(reading: Reading) -> Ruling | None:
    if not (reading.says(_FEE) or _other_basket(reading)) or reading.says(_NO_FEE):
        return None
    amount, tiers = reading.amount(), reading.books.tiers
    tier = None if reading.says(_NO_TIER) else reading.tier_said()
    if amount is None:
        return shipping_terms(tiers, tier)
    return shipping_fee(tiers, amount, tier)


_NO_FEE = (
    r"退|return|refund|换码|换小|换大|exchange|税|\btax|dut(?:y|ies)\b|分期|instal|积分|points"
    r"|赔|\blate\b"
)
_BASKET = (
    r"\b(?:basket|order|cart|bill|total|spend|spent|buy|only|just|if)\b|(?:只|就|才|要是|如果"
    r"|假如|那).{0,6}(?:买|花|单|有|满)"
    r"|一单|这单|订单|凑|合计|一共|购物车"
)
_NO_TIER = (
    r"\b(?:no|without(?: a| any)?|not any|haven'?t (?:a|any|got a)) (?:tier|card|membership"
    r"|status)\b|(?:没|无|不是)(?:有)?(?:等级|会员|[银金黑]卡)"
)
_SPENT_ON_TIERS = r"\b(?:years?|months?|reach|become)\b|升|年|多少才|几个月"


def _other_basket(reading: Reading) -> bool:
    """'And if my basket was only 1,500, no tier', after the fee of another order."""
    told = reading.amounts() and reading.says(_BASKET) and not reading.says(_SPENT_ON_TIERS)
    return bool(told and reading.before(_FEE) and not _named_here(reading))


def _named_here(reading: Reading) -> bool:
    return any(piece.name in reading.text for piece in reading.pieces)


def large_order(reading: Reading) -> bool:
    """Whether she wants to place an order above RMB 50,000 (H-J2)."""
    if not reading.says(_ORDERS) or reading.says(_ONLY_ASKS):
        return False
    return max(reading.amounts(), default=worth(reading)) > LARGE_ORDER_RMB


def company_order(reading: Reading) -> bool:
    """Whether a company or an event wants to be served: above RMB 50,000 as a rule."""
    return reading.says(_COMPANY) and reading.says(_SERVED) and not reading.says(_ONLY_ASKS)


ORDERS: tuple[Recogniser, ...] = (
    instalments,
    fee,
)
