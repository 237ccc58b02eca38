"""The house's typed data: YAML files in, checked values out, nothing in between.

A file is read whole or not at all. Whatever is wrong (YAML, a missing, unknown, doubled or
ill-typed field, at any depth) raises ContentError with the file, the line on which the field
stands, and the field, so that whoever edits it can put a finger on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from shop.errors import ContentError
from shop.products import Product, fold

T = TypeVar("T")

_Place = tuple[int | str, ...]


def load_yaml(path: Path, shape: type[T]) -> T:
    """The file as `shape`: a pydantic model, a dataclass, or a list or dict of them.

    Unknown fields of dataclasses are always errors; a pydantic model says so itself
    (`extra="forbid"`). Raises ContentError.
    """
    node, fields = _read(path)
    try:
        return _adapter(shape).validate_python(fields)
    except ValidationError as error:
        raise _first_problem(path, node, error) from error


def load_products(path: Path) -> tuple[Product, ...]:
    """Every piece of the house's sheet, in its order. Raises ContentError."""
    products = load_yaml(path, list[Product])
    for place, product in enumerate(products):
        _require_own_names(path, place, product, products[:place])
    return tuple(products)


def _require_own_names(
    path: Path, place: int, product: Product, earlier: Sequence[Product]
) -> None:
    """No two pieces may answer to one id, name or alias."""
    for other in earlier:
        shared = _names(product) & _names(other)
        if shared:
            line = line_of(path, (place,))
            raise ContentError(path, line, f"{place}.name", f"{min(shared)!r} is {other.id} too")


def _names(product: Product) -> set[str]:
    return {fold(name) for name in (product.id, product.name, *product.aliases)}


def line_of(path: Path, place: tuple[int | str, ...]) -> int:
    """The line on which a field of a readable file stands, for checks between its rows."""
    return _line_of(_read(path)[0], place)


def _adapter(shape: type[T]) -> TypeAdapter[T]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return TypeAdapter(shape)
    return TypeAdapter(shape, config=ConfigDict(extra="forbid"))


def _read(path: Path) -> tuple[yaml.Node, Any]:
    """The file's YAML node, which knows its lines, and the plain value it stands for."""
    try:
        loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        if node is None:
            raise ContentError(path, 1, "file", "is empty")
        _require_single_keys(path, node)
        return node, loader.construct_document(node)
    except yaml.YAMLError as error:
        raise _yaml_problem(path, error) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path, 1, "file", f"cannot be read: {error}") from error


def _yaml_problem(path: Path, error: yaml.YAMLError) -> ContentError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not valid YAML"
    return ContentError(path, mark.line + 1 if mark else 1, "YAML", problem)


def _require_single_keys(path: Path, root: yaml.Node) -> None:
    """YAML lets the last of two equal keys win in silence; here it is an error."""
    for node in _mappings(root):
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise ContentError(path, _line(key), str(key.value), "is given twice")
            seen.add(key.value)


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


def _first_problem(path: Path, node: yaml.Node, error: ValidationError) -> ContentError:
    """The problem that stands highest in the file; of several on one line the innermost."""
    found = min(error.errors(), key=lambda each: (_line_of(node, each["loc"]), -len(each["loc"])))
    field = ".".join(map(str, found["loc"])) or "file"
    return ContentError(path, _line_of(node, found["loc"]), field, found["msg"])


def _line_of(node: yaml.Node, place: _Place) -> int:
    """The line of a field. What is missing is reported where its parent begins."""
    line = _line(node)
    for step in place:
        found = _child(node, step)
        if found is None:
            continue  # a missing field, or pydantic's name for a branch of a union
        key, node = found
        line = _line(key)
    return line


def _child(node: yaml.Node, step: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    """The key and the value of one step down; a list item is its own key."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step], node.value[step]
    return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
