from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from knowledge.house_data import load_products, load_yaml
from shop.errors import ContentError


@dataclass(frozen=True)
class Row:
    eu: Decimal
    uk: str | None = None


class Chart(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    rows: tuple[Row, ...]


GOOD = """\
name: rings
rows:
  - eu: 48
    uk: I
  - eu: 50
    uk: K
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "chart.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def failure(folder: Path, text: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load_yaml(write(folder, text), Chart)
    return caught.value


def test_a_good_file_loads_whole(tmp_path: Path) -> None:
    chart = load_yaml(write(tmp_path, GOOD), Chart)
    assert chart == Chart(name="rings", rows=(Row(Decimal(48), "I"), Row(Decimal(50), "K")))


def test_a_list_of_dataclasses_loads_too(tmp_path: Path) -> None:
    assert load_yaml(write(tmp_path, "- {eu: 36.5}\n"), list[Row]) == [Row(Decimal("36.5"))]


@pytest.mark.parametrize(
    ("before", "after", "line", "field"),
    [
        ("eu: 50", "eu: fifty", 5, "rows.1.eu"),
        ("uk: K", "uk: K\n    fr: 50", 7, "rows.1.fr"),
        ("name: rings", "name: rings\ncolour: red", 2, "colour"),
        ("- eu: 50\n    uk: K", "- uk: K", 5, "rows.1.eu"),
        ("name: rings\n", "", 1, "name"),
        ("uk: K", "uk: K\n    uk: L", 7, "uk"),
        ("uk: K", "uk: [K", 7, "YAML"),
        (GOOD, "", 1, "file"),
        (GOOD, "just a sentence", 1, "file"),
    ],
)
def test_a_broken_file_names_file_line_and_field(
    tmp_path: Path, before: str, after: str, line: int, field: str
) -> None:
    error = failure(tmp_path, GOOD.replace(before, after))
    assert (Path(error.path).name, error.line, error.field) == ("chart.yaml", line, field)
    assert str(error).startswith(f"{tmp_path / 'chart.yaml'}:{line}: {field}: ")


def test_of_several_problems_the_highest_in_the_file_is_named(tmp_path: Path) -> None:
    error = failure(tmp_path, GOOD.replace("48", "x").replace("50", "y"))
    assert (error.line, error.field) == (3, "rows.0.eu")


def test_an_unknown_field_of_a_dataclass_is_an_error_at_any_depth(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r":2: 0\.us: "):
        load_yaml(write(tmp_path, "- eu: 36\n  us: 5.5\n"), list[Row])


def test_a_missing_or_unreadable_file_is_a_content_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        load_yaml(tmp_path / "none.yaml", Chart)
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"name: \xe9\n")
    with pytest.raises(ContentError, match="cannot be read"):
        load_yaml(latin, Chart)


HOUSE = Path("knowledge/house/products.yaml")


def broken_products(folder: Path, before: str, after: str) -> ContentError:
    text = HOUSE.read_text(encoding="utf-8")
    assert before in text
    path = folder / "products.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_products(path)
    return caught.value


def test_the_house_has_twelve_pieces_each_read_whole() -> None:
    products = load_products(HOUSE)
    assert [product.id for product in products] == [
        *(f"TV-B0{n}" for n in range(1, 5)),
        *("TV-S01", "TV-S02", "TV-K01", "TV-D01", "TV-J01", "TV-J02", "TV-W01", "TV-E01"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("price_rmb: 12600", "price_rmb: a lot", "1.price_rmb"),
        ("fibre_um: 15.5", "fibre_um: fine", "6.yarn.fibre_um"),
        ("action: pilling", "action: pillling", "6.care.9.action"),
        ("materials: [cashmere]", "materials: [kashmir]", "6.materials.0"),
        ("silk_momme: 22", "silk_momme: 22\n  colour: ivory", "7.colour"),
    ],
)
def test_a_broken_product_names_its_line_and_field(
    tmp_path: Path, before: str, after: str, field: str
) -> None:
    error = broken_products(tmp_path, before, after)
    lines = (tmp_path / "products.yaml").read_text(encoding="utf-8").splitlines()
    assert error.field == field
    assert lines[error.line - 1].strip().removeprefix("- ") in (
        after.splitlines()[-1].strip(),
        f"yarn: {{{after}, ply: 2, gauge: 12}}",
    )


def test_two_pieces_cannot_answer_to_one_name(tmp_path: Path) -> None:
    error = broken_products(tmp_path, "aliases: [rivages]", "aliases: [Sillage]")
    assert error.problem == "'sillage' is TV-B01 too"
    assert "TV-B02" in (tmp_path / "products.yaml").read_text("utf-8").splitlines()[error.line - 1]
