"""The fields of a rule-book's form, each drawn by its kind; what is chosen comes back as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from console.i18n import page_lang, t
from console.parts.desk.rulebook_wording import choice_name, field_name
from console.parts.tiers import tier_name
from shop.clients import Tier
from shop.errors import NotFound
from shop.products import Catalogue, Product

if TYPE_CHECKING:
    from agents.copilot.forms import Field
    from agents.copilot.rule_desk import Place

_LONGEST = 20  # characters of a figure
_ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Asking:
    """Draws fields. `known` fills them in, where she has not typed anything yet."""

    catalogue: Catalogue
    places: Sequence[Place]
    key: str
    known: Mapping[str, str]

    def about(self, piece: Product, known: Mapping[str, str]) -> Asking:
        """For the fields of a piece: what was filled in for another is not hers."""
        return replace(self, key=f"{self.key}-{piece.id}", known={**self.known, **known})

    def field(self, field: Field) -> str:
        """Empty while nothing is chosen."""
        draw: Mapping[str, Callable[[Field], str]] = {
            "piece": self._piece,
            "place": self._place,
            "tier": self._tier,
            "day": self._day,
            "choice": self._choice,
        }
        return draw.get(field.kind, self._typed)(field)

    def _piece(self, field: Field) -> str:
        kinds = field.choices
        pieces = {p.id: p for p in self.catalogue.all() if not kinds or p.category in kinds}
        return self._one(field, list(pieces), lambda each: _piece_name(pieces[each]))

    def _place(self, field: Field) -> str:
        names = {place.id: place.name.in_(page_lang()) for place in self.places}
        names[_ELSEWHERE] = t("Another place")
        return self._one(field, list(names), names.__getitem__)

    def _tier(self, field: Field) -> str:
        return self._one(field, [tier.value for tier in Tier], lambda each: tier_name(Tier(each)))

    def _choice(self, field: Field) -> str:
        return self._one(field, field.choices, choice_name)

    def _one(self, field: Field, options: Sequence[str], name: Callable[[str], str]) -> str:
        known = self.known.get(field.name, "")
        chosen = st.selectbox(
            field_name(field.name),
            options,
            index=options.index(known) if known in options else None,
            format_func=name,
            key=self._key(field),
            placeholder=t("Choose"),
        )
        return chosen or ""

    def _day(self, field: Field) -> str:
        day = st.date_input(field_name(field.name), value=None, key=self._key(field))
        return day.isoformat() if day else ""

    def _typed(self, field: Field) -> str:
        return st.text_input(
            field_name(field.name),
            value=self.known.get(field.name, ""),
            key=self._key(field),
            max_chars=_LONGEST,
        )

    def _key(self, field: Field) -> str:
        """What becomes known later fills in a field of its own."""
        return f"{self.key}-{field.name}-{self.known.get(field.name, '')}"


def piece_of(catalogue: Catalogue, values: Mapping[str, str]) -> Product | None:
    try:
        return catalogue.get(values["piece"]) if values.get("piece") else None
    except NotFound:
        return None


def _piece_name(piece: Product) -> str:
    return f"{piece.name} · {piece.kind.in_(page_lang())}"
