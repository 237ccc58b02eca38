"""What a test may need that is not on every machine: a browser, a PostgreSQL, a model server.

Where it is missing the test is skipped with the line that adds it. A machine that should have both
sets MAROQUIN_REQUIRE=browser,postgres: then it fails instead.
"""

from __future__ import annotations

import os
from typing import Literal, NoReturn

import pytest


def skip_or_fail(need: Literal["browser", "postgres", "model"], problem: str) -> NoReturn:
    if need in os.environ.get("MAROQUIN_REQUIRE", "").split(","):
        pytest.fail(f"MAROQUIN_REQUIRE names {need}: {problem}")
    pytest.skip(problem)
