"""The pieces of the house, as typed data, and the catalogue in which they are found.

A field holds what the house's own sheet says; what the sheet doesn't say is None (or empty), and
nobody guesses it. `name` is never translated. Measures are Decimal in the unit of their name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from shop.errors import NotFound
from shop.language import Bilingual

Category = Literal["bag", "shoe", "knitwear", "dress", "ring", "necklace", "watch", "eyewear"]
Gender = Literal["women", "men"]
SizeChart = Literal["womens_shoes", "mens_shoes", "womens_rtw", "rings", "knitwear", "none"]
Material = Literal[
    "lambskin", "goatskin", "calf-vegetable-tanned", "calf-grained", "nile-crocodile",
    "patent-calf", "suede-calf", "calf", "microfibre", "rubber", "brass", "palladium-plating",
    "cashmere", "mulberry-silk-satin", "gold-18k-yellow", "gold-18k-white", "diamond",
    "akoya-pearl", "silk-thread", "steel-316l", "steel", "sapphire-crystal", "acetate",
]  # fmt: skip
CareAction = Literal[
    "daily", "clean", "rain", "spill", "alcohol", "wipes", "shoe_cream", "make_up",
    "denim", "scratch", "patina", "balm", "solvents", "salon_check", "print", "heat", "cold",
    "keep", "marks", "grease", "spray", "hand_wash", "machine_wash", "dry_clean",
    "tumble", "bleach", "iron", "wring", "hang", "detergent", "pilling", "perfume", "sport",
    "chlorine", "order", "ultrasonic", "soak", "restring", "strap_water", "splash", "swim",
    "shower", "sauna", "dive", "water_test", "service", "acetone", "car", "night_driving",
    "hot_water",
]  # fmt: skip
CareCode = Literal[
    "hand-wash-30", "hand-wash-cold", "no-bleach", "no-tumble", "dry-flat", "iron-1-dot", "P"
]
Verdict = Literal["do", "dont", "careful"]
Runs = Literal["true", "large", "small"]
Everyday = Literal["first_choice", "delicate"]
Scratch = Literal["resistant", "delicate"]


@dataclass(frozen=True, slots=True)
class Care:
    """One thing that may or may not be done. `zh` and `en` each answer on their own."""

    action: CareAction
    verdict: Verdict
    zh: str
    en: str

    @property
    def text(self) -> Bilingual:
        return Bilingual(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a piece runs beside its chart. `steps`: whole sizes to add (negative: to go down)."""

    runs: Runs
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Holds:
    """What goes into a bag. `laptop_inch` is the largest screen; 0: none."""

    a4: bool
    ipad: bool | None = None
    laptop_inch: int | None = None


@dataclass(frozen=True, slots=True)
class Exotic:
    """A protected species, and the CITES appendix that rules its trade."""

    species: str
    appendix: Literal["I", "II", "III"]
    farmed: bool


@dataclass(frozen=True, slots=True)
class Yarn:
    fibre_um: Decimal
    ply: int
    gauge: int


@dataclass(frozen=True, slots=True)
class Diamond:
    carat: Decimal
    colour: str
    clarity: str
    natural: bool
    laboratory_report: bool


@dataclass(frozen=True, slots=True)
class Pearls:
    diameter_mm: tuple[Decimal, Decimal]
    length_cm: Decimal
    knotted: bool


@dataclass(frozen=True, slots=True)
class Watch:
    """`water_bar` is a laboratory rating; the care entries say what may be done."""

    case_mm: Decimal
    thickness_mm: Decimal
    lug_mm: int
    wrist_mm: tuple[int, int]
    automatic: bool
    reserve_h: int
    water_bar: int


@dataclass(frozen=True, slots=True)
class Lenses:
    """Frame measures as in 52□20-145, and the lens category of ISO 12312-1."""

    width_mm: int
    bridge_mm: int
    temple_mm: int
    category: int
    colour: Bilingual
    uv_nm: int


