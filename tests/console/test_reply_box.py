"""What a translation puts into the reply field, and that it takes no words away from her."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from agents.copilot.interpreter import Translation
from console.parts.desk import actions, reply, translation

REPLY_JS = Path(reply.__file__).with_suffix(".js")
OWN = "Keep it from rain."

_PAGE = """
const element = () => ({dataset: {}, value: "", style: {}, focus() {}, setAttribute() {},
  querySelector: element});
const area = element(), button = element();
globalThis.sessionStorage = {getItem: () => null, setItem() {}, removeItem() {}};
globalThis.document = {body: element()};
Object.defineProperty(globalThis, "navigator", {value: {platform: ""}, configurable: true});
const parentElement = {querySelector: (what) => (what === "textarea" ? area : button)};
const data = {conversation: "c", pieces: [], answered: "", kept: false, label: "", send: ""};
const draw = (put) => box({data: {...data, put}, parentElement, setTriggerValue() {}});
draw(null);
area.value = TYPED;
draw(PUT);
console.log(JSON.stringify(area.value));
"""


def in_the_field(typed: str, put: dict[str, str]) -> str:
    """What stands in the field after `put` came while `typed` stood there."""
    box = REPLY_JS.read_text("utf-8").replace("export default function", "const box = function")
    page = _PAGE.replace("TYPED", json.dumps(typed)).replace("PUT", json.dumps(put))
    node = shutil.which("node")
    assert node
    ran = subprocess.run([node, "-e", box + page], capture_output=True, check=True, timeout=20)  # noqa: S603
    return str(json.loads(ran.stdout))


@pytest.mark.skipif(shutil.which("node") is None, reason="node runs the page's script")
@pytest.mark.parametrize(
    ("typed", "found"),
    [(OWN, "请避免淋雨。"), (f"{OWN} And from sun.", f"{OWN} And from sun.\n请避免淋雨。")],
)
def test_a_translation_replaces_her_words_only_while_they_are_as_they_were(
    typed: str, found: str
) -> None:
    assert in_the_field(typed, {"id": "p", "text": "请避免淋雨。", "own": OWN}) == found


def test_a_translation_and_the_way_back_name_the_words_they_take_the_place_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("streamlit.session_state", {})
    translation._put("c", "key", OWN, Translation("请避免淋雨。", "zh", same_figures=True))
    put = actions.last_put("c")
    assert put
    assert (put.text, put.instead_of) == ("请避免淋雨。", OWN)
    translation._put_back("c", OWN, "请避免淋雨。")
    back = actions.last_put("c")
    assert back
    assert (back.text, back.instead_of) == (OWN, "请避免淋雨。")
