"""Tax into mainland China: on cross-border orders beside their limits, and on personal parcels."""

from __future__ import annotations

import re
from decimal import Decimal

from agents.measures import numeral
from agents.recognisers.reading import Reading, Recogniser
from shop.china_tax import (
    CBEC_SINGLE,
    CBEC_YEAR,
    CbecKind,
    cbec_left,
    cbec_limits,
    cbec_order,
    cbec_route,
    cbec_tax,
    cbec_used_up,
)
from shop.parcel_tax import Goods, ParcelBand, parcel_band, parcel_tax
from shop.rulings import Ruling

_UNCHECKED = r"watch|ring|jewel|gold|necklace|earring|表|戒指|首饰|珠宝|黄金|项链|耳"
_COSMETICS = r"cosmetic|make-?up|perfume|cream|化妆|护肤|香水|口红"
_CBEC = r"跨境|CBEC|cross.?border|额度|quota"
_QUOTA_BACK = (  # what a return gives back is told by an article
    r"退.{0,16}额度.{0,10}(?:还|恢复|回|返|补|占|算)|额度.{0,8}(?:还给|恢复|返还|退回|补回)"
    r"|\breturn\w*\b.{0,40}\b(?:quota|allowance)\b|\b(?:quota|allowance)\b.{0,24}\b(?:back|restored"
    r"|credited|freed)\b"
)
_LIMITS = r"额度|限额|上限|limit|quota|allowance"
_HOW_MUCH = r"多少|how much|what|是"
_QUOTA_USED = (
    r"用了|已用|用掉|花了.{0,6}额度|额度.{0,4}(?:用|花)|\bused\b|already (?:bought|spent)"
    r"|\b(?:burn(?:ed|t)|gone through|eaten up|ate up|used up)\b|刷掉|刷了|烧掉|花掉|耗掉"
    r"|quota (?:is|was)|已经?买了|(?:今年|跨境).{0,8}买了|\bspent\b"
)
_ANOTHERS = (  # whose quota may be used is no sum
    r"\b(?:mum|mom|mother|dad|father|wife|husband|friend|sister|brother|aunt|uncle|cousin|partner)"
    r"(?:'s|s)? (?:id|quota|passport|name|allowance)\b"
    r"|(?:妈|爸|老公|老婆|朋友|姐|妹|哥|弟|别人|家人)(?:的)?(?:身份证|额度|名[字义])"
)
_QUOTA_GONE = (  # all of it
    r"额度.{0,12}(?:用|花|刷|买)?(?:[完光尽爆满]|没了|见底|为零|归零|一分不剩)"
    r"|(?:[用花刷买][完光尽爆满]|耗尽|透支|见底).{0,10}额度"
    r"|(?:2[.]6\s*万|26000).{0,8}(?:全|都|已经)?.{0,3}(?:[用花刷买][完光尽爆满]|没了|耗尽|见底)"
    r"|\b(?:quota|allowance|cap|26000)\b.{0,30}\b(?:used up|gone|exhausted|spent|finished"
    r"|maxed(?: out)?|full"
    r"|empty|nothing left|run out|ran out|burn(?:ed|t) (?:up|through))\b"
    r"|\b(?:maxed out|used up|blown|burn(?:ed|t) (?:up|through)|exhausted|ran out of|run out of"
    r"|hit|no more)\b.{0,24}"
    r"\b(?:quota|allowance|cap|26000)\b"
)
_NOT_GONE = (  # or not quite all, or what was used beside it
    r"没(?:有)?(?:用|花|刷|满)|未(?:用|满)|不会|快(?:用|花|满|要)|还剩|剩(?:下|余)?多少|之前"
    r"|\bnot? (?:yet )?(?:all )?(?:used|gone|full)"
    r"|n't (?:yet )?(?:used|gone|full)|\bnearly\b|\balmost\b|\bunless\b|\bbefore\b"
)
_OF_LIMITS = r"\blimits? (?:per|an?|for)\b|\bmainland limit|[单每][单笔次]限额|单次限额|限额是"
_THEN_HOW = (  # 'and this one, then' after a word on the quota
    r"怎么(?:走|交|算|报|过)|走(?:哪|什么|不了|得了|跨境|一般)"
    r"|\bhow (?:does|would|do|will) (?:that|it|this|(?:the|a) \w+(?: at [\d,. a-z]{1,16}?)?)"
    r" (?:go|work|count|come)\b"
    r"|\bthen what\b"
)
_BUYS = r"\bcan i\b|\bbuy\b|\border\b|能买|再买|可以买|再下单|\btax\b|税"
_LEFT = r"剩|还有多少|还能|\bleft\b|\bremain"
_SO_MANY_EACH = re.compile(
    r"([2-9]|[二两三四五六七八九])\s*[件个双条只]\s*(?:各|每[件个]|都|(?=\d{3,6}\s*(?:元|块)?的))"
    r"|(?<![A-Za-z\d])([2-9]|two|three|four|five)\s+\w+\s+(?:at|of|for)\s+\S*\d+\S*\s*each",
    re.IGNORECASE,
)
_LEAST_PARCEL = Decimal(10)
_PARCEL = (
    r"寄(?:给)?我|行邮|个人(?:邮|物品|包裹)|邮递|邮寄.{0,8}税|parcel tax|post(?:al|age)? tax"
    r"|personal (?:parcel|postal)|postal articles"
)
_PARCEL_GOODS: dict[Goods, str] = {
    "gold_jewellery": (
        r"金项链|黄金|金饰|金手链|金戒|足金|plain gold|gold (?:chain|necklace|bracelet|jewel)"
    ),
    "precious_jewellery": r"珠宝|钻|宝石|首饰|戒指|珍珠|jewel|diamond|gem|\bring\b|pearl",
    "watch": r"表|\bwatch",
    "bags": r"包(?!裹|邮|税)|handbag|\bbags?\b|tote|crossbody",
    "shoes": r"鞋|shoes?\b|loafer|pump|boot",
    "clothes": r"衣|裙|裤|毛衫|毛衣|衬衫|外套|t恤|cloth|dress|shirt|sweater|coat|jacket|knit",
    "cosmetics": r"化妆|香水|口红|护肤|cosmetic|perfume|lipstick|make-?up",
    "books": r"书|\bbooks?\b",
    "food": r"食品|吃的|零食|\bfood|chocolate",
    "toys": r"玩具|\btoys?\b",
    "alcohol": r"酒|wine|alcohol|whisk",
    "tobacco": r"烟|tobacco|cigar",
    "golf": r"高尔夫|golf",
    "it_goods": r"手机|电脑|数码|phone|laptop|computer",
    "furniture": r"家具|furniture",
}


