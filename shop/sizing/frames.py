"""Spectacle frames: what the three numbers inside them measure (MAT-66)."""

from __future__ import annotations

from shop.rulings import Ruling, require_positive, ruling


def frame_code(lens_mm: int, bridge_mm: int, temple_mm: int) -> Ruling:
    """A code such as 52□20-145, by the boxing system. `values`: lens_mm, bridge_mm, temple_mm."""
    require_positive(min(lens_mm, bridge_mm, temple_mm), "A frame")
    return ruling(
        "MAT-66",
        "standard",
        "镜片宽、鼻梁宽、镜腿长依次为 {lens_mm}、{bridge_mm}、{temple_mm} 毫米"
        "（方框法，ISO 8624）。",
        "{lens_mm}□{bridge_mm}-{temple_mm} means a lens width of {lens_mm} mm, a bridge of "
        "{bridge_mm} mm and temples (arms) of {temple_mm} mm (boxing system, ISO 8624).",
        lens_mm=lens_mm,
        bridge_mm=bridge_mm,
        temple_mm=temple_mm,
    )
