"""What is installed: everything pinned, locked, and named by the file that needs it."""

from __future__ import annotations

import re
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.test_architecture import ROOT, modules, part_of

_PIN = re.compile(r"^([A-Za-z0-9._-]+)(\[[a-z,]+\])?==(\S+)$")


def pins(name: str) -> dict[str, str]:
    """Distribution, normalised, to version; every line of the file must be a pin."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]
    matches = [_PIN.match(line) for line in wanted]
    assert all(matches), [line for line, match in zip(wanted, matches, strict=True) if not match]
    return {normal(match[1]): match[3] for match in matches if match}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


PEERS = "bench.peers.systems."  # run where bench/peers/requirements.txt is installed


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_required_version_is_the_locked_one(name: str) -> None:
    locked = pins("requirements.lock")
    required = pins(name)
    assert required
    assert {dist: locked.get(dist) for dist in required} == required


def test_every_import_is_of_a_distribution_that_is_required() -> None:
    ours = {part_of(name).split(".")[0] for name in modules()}
    distributions = packages_distributions()
    missing = {
        f"{target} in {name}"
        for name, targets in modules().items()
        if not name.startswith(PEERS)
        for target in {target.split(".")[0] for target in targets}
        if target not in ours | sys.stdlib_module_names
        and not required_for(name) & {normal(d) for d in distributions.get(target, [])}
    }
    assert not missing


def test_the_peers_are_pinned_and_never_required() -> None:
    assert (
        pins("bench/peers/requirements.txt")
        .keys()
        .isdisjoint(pins("requirements.txt") | pins("requirements-dev.txt"))
    )


def required_for(module: str) -> set[str]:
    product = set(pins("requirements.txt"))
    return product | set(pins("requirements-dev.txt")) if part_of(module) == "bench" else product


def test_nothing_of_cuda_is_locked() -> None:
    assert not [name for name in pins("requirements.lock") if name.startswith(("nvidia", "triton"))]
