"""Reworded copies: texts that share next to no wording but many rare details in one order.

Two reporters on one happening share details too, but in an order of their own and each with some
the other lacks.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.linking.days.dates import days
from dragoman.linking.readings import Source
from dragoman.linking.wording.words import folded

Details = tuple[str, ...]
RARE = 6
LEAST = 8
SHARE = 0.55
DAYS_APART = 7


def details_of(source: Source, ids: Mapping[tuple[int, str], str]) -> Details:
    """Return the named entities and figures of a reading, each once, in the order of the text."""
    at: dict[str, int] = {}
    for entity in source.reading.entities:
        if entity.type in ("state", "place"):
            continue
        named = [m.start for m in entity.mentions if m.form != "pronoun"]
        if named:
            at[ids[source.number, entity.id]] = min(named)
    for figure in source.reading.figures:
        key = f"{figure.value!r} {folded(figure.unit)}"
        at[key] = min((m.start for m in figure.mentions), default=0)
    for event in source.reading.events:
        key = f"{event.type} {event.date}"
        at.setdefault(key, min((m.start for m in event.mentions), default=0))
    return tuple(sorted(at, key=lambda d: (at[d], d)))


def reworded(
    rows: Sequence[Details], published: Sequence[str | None]
) -> Iterator[tuple[int, int, int, float]]:
    """Yield pairs of reports (positions), the rare details they share in order, and the share.

    Both must hold LEAST details that few reports hold, nearly all of them shared and in one order,
    and have come out within DAYS_APART of each other.
    """
    counts = Counter(d for row in rows for d in set(row))
    rare = [tuple(d for d in row if counts[d] <= RARE) for row in rows]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rare):
        for detail in row:
            holders[detail].append(i)
    shared = Counter(pair for own in holders.values() for pair in combinations(sorted(set(own)), 2))
    for (low, high), count in sorted(shared.items()):
        if count < LEAST or not _near(published[low], published[high]):
            continue
        in_order = _longest_common(rare[low], rare[high])
        share = in_order / min(len(_told(rows[low])), len(_told(rows[high])))
        if in_order >= LEAST and share >= SHARE:
            yield low, high, in_order, round(min(1.0, share), 4)


def _told(row: Details) -> Details:
    return row or ("nothing",)


def _near(a: str | None, b: str | None) -> bool:
    first, second = days(a), days(b)
    return first is None or second is None or first.gap(second) <= DAYS_APART


def _longest_common(a: Details, b: Details) -> int:
    """Return the length of the longest common subsequence."""
    best = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, start=1):
            before, best[j] = best[j], before + 1 if x == y else max(best[j], best[j - 1])
    return best[-1]
