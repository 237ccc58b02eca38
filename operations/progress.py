"""A progress bar for work that may turn out to be none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

Show = Callable[[int, int], None]


@contextmanager
def progress_bar(out: Console, doing: str) -> Iterator[Show]:
    """Gives `show(done, all)`; the bar appears when it is first called."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    bar = Progress(*columns, TimeRemainingColumn(), console=out)
    task: list[TaskID] = []

    def show(done: int, total: int) -> None:
        if not task:
            bar.start()
            task.append(bar.add_task(doing, total=total))
        bar.update(task[0], completed=done, total=total)

    try:
        yield show
    finally:
        if task:
            bar.stop()
