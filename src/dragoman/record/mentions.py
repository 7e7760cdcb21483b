"""Where something stands in a report."""

from typing import Literal

import msgspec

Form = Literal["name", "nominal", "pronoun"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands: a verbatim quote of one report. `form` is set for entities only."""

    report: str
    start: int
    end: int
    quote: str
    form: Form | None = None
