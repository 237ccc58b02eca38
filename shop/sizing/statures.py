"""A height and a weight: what they cannot decide."""

from __future__ import annotations

from decimal import Decimal

from shop.figures import number
from shop.language import Bilingual
from shop.products import SizeChart
from shop.rulings import Ruling, ruling

_NEEDED: dict[SizeChart, tuple[str, Bilingual]] = {
    "womens_rtw": ("H-L3", Bilingual("胸围、腰围、臀围（厘米）", "bust, waist and hips in cm")),
    "knitwear": ("H-L5", Bilingual("胸围（厘米）", "bust in cm")),
    "womens_shoes": ("H-L1", Bilingual("脚长（厘米）", "foot length in cm")),
    "mens_shoes": ("H-L2", Bilingual("脚长（厘米）", "foot length in cm")),
    "rings": ("H-L4", Bilingual("指围（毫米）", "finger in mm around")),
}


def size_needs(
    chart: SizeChart, height_cm: Decimal | None, weight_kg: Decimal | None
) -> Ruling | None:
    """That height and weight decide no size, and which measure does. None without a chart.

    `values`: height_cm, weight_kg as far as they were said; confidence 'none'.
    """
    if chart not in _NEEDED:
        return None
    rule, needed = _NEEDED[chart]
    said = [f"{number(height_cm)} cm"] if height_cm else []
    said += [f"{number(weight_kg)} kg"] if weight_kg else []
    figures = {name: v for name, v in (("height_cm", height_cm), ("weight_kg", weight_kg)) if v}
    return ruling(
        f"{rule} SIZE-17",
        "none",
        "身高体重（{said}）不能决定尺码：本店尺码表按{needed}。请告诉我这些尺寸，我按表为您选码。",
        "Height and weight ({said}) do not decide a size: our chart goes by {needed}. Tell me "
        "those and I can choose from the chart.",
        said=Bilingual("、".join(said), ", ".join(said)),
        needed=needed,
        **figures,
    )
