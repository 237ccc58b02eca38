"""Articles: what the house knows, written by people, in both languages.

An article is one Markdown file:

    ---
    id: care-lambskin
    topic: care
    title: {zh: 小羊皮的养护, en: Caring for lambskin}
    owner: leather atelier
    source: [CARE-10, CARE-15]
    confidence: high
    market: [all]
    valid_from: 2026-11-01
    valid_until:
    about: [lambskin]
    ---

    # zh

    ## 淋了雨 {#rain}
    ? 小羊皮包被雨淋了怎么办
    先用软布轻轻按压吸干，不要用吹风机。

    # en

    ## Caught in the rain {#rain}
    ? what do I do when my lambskin bag got wet
    Blot it with a soft cloth first; do not use a hair-dryer.

Each `##` section answers one question in one to four sentences, the answer first. Lines that
start with `? ` are ways in which shoppers ask for it: they are searched, never shown. A section
may say how the advisor behaves when it is the answer: `{#codes behaviour=refuse}` (answer,
abstain, refuse, handoff, clarify) and, with handoff, `reason=complaint`. Both languages have the
same sections in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from shop.conversations import Behaviour
from shop.errors import ContentError
from shop.handoffs import Reason
from shop.language import LANGS, Bilingual, Lang

Topic = Literal[
    "material", "care", "symbol", "sizing", "product", "policy", "shipping", "tax", "payment",
    "rights", "provenance", "salon", "membership", "privacy", "advisor", "boundary",
]  # fmt: skip
Confidence = Literal["high", "medium", "low"]

_FENCE = "---"
_HEADING = re.compile(r"^## (?P<title>.+?) \{#(?P<key>[a-z0-9-]+)(?P<attrs>[^}]*)\}\s*$")
_ATTRIBUTE = re.compile(r"(\w+)=(\S+)")


class Front(BaseModel):
    """The front matter of an article file; unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    topic: Topic
    title: Bilingual
    owner: str = Field(min_length=2)
    source: tuple[str, ...] = Field(min_length=1)
    confidence: Confidence
    market: tuple[str, ...] = Field(min_length=1)
    valid_from: date
    valid_until: date | None = None
    about: tuple[str, ...] = ()

    @field_validator("title", mode="before")
    @classmethod
    def _both_languages(cls, value: Any) -> Bilingual:
        if not isinstance(value, Mapping) or set(value) != set(LANGS) or not all(value.values()):
            raise ValueError("needs both zh and en")
        return Bilingual(**value)


@dataclass(frozen=True, slots=True)
class Section:
    """One question and its answer, in one language."""

    key: str
    title: str
    text: str
    asks: tuple[str, ...] = ()
    behaviour: Behaviour = Behaviour.ANSWER
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One revision of an article. `markdown` is the file it was read from, whole."""

    front: Front
    sections: dict[Lang, tuple[Section, ...]]
    markdown: str
    revision: int = 1

    @property
    def id(self) -> str:
        return self.front.id

    def is_valid_on(self, day: date) -> bool:
        until = self.front.valid_until
        return self.front.valid_from <= day and (until is None or day <= until)


def parse_article(markdown: str, path: str = "article", revision: int = 1) -> Article:
    """Read an article from its Markdown. Raises ContentError with file, line and field."""
    lines = markdown.splitlines()
    end = _end_of_front(lines, path)
    front = _parse_front("\n".join(lines[1:end]), path)
    sections = _parse_body(lines, end + 1, path)
    _require_same_sections(sections, path)
    return Article(front, sections, markdown, revision)


def _end_of_front(lines: list[str], path: str) -> int:
    if not lines or lines[0].strip() != _FENCE:
        raise ContentError(path, 1, "front matter", "the file must start with ---")
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            return number
    raise ContentError(path, len(lines), "front matter", "no closing --- found")


def _parse_front(text: str, path: str) -> Front:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        fields = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise ContentError(path, mark.line + 2 if mark else 2, "front matter", problem) from error
    if not isinstance(fields, dict) or not isinstance(node, yaml.MappingNode):
        raise ContentError(path, 2, "front matter", "must be a list of 'field: value' lines")
    try:
        return Front.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        line = {key.value: key.start_mark.line + 2 for key, _ in node.value}.get(field, 2)
        raise ContentError(path, line, field, first["msg"]) from error


def _parse_body(lines: list[str], start: int, path: str) -> dict[Lang, tuple[Section, ...]]:
    found: dict[Lang, list[Section]] = {}
    lang: Lang | None = None
    at = start
    while at < len(lines):
        line = lines[at]
        if line.startswith("## "):
            if lang is None:
                raise ContentError(path, at + 1, "section", "stands before '# zh' or '# en'")
            section, at = _parse_section(lines, at, path)
            if any(section.key == earlier.key for earlier in found[lang]):
                raise ContentError(path, at, section.key, f"appears twice under '# {lang}'")
            found[lang].append(section)
            continue
        if line.startswith("# "):
            lang = _parse_lang(line, at, path)
            found[lang] = []
        elif line.strip():
            raise ContentError(path, at + 1, "text", "stands outside a '## section {#key}'")
        at += 1
    return {lang: tuple(sections) for lang, sections in found.items()}


def _parse_lang(line: str, at: int, path: str) -> Lang:
    for lang in LANGS:
        if line.strip() == f"# {lang}":
            return lang
    raise ContentError(path, at + 1, "language", f"{line.strip()!r} is neither '# zh' nor '# en'")


def _parse_section(lines: list[str], at: int, path: str) -> tuple[Section, int]:
    heading = _HEADING.match(lines[at])
    if heading is None:
        raise ContentError(path, at + 1, "section", "must read '## Title {#key}'")
    asks: list[str] = []
    text: list[str] = []
    end = at + 1
    while end < len(lines) and not lines[end].startswith(("# ", "## ")):
        line = lines[end].rstrip()
        (asks if line.startswith("? ") else text).append(line.removeprefix("? "))
        end += 1
    body = "\n".join(text).strip()
    if not body:
        raise ContentError(path, at + 1, heading["key"], "the section says nothing")
    attrs = dict(_ATTRIBUTE.findall(heading["attrs"]))
    try:
        behaviour = Behaviour(attrs.pop("behaviour", "answer"))
        reason = Reason(attrs.pop("reason")) if "reason" in attrs else None
    except ValueError as error:
        raise ContentError(path, at + 1, heading["key"], str(error)) from error
    if attrs:
        raise ContentError(path, at + 1, heading["key"], f"unknown attribute {min(attrs)!r}")
    section = Section(heading["key"], heading["title"], body, tuple(asks), behaviour, reason)
    return section, end


def _require_same_sections(sections: dict[Lang, tuple[Section, ...]], path: str) -> None:
    for lang in LANGS:
        if not sections.get(lang):
            raise ContentError(path, 1, lang, f"no section under '# {lang}'")
    for zh, en in zip(sections["zh"], sections["en"], strict=False):
        if (zh.key, zh.behaviour, zh.reason) != (en.key, en.behaviour, en.reason):
            problem = f"zh has '{zh.key}' ({zh.behaviour}) where en has '{en.key}' ({en.behaviour})"
            raise ContentError(path, 1, "sections", problem)
    if len(sections["zh"]) != len(sections["en"]):
        raise ContentError(path, 1, "sections", "zh and en have different numbers of sections")
