"""The length of a last, and the old Chinese shoe number: plain sums beside the house table."""

from __future__ import annotations

from decimal import Decimal

from shop.figures import rounded
from shop.rulings import Ruling, require_positive, ruling


def last_length(eu: Decimal) -> Ruling:
    """The length of the last for an EU size: size × 2/3 cm. `values`: eu, last_cm."""
    require_positive(eu, "A shoe size")
    return ruling(
        "SIZE-02",
        "standard",
        "EU {eu} 的鞋楦长 {last_cm:.2f} 厘米（尺码 × 2/3 厘米），比脚长约长 1.5–2 厘米。",
        "EU {eu} is made on a last of {last_cm:.2f} cm (size × 2/3 cm), about 1.5–2 cm longer than "
        "the foot.",
        eu=eu,
        last_cm=rounded(eu * 2 / 3, "0.01"),
    )


def eu_of_last(last_cm: Decimal) -> Ruling:
    """The EU size of a last: its length in cm × 1.5. `values`: last_cm, eu."""
    require_positive(last_cm, "A last")
    return ruling(
        "SIZE-02",
        "standard",
        "{last_cm} 厘米的鞋楦为 EU {eu}（厘米 × 1.5）；鞋楦比脚长约长 1.5–2 厘米。",
        "A last of {last_cm} cm is EU {eu} (cm × 1.5); it is about 1.5–2 cm longer than the foot.",
        last_cm=last_cm,
        eu=rounded(last_cm * Decimal("1.5"), "0.1"),
    )


def uk_of_last(last_inch: Decimal) -> Ruling:
    """The adult UK size of a last: 3 × its length in inches − 25. `values`: last_inch, uk."""
    require_positive(last_inch, "A last")
    return ruling(
        "SIZE-03",
        "standard",
        "{last_inch} 英寸的鞋楦为成人英码 {uk}（3 × 楦长英寸 − 25）。",
        "A last of {last_inch} inches is adult UK {uk} (3 × last in inches − 25).",
        last_inch=last_inch,
        uk=rounded(last_inch * 3 - 25, "0.1"),
    )


def labels_of_foot(foot_mm: Decimal) -> Ruling:
    """A foot in mm as Japan (in cm), Korea and China (in mm) label it: by its length.

    `values`: foot_cm, jp, kr, cn.
    """
    require_positive(foot_mm, "A foot")
    return ruling(
        "SIZE-04",
        "standard",
        "脚长 {foot_cm} 厘米（{kr} 毫米）即日本码 {jp}、韩国码 {kr}、中国码 {cn}："
        "日本码是脚长的厘米数，韩国和中国码是脚长的毫米数。",
        "A foot of {foot_cm} cm ({kr} mm) is Japanese {jp}, Korean {kr} and Chinese {cn}: Japan "
        "labels the foot in cm, Korea and China in mm.",
        foot_cm=foot_mm / 10,
        jp=foot_mm / 10,
        kr=foot_mm,
        cn=foot_mm,
    )


def old_chinese_to_mm(number: Decimal) -> Ruling:
    """The old Chinese shoe number as foot length: mm = (number + 10) × 5. `values`: old_cn, mm."""
    require_positive(number, "A shoe size")
    return ruling(
        "SIZE-06",
        "standard",
        "旧中国码 {old_cn} 即脚长 {mm} 毫米：（{old_cn} + 10）× 5。旧码并不等于 EU 码。",
        "Old Chinese size {old_cn} is a foot of {mm} mm: ({old_cn} + 10) × 5. It is not the same "
        "as the EU size.",
        old_cn=number,
        mm=foot_mm_of_old_chinese(number),
    )


def mm_to_old_chinese(mm: Decimal) -> Ruling:
    """A foot in mm as old Chinese number: mm ÷ 5 − 10. `values`: mm, old_cn."""
    require_positive(mm, "A foot")
    return ruling(
        "SIZE-06",
        "standard",
        "{mm} 毫米对应旧中国码 {old_cn}：{mm} ÷ 5 − 10。旧码并不等于 EU 码。",
        "{mm} mm is old Chinese size {old_cn}: {mm} ÷ 5 − 10. It is not the same as the EU size.",
        mm=mm,
        old_cn=mm / 5 - 10,
    )


def foot_mm_of_old_chinese(number: Decimal) -> Decimal:
    """The foot in mm that an old Chinese number stands for (SIZE-06)."""
    return (number + 10) * 5
