"""Fibres in figures: the fineness of wool and cashmere, in microns."""

from __future__ import annotations

from decimal import Decimal

from shop.errors import BadInput
from shop.rulings import Ruling, require_positive, ruling, same

_SUPER_FROM, _SUPER_TO, _SUPER_STEP = 80, 210, 10
_SUPER_80_UM, _SUPER_STEP_UM = Decimal("19.75"), Decimal("0.5")  # MAT-24
_CASHMERE_MAX_UM = Decimal(19)  # MAT-20


def super_number(number: int) -> Ruling:
    """The finest mean diameter a wool 'Super S' allows. `values`: number, max_um.

    Raises BadInput for what is no number of the code (80 to 210 in tens).
    """
    if number % _SUPER_STEP or not _SUPER_FROM <= number <= _SUPER_TO:
        raise BadInput(f"Super numbers go from {_SUPER_FROM} to {_SUPER_TO} in tens, not {number}.")
    steps = (number - _SUPER_FROM) // _SUPER_STEP
    return ruling(
        "MAT-24",
        "standard",
        "Super {number}s 羊毛的平均纤维直径最大为 {max_um} 微米。数字越大纤维越细、越娇嫩，"
        "并不更保暖或更耐穿。",
        "Super {number}s wool has a mean fibre diameter of at most {max_um} µm. A higher number is "
        "finer and more delicate, not warmer or longer-lasting.",
        number=number,
        max_um=_SUPER_80_UM - steps * _SUPER_STEP_UM,
    )


def cashmere_fineness(fibre_um: Decimal) -> Ruling:
    """A cashmere's mean fibre beside the US legal limit of 19 µm. `values`: fibre_um, max_um."""
    require_positive(fibre_um, "A fibre diameter")
    inside = fibre_um <= _CASHMERE_MAX_UM
    zh = "符合" if inside else "超过"
    en = "within" if inside else "above"
    return ruling(
        "MAT-20 MAT-22",
        "standard",
        "平均 {fibre_um} "
        "微米" + zh + "美国法规对羊绒的上限 {max_um} 微米。越细越软，但并不更结实。",
        "A mean of {fibre_um} µm "
        "is " + en + " the US legal limit for cashmere, {max_um} µm. Finer is "
        "softer, not stronger.",
        fibre_um=fibre_um,
        max_um=_CASHMERE_MAX_UM,
    )


def beside_super(name: str, rule: str, fibre_um: Decimal, number: int) -> Ruling:
    """A piece's mean fibre beside the limit of a Super number. `values`: fibre_um, max_um, finer.

    Raises BadInput for what is no number of the code. A Super number states only a limit, so what
    lies at it or below is said to be within it, not to be the finer.
    """
    limit = super_number(number).values["max_um"]
    finer = fibre_um <= Decimal(limit)
    zh = "{name} 的纤维平均 {fibre_um} 微米，Super {number}s 羊毛的上限是 {max_um} 微米："
    en = "The fibre of the {name} has a mean of {fibre_um} µm, Super {number}s wool at most "
    en += "{max_um} µm: "
    if finer:
        zh += "{name} 细于这一上限；Super 只规定上限，具体面料可能更细。"
        en += (
            "the {name} is finer than that limit, but a Super number is only a limit, and a given "
            "cloth may be finer."
        )
    else:
        zh += "Super {number}s 更细。越细越娇嫩，并不更保暖或更耐穿。"
        en += "Super {number}s is finer. Finer is more delicate, not warmer or longer-lasting."
    return ruling(
        f"{rule} MAT-24", "standard", zh, en,
        name=same(name), fibre_um=fibre_um, number=number, max_um=limit,
        finer=name if finer else "super",
    )  # fmt: skip
