"""Every recogniser, in the order in which they are tried: the first ruling counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import wraps

from agents.recognisers.abroad import ABROAD
from agents.recognisers.accessories import ACCESSORIES
from agents.recognisers.agreement import AGREEMENT
from agents.recognisers.appointments import APPOINTMENTS
from agents.recognisers.attributes import ATTRIBUTES, PARTS
from agents.recognisers.children import CHILDREN
from agents.recognisers.claims import CLAIMS
from agents.recognisers.clothes import BODY_LABELS, CLOTHES
from agents.recognisers.codes import CODES
from agents.recognisers.customs import CUSTOMS
from agents.recognisers.deadlines import DEADLINES
from agents.recognisers.delivery import DELIVERY
from agents.recognisers.hearsay import HEARSAY
from agents.recognisers.materials import MATERIALS
from agents.recognisers.membership import MEMBERSHIP
from agents.recognisers.mending import MENDING
from agents.recognisers.metals import METALS
from agents.recognisers.not_sold import NOT_SOLD
from agents.recognisers.orders import ORDERS
from agents.recognisers.payments import PAYMENTS
from agents.recognisers.people import PEOPLE
from agents.recognisers.pieces import PIECES
from agents.recognisers.prices import PRICES
from agents.recognisers.promises import PROMISES
from agents.recognisers.reading import Reading, Recogniser
from agents.recognisers.returns import RETURNS
from agents.recognisers.rings import RINGS
from agents.recognisers.services import SERVICES
from agents.recognisers.shoes import SHOES
from agents.recognisers.statures import STATURES
from agents.recognisers.stock import STOCK
from agents.recognisers.tailoring import LENGTHS, TAILORING
from agents.recognisers.underwear import UNDERWEAR
from shop.rulings import Ruling

_CARED_FOR = (
    r"\bhow (?:do|should|can|must|to|would) (?:i |we |you |one )?(?:best |safely )?"
    r"(?:clean|store|care|wash|polish|dry|keep|look after|treat)\b"
    r"|\bin stock\b|\bout of stock\b|\bsold out\b|现货|有货|库存|缺货|断货|断码"
    r"|怎么(?:洗|清|擦|收|存|保养|护理|打理|晾)|如何(?:洗|清|收|存|保养|护理)"
)


def _unless_cared_for(recognisers: Sequence[Recogniser]) -> tuple[Recogniser, ...]:
    """Sizes and parcels that a question about care mentions only in passing."""
    return tuple(map(_silent_about_care, recognisers))


def _silent_about_care(recognise: Recogniser) -> Recogniser:
    @wraps(recognise)
    def recognised(reading: Reading) -> Ruling | None:
        return None if reading.says(_CARED_FOR) else recognise(reading)

    return recognised


RECOGNISERS: tuple[Recogniser, ...] = (
    *CODES, *HEARSAY, *DEADLINES, *STOCK, *PAYMENTS, *ORDERS, *CLAIMS, *MEMBERSHIP, *PROMISES,
    *RETURNS, *MENDING, *SERVICES, *ABROAD,
    *_unless_cared_for((*APPOINTMENTS, *CUSTOMS, *DELIVERY)), *PEOPLE, *NOT_SOLD, *PIECES, *PARTS,
    *_unless_cared_for(CHILDREN),
    *_unless_cared_for((*AGREEMENT, *ACCESSORIES, *RINGS, *UNDERWEAR)),
    *_unless_cared_for((*BODY_LABELS, *STATURES, *TAILORING)),
    *_unless_cared_for((*SHOES, *CLOTHES)),
    *LENGTHS, *MATERIALS, *METALS, *ATTRIBUTES, *PRICES,
)  # fmt: skip
