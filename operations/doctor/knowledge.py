"""The embedding model, and the index that was built with it."""

from __future__ import annotations

import json

from knowledge.embedders import build_engine
from knowledge.embedding import bundled_e5
from knowledge.vector_store import collection_name, open_store
from operations.doctor.findings import Finding, broken, fine, missing
from settings import Settings
from shop.errors import StoreBusy
from shop.language import LANGS


def model(settings: Settings) -> list[Finding]:
    """Another model than the bundled is loaded: that it can be is what the finding says."""
    if settings.embedding_model != "bundled":
        return [fine("model", build_engine(settings).fingerprint)]
    digest = bundled_e5.DIGEST[:16]
    bundled_e5.packed_file()
    folder = bundled_e5.model_folder(settings.data_dir / "models")
    if not folder.is_dir():
        return [missing("model", f"bundled, digest {digest} is right, unpacked by the next start")]
    return [fine("model", f"bundled, digest {digest} is right, unpacked in {folder}")]


def fingerprint(settings: Settings) -> str:
    if settings.embedding_model == "bundled":
        return bundled_e5.BundledE5.fingerprint
    return build_engine(settings).fingerprint


def index(settings: Settings) -> list[Finding]:
    pointer = settings.data_dir / "index.json"
    if not pointer.is_file():
        return [missing("index", "not built yet: make run builds it")]
    built_with = json.loads(pointer.read_text("utf-8"))["fingerprint"]
    if built_with != fingerprint(settings):
        return [missing("index", f"built with {built_with}: the next start builds it anew")]
    return [fine("index", f"built with {built_with}"), _vectors(settings, built_with)]


def _vectors(settings: Settings, built_with: str) -> Finding:
    try:
        store = open_store(settings.data_dir / "chroma", settings.chroma_url)
    except StoreBusy as error:
        return fine("vectors", f"not counted, a server has them: {error}")
    try:
        names = [collection_name(lang, built_with) for lang in LANGS]
        count = sum(len(store.collection(name).all()) for name in names)
    finally:
        store.close()
    where = settings.chroma_url or settings.data_dir / "chroma"
    said = f"{count} in {where}"
    return fine("vectors", said) if count else broken("vectors", f"{said}: remove it and make run")
