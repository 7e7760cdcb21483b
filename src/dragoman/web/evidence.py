"""The evidence of an item: each quote in its sentence or paragraph, the words marked."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.record.nouns import Mention
from dragoman.store.views.shown import Passage, passages
from dragoman.web.cites import Cite, span_address

# Of an item that hundreds of reports tell, so many are shown in their words.
MOST = 30
_AROUND = 700


class Marked(NamedTuple):
    """A text in three parts, the middle one marked; `cite` leads to where it stands."""

    before: str
    words: str
    after: str
    cite: Cite
    title: str


def marked(connection: Connection, mentions: Sequence[Mention]) -> list[Marked]:
    """Return the first mentions in their paragraphs, each with its words marked."""
    return [_marked(one) for one in passages(connection, mentions[:MOST])]


def _marked(one: Passage) -> Marked:
    start, end = one.mark
    before, after = one.paragraph[:start], one.paragraph[end:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    outlet, date = one.outlet or one.file, one.published or ""
    cite = Cite(span_address(one.mention), outlet, date, one.mention.quote)
    return Marked(before, one.paragraph[start:end], after, cite, one.title or "")
