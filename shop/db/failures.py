"""What the database throws, said in one line of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from shop.errors import Conflict, MaroquinError, StoreBusy

_LINES = {
    "database is locked": "The database is held by another process. Try again in a moment.",
    "is full": "The disk is full. Free some space; what was kept so far is safe.",
    "no space left": "The disk is full. Free some space; what was kept so far is safe.",
    "disk full": "The disk is full. Free some space; what was kept so far is safe.",
    "readonly": "The database can't be written. Check the owner and rights of DATA_DIR.",
    "read-only": "The database is read-only. Check its rights, or DATABASE_URL.",
    "unable to open": "The database can't be opened. Check DATA_DIR and its rights.",
    "not a database": "The database file is damaged or no database. Restore it from a copy.",
    "malformed": "The database file is damaged. Restore it from a copy.",
    "no such table": "The database has no tables yet. Run `make run` or `python cli.py index`.",
    "does not exist": "The database or a table is missing. Check DATABASE_URL and migrate.",
    "password authentication": "The database refused the user or password of DATABASE_URL.",
}


@contextmanager
def translated() -> Iterator[None]:
    """Database exceptions become StoreBusy, or Conflict where a rule of uniqueness was broken."""
    try:
        yield
    except IntegrityError as error:
        raise Conflict("Somebody else was first. Look again, then try again.") from error
    except PoolTimeout as error:
        raise StoreBusy("All database connections are in use. Try again in a moment.") from error
    except DBAPIError as error:
        raise _busy(error) from error
    except SQLAlchemyError as error:
        raise StoreBusy(f"The database did not answer: {_first_line(error)}") from error


def _busy(error: DBAPIError) -> MaroquinError:
    said = str(error.orig).lower()
    for sign, line in _LINES.items():
        if sign in said:
            return StoreBusy(line)
    return StoreBusy(f"The database did not answer: {_first_line(error.orig or error)}")


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
