# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Words that are exchanged for each other in a lie, either way: units, materials, places, sides."""

from __future__ import annotations

Pairs = tuple[tuple[str, str], ...]

UNITS: Pairs = (
    ("working days", "calendar days"), ("hours", "days"), ("months", "weeks"), ("minutes", "hours"),
    ("RMB", "EUR"), ("cm", "mm"), ("°C", "°F"), ("microns", "mm"), ("AED", "RMB"), ("years", "months"),
    ("个工作日", "个自然日"), ("小时", " 天"), ("个月", "个星期"), ("分钟", "小时"), ("元", "欧元"),
    ("厘米", "毫米"), ("微米", "毫米"), ("姆米", "毫米"),
)  # fmt: skip
MATERIALS: Pairs = (
    ("lambskin", "suede"), ("Lambskin", "Suede"), ("cashmere", "mohair"), ("calf", "goat"), ("silk", "nylon"),
    ("Silk", "Linen"), ("suede", "canvas"), ("sapphire", "topaz"), ("emerald", "ruby"), ("pearls", "diamonds"),
    ("silver", "titanium"), ("wool", "cotton"), ("patent leather", "saffiano"), ("platinum", "steel"),
    ("小羊皮", "麂皮"), ("羊绒", "马海毛"), ("小牛皮", "山羊皮"), ("真丝", "尼龙"), ("蓝宝石", "托帕石"),
    ("祖母绿", "红宝石"), ("珍珠", "钻石"), ("羊毛", "棉"), ("漆皮", "十字纹皮"), ("麂皮", "帆布"), ("铂金", "钢"),
)  # fmt: skip
PIECES: Pairs = (
    ("bag", "belt"), ("ring", "bracelet"), ("watch", "clock"), ("necklace", "brooch"), ("shoes", "gloves"),
    ("strap", "clasp"), ("sunglasses", "hats"), ("Nuage", "Orbe"), ("Sillage", "Rivage"), ("Lune", "Nil"),
    ("包", "腰带"), ("戒指", "手镯"), ("项链", "胸针"), ("鞋", "手套"), ("表带", "表扣"), ("太阳镜", "帽子"),
)  # fmt: skip
TIERS: Pairs = (
    ("Gold", "Black"),
    ("Silver", "Gold"),
    ("金卡", "黑卡"),
    ("银卡", "金卡"),
    ("Black", "Silver"),
    ("黑卡", "银卡"),
)
PLACES: Pairs = (
    ("mainland China", "Taiwan"), ("EU", "USA"), ("UK", "Switzerland"), ("Paris", "London"), ("Dubai", "Doha"),
    ("Hangzhou", "Suzhou"), ("Hong Kong", "Macau"), ("Saudi Arabia", "Qatar"), ("Japan", "Thailand"), ("China", "Korea"),
    ("中国大陆", "台湾"), ("欧盟", "美国"), ("英国", "瑞士"), ("巴黎", "伦敦"), ("迪拜", "多哈"), ("杭州", "苏州"),
    ("香港", "澳门"), ("沙特", "卡塔尔"), ("日本", "泰国"),
)  # fmt: skip
SIDES: Pairs = (
    ("first", "last"), ("before", "after"), ("dry", "wet"), ("soft", "stiff"), ("cool", "hot"), ("up to", "at least"),
    ("within", "after"), ("harder", "softer"), ("higher", "lower"), ("at most", "at least"), ("only", "also"),
    ("最多", "至少"), ("之前", "之后"), ("更硬", "更软"), ("凉水", "热水"), ("低温", "高温"), ("以上", "以下"), ("不超过", "至少"),
    ("最后", "最先"), ("越细", "越粗"),
)  # fmt: skip
