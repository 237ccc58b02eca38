"""Cards of pieces: a line drawing, the name, what it is, what it is made of, the price."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from console.i18n import LOCALES, page_lang, t
from shop.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shop.products import Catalogue, Product


def cards_html(products: Catalogue, ids: Sequence[str]) -> str:
    """The cards side by side; an id that left the catalogue has none."""
    cards = "".join(_card(piece) for piece in _found(products, ids))
    return f'<div class="mq-cards">{cards}</div>' if cards else ""


def _found(products: Catalogue, ids: Sequence[str]) -> list[Product]:
    found = []
    for product_id in ids:
        try:
            found.append(products.get(product_id))
        except NotFound:
            continue
    return found


def _card(piece: Product) -> str:
    lang = page_lang()
    kind, made_of = escape(piece.kind.in_(lang)), escape(piece.composition.in_(lang))
    return (
        f'<figure class="mq-card">{drawing(piece)}'
        f'<figcaption><b class="mq-piece">{escape(piece.name)}</b>'
        f'<span class="mq-kind">{kind}</span><span class="mq-made-of">{made_of}</span>'
        f'<span class="mq-price">{escape(price(piece))}</span></figcaption></figure>'
    )


def drawing(piece: Product) -> str:
    """The line drawing, drawn in the page's own colours by the style sheet."""
    kind = escape(piece.kind.in_(page_lang()))
    return (
        f'<div class="mq-drawing" role="img" aria-label="{kind}" '
        f"style=\"--drawing: url('/drawings/{escape(piece.id)}.svg')\"></div>"
    )


def price(piece: Product) -> str:
    """The catalogue's price in renminbi, in the reader's own way of writing numbers."""
    amount = format_decimal(piece.price_rmb, locale=LOCALES[page_lang()])
    return t("RMB {amount}", amount=amount)
