"""Writes the packed weights as an ONNX graph that ONNX Runtime runs on 8-bit products.

The word table keeps the package's own nibbles (GatherBlockQuantized). The matrices are widened to
whole numbers, one scale for each output, and every token is rounded to 8 bits by a scale of its
own just before it is multiplied. So a text's vector does not depend on its neighbours in a batch
(cosine >= 0.998 to the same network in single precision, 0.999 on average), and a batch takes a
third of the time that the package's 4 bits take, which ONNX Runtime unpacks for every product.

A sum and a layer norm are two nodes on purpose: ONNX Runtime's fused one is many times slower, so
no session may fuse them again (`bundled_e5` stops at the basic optimisations).

Inputs `input_ids` and `attention_mask` (batch, tokens) int64; output `embedding` (batch, hidden)
float32: the mean over the tokens, of length 1.
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
_WIDEST = 63  # of a weight: two products of it with a byte fit 16 bits, as older processors need
_LARGEST = 127  # of a token's numbers, which are kept as bytes around _MIDDLE
_MIDDLE = 128


def make_graph(packed: PackedModel) -> onnx.ModelProto:
    """The whole encoder as one model."""
    graph = _Graph()
    graph.constant("one", np.array(1, np.float32))
    graph.constant("part", np.array(1 / _LARGEST, np.float32))
    graph.constant("middle", np.array(_MIDDLE, np.uint8))
    graph.constant("last", np.array([-1], np.int64))
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
    both = graph.node("Add", [words, places], "embed.sum")
    return _norm(graph, packed, both, "emb.ln", "embed")


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
    dense = np.vstack([part.dense() for part in stacked])
    scales = (np.abs(dense).max(axis=1) / _WIDEST).astype(np.float32)
    whole = np.rint(dense / scales[:, None]).astype(np.int8)
    rounded, step = _rounded(graph, source, name)
    weights = graph.constant(name + ".weights", whole.T)
    constants = [weights, "one", graph.constant(name + ".scales", scales), "middle"]
    product = graph.fused("MatMulIntegerToFloat", [rounded, *constants], name + ".product")
    return graph.node("Mul", [product, step], name)


def _rounded(graph: _Graph, source: str, name: str) -> tuple[str, str]:
    """Each token's numbers as bytes around _MIDDLE, and what a step of 1 stands for."""
    sizes = graph.node("Abs", [source], name + ".sizes")
    largest = graph.node("ReduceMax", [sizes, "last"], name + ".largest", keepdims=1)
    step = graph.node("Mul", [largest, "part"], name + ".step")
    steps = graph.node(
        "Mul", [source, graph.node("Reciprocal", [step], name + ".per")], name + ".in"
    )
    return graph.node("QuantizeLinear", [steps, "one", "middle"], name + ".bytes"), step


def _residual(
    graph: _Graph, packed: PackedModel, terms: tuple[str, str], norm: str, bias: str
) -> str:
    """Layer norm of the sum of two terms and a bias; `norm` and `bias` name packed tensors."""
    moved = graph.node("Add", [terms[0], _floats(graph, packed, bias)], norm + ".moved")
    both = graph.node("Add", [moved, terms[1]], norm + ".sum")
    return _norm(graph, packed, both, norm, norm)


def _norm(graph: _Graph, packed: PackedModel, source: str, tensor: str, name: str) -> str:
    constants = [_floats(graph, packed, f"{tensor}.{part}") for part in "wb"]
    return graph.node("LayerNormalization", [source, *constants], name, axis=-1, epsilon=_EPSILON)


def _floats(graph: _Graph, packed: PackedModel, tensor: str) -> str:
    return graph.constant(tensor, packed.floats(tensor, packed.shape.hidden))


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
