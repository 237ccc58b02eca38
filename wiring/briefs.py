"""Who writes briefs: code always, and a model that shortens where the settings name one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from agents.brief import Known
from agents.brief.briefs import Briefs
from knowledge.attributes import Attributes
from knowledge.glossary import load_glossary
from knowledge.house_data import load_products, load_yaml
from settings import Settings
from shop.destinations import Destinations
from shop.products import Catalogue
from wiring.house import HOUSE

if TYPE_CHECKING:
    from agents.brief.phrasing import Phrase


@cache
def house_known() -> Known:
    """The sample house, as far as a brief needs it; read once."""
    return Known(
        Catalogue(load_products(HOUSE / "products.yaml")),
        load_glossary(HOUSE / "glossary.yaml"),
        load_yaml(HOUSE / "destinations.yaml", Destinations),
        load_yaml(HOUSE / "attributes.yaml", Attributes),
    )


def open_briefs(settings: Settings) -> Briefs:
    """For pages; what takes long to load is loaded when a brief is first shortened."""
    if settings.mode == "offline":
        return Briefs(house_known)
    return Briefs(house_known, cache(lambda: open_phrasing(settings)))


def open_phrasing(settings: Settings) -> Phrase:
    from agents.brief.phrasing import Phrasing
    from agents.chat_model import open_chat_model  # heavy: the libraries of the model

    deadline_s = settings.openai_timeout_s
    model = open_chat_model(
        settings.openai_model, settings.openai_api_key, settings.openai_base_url, deadline_s
    )
    return Phrasing(model, deadline_s)
