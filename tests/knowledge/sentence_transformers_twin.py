"""The bundled weights written as a sentence-transformers model, to compare the two engines."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from knowledge.embedding.bundled_e5 import packed_file
from knowledge.embedding.e5_tokenizer import MAX_TOKENS, make_tokenizer
from knowledge.embedding.packed_model import PackedModel

_MATRICES = {
    "q": ("attention.self.query", "hidden", "hidden"),
    "k": ("attention.self.key", "hidden", "hidden"),
    "v": ("attention.self.value", "hidden", "hidden"),
    "ao": ("attention.output.dense", "hidden", "hidden"),
    "fi": ("intermediate.dense", "inner", "hidden"),
    "fo": ("output.dense", "hidden", "inner"),
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def write_twin(folder: Path) -> None:
    """Dequantise everything and save it as the libraries themselves would."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    _write_transformer(PackedModel(packed_file()), folder / "plain")
    words = Transformer(str(folder / "plain"), max_seq_length=MAX_TOKENS)
    pooling = Pooling(words.get_embedding_dimension(), "mean")
    SentenceTransformer(modules=[words, pooling, Normalize()], device="cpu").save(str(folder))


def _write_transformer(packed: PackedModel, folder: Path) -> None:
    from transformers import BertConfig, BertModel

    shape = packed.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        pad_token_id=packed.vocabulary.padding,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(_weights(packed))
    model.save_pretrained(folder)
    _save_tokenizer(packed, folder)


def _save_tokenizer(packed: PackedModel, folder: Path) -> None:
    from tokenizers import Regex, normalizers
    from transformers import PreTrainedTokenizerFast

    vocabulary = packed.vocabulary
    tokenizer = make_tokenizer(vocabulary)
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    named = {
        "bos_token": vocabulary.start,
        "cls_token": vocabulary.start,
        "eos_token": vocabulary.end,
        "sep_token": vocabulary.end,
        "pad_token": vocabulary.padding,
        "unk_token": vocabulary.unknown,
    }
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]  # transformers types it not
        tokenizer_object=tokenizer,
        model_max_length=MAX_TOKENS,
        **{name: vocabulary.pieces[index] for name, index in named.items()},
    ).save_pretrained(folder)


def _weights(packed: PackedModel) -> dict[str, object]:
    import torch

    arrays = _embeddings(packed)
    for layer in range(packed.shape.layers):
        arrays |= _layer(packed, f"l{layer}.", f"encoder.layer.{layer}.")
    return {name: torch.from_numpy(np.array(array)) for name, array in arrays.items()}


def _embeddings(packed: PackedModel) -> dict[str, np.ndarray]:
    shape, at = packed.shape, "embeddings."
    words = packed.quantised("emb.word", shape.vocabulary, shape.hidden).dense()
    kinds = packed.floats("emb.type", shape.token_types, shape.hidden)
    return {
        at + "word_embeddings.weight": words,
        at + "position_embeddings.weight": packed.floats("emb.pos", shape.positions, shape.hidden),
        at + "token_type_embeddings.weight": kinds,
        at + "LayerNorm.weight": packed.floats("emb.ln.w", shape.hidden),
        at + "LayerNorm.bias": packed.floats("emb.ln.b", shape.hidden),
    }


def _layer(packed: PackedModel, ours: str, theirs: str) -> dict[str, np.ndarray]:
    arrays: dict[str, np.ndarray] = {}
    for short, (name, rows, columns) in _MATRICES.items():
        size = getattr(packed.shape, rows), getattr(packed.shape, columns)
        arrays[f"{theirs}{name}.weight"] = packed.quantised(f"{ours}{short}.w", *size).dense()
        arrays[f"{theirs}{name}.bias"] = packed.floats(f"{ours}{short}.b", size[0])
    for short, name in _NORMS.items():
        for ending, kind in (("w", "weight"), ("b", "bias")):
            arrays[f"{theirs}{name}.{kind}"] = packed.floats(
                f"{ours}{short}.{ending}", packed.shape.hidden
            )
    return arrays
