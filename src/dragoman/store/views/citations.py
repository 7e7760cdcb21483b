"""Short citations: `[r3fa9:120-188]`, the start of a report's id and a span of its text."""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from dragoman.record.nouns import Mention
from dragoman.store.reports import unique_length
from dragoman.store.tables import linked, report

# A letter and four digits: short enough to read, rarely shared by two reports of one record.
LEAST = 5
_MOST_LENGTHS = 32
# By the digest of what was linked and the number of reports.
_LENGTHS: dict[tuple[str | None, int], int] = {}
_CITATION = re.compile(r"\[?(r[0-9a-f]{1,12}):(\d+)-(\d+)\]?")


class Citer:
    """Cites evidence, with as much of each report's id as tells the record's reports apart."""

    def __init__(self, connection: Connection) -> None:
        self._length = _length(connection)

    def short(self, report_id: str) -> str:
        """Return a report's id as citations give it."""
        return report_id[: self._length]

    def cite(self, mention: Mention) -> str:
        """Return the citation of one span."""
        return f"[{self.short(mention.report)}:{mention.start}-{mention.end}]"

    def cite_all(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """Return the citations of several spans, by their order."""
        return tuple(self.cite(mention) for mention in mentions)


def _length(connection: Connection) -> int:
    # To compare the ids of a large record takes longer than all else on a page.
    digest = connection.execute(select(linked.c.digest)).scalar_one_or_none()
    number = connection.execute(select(func.count()).select_from(report)).scalar_one()
    key = (digest, number)
    if key not in _LENGTHS:
        ids = connection.execute(select(report.c.id))
        if len(_LENGTHS) >= _MOST_LENGTHS:
            _LENGTHS.clear()
        _LENGTHS[key] = unique_length([row.id for row in ids], LEAST)
    return _LENGTHS[key]


def cited(citation: str) -> tuple[str, int, int] | None:
    """Return the start of the report's id, and the span, that a citation gives; None if none."""
    match = _CITATION.fullmatch(citation.strip())
    return (match[1], int(match[2]), int(match[3])) if match else None


def first_by_report(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the first mention in each report, in the order the reports come."""
    seen: dict[str, Mention] = {}
    for mention in mentions:
        seen.setdefault(mention.report, mention)
    return list(seen.values())
