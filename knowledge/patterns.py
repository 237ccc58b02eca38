"""Regular expressions in the house's typed data, compiled once, when it is read."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator


def _compiled(flags: re.RegexFlag) -> BeforeValidator:
    def compiled(expression: object) -> re.Pattern[str]:
        try:
            return re.compile(str(expression), flags)
        except re.error as error:
            raise ValueError(f"{expression!r} is no regular expression: {error}") from error

    return BeforeValidator(compiled)


Pattern = Annotated[re.Pattern[str], _compiled(re.IGNORECASE)]
# A Latin word also ends where a Chinese character begins.
AsciiPattern = Annotated[re.Pattern[str], _compiled(re.IGNORECASE | re.ASCII)]