def china(reading: Reading) -> Ruling | None:
    """Cross-border retail import: an amount, a piece, several pieces, or a part-used quota."""
    abroad = [m for m in reading.money() if m.currency not in ("", "CNY")]
    goes_on = reading.says(_QUOTA_USED) or reading.says(_THEN_HOW)
    of_quota = reading.said(_CBEC) or (goes_on and reading.ever_said(f"{_CBEC}|{_OF_LIMITS}"))
    if abroad or not of_quota or reading.says(_QUOTA_BACK + "|" + _ANOTHERS):
        return None
    if reading.says(_QUOTA_GONE) and not reading.says(_NOT_GONE):
        return _all_used(reading)
    if (left := _left_said(reading)) is not None:
        return _beside_left(reading, left)
    prices = _without_limits(reading) or [piece.price_rmb for piece in reading.pieces]
    if not prices and reading.question.follow_up and reading.says(_TAXED):
        prices = _prices_before(reading)
    used = None if reading.says(_QUOTA_USED) else _quota_used_before(reading)
    if used is not None:
        return _beside_used(reading, used, prices)
    if not prices:
        return cbec_limits() if reading.says(_LIMITS) and reading.says(_HOW_MUCH) else None
    return _of_prices(reading, prices)


_TAXED = r"税|\btax|\bdut(?:y|ies)\b"


def _prices_before(reading: Reading) -> list[Decimal]:
    """'And is it free of tax?' is asked of the amount said just before."""
    before = reading.before(_CBEC)
    return before.amounts()[:1] if before else []


def _all_used(reading: Reading) -> Ruling:
    """What she may still buy once nothing of the quota is left."""
    said = [amount for amount in reading.amounts() if amount != CBEC_YEAR]
    prices = said or [piece.price_rmb for piece in reading.pieces]
    return cbec_route(prices[0], CBEC_YEAR) if prices else cbec_used_up()


_SO_MUCH_LEFT = re.compile(
    r"(?:剩|余)(?:下|了|余)?[^\d，。]{0,4}(\d{3,5})(?!\d)|(?<!\d)(\d{3,5})(?: \w+)?"
    r"(?: of (?:my|the) \w+)? (?:left|remaining)\b"
    r"|\bleft with (?:only |just )?(?:rmb )?(\d{3,5})(?!\d)",
    re.IGNORECASE,
)


def _left_said(reading: Reading) -> Decimal | None:
    """What she says is left of her quota."""
    found = _SO_MUCH_LEFT.search(reading.text)
    return Decimal(next(filter(None, found.groups()))) if found else None


