"""The provenance page as Streamlit runs it: what stands there for each verdict, and for whom."""

from __future__ import annotations

from typing import Any

import pytest

from shop.access import Role
from tests.console.conftest import SignIn
from tests.console.pages import labels, open_page, shown


@pytest.fixture
def claire(sign_in: SignIn) -> None:
    sign_in(Role.PERSONAL_SHOPPER)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("TV-KLMN-20260417", ["The record holds", "Rivage (TV-B02)", "leather cleaning"]),
        ("TV-JPLO-20260228", ["Broken at link 4", "broken here", "after the break"]),
        ("TV-CXUV-20260722", ["First scanned before delivery", "warning sign"]),
        ("TV-NBFG-20261109", ["link 7 of 8 so far", "not reached yet", "none yet"]),
        ("TV-ZZZZ-20260417", ["Unknown code", "no record of TV-ZZZZ-20260417"]),
        ("TV-KLMN", ["Not a trace code", "another form"]),
    ],
)
def test_each_verdict_is_shown_with_what_it_proves_and_what_not(
    claire: None, code: str, says: list[str]
) -> None:
    page = open_page("provenance", code=code)
    assert not page.exception
    for words in (*says, "What this proves", "What it does not prove", "not an appraisal"):
        assert words in shown(page)


def test_a_code_is_typed_and_looked_up(claire: None) -> None:
    page = open_page("provenance")
    assert "What this proves" not in shown(page)
    page.text_input[0].set_value(" tv-klmn-20260417 ")
    page.button[0].click().run()
    assert "The record holds" in shown(page)
    assert page.query_params["code"] == "tv-klmn-20260417"


def test_what_somebody_types_is_text_and_nothing_else(claire: None) -> None:
    page = open_page("provenance", code="<b onclick=x()>TV-</b>")
    assert not page.exception
    assert "<b onclick" not in shown(page).lower()


def test_a_look_up_is_kept_as_the_houses_own(claire: None, staffed: Any) -> None:
    open_page("provenance", code="TV-NBFG-20261109")
    page = open_page("provenance", code="TV-NBFG-20261109")
    assert "First scanned before delivery" not in shown(page)
    with staffed.store.read() as work:
        assert [scan.by for scan in work.trace_scans.of("TV-NBFG-20261109")] == ["house"]


def test_an_editor_has_no_such_page(sign_in: SignIn) -> None:
    sign_in(Role.EDITOR)
    page = open_page("provenance", code="TV-KLMN-20260417")
    assert "Look up" not in labels(page)
    assert "Your role does not include this page." in page.info[0].value
