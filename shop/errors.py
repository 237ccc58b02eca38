"""Every error that Maroquin raises on purpose, as one tree.

    MaroquinError
    ├── SettingsError          the environment or .env says something that cannot work
    ├── BadInput               what a person sent cannot be taken as it is
    │   ├── ContentError       a knowledge file is broken: names file, line and field
    │   ├── UnknownVariable    a snippet names something that nobody fills in
    │   └── Unfilled           a reply still holds a variable of a snippet
    ├── NotFound               no such thing, or not yours: the two are never told apart
    ├── NotAllowed             signed in, but the role does not permit it
    ├── SignInFailed           wrong name or password
    │   └── TooManyAttempts    throttled; says when to try again
    ├── Conflict               somebody else was first
    │   ├── AlreadyClaimed     another personal shopper has the conversation
    │   ├── OfferedToAnother   it is her own personal shopper's, or her cover's, for a few minutes
    │   ├── ColleagueAway      nobody can pass a client on to somebody who isn't there
    │   ├── SlotTaken          no place is left at that time
    │   ├── TooLateToChange    the appointment begins in less than 4 hours
    │   └── OtherAppointment   she has one at that time, or as many ahead as she may
    ├── StoreBusy              the database or the index is held by another process
    └── ModelFailed            the language model did not answer as it must

Each message is one line that says what happened and what to do.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


class MaroquinError(Exception):
    """Base of the tree: a door may print `str(error)` to a person."""


class SettingsError(MaroquinError):
    pass


class BadInput(MaroquinError):
    pass


class ContentError(BadInput):
    """A knowledge file that cannot be used."""

    def __init__(self, path: Path | str, line: int, field: str, problem: str) -> None:
        super().__init__(f"{path}:{line}: {field}: {problem}")
        self.path, self.line, self.field, self.problem = str(path), line, field, problem


class UnknownVariable(BadInput):
    def __init__(self, name: str) -> None:
        super().__init__(f"There is no variable {{{name}}}. Use one of the list.")
        self.name = name


class Unfilled(BadInput):
    def __init__(self, holes: tuple[str, ...]) -> None:
        super().__init__(f"Fill in {', '.join(holes)} before sending.")
        self.holes = holes


class NotFound(MaroquinError):
    pass


class NotAllowed(MaroquinError):
    pass


class AnothersClient(NotAllowed):
    """`to` are the names of those who write to this client."""

    def __init__(self, to: str) -> None:
        super().__init__(f"{to} writes to this client. Ask her, or a manager.")
        self.to = to


class SignInFailed(MaroquinError):
    pass


class TooManyAttempts(SignInFailed):
    def __init__(self, retry_at: datetime) -> None:
        super().__init__(f"Too many attempts. Try again at {retry_at:%H:%M:%S} UTC.")
        self.retry_at = retry_at


class Conflict(MaroquinError):
    pass


class AlreadyClaimed(Conflict):
    def __init__(self, by: str) -> None:
        super().__init__(f"{by} already has this conversation.")
        self.by = by


class OfferedToAnother(Conflict):
    def __init__(self, to: str, until: datetime) -> None:
        super().__init__(f"This client is offered to {to} until {until:%H:%M:%S} UTC.")
        self.to, self.until = to, until


class ColleagueAway(Conflict):
    def __init__(self) -> None:
        super().__init__("This colleague is not at the desk just now. Choose another.")


class SlotTaken(Conflict):
    pass


class TooLateToChange(Conflict):
    pass


class OtherAppointment(Conflict):
    pass


class StoreBusy(MaroquinError):
    pass


class ModelFailed(MaroquinError):
    pass
