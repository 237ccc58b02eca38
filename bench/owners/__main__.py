"""Whether each conversation keeps exactly one owner, and each message stays, whatever dies.

    python -m bench.owners [--steps 100000] [--kills 200] [--seconds 900] [--only sqlite|postgres]

Six tenths of the steps and half of the kills are on SQLite, the others on PostgreSQL (a temporary
one of the installed packages, or DATABASE_URL_TEST); a step is a verb asked of the house. Three
server processes at once do at random what shoppers, staff, the advisor and the watch do, on a
clock of which a day passes in 72 s. 200 times one of them is killed with SIGKILL wherever it
stands; another takes its place and sends again what was not acknowledged. One more process looks
on from a connection of its own. Prints

    {steps, kills, without_one_owner, lost, doubled, out_of_order, crashed, acknowledged, looks,
     seconds, sqlite_steps, postgres_steps, postgres_missing}

without_one_owner: conversations whose owner, person and open hand-over ever contradicted each
other. lost: messages that were acknowledged and are not there. doubled: messages that stand there
twice, and conversations with more answers than turns that gave one. out_of_order: conversations
whose messages are not numbered 1, 2, 3 …. crashed: processes that ended by themselves. Without
PostgreSQL everything is done on SQLite, and postgres_missing is 1.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import report
from bench.owners.trial import Aim, Trial
from bench.postgres import PostgresMissing, fresh_database, running_postgres

_IN_MEMORY = Path("/dev/shm")  # noqa: S108  # a killed process loses nothing that was written there

_SHARES = {"sqlite": 0.6, "postgres": 0.4}  # a step on PostgreSQL takes about twice as long


def main() -> None:
    asked, only = _arguments()
    began = time.monotonic()
    with ExitStack() as stack:
        folder = stack.enter_context(_folder())
        databases = {"sqlite": f"sqlite:///{folder / 'maroquin.db'}"}
        if only != "sqlite":
            databases |= _postgres_too(stack)
        if only == "postgres":
            del databases["sqlite"]
        share = _SHARES if len(databases) > 1 else dict.fromkeys(databases, 1.0)
        found = {
            kind: _tried(kind, url, folder, _part(asked, share[kind], 1 / len(databases)))
            for kind, url in databases.items()
        }
    total = sum((Counter(each) for each in found.values()), Counter[str]())
    for key in next(iter(found.values())):
        total[key] += 0  # a sum of counters leaves zeros out
    report(
        **total,
        seconds=round(time.monotonic() - began),
        sqlite_steps=found.get("sqlite", {}).get("steps", 0),
        postgres_steps=found.get("postgres", {}).get("steps", 0),
        postgres_missing=int("postgres" not in found and only != "sqlite"),
    )


def _arguments() -> tuple[Aim, str]:
    parser = argparse.ArgumentParser(prog="python -m bench.owners")
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=900, help="at most")
    parser.add_argument("--only", choices=("sqlite", "postgres"), default="")
    given = parser.parse_args()
    return Aim(given.steps, given.kills, given.seconds), given.only


def _part(whole: Aim, of_steps: float, of_kills: float) -> Aim:
    steps, kills = math.ceil(whole.steps * of_steps), math.ceil(whole.kills * of_kills)
    return Aim(steps, kills, whole.seconds * of_kills)


def _tried(kind: str, url: str, folder: Path, aim: Aim) -> dict[str, int]:
    diaries = folder / kind
    diaries.mkdir()
    began = time.monotonic()
    found = Trial(url, diaries, aim).run()
    print(f"{kind}: {found} in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return found


@contextmanager
def _folder() -> Iterator[Path]:
    place = _IN_MEMORY if _IN_MEMORY.is_dir() else None
    with TemporaryDirectory(prefix="maroquin-owners-", dir=place) as folder:
        yield Path(folder)


def _postgres_too(stack: ExitStack) -> dict[str, str]:
    """Its URL; nothing, and the reason on standard error, where there is none."""
    try:
        return {"postgres": stack.enter_context(_postgres())}
    except PostgresMissing as missing:
        print(missing, file=sys.stderr)
        return {}


@contextmanager
def _postgres() -> Iterator[str]:
    with running_postgres() as server, fresh_database(server) as url:
        yield url


if __name__ == "__main__":
    main()
