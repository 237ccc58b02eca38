"""The same index on a real Chroma server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.embedders import Embedder
from knowledge.index import Index
from knowledge.search import Search
from knowledge.vector_store import open_store
from shop.errors import SettingsError
from tests.doubles import HashEngine
from tests.knowledge.conftest import passage

SILK = passage("silk", "Wash silk by hand.", asks=("how do I wash silk",))
WOOL = passage("wool", "Air wool at night.")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    chroma = Path(sys.executable).with_name("chroma")
    server = subprocess.Popen(  # noqa: S603  # Chroma's own command
        [chroma, "run", "--host", "127.0.0.1", "--port", str(port), "--path", folder],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    _wait_for(address)
    yield address
    server.terminate()
    server.wait()


def _wait_for(address: str) -> None:
    for _ in range(150):
        try:
            return open_store(Path(), address).close()
        except SettingsError:
            time.sleep(0.2)
    raise AssertionError("the Chroma server did not start")


def open_index(url: str, folder: Path, name: str = "hash") -> Index:
    return Index(open_store(folder, url), Embedder(HashEngine(name)), folder / "index.json")


def test_two_processes_may_share_a_server(url: str, tmp_path: Path) -> None:
    first, second = open_index(url, tmp_path), open_index(url, tmp_path)
    assert first.update([SILK, WOOL]).embedded == 2
    assert second.update([SILK, WOOL]).kept == 2
    for index in (first, second):
        assert Search(index).find("wash silk", "en")[0].passage == SILK
        index.close()


def test_another_model_leaves_the_collections_others_may_still_use(
    url: str, tmp_path: Path
) -> None:
    old = open_index(url, tmp_path)
    old.update([SILK])
    open_index(url, tmp_path, "new").update([SILK])
    assert Search(old).find("silk", "en")[0].passage == SILK
