from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.embedding.engine import Side, Vectors
from knowledge.search import Search
from knowledge.vector_store import open_store
from shop.errors import ModelFailed, SettingsError, StoreBusy
from tests.doubles import HashEngine
from tests.knowledge.conftest import MakeIndex, passage

SILK = passage("silk", "Wash silk by hand in cold water.", asks=("how do I wash silk",))
WOOL = passage("wool", "Air wool overnight; wash it seldom.")
HAND = passage("silk", "真丝请用冷水手洗。", lang="zh", asks=("真丝怎么洗",))


class _FailsAfter(HashEngine):
    """Embeds a number of calls, then breaks, as a server does."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self._calls = calls

    def encode(self, texts: list[str], side: Side) -> Vectors:  # type: ignore[override]
        if self._calls == 0:
            raise ModelFailed("The embedding server did not answer.")
        self._calls -= 1
        return super().encode(texts, side)


def test_a_text_and_each_ask_are_embedded_each_on_its_side(make_index: MakeIndex) -> None:
    engine = HashEngine()
    make_index(engine).update([SILK, HAND])
    assert sorted(engine.encoded) == sorted(
        [
            ("silk: Wash silk by hand in cold water.", "passage"),
            ("how do I wash silk", "query"),
            ("silk: 真丝请用冷水手洗。", "passage"),
            ("真丝怎么洗", "query"),
        ]
    )


def test_an_update_without_changes_embeds_nothing(make_index: MakeIndex) -> None:
    engine = HashEngine()
    index = make_index(engine)
    index.update([SILK, WOOL])
    engine.encoded.clear()
    report = index.update([SILK, WOOL])
    assert (report.embedded, report.kept, report.removed, report.changed) == (0, 2, 0, False)
    assert engine.encoded == []


def test_only_the_changed_passage_is_embedded(make_index: MakeIndex) -> None:
    engine = HashEngine()
    index = make_index(engine)
    index.update([SILK, WOOL])
    engine.encoded.clear()
    report = index.update([SILK, passage("wool", "Never wash wool.")])
    assert (report.embedded, report.kept, report.removed) == (1, 1, 0)
    assert engine.encoded == [("wool: Never wash wool.", "passage")]


def test_what_is_gone_is_removed_from_chroma_too(make_index: MakeIndex, tmp_path: Path) -> None:
    index = make_index()
    index.update([SILK, WOOL])
    assert index.update([WOOL]).removed == 1
    assert [hit.passage for hit in Search(index).find("silk", "en")] == [WOOL]
    name = index.collections["en"]
    index.close()
    left = open_store(tmp_path / "chroma")
    assert [vector.split("@")[0] for vector in left.collection(name).all()] == [WOOL.id]
    left.close()


def test_the_index_outlives_its_process(make_index: MakeIndex) -> None:
    first = make_index()
    first.update([SILK, WOOL])
    first.close()
    engine = HashEngine()
    second = make_index(engine)
    assert second.update([SILK, WOOL]).kept == 2
    assert engine.encoded == []
    assert Search(second).find("wash silk", "en")[0].passage == SILK


def test_a_failed_update_leaves_the_old_knowledge(make_index: MakeIndex) -> None:
    index = make_index(_FailsAfter(2))
    index.update([SILK])
    with pytest.raises(ModelFailed):
        index.update([WOOL])
    assert Search(index)._index.shelves["en"].passages == (SILK,)


def test_a_failed_update_goes_on_where_it_stopped(make_index: MakeIndex) -> None:
    broken = make_index(_FailsAfter(1))  # the texts, not the asks
    with pytest.raises(ModelFailed):
        broken.update([SILK, WOOL])
    broken.close()
    engine = HashEngine()
    make_index(engine).update([SILK, WOOL])
    assert engine.encoded == [("how do I wash silk", "query")]


_KILLED_AFTER_THE_TEXTS = """
import os, sys
from pathlib import Path
from knowledge.embedders import Embedder
from knowledge.index import Index
from knowledge.vector_store import open_store
from tests.doubles import HashEngine
from tests.knowledge.test_index import SILK, WOOL

class Killed(HashEngine):
    def encode(self, texts, side):
        if side == "query":
            os._exit(9)
        return super().encode(texts, side)

