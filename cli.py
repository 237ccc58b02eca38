"""The terminal door: serve, ask, index, doctor, evaluate, compare, brief, trace,
bench-retrieval, export, erase, password, links.

Each command reads the settings, calls what does the work, and prints. What goes wrong on purpose
is one line on standard error and exit code 2.
"""

from __future__ import annotations

import os

# Before numpy is loaded: small matrices on few cores are faster without OpenBLAS's own threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from settings import Settings, read_settings
from shop.clients import Tier
from shop.errors import MaroquinError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


class Mode(StrEnum):
    OFFLINE = "offline"
    OPENAI = "openai"


ModeOption = Annotated[Mode | None, typer.Option(help="Who phrases; default: LANGUAGE_MODE.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")]
Jsonl = Annotated[Path, typer.Argument(metavar="FILE.jsonl")]
ReportOption = Annotated[
    Path | None, typer.Option(metavar="FILE.html", help="Write a page with plots.")
]


@app.command()
def serve() -> None:
    """Prepare everything, then serve it on one port (what `make run` does)."""
    from operations.serve import serve

    serve(read_settings(), out)


@app.command()
def ask(
    question: str,
    mode: ModeOption = None,
    tier: Annotated[Tier | None, typer.Option(help="Ask as a client of this tier.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Ask the advisor; nothing of it is kept."""
    from operations import asking

    with asking.house_apart(_settings(mode), err) as house:
        events = asking.ask(house, question, tier)
        if as_json:
            _print_json(asking.as_object(list(events)))
        else:
            asking.print_answer(events, out, err)


@app.command()
def index() -> None:
    """Take in the house's articles and bring the search index up to date."""
    from operations.prepare import open_prepared

    with open_prepared(read_settings(), out):
        pass


@app.command()
def doctor(as_json: JsonOption = False) -> None:
    """Look at everything and change nothing; exit code 1 when something is broken."""
    from operations import doctor

    findings = doctor.examine()
    if as_json:
        _print_json(doctor.as_object(findings))
    else:
        doctor.print_findings(findings, out)
    raise typer.Exit(1 if doctor.is_broken(findings) else 0)


@app.command()
def evaluate(
    cases: Jsonl,
    results: Annotated[Path, typer.Option("--out", help="Where results go, one a line.")],
    mode: ModeOption = None,
    report: ReportOption = None,
    against: Annotated[
        Path | None, typer.Option(help="Results of an earlier run: exit code 1 if worse.")
    ] = None,
) -> None:
    """Ask every case of a file and print how well it was answered."""
    from operations import comparing, evaluating, tables
    from operations.reporting import page

    earlier = comparing.earlier(against) if against else None
    found = evaluating.run(cases, results, _settings(mode), err, report=report, earlier=against)
    changed = comparing.against(earlier, found) if earlier is not None else None
    if report:
        page.write(report, cases.name, found, changed)
    tables.print_assessment(found, out)
    if changed:
        raise typer.Exit(comparing.tell(changed, out))


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(metavar="OLD.jsonl")],
    after: Annotated[Path, typer.Argument(metavar="NEW.jsonl")],
    cases: Annotated[Path, typer.Option(help="The cases that both runs answered.")],
    report: ReportOption = None,
) -> None:
    """Name what got better and worse between two evaluations; exit code 1 if anything is worse."""
    from operations import comparing, evaluating
    from operations.reporting import page

    found, changed = comparing.run(before, after, cases)
    if report:
        evaluating.require_writable(report, cases, before, after)
        page.write(report, cases.name, found, changed)
    raise typer.Exit(comparing.tell(changed, out))


@app.command()
def brief(
    transcripts: Jsonl,
    briefs: Annotated[Path, typer.Option("--out", help="Where briefs go, one a line.")],
    mode: ModeOption = None,
) -> None:
    """Write the brief of every transcript of a file: facts, each with its messages."""
    from operations import briefing

    made = briefing.run(transcripts, briefs, _settings(mode), err)
    out.print(f"{made} briefs in {briefs}", markup=False, soft_wrap=True)


@app.command()
def trace(code: str, as_json: JsonOption = False) -> None:
    """Look up a trace code: its eight links, whether they hold, and what that proves."""
    from operations import tracing

    found = tracing.look_up(code, read_settings())
    if as_json:
        _print_json(tracing.as_object(found))
    else:
        tracing.print_finding(found, out)


@app.command()
def bench_retrieval(
    corpus: Jsonl,
    queries: Jsonl,
    qrels: Jsonl,
    lang_pair: Annotated[str, typer.Option(help="Like zh-en: asked in, searched in.")] = "",
) -> None:
    """Index a corpus apart from the house's and print how well search finds, as JSON."""
    from bench.retrieval import run

    _print_json(run(corpus, queries, qrels, lang_pair, read_settings()))


@app.command()
def password(login: str) -> None:
    """Give a member of staff a new random password and print it once."""
    from operations import people

    with people.accounts(read_settings()) as (staff, _):
        out.print(people.new_password(login, staff), markup=False)


@app.command()
def export(
    client: str,
    to: Annotated[
        Path | None, typer.Option("--out", metavar="FILE.json", help="Default: print it.")
    ] = None,
) -> None:
    """Give out everything kept of a client, as JSON; CLIENT is an id or the whole name."""
    from operations import clients

    clients.export(read_settings(), client, to, out)


@app.command()
def erase(
    client: str,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask whether it is meant.")] = False,
) -> None:
    """Erase a client and everything kept of her, for good; CLIENT is an id or the whole name."""
    from operations import clients

    settings = read_settings()
    name = clients.name_of(settings, client)
    if not yes:
        typer.confirm(f"Erase {name} and everything kept of this client, for good?", abort=True)
    clients.erase(settings, client)
    out.print(f"{name} is erased.", markup=False, soft_wrap=True)


@app.command()
def links() -> None:
    """Print a new signed link for each client."""
    from operations import people

    settings = read_settings()
    with people.accounts(settings) as (_, clients):
        for line in people.links(clients, settings.address):
            out.print(line, markup=False, soft_wrap=True)


def _settings(mode: Mode | None) -> Settings:
    return read_settings(language_mode=mode.value) if mode else read_settings()


def _print_json(found: Any) -> None:
    print(json.dumps(found, ensure_ascii=False))


def main(arguments: list[str] | None = None) -> None:
    """Run a command; MaroquinError is one line and exit code 2."""
    try:
        app(arguments)
    except MaroquinError as error:
        _stop(str(error))
    except ModuleNotFoundError as error:
        _stop(f"The package {error.name} is not installed: make run installs what is missing.")


def _stop(line: str) -> NoReturn:
    err.print(line, markup=False, soft_wrap=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
