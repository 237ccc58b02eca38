"""Every recogniser, in the order in which they are tried: the first ruling counts."""

from __future__ import annotations

from agents.recognisers.accessories import ACCESSORIES
from agents.recognisers.attributes import ATTRIBUTES
from agents.recognisers.clothes import CLOTHES
from agents.recognisers.customs import CUSTOMS
from agents.recognisers.materials import MATERIALS
from agents.recognisers.membership import MEMBERSHIP
from agents.recognisers.orders import ORDERS
from agents.recognisers.pieces import PIECES
from agents.recognisers.reading import Recogniser
from agents.recognisers.returns import RETURNS
from agents.recognisers.shoes import SHOES

RECOGNISERS: tuple[Recogniser, ...] = (
    *ORDERS, *MEMBERSHIP, *RETURNS, *CUSTOMS, *PIECES, *ACCESSORIES, *SHOES, *CLOTHES,
    *ATTRIBUTES, *MATERIALS,
)  # fmt: skip