folder = Path(sys.argv[1])
index = Index(open_store(folder / "chroma"), Embedder(Killed()), folder / "index.json")
index.update([WOOL])
index.update([WOOL, SILK])
"""


def test_a_killed_process_leaves_a_lock_nobody_holds_and_work_that_counts(
    make_index: MakeIndex, tmp_path: Path
) -> None:
    killed = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", _KILLED_AFTER_THE_TEXTS, str(tmp_path)],
        check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert killed.returncode == 9
    engine = HashEngine()
    index = make_index(engine)
    assert index.update([WOOL, SILK]).kept == 1
    assert engine.encoded == [("how do I wash silk", "query")]
    assert {hit.passage for hit in Search(index).find("wash", "en")} == {SILK, WOOL}


def test_another_model_embeds_everything_anew_and_forgets_the_old(
    make_index: MakeIndex, tmp_path: Path
) -> None:
    old = make_index(HashEngine("old", 64))
    old.update([SILK, WOOL])
    old.close()
    new = make_index(HashEngine("new", 32))
    assert new.built_with == "old/64"
    report = new.update([SILK, WOOL])
    assert (report.embedded, report.rebuilt) == (2, True)
    assert new.built_with == "new/32"
    assert Search(new).find("wash silk", "en")[0].passage == SILK
    new.close()
    store = open_store(tmp_path / "chroma")
    assert store.collection(old.collections["en"]).all() == {}
    store.close()


def test_the_pointer_names_the_model_and_its_collections(
    make_index: MakeIndex, tmp_path: Path
) -> None:
    index = make_index()
    index.update([SILK])
    said = json.loads((tmp_path / "index.json").read_text("utf-8"))
    assert said == {"fingerprint": "hash/64", "collections": index.collections}


@pytest.mark.parametrize("written", ["", "{bad", "[]", '{"fingerprint": 1}', '{"a": "b"}'])
def test_a_damaged_pointer_is_written_anew(
    make_index: MakeIndex, tmp_path: Path, written: str
) -> None:
    first = make_index()
    first.update([SILK])
    first.close()
    pointer = tmp_path / "index.json"
    whole = json.loads(pointer.read_text("utf-8"))
    pointer.write_text(written, "utf-8")
    assert make_index().update([SILK]).embedded == 0
    assert json.loads(pointer.read_text("utf-8")) == whole


def test_a_damaged_index_says_what_to_remove(tmp_path: Path) -> None:
    folder = tmp_path / "chroma"
    folder.mkdir()
    (folder / "chroma.sqlite3").write_bytes(b"no database" * 500)
    with pytest.raises(SettingsError, match=r"chroma cannot be read .* Remove it and start again"):
        open_store(folder)
    with pytest.raises(SettingsError):  # not StoreBusy: the lock was let go
        open_store(folder)


def test_a_removed_passage_that_returns_comes_from_the_cache(make_index: MakeIndex) -> None:
    engine = HashEngine()
    index = make_index(engine, cache=True)
    index.update([SILK])
    index.update([])
    engine.encoded.clear()
    assert index.update([SILK]).embedded == 1
    assert engine.encoded == []


def test_progress_counts_up_to_all_vectors(make_index: MakeIndex) -> None:
    seen: list[tuple[int, int]] = []
    many = [passage(f"a{n}", f"text {n}") for n in range(520)]
    make_index().update([*many, SILK], lambda done, total: seen.append((done, total)))
    assert seen == [(512, 522), (521, 522), (522, 522)]


def test_a_second_owner_of_the_folder_is_told_so(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index()
    with pytest.raises(StoreBusy, match="CHROMA_URL"):
        open_store(tmp_path / "chroma")


def test_a_second_process_is_told_so_too(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index()
    code = (
        "import sys; from pathlib import Path; from knowledge.vector_store import open_store\n"
        "from shop.errors import StoreBusy\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except StoreBusy as error: print(error)"
    )
    said = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", code, str(tmp_path / "chroma")],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert said.stdout.startswith("Another process (pid ")
    assert said.stdout.count("\n") == 1


def test_a_closed_index_lets_the_next_owner_in(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index().close()
    open_store(tmp_path / "chroma").close()


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://host", "http://"])
def test_an_address_that_is_none_is_a_broken_setting(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CHROMA_URL"):
        open_store(tmp_path, url)


def test_a_server_that_does_not_answer_is_a_broken_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No Chroma server"):
        open_store(tmp_path, "http://127.0.0.1:9")
