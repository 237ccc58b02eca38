"""Words that several recognisers look for, as patterns (see `Reading.says`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shop.capacity import Thing
from shop.clients import Tier

MEN = (
    r"\b(?:hubby|hubs|fianc[eé]|men'?s?|male|husband|boyfriend|dad|father|his|he"
    r"|guys?|guy'?s|gents?|gentlem[ae]n'?s?|uncle|brother|grandpa|grand?dad|groom)\b|叔|爷爷|岳父|男|老公|先生"
    r"|爸|他"
)
BONDED = r"保税|bonded"
ENGRAVED = (
    r"刻字|刻名|刻(?:了|过|好|完)?(?:字|名)|刻(?:上|着|个|俩|两|一|我|她|他|日期|生日|首字母"
    r"|缩写)|engrav|monogram"
    r"|\b(?:initials?|name|letters?|date)\b.{0,12}\b(?:put|on|in|inside|into|carved|stamped"
    r"|embossed)\b"
    r".{0,24}\b(?:it|bag|tote|ring|watch|lining|leather|back|band|strap|inside|piece)\b"
    r"|\b(?:emboss|personali[sz]|hot.?stamp)|(?:名字?|缩写|字母|日期)[^，。]{0,2}(?:烫|压|印|绣"
    r"|刻)|(?:烫|压|印|绣|打)(?:上|个|我|她|他|一|两"
    r"|俩).{0,6}(?:名|字|缩写|首字母|日期)"
    r"|\binitials (?:on|in|inside)\b"
)
MADE_TO_ORDER = r"定制|按单|made.to.order|bespoke|custom.?made"
EXOTIC = r"珍稀|稀有皮|鳄鱼|蟒|exotic|crocod|python|alligator"
# What is put into a bag, see `shop.capacity`.
THINGS: dict[Thing, str] = {
    "laptop": r"laptop|mac ?book|notebook|笔记本(?!子)|电脑",
    "ipad": r"i-?pad|平板",
    "a4": r"\ba4\b",
}
_OF_A_TIER = (
    r"\W+(?:card|member\w*|tier|client|customer|status|level|here|birthday|benefit\w*"
    r"|perk\w*|cleaning"
    r"|shopper|courtesy|preview|dispatch|month|how early)"
)
_NO_TIER = (
    r"(?! (?:ring|bag|chain|necklace|earring|hardware|watch|bracelet|plat|tone|dress|shoe|one"
    r"|leather))"
)
_BLACK = "黑卡|最高(?:那|一)?个?(?:档|级|等级)|顶级会员"
TIERS = {
    tier: (
        rf"\b{name}\b{_OF_A_TIER}|{zh}|\bam i {name}\b|(?:benefits?|perks?) of (?:the )?{name}\b"
        rf"|(?:month|arrivals?) {name}\b"
        rf"|^\W*(?:(?:and|but|or|then|for|what about|how about) )?{name}\s*[:,]|\b(?:i'?m|am|as"
        rf"|for|reach(?:ed)?|become|became|make|still|stay"
        rf"|remain|keep"
        rf"|made|with|does|do|is|to|get|got|hit) (?:an? )?{name}\b{_NO_TIER}"
    )
    for tier, name, zh in (
        (Tier.BLACK, "black", _BLACK), (Tier.GOLD, "gold", "金卡"), (Tier.SILVER, "silver", "银卡"),
    )
}  # fmt: skip
_TIER_NAMED = {tier: re.compile(names, re.I | re.A) for tier, names in TIERS.items()}
_ORIGIN = re.compile(
    r"从[^，。,\s]{1,6}?(?=直?寄|直?发|直?送|直邮|运)"
    r"|\bfrom (?:the )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?(?= (?:and )?to\b)",
    re.I,
)


def tier_in(texts: Iterable[str]) -> Tier | None:
    """The tier named in the first of these texts that names one."""
    named = (tier for text in texts for tier, names in _TIER_NAMED.items() if names.search(text))
    return next(named, None)


def without_origin(text: str) -> str:
    """A text without the place that a parcel comes from, where it says where to (从香港寄巴西)."""
    return _ORIGIN.sub(" ", text)


# What is asked of a thing that measures of it don't answer, and the words of those that they do.
OF_ANOTHER_KIND = (
    r"\bpric\w+|\bcosts?\b|how much|\bcheap\w*|expensive|\bdeliver\w*|\bship\w*|\brefund\w*"
    r"|warranty|hard(?:er)? wearing|\bdurab\w*|\bclean\w*|\bwash\w*|\brain\b|\bstock\b"
    r"|\bcolou?rs?\b|\bmade of\b|\bmaterials?\b"
    r"|价|多少钱|贵|便宜|寄|送达|发货|退款|保修|耐磨|耐用|怎么洗|清洗|怕水|下雨|库存|有货|颜色|材质"
)
OF_SIZES = r"\bsiz\w+|\bfit\w*|\bwear\b(?! well)|\bfoot\b|\bfeet\b|\bcm\b|码|号|穿|脚|尺寸|几围|圈"
# Knitwear by any name; 'cashmere' of a coat or a scarf is another thing.
KNITTED = (
    r"毛衣|羊绒衫|羊毛衫|针织|开衫|套头衫|毛线衫|羊绒(?:圆领|上衣)|\bsweaters?\b|\bjumpers?\b|\bknit\w*"
    r"|\bcrew.?necks?\b|\bpullovers?\b|\bcardigans?\b"
    r"|\bcashmere\b(?! (?:coat|scarf|shawl|jacket|blazer|suit|socks?|gloves?|hat))"
)
# A size that is asked for as a letter: of the house's pieces only the knitwear has such.
LETTERED = (
    r"\bwhich letter\b|\bwhat letter\b|\bS,? M or L\b|\bin letters\b|哪个字母|什么字母|字母码"
    r"|\b(?:small|medium) (?:and|or|nor) (?:medium|large)\b|[小中]号?[和或与跟还是]+[中大]号?"
)
