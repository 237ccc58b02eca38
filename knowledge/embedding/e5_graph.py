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

from knowledge.embedding.packed_model import BLOCK, PackedModel, Quantised

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
    signed = table.weights ^ np.uint8(8)  # 0..15 with zero at 8, to two's complement in four bits
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
    joined = _matrix(graph, [packed.quantised(at + "ao.w", width, width)], attended, at + "ao")
    middle = _residual(graph, packed, (joined, hidden), at + "aln", at + "ao.b")
    wide = _matrix(graph, [packed.quantised(at + "fi.w", inner, width)], middle, at + "fi")
    bias = graph.constant(at + "fi.bias", packed.floats(at + "fi.b", inner))
    active = graph.fused("BiasGelu", [wide, bias], at + "gelu")
    narrow = _matrix(graph, [packed.quantised(at + "fo.w", width, inner)], active, at + "fo")
    return _residual(graph, packed, (narrow, middle), at + "oln", at + "fo.b")


def _attention(graph: _Graph, packed: PackedModel, at: str, hidden: str) -> str:
    """Query, key and value in one product, split, then the fused attention."""
    width = packed.shape.hidden
    matrices = [packed.quantised(f"{at}{part}.w", width, width) for part in "qkv"]
    product = _matrix(graph, matrices, hidden, at + "qkv")
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


def _matrix(graph: _Graph, stacked: Sequence[Quantised], source: str, name: str) -> str:
    """`source` times these matrices, stacked; each of shape (outputs, inputs)."""
    columns = stacked[0].weights.shape[1]
    weights = np.vstack([_pairs(part.weights) for part in stacked])
    scales = np.vstack([part.scales for part in stacked])
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


def _residual(
    graph: _Graph, packed: PackedModel, terms: tuple[str, str], norm: str, bias: str
) -> str:
    """Layer norm of the sum of two terms and a bias; `norm` and `bias` name packed tensors."""
    width = packed.shape.hidden
    constants = [
        graph.constant(norm + ".scale", packed.floats(norm + ".w", width)),
        graph.constant(norm + ".shift", packed.floats(norm + ".b", width)),
        graph.constant(bias, packed.floats(bias, width)),
    ]
    return graph.fused("SkipLayerNormalization", [*terms, *constants], norm, epsilon=_EPSILON)


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
    pairs: NDArray[np.uint8] = weights[:, 0::2] | (weights[:, 1::2] << np.uint8(4))
    return pairs
