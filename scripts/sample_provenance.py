"""Writes knowledge/house/provenance.yaml: invented records of invented pieces, really sealed.

    .venv/bin/python -m scripts.sample_provenance

One chain is broken on purpose (its quality check was changed after it was sealed), one code was
scanned before its delivery, one piece is still under way. A test compares the file with what this
would write.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from shop.language import Bilingual
from shop.provenance import Link, Record, origin, sealed

FILE = Path(__file__).parents[1] / "knowledge" / "house" / "provenance.yaml"

_HEAD = """\
# Trace records of the sample house: invented, and written by `python -m scripts.sample_provenance`.
# Each link is sealed upon the one before (shop/provenance.py): a change by hand breaks the chain.
# TV-JPLO-20260228 is broken on purpose; TV-CXUV-20260722 was scanned before its delivery.

"""
_PARIS, _MILAN = Bilingual("巴黎", "Paris"), Bilingual("米兰", "Milan")
_HONG_KONG = Bilingual("香港", "Hong Kong")
_AT_THE_DOOR = Bilingual("收件地址（不显示）", "at the door (address never shown)")
_BUYER = Bilingual("碧桥买手", "Pontazur's buyer")
_HUB = Bilingual("碧桥香港仓", "Pontazur hub, Hong Kong")
_CARRIER = Bilingual("承运方", "the carrier")
_SALON = Bilingual("门店养护台", "salon care desk")
_SHANGHAI = Bilingual("上海静安门店", "salon Shanghai Jing'an")
_LOT_BOOK = Bilingual("批次簿", "lot book")
_ATELIER = Bilingual("黛弗兰工坊", "the maison's atelier")
_CHECKED = Bilingual("外观、尺寸与标识检查，无异常", "looks, measures and marks checked, no remark")
_CHANGED = Bilingual("外观、尺寸与标识检查，戒圈 EU 56", "looks, measures and marks checked, EU 56")
_BOUGHT = Bilingual("购自黛弗兰精品店，凭证已存", "bought at the boutique, receipt kept")
_AT_HUB = Bilingual("入库扫描，封签完好", "scanned into the hub, seal whole")
_NO_SERVICE = Bilingual("养护记录开立，尚无服务", "service history opened, no service yet")

# Number, place (None: where it was bought), who entered it, what, and how its paper is numbered.
_STATIONS = (
    (2, None, _ATELIER, Bilingual("制作完成", "finished"), "AT"),
    (3, None, _BUYER, _BOUGHT, "RC"),
    (4, None, _BUYER, _CHECKED, "QC"),
    (5, None, _CARRIER, Bilingual("出口报关，已放行", "export declared, released"), "EX"),
    (6, _HONG_KONG, _CARRIER, Bilingual("进口报关，已放行", "import declared, released"), "IM"),
    (7, _HONG_KONG, _HUB, _AT_HUB, "TR1"),
    (7, _AT_THE_DOOR, _CARRIER, Bilingual("已签收，封签完好", "signed for, seal whole"), "TR2"),
)


@dataclass(frozen=True)
class Piece:
    """What differs from piece to piece; `days` are those of links 1 to 7, delivery the last."""

    code: str
    piece: str
    bought_in: Bilingual
    made_of: tuple[Bilingual, Bilingual, str]  # the kind of maker, what it delivered, the lot
    days: tuple[str, ...]
    serial: str
    services: tuple[tuple[str, Bilingual, str], ...] = ()
    scans: tuple[str, ...] = ()
    changed: dict[int, Bilingual] = field(default_factory=dict)  # links altered after sealing


_TANNERY, _MILL = Bilingual("制革厂", "the tannery"), Bilingual("纺织厂", "the mill")
_REFINER = Bilingual("精炼厂", "the refiner")

PIECES = (
    Piece(
        "TV-KLMN-20260417", "TV-B02", _PARIS,
        (_TANNERY, Bilingual("植鞣牛皮批次", "lot of vegetable-tanned calf"), "LOT-C-2291"),
        ("2025-11-18", "2026-04-17", "2026-04-22", "2026-04-23", "2026-04-24", "2026-04-26",
         "2026-04-26", "2026-04-29"),
        "0417-22",
        services=(("2026-10-12", Bilingual("皮具清洁", "leather cleaning"), "CARE-1012-07"),),
        scans=("2026-04-29T20:14:00+08:00", "2026-10-12T15:02:00+08:00"),
    ),
    Piece(
        "TV-QAHE-20260903", "TV-B01", _PARIS,
        (_TANNERY, Bilingual("铬鞣小羊皮批次", "lot of chrome-tanned lambskin"), "LOT-L-0418"),
        ("2026-05-06", "2026-09-03", "2026-09-09", "2026-09-10", "2026-09-11", "2026-09-13",
         "2026-09-13", "2026-09-15"),
        "0903-04",
        scans=("2026-09-16T09:41:00+08:00",),
    ),
    Piece(
        "TV-JPLO-20260228", "TV-J01", _MILAN,
        (_REFINER, Bilingual("18K 黄金批次", "lot of 18 K gold"), "LOT-G-7702"),
        ("2025-12-02", "2026-02-28", "2026-03-05", "2026-03-06", "2026-03-09", "2026-03-11",
         "2026-03-11", "2026-03-13"),
        "0228-11",
        scans=("2026-03-14T11:30:00+08:00",),
        changed={4: _CHANGED},
    ),
    Piece(
        "TV-CXUV-20260722", "TV-K01", _MILAN,
        (_MILL, Bilingual("山羊绒纱线批次", "lot of cashmere yarn"), "LOT-K-1530"),
        ("2026-03-20", "2026-07-22", "2026-07-28", "2026-07-29", "2026-07-30", "2026-08-01",
         "2026-08-01", "2026-08-04"),
        "0722-31",
        scans=("2026-07-25T22:08:00+08:00", "2026-08-04T19:55:00+08:00"),
    ),
    Piece(
        "TV-NBFG-20261109", "TV-S01", _PARIS,
        (_TANNERY, Bilingual("漆皮牛皮批次", "lot of patent calf"), "LOT-P-3317"),
        ("2026-08-14", "2026-11-09", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20",
         "2026-11-20"),
        "1109-02",
    ),
)  # fmt: skip


def records() -> tuple[Record, ...]:
    return tuple(map(_record, PIECES))


def text() -> str:
    shown = [_plain(record) for record in records()]
    return _HEAD + yaml.safe_dump(shown, allow_unicode=True, sort_keys=False, width=100)


def _record(piece: Piece) -> Record:
    links, previous = [], origin(piece.code, piece.piece)
    for fields in _links(piece):
        previous = sealed(Link(**fields, hash=""), previous)
        links.append(Link(**_as_it_stands(fields, piece), hash=previous))
    return Record(code=piece.code, piece=piece.piece, links=tuple(links), scans=piece.scans)


def _as_it_stands(fields: dict[str, Any], piece: Piece) -> dict[str, Any]:
    changed = piece.changed.get(fields["number"])
    return fields | {"what": changed} if changed else fields


def _links(piece: Piece) -> list[dict[str, Any]]:
    """The entries of links 1 to 7 as far as the piece has come, then its service history."""
    maker, lot, lot_number = piece.made_of
    found = [_entry(1, piece.days[0], (_LOT_BOOK, maker), lot, lot_number)]
    for (number, place, by, what, prefix), day in zip(_STATIONS, piece.days[1:], strict=False):
        there, document = (place or piece.bought_in, by), f"{prefix}-{piece.serial}"
        found.append(_entry(number, day, there, what, document))
    if len(piece.days) == len(_STATIONS) + 1:
        found[-1]["delivered"] = True
        found += _services(piece)
    return found


def _entry(
    number: int, day: str, there: tuple[Bilingual, Bilingual], what: Bilingual, document: str
) -> dict[str, Any]:
    """`there` are the place and who entered it."""
    place, by = there
    at = f"{day}T{9 + number:02d}:30:00+08:00"
    return {"number": number, "at": at, "place": place, "by": by, "what": what,
            "document": document}  # fmt: skip


def _services(piece: Piece) -> list[dict[str, Any]]:
    """The service history is opened with the delivery; each service adds a link to it."""
    opened = _entry(8, piece.days[-1], (_HONG_KONG, _HUB), _NO_SERVICE, "")
    salon = (_SHANGHAI, _SALON)
    done = [_entry(8, day, salon, what, paper) for day, what, paper in piece.services]
    return [opened, *done]


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = record.model_dump(mode="json", exclude_defaults=True)
    return plain


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
