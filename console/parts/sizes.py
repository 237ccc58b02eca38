"""What sizes and measures are of, in the field's words."""

from __future__ import annotations

from console.i18n import t


def size_name(of: str) -> str:
    """What a size or measure is of; what staff typed stays as it is."""
    return {
        "shoes": t("Shoes"),
        "ring": t("Ring"),
        "dress": t("Dress"),
        "ready-to-wear": t("Ready-to-wear"),
        "knitwear": t("Knitwear"),
        "belt": t("Belt"),
        "bust": t("Bust"),
        "waist": t("Waist"),
        "hips": t("Hips"),
        "wrist": t("Wrist"),
    }.get(of, of)
