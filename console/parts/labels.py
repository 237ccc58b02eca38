"""The labels of options: no two alike, because Streamlit knows an option by its label alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

_START = 4  # characters of an id


def told_apart(labels: Mapping[str, str], also: Mapping[str, str] | None = None) -> dict[str, str]:
    """`labels` by id, in their order; those that repeat say more until no two are alike.

    First what `also` has for the id (a tier, an hour), then the start of the id, then all of it.
    """
    named = dict(labels)
    for more in (
        also or {},
        {each: _start(each) for each in named},
        {each: each for each in named},
    ):
        times = Counter(named.values())
        for each, label in named.items():
            if times[label] > 1 and more.get(each):
                named[each] = f"{label} · {more[each]}"
    return named


def _start(id_: str) -> str:
    return id_.rpartition(":")[2][:_START]
