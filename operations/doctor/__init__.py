"""The doctor: looks at everything the house stands on, changes nothing, says what is missing."""

from __future__ import annotations

from collections.abc import Callable

from operations.doctor import knowledge, language, machine, store
from operations.doctor.findings import Finding, as_object, broken, is_broken, print_findings
from settings import Settings, read_settings
from shop.errors import MaroquinError

__all__ = ["as_object", "examine", "is_broken", "print_findings"]

Check = Callable[[Settings], list[Finding]]

_CHECKS: tuple[tuple[str, Check], ...] = (
    ("data folder", machine.data_folder),
    ("model", knowledge.model),
    ("store", store.database),
    ("articles", store.articles),
    ("people", store.people),
    ("index", knowledge.index),
    ("language", language.language),
)


def examine() -> list[Finding]:
    """Every finding; what a check raises is a finding too, and never stops the others."""
    findings = machine.python() + machine.packages()
    try:
        settings = read_settings()
    except MaroquinError as error:
        return [*findings, broken("settings", str(error))]
    for name, check in _CHECKS:
        findings += _checked(name, check, settings)
    return findings


def _checked(name: str, check: Check, settings: Settings) -> list[Finding]:
    try:
        return check(settings)
    except MaroquinError as error:
        return [broken(name, str(error))]
    except Exception as error:  # a doctor that dies of what it finds helps nobody
        return [broken(name, f"{type(error).__name__}: {error}")]
