"""Dates: one happening on two days, one commitment due at two times."""

from collections.abc import Iterator

from dragoman.linking.dates import days
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.record.nouns import Mention

PRECISE = 31


def differing_dates(linkage: Linkage) -> Iterator[Draft]:
    """Yield dates that share no day; a wider date that holds the other does not differ."""
    for event in linkage.events:
        told = [(t.item.date, m) for t in event.told for m in t.item.mentions]
        yield from _apart(event.row.id, told, 7)
    for bond in linkage.commitments:
        due = [(t.item.target.due, m) for t in bond.told for m in t.item.mentions]
        yield from _apart(bond.row.id, due, PRECISE)


def _apart(about: str, told: list[tuple[str | None, Mention]], precise: int) -> Iterator[Draft]:
    dated = [(d, span, m) for d, m in told if d and (span := days(d)) and span.length <= precise]
    spans = [span for _, span, _ in dated]
    if any(not a.meets(b) for a in spans for b in spans):
        found = draft("date", about, [(d, m) for d, _, m in dated])
        if found:
            yield found
