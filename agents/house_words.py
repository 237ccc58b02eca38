"""House words: what understanding reads with, loaded once from the house's data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from agents.naming import Naming
from agents.recognisers.books import Books
from agents.slots import Slots
from knowledge.cues import Cues, load_cues
from knowledge.descriptions import Descriptions
from knowledge.glossary import Glossary, load_glossary
from knowledge.house_data import load_yaml
from knowledge.writing.writing import Writing, load_writing
from shop.products import Catalogue


@dataclass(frozen=True, slots=True)
class Words:
    """The house's words: its pieces, its terms, how they are written, and the cues to what the
    advisor may not do.
    """

    naming: Naming
    glossary: Glossary
    cues: Cues
    writing: Writing
    slots: Slots

    @property
    def catalogue(self) -> Catalogue:
        return self.naming.catalogue


def load_words(house: Path, catalogue: Catalogue, books: Books) -> Words:
    """Read the data of `house` about words. Raises ContentError naming file, line and field."""
    glossary = load_glossary(house / "glossary.yaml")
    pieces = [piece.name for piece in catalogue.all()]
    writing = load_writing(house / "writing.yaml", pieces, glossary.names())
    described = load_yaml(house / "descriptions.yaml", Descriptions)
    naming = Naming(catalogue, described, books.attributes)
    slots = Slots(naming, glossary, books.destinations)
    return Words(naming, glossary, load_cues(house / "cues.yaml"), writing, slots)
