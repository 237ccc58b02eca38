"""The web door at another hour: `python -m tests.browser.at_an_hour AHEAD run app.py …`.

AHEAD is a file that says by how many seconds the house's clock is ahead of the machine's; it is
read anew each time somebody looks at the clock. In this house the Spring Festival is a holiday.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from streamlit.web import cli

import wiring
from knowledge import house_data
from shop.hours import Holiday
from shop.tiers import TierBook

FESTIVAL = Holiday.model_validate(
    {"name": {"zh": "春节", "en": "Spring Festival"}, "first": "2027-02-06", "last": "2027-02-08"}
)


def clock_ahead(ahead: Path) -> Callable[[], datetime]:
    return lambda: wiring.utc_now() + timedelta(seconds=float(ahead.read_text()))


def with_a_holiday(load: Callable[[Path, Any], Any], path: Path, kind: Any) -> Any:
    loaded = load(path, kind)
    return loaded.model_copy(update={"holidays": (FESTIVAL,)}) if kind is TierBook else loaded


if __name__ == "__main__":
    wiring.build = partial(wiring.build, clock=clock_ahead(Path(sys.argv[1])))
    wiring.load_yaml = partial(with_a_holiday, house_data.load_yaml)  # type: ignore[attr-defined]
    sys.argv = ["streamlit", *sys.argv[2:]]
    cli.main()
