"""Set-up of a fresh clone: what is missing is one line, and CUDA is never asked for."""

from __future__ import annotations

import ast
import shutil
import sys
from collections import namedtuple
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "install.py"
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script over a clone of its own; commands are kept in `.commands` instead of run."""
    spec = spec_from_file_location("install", SCRIPT)
    assert spec
    assert spec.loader
    script: Any = module_from_spec(spec)
    spec.loader.exec_module(script)
    for name in ("requirements.txt", "requirements-dev.txt", "requirements.lock"):
        shutil.copy(SCRIPT.parents[1] / name, tmp_path / name)
    script.ROOT, script.VENV = str(tmp_path), str(tmp_path / ".venv")
    script.PYTHON = str(tmp_path / ".venv" / "bin" / "python")
    script.commands, script.failing = [], set()

    def call(command: list[str], **_: Any) -> int:
        script.commands.append(command)
        (tmp_path / ".venv").mkdir(exist_ok=True)
        return int(any(word in part for word in script.failing for part in command))

    monkeypatch.setattr(script.subprocess, "call", call)
    return script


def stopped(install: Any, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        install.main([])
    assert ended.value.code == 1
    assert install.commands == []
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


def test_an_old_python_is_one_line(
    install: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    assert "needs 3.11 or newer" in stopped(install, capsys)


def test_an_old_python_can_read_the_script() -> None:
    nodes = {type(node) for node in ast.walk(ast.parse(SCRIPT.read_text("utf-8")))}
    assert not nodes & {ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match}
    assert SCRIPT.read_text("utf-8").isascii()


def test_a_python_without_venv_names_the_package(
    install: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert "sudo apt install python3-venv" in stopped(install, capsys)


def test_a_full_disk_is_one_line(
    install: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 9 * 10**9, 10**9))
    assert stopped(install, capsys).startswith("Only 1.0 GB are free here and set-up needs 4")


def test_torch_comes_before_everything_that_could_ask_for_it(install: Any) -> None:
    install.failing = {"version('torch')"}
    install.main([])
    told = [" ".join(command) for command in install.commands]
    torch = next(n for n, line in enumerate(told) if "torch==" in line)
    assert torch < next(n for n, line in enumerate(told) if "wanted.txt" in line)


def test_on_linux_only_the_cpu_build_is_ever_asked_for(install: Any) -> None:
    asked = install.torch_for("Linux")
    assert asked[-1] == "torch==2.13.0+cpu"
    assert "--no-deps" in asked
    assert install.torch_for("Darwin") == ["torch==2.13.0"]


def test_without_the_cpu_build_set_up_goes_on_without_what_needs_it(
    install: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install.failing = {"version('torch')", "torch=="}
    install.main([])
    wanted = (tmp_path / ".venv" / "wanted.txt").read_text()
    assert "torch" not in wanted
    assert "sentence-transformers" not in wanted
    assert "streamlit==" in wanted
    assert "going on without sentence-transformers" in capsys.readouterr().out


def test_pip_goes_on_where_uv_fails(install: Any) -> None:
    install.failing = {"uv=="}
    install.main([])
    assert install.commands[-1][1:4] == ["-m", "pip", "install"]
    assert str(Path(install.VENV) / "wanted.txt") in install.commands[-1]


def test_what_is_installed_is_not_installed_again(install: Any) -> None:
    install.main([])
    done = len(install.commands)
    install.main([])
    assert len(install.commands) == done


def test_the_tests_need_more_and_the_product_needs_no_more_then(install: Any) -> None:
    install.main([])
    done = len(install.commands)
    install.main(["--dev"])
    assert len(install.commands) > done
    done = len(install.commands)
    install.main([])
    assert len(install.commands) == done


def test_another_requirement_is_installed(install: Any, tmp_path: Path) -> None:
    install.main([])
    done = len(install.commands)
    with (tmp_path / "requirements.txt").open("a") as file:
        file.write("another==1.0\n")
    install.main([])
    assert len(install.commands) > done


def test_what_the_tests_need_includes_what_the_product_needs(install: Any) -> None:
    product = set(install.requirements("requirements.txt", True))
    assert product < set(install.requirements("requirements-dev.txt", True))


def test_a_failed_installation_is_not_taken_for_a_whole_one(install: Any) -> None:
    install.failing = {"wanted.txt"}
    with pytest.raises(SystemExit):
        install.main([])
    install.failing = set()
    done = len(install.commands)
    install.main([])
    assert len(install.commands) > done
