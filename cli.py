"""The terminal door: serve, ask, index, doctor, evaluate, bench-retrieval."""

from __future__ import annotations

import os

# Before numpy is loaded: small matrices on few cores are faster without OpenBLAS's own threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from settings import Settings, read_settings
from shop.errors import MaroquinError

if TYPE_CHECKING:
    from wiring import Services

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

Mode = Annotated[str, typer.Option(help="offline or openai; the default is the setting's")]


@app.command()
def serve() -> None:
    """Prepare everything, then serve it on one port."""
    import doors.serving as serving

    serving.serve(_settings(), out)


@app.command()
def index() -> None:
    """Bring the search index up to date with the published articles."""
    with _services(_settings()) as services, progress_bar() as show:
        report = services.bring_up_to_date(show)
    out.print(report)


if __name__ == "__main__":
    app()
