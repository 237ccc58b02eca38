"""What is asked of a piece, answered from its card alone.

`fact` gives the datasheet's own sentence on an attribute, so that search and rule-books say the
same. Where the card has no such entry it rules exactly that, and adds what the card says nearby:
who asks for a calibre is never given the case in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.attributes import Entry
from knowledge.datasheets.cloth_and_leather import CLOTH_AND_LEATHER
from knowledge.datasheets.every_piece import EVERY_PIECE
from knowledge.datasheets.jewels_and_watches import JEWELS_AND_WATCHES
from shop.language import Bilingual
from shop.products import Product
from shop.rulings import Ruling, ruling, same

_MAKERS = dict((*EVERY_PIECE, *CLOTH_AND_LEATHER, *JEWELS_AND_WATCHES))
SECTIONS = tuple(_MAKERS)


def fact(piece: Product, attribute: Entry) -> Ruling:
    """What the card says on one attribute. `values`: attribute.

    Confidence 'unrecorded' where the card says nothing of it.
    """
    if said := _said(piece, attribute.kept):
        return _of_card(piece, said, attribute)
    silent = ruling(
        piece.rule,
        "unrecorded",
        "{name} 的商品卡没有注明{what}，我无法确认；可以请同事为您核实。",
        "Our product card does not list the {what} of the {name}, so I can't confirm it; a "
        "colleague can find out.",
        name=same(piece.name),
        what=attribute.name,
        attribute=attribute.id,
    )
    nearby = _said(piece, attribute.nearby)
    return silent.then(_of_card(piece, nearby, attribute)) if nearby else silent


def _said(piece: Product, sections: Sequence[str]) -> Bilingual | None:
    """The first of these sections that the card has an answer for."""
    texts = (_MAKERS[section](piece) for section in sections)
    return next((text for text in texts if text is not None), None)


def _of_card(piece: Product, said: Bilingual, attribute: Entry) -> Ruling:
    return ruling(piece.rule, "house", "{said}", "{said}", said=said, attribute=attribute.id)
