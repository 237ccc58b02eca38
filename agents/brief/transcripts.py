"""Transcripts from a file: one JSON object a line, as the terminal takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from shop.errors import BadInput
from shop.language import Lang


class Spoken(BaseModel):
    """One message. `person` is a member of staff."""

    author: Literal["shopper", "advisor", "person"]
    text: str


class Transcript(BaseModel):
    """`facts` and `not_facts` are labels, if it has any; other fields are left alone."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    lang: Lang = "zh"
    tier: str = ""
    messages: list[Spoken] = Field(min_length=1)
    facts: list[dict[str, Any]] = []
    not_facts: list[str] = []


def read_transcripts(path: Path) -> list[Transcript]:
    """Every transcript of a file. Raises BadInput that names the line and the field."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {_why(error)}.") from error
    found = [_transcript(path, at, line) for at, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise BadInput(f"{path} holds no transcript.")
    seen: set[str] = set()
    for transcript in found:
        if transcript.id in seen:
            raise BadInput(f"{path}: id: {transcript.id} stands there twice.")
        seen.add(transcript.id)
    return found


def _why(error: OSError | UnicodeDecodeError) -> str:
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error.strerror)


def _transcript(path: Path, number: int, line: str) -> Transcript:
    try:
        return Transcript.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise BadInput(f"{path}:{number}: {field}: {first['msg']}") from error
