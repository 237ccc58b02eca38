"""Every recogniser, in the order in which they are tried: the first ruling counts."""

from __future__ import annotations

from agents.recognisers.accessories import ACCESSORIES
from agents.recognisers.agreement import AGREEMENT
from agents.recognisers.appointments import APPOINTMENTS
from agents.recognisers.attributes import ATTRIBUTES, PARTS
from agents.recognisers.clothes import CLOTHES
from agents.recognisers.codes import CODES
from agents.recognisers.customs import CUSTOMS
from agents.recognisers.deadlines import DEADLINES
from agents.recognisers.delivery import DELIVERY
from agents.recognisers.hearsay import HEARSAY
from agents.recognisers.materials import MATERIALS
from agents.recognisers.membership import MEMBERSHIP
from agents.recognisers.orders import ORDERS
from agents.recognisers.people import PEOPLE
from agents.recognisers.pieces import PIECES
from agents.recognisers.prices import PRICES
from agents.recognisers.promises import PROMISES
from agents.recognisers.reading import Recogniser
from agents.recognisers.returns import RETURNS
from agents.recognisers.services import SERVICES
from agents.recognisers.shoes import SHOES
from agents.recognisers.stock import STOCK
from agents.recognisers.tailoring import LENGTHS, TAILORING
from agents.recognisers.underwear import UNDERWEAR

RECOGNISERS: tuple[Recogniser, ...] = (
    *CODES, *HEARSAY, *DEADLINES, *STOCK, *ORDERS, *MEMBERSHIP, *PROMISES, *RETURNS, *SERVICES,
    *APPOINTMENTS, *CUSTOMS, *DELIVERY, *PEOPLE, *PIECES, *PARTS, *AGREEMENT, *ACCESSORIES,
    *UNDERWEAR, *TAILORING, *SHOES, *CLOTHES, *LENGTHS, *MATERIALS, *ATTRIBUTES, *PRICES,
)  # fmt: skip
