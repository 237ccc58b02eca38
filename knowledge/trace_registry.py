"""The registry of the sample house: invented records in a YAML file.

A house with a registry of its own puts another `shop.provenance.Registry` in `wiring`.
"""

from __future__ import annotations

from pathlib import Path

from knowledge.house_data import line_of, load_yaml
from shop.errors import ContentError
from shop.provenance import Record


class TraceFile:
    """All records of a file, read once. Raises ContentError.

    Broken chains are read like any other: to show where they break is what the page is for.
    """

    def __init__(self, path: Path) -> None:
        self._records: dict[str, Record] = {}
        for place, record in enumerate(load_yaml(path, list[Record])):
            if record.code in self._records:
                problem = f"{record.code} stands here twice"
                raise ContentError(path, line_of(path, (place,)), f"{place}.code", problem)
            self._records[record.code] = record

    def find(self, code: str) -> Record | None:
        return self._records.get(code)

    def codes(self) -> tuple[str, ...]:
        return tuple(self._records)
