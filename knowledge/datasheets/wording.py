"""How shoppers ask about a piece: titles and example questions of a datasheet's sections."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, RootModel

from knowledge.house_data import load_yaml
from shop.language import Bilingual, Lang
from shop.products import Product
from shop.typed_data import TypedData


class Asks(TypedData):
    """One section's title, and questions with {noun} and {phrase} left open."""

    title: Bilingual
    zh: tuple[str, ...] = Field(min_length=4, max_length=8)
    en: tuple[str, ...] = Field(min_length=4, max_length=8)

    def about(self, product: Product, lang: Lang) -> list[str]:
        """The questions as they are asked about a piece of this kind.

        Its noun stands for its name: a name in every ask would make each of them the likest to
        whatever is asked of the piece. Questions are searched with nouns for names too.
        """
        templates = self.zh if lang == "zh" else self.en
        words = {"noun": product.noun.in_(lang), "phrase": product.phrases.in_(lang)}
        return list(dict.fromkeys(template.format(**words) for template in templates))


class Wording(RootModel[dict[str, Asks]]):
    """The asks of every section, by its key."""

    def of(self, key: str) -> Asks:
        return self.root[key]


def load_wording(path: Path) -> Wording:
    """Raises ContentError with file, line and field."""
    return load_yaml(path, Wording)
