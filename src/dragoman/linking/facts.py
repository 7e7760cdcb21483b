"""What linking is told about a report, and what it tells about its merges."""

from typing import Literal

import msgspec

from dragoman.record.decisions import Effect
from dragoman.record.nouns import Mention, Record

Noun = Literal["entity", "event", "commitment", "statement", "figure", "origin"]


class ReportFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What linking needs to know of a report besides its reading.

    `published` is an ISO 8601 date; `shingles` are hashes of the word n-grams of the text without
    its furniture, by which copies are found. `text` is what the offsets of the reading point into;
    without it figures are compared by what their readers say of them alone.
    """

    id: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    shingles: frozenset[int] = frozenset()
    text: str = ""


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


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """A record, the reasons for every merge in it, and what became of the decisions on it.

    `redirects` leads from ids that a row had before a merge, or would have if fewer reports told
    it, to its id.
    """

    record: Record
    reasons: tuple[LinkReason, ...] = ()
    effects: tuple[Effect, ...] = ()
    redirects: dict[str, str] = {}
