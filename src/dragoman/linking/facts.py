"""What linking is told about a report, and what it tells about its merges."""

import msgspec

from dragoman.record.decisions import Effect
from dragoman.record.nouns import Ground, Record
from dragoman.record.reasons import LinkReason, Noun

__all__ = ["LinkReason", "Linked", "Noun", "ReportFacts"]


class ReportFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What linking needs to know of a report besides its reading.

    `published` is an ISO 8601 date; `shingles` are hashes of the word n-grams of the text without
    its furniture, by which copies are found. `text` is what the offsets of the reading point into;
    without it figures are compared by what their readers say of them alone. `url` is where it was
    published: what came from one address later is a later version. `ground` is what the report
    says it rests on, `wording` what it tells of in order (`linking.origins.retold.wording_of`).
    """

    id: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    shingles: frozenset[int] = frozenset()
    text: str = ""
    ground: Ground | None = None
    wording: tuple[str, ...] = ()


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """A record, the reasons for every merge in it, and what became of the decisions on it.

    `redirects` leads from ids that a row had before a merge, or would have if fewer reports told
    it, to its id.
    """

    record: Record
    reasons: tuple[LinkReason, ...] = ()
    effects: tuple[Effect, ...] = ()
    redirects: dict[str, str] = {}
