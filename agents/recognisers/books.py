"""The typed data that rule-books compute with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from knowledge.attributes import Attributes
from knowledge.goods import Goods
from knowledge.house_data import load_yaml
from knowledge.parts import Parts
from shop.care_services import CareBook
from shop.destinations import Destinations
from shop.ports import Clock
from shop.products import Catalogue
from shop.salons import SalonBook
from shop.sizing_charts import SizeCharts
from shop.stock import FeedReader, no_feed
from shop.tiers import TierBook
from shop.trace_findings import TraceReader, no_registry


@dataclass(frozen=True, slots=True)
class Books:
    charts: SizeCharts
    tiers: TierBook
    destinations: Destinations
    care: CareBook
    attributes: Attributes
    parts: Parts
    other_goods: tuple[Goods, ...]
    catalogue: Catalogue
    salons: SalonBook
    clock: Clock
    stock: FeedReader = no_feed
    traces: TraceReader = no_registry

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.tiers.timezone)

    @property
    def today(self) -> date:
        """The day it is in the house, from which 'yesterday' and every term are counted."""
        return self.clock().astimezone(self.zone).date()


def open_books(
    house: Path,
    catalogue: Catalogue,
    tiers: TierBook,
    clock: Clock,
    stock: FeedReader = no_feed,
    *,
    traces: TraceReader = no_registry,
) -> Books:
    """The books of the house in this folder. Raises ContentError."""
    return Books(
        charts=load_yaml(house / "size_charts.yaml", SizeCharts),
        tiers=tiers,
        destinations=load_yaml(house / "destinations.yaml", Destinations),
        care=load_yaml(house / "care_services.yaml", CareBook),
        attributes=load_yaml(house / "attributes.yaml", Attributes),
        parts=load_yaml(house / "parts.yaml", Parts),
        other_goods=load_yaml(house / "other_goods.yaml", tuple[Goods, ...]),
        catalogue=catalogue,
        salons=load_yaml(house / "salons.yaml", SalonBook),
        clock=clock,
        stock=stock,
        traces=traces,
    )
