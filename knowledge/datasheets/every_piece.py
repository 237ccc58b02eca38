"""Sections that any kind of piece may have: what it is, price, measures, sizes, terms."""

from __future__ import annotations

from itertools import pairwise

from knowledge.datasheets.sections import Maker, a, listed
from shop.figures import between, by, money, number
from shop.language import Bilingual
from shop.products import Product


def _about(p: Product) -> Bilingual:
    price = money(p.price_rmb, "zh")
    zh = f"{p.name} 是黛弗兰的{p.kind.zh}，材质为{p.composition.zh}，售价 {price}。"
    en = (
        f"The {p.name} is {a(p.kind.en)} by Maison Thévrane, made of {p.composition.en}, "
        f"at {money(p.price_rmb, 'en')}."
    )
    return Bilingual(zh, en)


def _price(p: Product) -> Bilingual:
    return Bilingual(
        f"{p.name} 的售价是 {money(p.price_rmb, 'zh')}，除结算页另有说明外已含中国税费。"
        "线上与门店同价。",
        f"The {p.name} is {money(p.price_rmb, 'en')}, China tax included unless the checkout "
        "says otherwise. Prices are the same online and in the salons.",
    )


def _dimensions(p: Product) -> Bilingual | None:
    if p.dimensions_cm is None:
        return None
    size = by(p.dimensions_cm)
    return Bilingual(f"{p.name} 的尺寸是 {size} cm。", f"The {p.name} measures {size} cm.")


def _weight(p: Product) -> Bilingual | None:
    if p.weight_g is None:
        return None
    grams = number(p.weight_g)
    return Bilingual(f"{p.name} 重 {grams} g。", f"The {p.name} weighs {grams} g.")


def _strap(p: Product) -> Bilingual | None:
    if p.strap_drop_cm is not None:
        drop = number(p.strap_drop_cm)
        return Bilingual(
            f"{p.name} 的肩带垂长为 {drop} cm。", f"The strap drop of the {p.name} is {drop} cm."
        )
    if p.strap_cm is not None:
        span = between(*p.strap_cm)
        return Bilingual(
            f"{p.name} 的肩带长 {span} cm。", f"The strap of the {p.name} is {span} cm long."
        )
    return None


def _holds(p: Product) -> Bilingual | None:
    if p.holds is None or p.dimensions_cm is None:
        return None
    size = by(p.dimensions_cm)
    if not p.holds.a4:
        return Bilingual(
            f"{p.name} 放不下 iPad 或 A4，因此也放不下笔记本电脑。它的尺寸是 {size} cm。",
            f"No, the {p.name} does not fit an iPad or A4, and so no laptop either. "
            f"It measures {size} cm.",
        )
    inch = p.holds.laptop_inch
    return Bilingual(
        f"{p.name} 可以放 A4 和 {inch} 寸电脑。它的尺寸是 {size} cm。",
        f"Yes, the {p.name} fits A4 and a {inch}-inch laptop. It measures {size} cm.",
    )


def _heel(p: Product) -> Bilingual | None:
    if p.heel_mm is None:
        return None
    return Bilingual(
        f"{p.name} 的跟高是 {p.heel_mm} mm。", f"The heel of the {p.name} is {p.heel_mm} mm high."
    )


def _sizes(p: Product) -> Bilingual | None:
    if not p.sizes:
        return None
    scale, *rest = p.sizes[0].split()
    sizes = listed(tuple(size.split()[-1] for size in p.sizes))
    prefix = f"{scale} " if rest else ""
    return Bilingual(
        f"{p.name} 有 {prefix}{sizes.zh} 码。", f"The {p.name} comes in {prefix}{sizes.en}."
    )


def _half_sizes(p: Product) -> Bilingual | None:
    if p.category != "shoe":
        return None
    halves = tuple(size.removeprefix("EU ") for size in p.sizes if size.endswith(".5"))
    if not halves:
        return Bilingual(
            f"没有，{p.name} 只有整码。", f"No, the {p.name} comes in whole sizes only."
        )
    sizes = listed(halves)
    return Bilingual(
        f"有，{p.name} 的半码是 EU {sizes.zh}。",
        f"Yes, the {p.name} has the half sizes EU {sizes.en}.",
    )


def _fit(p: Product) -> Bilingual | None:
    if p.fit is None:
        return None
    if p.fit.runs == "true":
        return Bilingual(
            f"{p.name} 是正码，按本店尺码表选码即可。",
            f"The {p.name} is true to size, so take the size that our size table gives you.",
        )
    zh, en = ("偏大", "large") if p.fit.runs == "large" else ("偏小", "small")
    step_zh, step_en = ("小", "down") if p.fit.steps < 0 else ("大", "up")
    usual, take = _example(p)
    return Bilingual(
        f"{p.name} {zh}，请比本店尺码表选{step_zh}一码。例如按表是 {usual}，请选 {take}。",
        f"The {p.name} runs {en}: take one size {step_en} from our size table. "
        f"If the table gives you {usual}, please take {take}.",
    )


def _example(p: Product) -> tuple[str, str]:
    """A size of the table, and the one to take instead."""
    lower, upper = list(pairwise(p.sizes))[len(p.sizes) // 2]
    return (upper, lower) if p.fit and p.fit.steps < 0 else (lower, upper)


def _made_to_order(p: Product) -> Bilingual | None:
    if not p.made_to_order:
        return None
    return Bilingual(
        f"{p.name} 按单制作，不适用 72 小时送达承诺。CITES 文件另需 15–45 个工作日。",
        f"The {p.name} is made to order, so the 72-hour promise does not cover it. "
        "Its CITES papers take 15–45 working days.",
    )


def _cites(p: Product) -> Bilingual | None:
    if p.exotic is None:
        return None
    return Bilingual(
        f"需要，{p.name} 用的养殖尼罗鳄（{p.exotic.species}）属 CITES 附录 {p.exotic.appendix}，"
        "出口和进口都要办 CITES 文件，需 15–45 个工作日。拒发许可的目的地不销售。",
        f"Yes, the {p.name} is farmed Nile crocodile ({p.exotic.species}), CITES Appendix "
        f"{p.exotic.appendix}, so it needs export and import papers: allow 15–45 working days. "
        "It is not sold to destinations that refuse the permit.",
    )


def _returns(p: Product) -> Bilingual | None:
    if p.exotic is None:
        return None
    return Bilingual(
        f"{p.name} 是珍稀皮，CITES 许可证开出后不支持无理由退货；质量问题除外。",
        f"The {p.name} is an exotic skin: once its CITES permit is issued it is not returnable "
        "unless faulty.",
    )


def _instalments(p: Product) -> Bilingual | None:
    if not p.made_to_order:
        return None
    return Bilingual(
        f"{p.name} 按单制作，不支持分期付款。",
        f"The {p.name} is made to order, so instalments are not available for it.",
    )


EVERY_PIECE: tuple[tuple[str, Maker], ...] = (
    ("about", _about),
    ("price", _price),
    ("dimensions", _dimensions),
    ("weight", _weight),
    ("strap", _strap),
    ("holds", _holds),
    ("heel", _heel),
    ("sizes", _sizes),
    ("half-sizes", _half_sizes),
    ("fit", _fit),
    ("made-to-order", _made_to_order),
    ("cites", _cites),
    ("returns", _returns),
    ("instalments", _instalments),
)
