"""Children's clothes: labelled by height in the EU and China; an age is only a rough guide."""

from __future__ import annotations

from decimal import Decimal

from shop.errors import BadInput
from shop.rulings import Ruling, ruling

_LABEL_AT = {4: 104, 5: 110, 6: 116, 8: 128, 10: 140}  # age in years: cm, SIZE-20


def children_by_age(age: Decimal) -> Ruling:
    """The EU and Chinese label for a child's age, roughly. `values`: age, label or, between two
    ages that are known, lower and upper. Raises BadInput below 4 and above 10.
    """
    if not min(_LABEL_AT) <= age <= max(_LABEL_AT):
        raise BadInput(f"No label is known for a child of {age}.")
    below = max(year for year in _LABEL_AT if year <= age)
    above = min(year for year in _LABEL_AT if year >= age)
    ends = ("欧洲和中国童装按身高标码，年龄只能作参考，请先量身高。",
            "Children's clothes in the EU and China are labelled by height and age is only a "
            "rough guide, so measure the child first.")  # fmt: skip
    if below == above:
        return ruling(
            "SIZE-20",
            "trade",
            "{age} 岁大约穿 {label}（即身高 {label} 厘米）。" + ends[0],
            "At {age} it is about {label}, for a height of {label} cm. " + ends[1],
            age=age,
            label=_LABEL_AT[below],
        )
    return ruling(
        "SIZE-20",
        "trade",
        "{age} 岁介于 {lower}（约 {below} 岁）和 {upper}（约 {above} 岁）之间。" + ends[0],
        "At {age} it lies between {lower} (about {below}) and {upper} (about {above}). " + ends[1],
        age=age,
        below=below,
        above=above,
        lower=_LABEL_AT[below],
        upper=_LABEL_AT[above],
    )
