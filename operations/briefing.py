"""Briefs of a file of transcripts, as the terminal writes them.

Indexes of messages count from 0. The file is written whole or not at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from rich.console import Console

from agents.brief import READ_WITH_ITS_ANSWER, Brief, Known, brief
from agents.brief.transcripts import Transcript, read_transcripts
from agents.meter import Meter
from operations.progress import progress_bar
from settings import Settings
from shop.conversations import Author, Message
from shop.errors import BadInput, ModelFailed
from shop.language import language_of
from wiring.briefs import house_known, open_phrasing

if TYPE_CHECKING:
    from agents.brief.phrasing import Phrase

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def run(transcripts: Path, out: Path, settings: Settings, err: Console) -> int:
    """Writes a brief for each transcript; how many. Raises BadInput and writes nothing then."""
    cases = read_transcripts(transcripts)
    if out.resolve() == transcripts.resolve():
        raise BadInput(f"{transcripts} would be overwritten: write to another file.")
    known = house_known()
    phrase = None if settings.mode == "offline" else open_phrasing(settings)
    made: list[dict[str, Any]] = []
    with progress_bar(err, "Reading") as show:
        for case in cases:
            made.append({"id": case.id, "facts": _phrased(case, known, phrase, err)})
            show(len(made), len(cases))
    _write(out, made)
    return len(made)


def facts_of(transcript: Transcript, known: Known) -> list[dict[str, Any]]:
    """The brief of a transcript as objects of JSON, built by code."""
    return _as_objects(brief(_messages(transcript), known))


def _phrased(
    case: Transcript, known: Known, phrase: Phrase | None, err: Console
) -> list[dict[str, Any]]:
    made = brief(_messages(case), known)
    try:
        return _as_objects(phrase(made, Meter()) if phrase else made)
    except ModelFailed as error:
        err.print(f"{case.id}: not phrased: {error}", markup=False, soft_wrap=True)
        return _as_objects(made)


def _as_objects(made: Brief) -> list[dict[str, Any]]:
    return [
        {"key": fact.key, "value": fact.value, "from": [seq - 1 for seq in fact.rests_on]}
        for fact in made.facts
        if fact.key != READ_WITH_ITS_ANSWER
    ]


def _messages(transcript: Transcript) -> list[Message]:
    return [
        Message(
            id=str(seq),
            conversation_id=transcript.id,
            seq=seq,
            author=Author(spoken.author),
            text=spoken.text,
            at=_NO_TIME,
            lang=language_of(spoken.text, transcript.lang),
        )
        for seq, spoken in enumerate(transcript.messages, start=1)
    ]


def _write(path: Path, made: Iterable[dict[str, Any]]) -> None:
    """Into a file beside it first, so that nobody ever reads half of it."""
    try:
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            for each in made:
                file.write(json.dumps(each, ensure_ascii=False) + "\n")
        os.chmod(file.name, 0o644)
        os.replace(file.name, path)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error