def _beside_left(reading: Reading, left: Decimal) -> Ruling | None:
    """An order beside what is left, which she named."""
    said = [amount for amount in reading.amounts() if amount != left]
    prices = said or [piece.price_rmb for piece in reading.pieces]
    used = CBEC_YEAR - left
    return cbec_route(sum(prices, Decimal(0)), used, len(prices)) if prices and used >= 0 else None


def _without_limits(reading: Reading) -> list[Decimal]:
    """The amounts said; 'above 5,000' names the limit and not another piece."""
    said = reading.amounts()
    limits = (CBEC_SINGLE, CBEC_YEAR)
    prices = [amount for amount in said if amount not in limits]
    named = reading.says(f"{_ABOVE}|{_NAMES_THE_LIMIT}")
    return prices if named and (prices or reading.question.pieces) else said


_NAMES_THE_LIMIT = (
    r"(?:26000|2[.]6\s*万)\s*(?:元|块)?的?(?:年度)?额度|额度(?:是|有|为|共)?\s*(?:26000|2[.]6\s*万)"
    r"|\b26000 (?:rmb |yuan )?(?:quota|allowance)|\b(?:quota|allowance) of (?:rmb )?26000"
    r"|(?:限|限制|最多|只能|封顶|不超过)(?:是|为|在|到)?\s*5000|5000\s*(?:元|块)?的?(?:限|封顶"
    r"|以内)"
)
_ABOVE = (
    r"超过?了?|大于|高于|限额|上限|\babove\b|\bover\b|\bbeyond\b|\bmore than\b|exceed|limit|ceiling"
)


_INSTEAD = r"呢\W*$|换成|要是|\b(?:what|how) (?:about|if)\b|\band (?:for|if|with)\b|\binstead\b"


def _of_prices(reading: Reading, prices: list[Decimal]) -> Ruling | None:
    """Prices beside the limits, or beside what of the quota is used."""
    if reading.says(_QUOTA_USED):
        return _with_used(reading, prices)
    asks = r"税|tax|duty|VAT|how much|多少|可以|能|allow|possible|\bcan\b|limit|额度"
    if not reading.says(f"{asks}|{_THEN_HOW}") and not (reading.earlier and reading.says(_INSTEAD)):
        return None
    if each := _SO_MANY_EACH.search(reading.text):
        prices = prices[:1] * int(numeral(each[1] or each[2]))
    if len(prices) > 1:
        return cbec_order(prices, _kind(reading))
    return cbec_route(prices[0]) if prices[0] > CBEC_SINGLE else cbec_tax(prices[0], _kind(reading))


def _kind(reading: Reading) -> CbecKind:
    if reading.says(_UNCHECKED):
        return "other"
    return "cosmetics" if reading.says(_COSMETICS) else "ordinary"


def _with_used(reading: Reading, prices: list[Decimal]) -> Ruling | None:
    """An order beside what was used of the yearly quota already."""
    used = prices[0]
    left = prices[1:] or [piece.price_rmb for piece in reading.pieces]
    if not left:
        return cbec_left(used) if reading.says(_LEFT) else None
    return cbec_route(sum(left, Decimal(0)), used, len(left))


def _beside_used(reading: Reading, used: Decimal, prices: list[Decimal]) -> Ruling:
    """What this message itself would buy, beside a quota used before; or what is left of it."""
    said = any(character.isdigit() for character in reading.text) or reading.pieces
    return cbec_route(sum(prices, Decimal(0)), used, len(prices)) if said else cbec_left(used)


def _quota_used_before(reading: Reading) -> Decimal | None:
    """The quota that the message before says is used; this one asks what that leaves."""
    before = reading.before(_QUOTA_USED)
    if before is None or not before.says(_CBEC) or not reading.says(f"{_LIMITS}|{_LEFT}|{_BUYS}"):
        return None
    return next(iter(before.amounts()), None)


def parcels(reading: Reading) -> Ruling | None:
    """Tax on a personal parcel: of an amount, or the band of a kind of goods."""
    if not reading.says(_PARCEL) or not reading.says(r"税|tax|rate|行邮") or reading.says(_CBEC):
        return None
    value = next(iter(amount for amount in reading.amounts_from(_LEAST_PARCEL) if amount > 0), None)
    goods = next((kind for kind, names in _PARCEL_GOODS.items() if reading.says(names)), None)
    if goods is None or (goods == "watch" and value is None):
        return None
    found = parcel_band(goods, value)
    if value is None or "band" not in found.values:
        return found
    band: ParcelBand = str(found.values["band"])  # type: ignore[assignment]  # one of the three
    return parcel_tax(
        value, band, from_hong_kong=reading.says(r"香港|澳门|台湾|hong ?kong|maca[uo]|taiwan")
    )


CHINA: tuple[Recogniser, ...] = (parcels, china)
