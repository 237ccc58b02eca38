"""What was refused stays said until the next try, and only where it was tried."""

from __future__ import annotations

import pytest

from console.parts.attempts import Attempts
from shop.errors import Conflict


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> Attempts:
    monkeypatch.setattr("streamlit.session_state", {})
    return Attempts("here-trouble", lambda error: f"Not now: {error}")


def refused() -> None:
    raise Conflict("somebody was first")


def test_a_refusal_is_said_in_our_words_until_the_next_try(tries: Attempts) -> None:
    assert not tries.attempt(refused)
    assert tries.trouble() == tries.trouble() == "Not now: somebody was first"
    assert tries.attempt(lambda: None)
    assert tries.trouble() == ""


def test_it_is_said_only_of_what_was_tried(tries: Attempts) -> None:
    tries.attempt(refused, "one")
    assert tries.trouble("one")
    assert (tries.trouble("other"), tries.trouble()) == ("", "")


def test_a_place_may_have_words_of_its_own(tries: Attempts) -> None:
    tries.attempt(refused, "tool", lambda error: "Look again.")
    assert tries.trouble("tool") == "Look again."


def test_what_nobody_meant_to_refuse_is_no_refusal(tries: Attempts) -> None:
    def broken() -> None:
        raise RuntimeError("a mistake of ours")

    with pytest.raises(RuntimeError):
        tries.attempt(broken)
    assert tries.trouble() == ""
