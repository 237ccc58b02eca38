"""Naming: the pieces that a text speaks of, by name, by what they are like, or by their kind."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.attributes import Attributes
from knowledge.descriptions import Description, Descriptions
from shop.products import Catalogue, Product


@dataclass(frozen=True, slots=True)
class Naming:
    """How the pieces of the house are called."""

    catalogue: Catalogue
    descriptions: Descriptions
    attributes: Attributes

    def named(self, text: str) -> tuple[Product, ...]:
        """Those named by their names."""
        return self.catalogue.find(text)

    def pointed_at(self, text: str) -> tuple[Product, ...]:
        """Those named, then those described: 'the suede slip-ons'."""
        described = map(self.catalogue.get, self.descriptions.pieces(text))
        return tuple(dict.fromkeys((*self.named(text), *described)))

    def spoken_of(self, text: str) -> tuple[Product, ...]:
        """Those pointed at; else those called by their kind: 'the loafers'."""
        of_kind = map(self.catalogue.get, self.attributes.kinds_named(text))
        return self.pointed_at(text) or tuple(of_kind)

    def described(self, text: str) -> tuple[Description, ...]:
        """Where a text describes pieces without their names."""
        return tuple(one for one in self.descriptions.find(text) if not one.by_kind)
