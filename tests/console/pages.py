"""Opening a page of the console and reading what stands on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).parents[2] / "console" / "pages"


def open_page(name: str, **query: str) -> AppTest:
    """A page of the console after its first run."""
    page = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=20)
    page.query_params.update(query)
    return page.run()


def shown(page: AppTest) -> str:
    """Every piece of HTML but the style sheets."""
    blocks = [str(getattr(block, "body", "")) for block in page.get("html")]
    return "".join(body for body in blocks if not body.startswith("<style>"))


def button(page: AppTest, label: str) -> Any:
    return next(each for each in page.button if each.label == label)


def labels(page: AppTest) -> list[str]:
    return [each.label for each in page.button]