@dataclass(frozen=True, slots=True)
class Product:
    """One piece. `phrases` are how a shopper names it when she doesn't know its name.

    `not_meant` lists phrases in which the name is an ordinary word ('full grain').
    """

    id: str
    name: str
    kind: Bilingual
    noun: Bilingual
    rule: str
    sources: tuple[str, ...]
    category: Category
    price_rmb: Decimal
    materials: tuple[Material, ...]
    composition: Bilingual
    care: tuple[Care, ...]
    care_summary: Bilingual
    phrases: Bilingual
    aliases: tuple[str, ...] = ()
    not_meant: tuple[str, ...] = ()
    gender: Gender | None = None
    market: tuple[str, ...] = ("all",)
    finish: Bilingual | None = None
    lining: Bilingual | None = None
    unlined: bool = False
    hardware: Bilingual | None = None
    sole: Bilingual | None = None
    dimensions_cm: tuple[Decimal, Decimal, Decimal] | None = None
    weight_g: int | None = None
    strap_drop_cm: Decimal | None = None
    strap_cm: tuple[Decimal, Decimal] | None = None
    length_cm: Decimal | None = None
    length_at_size: str | None = None
    heel_mm: int | None = None
    sizes: tuple[str, ...] = ()
    size_chart: SizeChart = "none"
    fit: Fit | None = None
    ease_cm: Decimal | None = None
    holds: Holds | None = None
    care_codes: tuple[CareCode, ...] = ()
    everyday: Everyday | None = None
    scratch: Scratch | None = None
    made_to_order: bool = False
    exotic: Exotic | None = None
    engravable: bool | None = None
    nickel_free: bool | None = None
    yarn: Yarn | None = None
    silk_momme: int | None = None
    gold_fineness: int | None = None
    diamond: Diamond | None = None
    pearls: Pearls | None = None
    watch: Watch | None = None
    lenses: Lenses | None = None

    def care_for(self, action: CareAction) -> Care | None:
        """What the house says on one action, or None where it says nothing."""
        return next((entry for entry in self.care if entry.action == action), None)


class Catalogue:
    """The pieces on sale, found by id or by how people name them."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._products = {product.id: product for product in products}
        self._names = {product.id: _pattern(product) for product in self._products.values()}

    def all(self) -> tuple[Product, ...]:
        return tuple(self._products.values())

    def get(self, product_id: str) -> Product:
        """The piece with this id. Raises NotFound."""
        try:
            return self._products[product_id]
        except KeyError:
            raise NotFound(f"There is no piece {product_id!r} in the catalogue.") from None

    def name_of(self, product_id: str) -> str:
        """Its name; what is no longer in the catalogue goes by its id."""
        product = self._products.get(product_id)
        return product.name if product else product_id

    def find(self, text: str) -> tuple[Product, ...]:
        """The pieces that a text names, each once, in the order of their first mention.

        Accents, case and width don't matter: 'eclipse' names the Éclipse.
        """
        plain = fold(text)
        places = {
            product_id: place
            for product_id, product in self._products.items()
            if (place := self._first_mention(product, plain)) is not None
        }
        return tuple(self._products[found] for found in sorted(places, key=lambda i: places[i]))

    def _first_mention(self, product: Product, plain: str) -> int | None:
        for phrase in product.not_meant:
            plain = plain.replace(fold(phrase), " " * len(fold(phrase)))
        found = self._names[product.id].search(plain)
        return found.start() if found else None


@lru_cache(maxsize=2048)  # the same few names are compared with every question
def fold(text: str) -> str:
    """Text for comparing: full-width made half-width, accents and case taken away."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def _pattern(product: Product) -> re.Pattern[str]:
    """A whole word in latin script; Chinese has no word borders and needs none."""
    names = (product.id, product.name, *product.aliases)
    wanted = "|".join(re.escape(fold(name)) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{wanted})(?![a-z0-9])")
