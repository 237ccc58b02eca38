"""What Streamlit serves beside our pages: its own page, and the fonts that ours share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

SERIF, SANS = "SourceSerifVariable-Roman", "SourceSansVF-Upright"


def streamlit_index() -> str:
    """Streamlit's own page, whose inline script the content policy names."""
    return (_static() / "index.html").read_text(encoding="utf-8")


@cache
def font(name: str) -> str:
    """The address of a font, whose file name differs by version; empty when it is not there."""
    media = _static() / "static" / "media"
    return next((f"/static/media/{file.name}" for file in media.glob(f"{name}*.woff2")), "")


def _static() -> Path:
    import streamlit

    return Path(streamlit.__file__).parent / "static"
