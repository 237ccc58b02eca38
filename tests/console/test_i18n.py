from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from console.i18n import catalogue, translate, translator

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "console").rglob("*.py"), *(ROOT / "storefront").rglob("*.py")])
HAN = re.compile(r"[\u3400-\u9fff]")
PLACES = re.compile(r"{(\w+)}")
NAMES_OF_LANGUAGES = {"中文", "黛弗兰"}  # each is shown in itself, whatever the language


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def msgids() -> list[str]:
    found = []
    for path in SOURCES:
        for call in calls(path):
            named = call.func.id in ("t", "N_")  # type: ignore[attr-defined]  # a Name, see calls
            if named and call.args and isinstance(call.args[0], ast.Constant):
                found.append(str(call.args[0].value))
    return sorted(set(found))


def test_there_is_something_to_translate() -> None:
    assert len(msgids()) > 40


@pytest.mark.parametrize("msgid", msgids())
def test_everything_the_interface_says_is_also_said_in_chinese(msgid: str) -> None:
    assert HAN.search(catalogue().get(msgid, "")), f"no Chinese for {msgid!r}"


@pytest.mark.parametrize("msgid", sorted(catalogue()))
def test_both_languages_fill_in_the_same_names(msgid: str) -> None:
    assert sorted(PLACES.findall(msgid)) == sorted(PLACES.findall(catalogue()[msgid]))


def test_nothing_is_translated_that_nobody_says() -> None:
    assert set(catalogue()) <= set(msgids())


def test_nothing_is_translated_in_two_ways() -> None:
    found: dict[str, set[str]] = {}
    for path in (ROOT / "console/locale/zh").glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh_CN"):
                found.setdefault(str(message.id), set()).add(str(message.string))
    assert [msgid for msgid, said in found.items() if len(said) > 1] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_chinese_sentence_stands_outside_the_catalogue(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    found = [text for text in said if isinstance(text, str) and HAN.search(text)]
    strangers = [text for text in found if len(text) > 12 and "<span" not in text]
    assert not [text for text in strangers if text not in NAMES_OF_LANGUAGES]


def test_an_unknown_msgid_is_shown_as_it_is() -> None:
    assert translate("zh", "No such msgid") == "No such msgid"


def test_names_are_filled_in_in_either_language() -> None:
    assert translator("en")("{name} has the conversation.", name="Claire").startswith("Claire")
    assert "Claire" in translator("zh")("{name} has the conversation.", name="Claire")
