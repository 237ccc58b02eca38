"""Who may import whom: read from the files themselves, wherever in a file the import stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOORS = {"app", "cli"}

# What each part may import of the others. `shop.db` stands apart from the `shop` it implements.
MAY_IMPORT = {
    "shop": set[str](),
    "shop.db": {"shop"},
    "settings": {"shop"},
    "knowledge": {"shop", "settings"},
    "agents": {"shop", "knowledge"},
    "wiring": {"shop", "shop.db", "settings", "knowledge", "agents"},
    "storefront": {"shop", "knowledge", "agents", "wiring"},
    "console": {"shop", "knowledge", "agents", "wiring", "storefront"},
    "operations": {"shop", "shop.db", "settings", "knowledge", "agents", "wiring"},
    "bench": {"shop", "shop.db", "settings", "knowledge", "agents", "wiring", "operations"},
    "app": {"shop", "settings", "wiring", "storefront", "console"},
    "cli": {"shop", "settings", "operations", "bench"},
}

# Libraries that only one part may know, so that they can be changed there.
ONLY_IN = {
    "sqlalchemy": {"shop.db"},
    "alembic": {"shop.db"},
    "streamlit": {"console", "app", "storefront.streamlit_files", "bench.live.page"},
    "starlette": {"storefront", "app"},
    "chromadb": {"knowledge"},
    "onnxruntime": {"knowledge"},
    "sentence_transformers": {"knowledge", "bench.peers.systems.minilm"},
    "opencc": {"knowledge"},
    "langgraph": {"agents"},
    "typer": {"cli"},
    "playwright": {"bench"},
}


def part_of(module: str) -> str:
    return "shop.db" if f"{module}.".startswith("shop.db.") else module.split(".", 1)[0]


@cache
def modules() -> dict[str, frozenset[str]]:
    """Every module of the product by its dotted name, with what it imports."""
    parts = {name.split(".")[0] for name in MAY_IMPORT}
    files = [ROOT / f"{part}.py" for part in parts] + [
        path for part in parts for path in (ROOT / part).rglob("*.py")
    ]
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): frozenset(imported(path))
        for path in files
        if path.is_file()
    }


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"relative.{node.names[0].name}"


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_imports_only_what_stands_below_it(part: str) -> None:
    own = {name: targets for name, targets in modules().items() if part_of(name) == part}
    wrong = [
        f"{name} imports {target}"
        for name, targets in own.items()
        for target in targets
        if part_of(target) in MAY_IMPORT and part_of(target) not in MAY_IMPORT[part] | {part}
    ]
    assert own
    assert not wrong


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_to_one_part_only(library: str) -> None:
    wrong = [
        name
        for name, targets in modules().items()
        if not {part_of(name), name} & ONLY_IN[library]
        and any(target.split(".")[0] == library for target in targets)
    ]
    assert not wrong


def test_settings_are_read_by_doors_and_handed_on_from_there() -> None:
    reader = "settings.read_settings"
    readers = {part_of(name) for name, targets in modules().items() if reader in targets}
    assert readers <= DOORS | {"bench", "operations"}


def test_knowledge_takes_settings_only_where_it_chooses_an_implementation() -> None:
    takers = {
        name
        for name, targets in modules().items()
        if part_of(name) == "knowledge" and any(t.startswith("settings") for t in targets)
    }
    assert takers <= {"knowledge.embedders", "knowledge.index"}


def test_imports_name_the_whole_module() -> None:
    assert not [
        n for n, targets in modules().items() if any(t.startswith("relative") for t in targets)
    ]


def test_no_file_is_a_bag_of_everything() -> None:
    bags = {"utils", "util", "helpers", "common", "misc"}
    assert not [name for name in modules() if bags & set(name.split("."))]
