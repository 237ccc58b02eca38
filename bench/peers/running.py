"""Starts the systems' processes and talks to them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.peers.systems import OURS
from settings import ROOT
from shop.errors import MaroquinError


class PeerFailed(MaroquinError):
    """A system's process ended before it answered."""


@dataclass
class Running:
    """One system's process."""

    name: str
    process: subprocess.Popen[str]
    log: Path
    times: list[float] = field(default_factory=list)

    def tell(self, **what: Any) -> dict[str, Any]:
        """Its answer to one line. Raises PeerFailed with the last line it wrote."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(what) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # it ended: read() says why
        return self.read()

    def read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            said = self.log.read_text("utf-8", errors="replace").strip().splitlines()
            raise PeerFailed(f"{self.name} failed: {said[-1] if said else 'it said nothing'}")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def running(names: Sequence[str], peers_python: Path) -> Iterator[tuple[list[Running], Path]]:
    """The systems, their models loaded, and a folder that is removed with all that they wrote."""
    with TemporaryDirectory(prefix="bench-peers-") as folder, ExitStack() as stack:
        systems = []
        for name in names:
            python = Path(sys.executable) if name == OURS else peers_python
            systems.append(_start(name, python, Path(folder)))
            stack.callback(_stop, systems[-1])
            systems[-1].read()
        yield systems, Path(folder)


def _start(name: str, python: Path, folder: Path) -> Running:
    log = folder / f"{name}.log"
    quiet = {"TMPDIR": str(folder), "HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    with log.open("w") as errors:
        process = subprocess.Popen(
            [python, "-m", "bench.peers.worker", name], cwd=ROOT, env=os.environ | quiet,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True,
        )  # fmt: skip
    return Running(name, process, log)


def _stop(system: Running) -> None:
    if system.process.stdin:
        system.process.stdin.close()
    system.process.terminate()
    system.process.wait()
