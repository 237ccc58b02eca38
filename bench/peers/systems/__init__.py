"""The systems that are compared. All but ours run in the peers' own environment."""

from __future__ import annotations

from importlib import import_module

from bench.peers.document import System

OURS = "ours"
PEERS = ("langchain", "llamaindex", "bm25")
SYSTEMS = (OURS, *PEERS)


def make_system(name: str) -> System:
    """The system of that name, its model loaded."""
    system: System = import_module(f"bench.peers.systems.{name}").make()
    return system
