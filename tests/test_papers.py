"""What the papers name is there: commands, options, links, pictures, settings, files, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import typer
from typer.main import get_command

import cli
from settings import Settings

ROOT = Path(__file__).parents[1]
PAPERS = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").glob("*.md")), ROOT / "bench" / "README.md"]
FOLDERS = (
    "agents", "bench", "console", "docs", "knowledge", "operations", "scripts", "shop",
    "storefront", "tests",
)  # fmt: skip

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MAKE = re.compile(r"\bmake ([a-z]+)\b")
_CLI = re.compile(r"cli\.py ([a-z-]+)([^`\n#]*)")
_MODULE = re.compile(r"-m ([a-z_]+(?:\.[a-z_]+)+)")
_OPTION = re.compile(r"(?<!\S)--[a-z-]+")
_CODE = re.compile(r"`([^`\n]+)`")
_SET = re.compile(r"\b([A-Z][A-Z_]{3,})=")
_NAME = re.compile(r"[A-Z][A-Z_]*_[A-Z_]+|[A-Z]{4,}")
_PATH = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./-]*|[\w.-]+\.(?:py|yaml|md)")
_NOT_SETTINGS = {"PYTHON", "OPENAI_BASE_URL_TEST"}  # of the Makefile; of tests
_NOT_OURS = {"llama_cpp.server"}  # in an environment of its own
_MADE_LATER = re.compile(r"NAME|TOPIC|0002")


def said(paper: Path) -> str:
    return paper.read_text(encoding="utf-8")


def fragments(paper: Path) -> list[str]:
    """Everything that stands as code on a line."""
    return _CODE.findall(said(paper))


@cache
def sources() -> str:
    files = [*_files("*.py"), *ROOT.glob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@cache
def file_names() -> frozenset[str]:
    return frozenset(path.name for path in [*_files("*.*"), *ROOT.iterdir()])


def _files(pattern: str) -> list[Path]:
    return [path for folder in FOLDERS for path in (ROOT / folder).rglob(pattern)]


def settings() -> set[str]:
    return {name.upper() for name in Settings.model_fields}


by_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))


@by_paper
def test_every_link_and_picture_leads_somewhere(paper: Path) -> None:
    links = [link for link in _LINK.findall(said(paper)) if "://" not in link]
    lost = [link for link in links if not (paper.parent / link.partition("#")[0]).exists()]
    assert not lost


@by_paper
def test_every_make_command_is_in_the_makefile(paper: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    shown = "\n".join([*fragments(paper), *_blocks(paper)])
    unknown = [
        name for name in _MAKE.findall(shown) if not re.search(rf"^{name}:", makefile, re.MULTILINE)
    ]
    assert not unknown


@by_paper
def test_every_command_of_the_terminal_has_the_options_it_is_shown_with(paper: Path) -> None:
    known = _commands()
    wrong = [
        f"{name} {option}"
        for name, rest in _CLI.findall(said(paper))
        for option in ["", *_OPTION.findall(rest)]
        if name not in known or (option and option not in known[name])
    ]
    assert not wrong


def test_the_readme_shows_every_command_of_the_terminal() -> None:
    shown = {name for name, _ in _CLI.findall(said(ROOT / "README.md"))}
    assert set(_commands()) - shown <= {"serve"}  # which is make run


@by_paper
def test_every_module_that_is_run_is_there(paper: Path) -> None:
    assert not [
        name for name in {*_MODULE.findall(said(paper))} - _NOT_OURS if find_spec(name) is None
    ]


@by_paper
def test_every_setting_is_one(paper: Path) -> None:
    named = set(_SET.findall(said(paper))) - _NOT_SETTINGS
    assert not named - settings()


@by_paper
def test_every_name_in_capitals_is_a_setting_or_stands_in_the_code(paper: Path) -> None:
    named = {code for code in fragments(paper) if _NAME.fullmatch(code)}
    unknown = {name for name in named - settings() if not re.search(rf"\b{name}\b", sources())}
    assert not unknown


@by_paper
def test_every_file_and_folder_is_there(paper: Path) -> None:
    named = [code for code in fragments(paper) if _PATH.fullmatch(code)]
    lost = [name for name in named if not _MADE_LATER.search(name) and not _is_there(name)]
    assert not lost


def test_the_readme_draws_the_folders_that_there_are() -> None:
    drawn = said(ROOT / "README.md").split("## Where things are")[1].split("\n| read")[0]
    above, found = "", []
    for indent, name in re.findall(r"^ {4}( *)(\S+)", drawn, re.MULTILINE):
        found.append(f"{above if indent else ''}{name}")
        above = above if indent else name
    assert len(found) > 10
    assert not [path for path in found if not (ROOT / path).exists()]
    folders = {p.name for p in ROOT.iterdir() if (p / "__init__.py").exists()}
    assert folders <= {path.strip("/") for path in found}


def _blocks(paper: Path) -> Iterator[str]:
    """Lines that are indented as code, or fenced."""
    fenced = False
    for line in said(paper).splitlines():
        if line.startswith("```"):
            fenced = not fenced
        if fenced or line.startswith("    "):
            yield line


@cache
def _commands() -> dict[str, set[str]]:
    """Each command of cli.py with its options."""
    group = get_command(cli.app)
    context = typer.Context(group)
    commands: dict[str, set[str]] = {}
    for name in group.list_commands(context):  # type: ignore[attr-defined]  # a group has it
        command = group.get_command(context, name)  # type: ignore[attr-defined]  # likewise
        commands[name] = {option for parameter in command.params for option in parameter.opts}
    return commands


def _is_there(name: str) -> bool:
    return (ROOT / name).exists() or ("/" not in name and name in file_names())
