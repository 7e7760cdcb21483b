"""Why rows of readings are one row of the record."""

from typing import Literal

import msgspec

from dragoman.record.nouns import Mention

Noun = Literal["entity", "event", "commitment", "statement", "figure", "working", "origin"]


class LinkReason(msgspec.Struct, frozen=True, kw_only=True):
    """Why two rows of readings became one row of the record.

    `item` is the id of the record's row, `left` and `right` the first mentions of the two rows
    (None for origins, where `item` is the origin and `why` names both reports). `score` lies in
    0 to 1.
    """

    noun: Noun
    item: str
    score: float
    why: str
    left: Mention | None = None
    right: Mention | None = None
