from __future__ import annotations

from datetime import time
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from shop.clients import Tier
from shop.handoffs import Lane
from shop.tiers import TierBook
from tests.shop.house_books import HOUSE, tiers


def sheet() -> dict[str, Any]:
    return dict(yaml.safe_load((HOUSE / "tiers.yaml").read_text(encoding="utf-8")))


def test_black_is_answered_by_a_dedicated_person_until_midnight_within_15_minutes() -> None:
    desk = tiers().terms(Tier.BLACK).desk
    assert (desk.lane, desk.opens, desk.closes) == (Lane.DEDICATED, time(9), time(0))
    assert desk.first_reply_minutes == 15


def test_only_black_was_promised_a_minute() -> None:
    promised = {t for t in Tier if tiers().terms(t).desk.first_reply_minutes is not None}
    assert promised == {Tier.BLACK}


def test_someone_not_signed_in_has_the_terms_of_a_registered_member() -> None:
    assert tiers().terms(None) == tiers().terms(Tier.REGISTERED)


def test_a_book_without_every_tier_is_refused() -> None:
    book = sheet()
    del book["tiers"]["gold"]
    with pytest.raises(ValidationError, match="no terms for gold"):
        TierBook.model_validate(book)


def test_thresholds_that_do_not_rise_are_refused() -> None:
    book = sheet()
    book["tiers"]["black"]["from_spend"] = 50000
    with pytest.raises(ValidationError, match="rise from tier to tier"):
        TierBook.model_validate(book)


def test_an_unknown_benefit_is_refused() -> None:
    book = sheet()
    book["tiers"]["gold"]["lounge"] = True
    with pytest.raises(ValidationError, match="lounge"):
        TierBook.model_validate(book)
