"""Writes the packed weights as an ONNX graph that ONNX Runtime can run on 4 bits.

Nothing is dequantised: matrices become MatMulNBits and the word table GatherBlockQuantized, with
the package's own nibbles and scales; attention, layer norms and GELU use ONNX Runtime's fused
operators. Inputs `input_ids` and `attention_mask` (batch, tokens) int64; output `embedding`
(batch, hidden) float32: the mean over the tokens, of length 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from knowledge.embedding.packed_model import BLOCK, PackedModel

_FUSED = "com.microsoft"
_EPSILON = 1e-12
_INT8_ACTIVATIONS = 4  # MatMulNBits' accuracy level: products of 8-bit activations, the fast ones


def make_graph(packed: PackedModel) -> onnx.ModelProto:
    """The whole encoder as one model."""
    graph = _Graph()
    hidden = _embed(graph, packed)
    for layer in range(packed.shape.layers):
        hidden = _layer(graph, packed, f"l{layer}.", hidden)
    _pool(graph, hidden)
    return graph.model(packed.shape.hidden)


class _Graph:
    """Collects nodes and constants; every node's first output is named after the node."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], name: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def fused(self, kind: str, inputs: Sequence[str], name: str, **attributes: Any) -> str:
        return self.node(kind, inputs, name, domain=_FUSED, **attributes)

    def model(self, width: int) -> onnx.ModelProto:
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask")
        ]
        output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", width])
        graph = helper.make_graph(self.nodes, "e5", inputs, [output], self.constants)
        opsets = [helper.make_opsetid("", 21), helper.make_opsetid(_FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def _embed(graph: _Graph, packed: PackedModel) -> str:
    words = _words(graph, packed)
    places = _places(graph, packed)
    hidden = packed.shape.hidden
    scale = graph.constant("embed.norm.scale", packed.floats("emb.ln.w", hidden))
    shift = graph.constant("embed.norm.shift", packed.floats("emb.ln.b", hidden))
    both = graph.node("Add", [words, places], "embed.sum")
    return graph.node(
        "LayerNormalization", [both, scale, shift], "embed", axis=-1, epsilon=_EPSILON
    )


def _words(graph: _Graph, packed: PackedModel) -> str:
    rows, columns = packed.shape.vocabulary, packed.shape.hidden
    table = packed.quantised("emb.word", rows, columns)
    signed = table.weights ^ 8  # 0..15 with zero at 8, to two's complement in four bits
    graph.constants.append(
        helper.make_tensor(
            "words", TensorProto.INT4, [rows, columns], _pairs(signed).tobytes(), raw=True
        )
    )
    scales = graph.constant("words.scales", table.scales)
    return graph.fused(
        "GatherBlockQuantized",
        ["words", "input_ids", scales],
        "embed.words",
        gather_axis=0,
        quantize_axis=1,
        block_size=BLOCK,
    )


def _places(graph: _Graph, packed: PackedModel) -> str:
    """Position embeddings for as many tokens as there are, with the one token type added in."""
    shape = packed.shape
    positions = packed.floats("emb.pos", shape.positions, shape.hidden)
    kind = packed.floats("emb.type", shape.token_types, shape.hidden)[0]
    table = graph.constant("places", positions + kind)
    zero, one, two = (graph.constant(f"int.{n}", np.array([n], np.int64)) for n in range(3))
    size = graph.node("Shape", ["input_ids"], "embed.shape")
    length = graph.node("Slice", [size, one, two, zero], "embed.length")
    graph.node("Cast", ["attention_mask"], "mask.int", to=TensorProto.INT32)
    return graph.node("Slice", [table, zero, length, zero], "embed.places")


def _layer(graph: _Graph, packed: PackedModel, at: str, hidden: str) -> str:
    width, inner = packed.shape.hidden, packed.shape.inner
    attended = _attention(graph, packed, at, hidden)
    joined = _matrix(graph, packed, at, ["ao"], width, width, attended)
    middle = _add_and_norm(graph, packed, at, "a", joined, hidden)
    wide = _matrix(graph, packed, at, ["fi"], inner, width, middle)
    bias = graph.constant(at + "fi.bias", packed.floats(at + "fi.b", inner))
    active = graph.fused("BiasGelu", [wide, bias], at + "gelu")
    narrow = _matrix(graph, packed, at, ["fo"], width, inner, active)
    return _add_and_norm(graph, packed, at, "o", narrow, middle)


def _attention(graph: _Graph, packed: PackedModel, at: str, hidden: str) -> str:
    """Query, key and value in one product, split, then the fused attention."""
    width = packed.shape.hidden
    product = _matrix(graph, packed, at, ["q", "k", "v"], width, width, hidden)
    parts = [at + part for part in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [product], parts, axis=-1, num_outputs=3))
    biases = np.concatenate([packed.floats(f"{at}{part}.b", width) for part in "qkv"])
    bias = graph.constant(at + "qkv.bias", biases)
    return graph.fused(
        "MultiHeadAttention",
        [*parts, bias, "mask.int"],
        at + "attention",
        num_heads=packed.shape.heads,
    )


def _matrix(
    graph: _Graph,
    packed: PackedModel,
    at: str,
    parts: list[str],
    rows: int,
    columns: int,
    source: str,
) -> str:
    """`source` times the named matrices, stacked; each is (rows, columns)."""
    stacked = [packed.quantised(f"{at}{part}.w", rows, columns) for part in parts]
    weights = np.vstack([_pairs(part.weights) for part in stacked])
    scales = np.vstack([part.scales for part in stacked])
    name = at + "".join(parts)
    blocks = weights.reshape(len(weights), columns // BLOCK, BLOCK // 2)
    constants = [
        graph.constant(name + ".weights", blocks),
        graph.constant(name + ".scales", scales.reshape(-1)),
    ]
    return graph.fused(
        "MatMulNBits",
        [source, *constants],
        name,
        K=columns,
        N=len(weights),
        bits=4,
        block_size=BLOCK,
        accuracy_level=_INT8_ACTIVATIONS,
    )


def _add_and_norm(
    graph: _Graph, packed: PackedModel, at: str, which: str, new: str, old: str
) -> str:
    """The residual connection and its layer norm; `which` is a(ttention) or o(utput)."""
    width = packed.shape.hidden
    norm, bias = f"{at}{which}ln", {"a": "ao.b", "o": "fo.b"}[which]
    constants = [
        graph.constant(f"{norm}.{field}", packed.floats(source, width))
        for field, source in (
            ("scale", norm + ".w"),
            ("shift", norm + ".b"),
            ("bias", at + bias),
        )
    ]
    return graph.fused("SkipLayerNormalization", [new, old, *constants], norm, epsilon=_EPSILON)


def _pool(graph: _Graph, hidden: str) -> None:
    """The mean over the tokens that are not padding, brought to length 1."""
    mask = graph.node("Cast", ["attention_mask"], "mask.float", to=TensorProto.FLOAT)
    column = graph.node("Unsqueeze", [mask, "int.2"], "mask.column")
    kept = graph.node("Mul", [hidden, column], "pool.kept")
    total = graph.node("ReduceSum", [kept, "int.1"], "pool.sum", keepdims=0)
    count = graph.node("ReduceSum", [mask, "int.1"], "pool.count", keepdims=1)
    mean = graph.node("Div", [total, count], "pool.mean")
    graph.node("LpNormalization", [mean], "embedding", axis=1, p=2)


def _pairs(weights: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Two weights a byte, the even column in the low nibble; (rows, columns / 2)."""
    pairs: NDArray[np.uint8] = weights[:, 0::2] | (weights[:, 1::2] << 4)
    return pairs
