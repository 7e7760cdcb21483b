"""Figures of one measure by date: a number that grows from report to report."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.linking.days.dates import days
from dragoman.linking.disagreements.amounts import Amount, Amounts
from dragoman.linking.disagreements.sides import Linkage
from dragoman.linking.figures.measured import Measured, Things
from dragoman.linking.figures.numbers import is_money
from dragoman.linking.figures.periods import Period, period_of
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Free, Link, grouped
from dragoman.linking.grouping.numbering import numbered
from dragoman.linking.grouping.votes import most_common
from dragoman.record.nouns import FigureKind, Mention, Point, Series

ALIKE = 0.12
LEAST_DAYS = 28
_BETWEEN = frozenset(["trade", "exports", "imports", "deficit", "surplus", "investment"])
Dated = tuple[Amount, str]


def link_series(linkage: Linkage) -> tuple[Series, ...]:
    """Return the measures for which reports give several values at several dates.

    A value counts for the year or span its sentence gives, else for the day its report came out;
    spans of part of a year make a series of their own. Points come by date.
    """
    book, things = linkage.amounts, Things(linkage.entities)
    keyed: dict[tuple[Measured, bool], list[Dated]] = defaultdict(list)
    for amount in sorted(book.all, key=_place):
        measured = things.measured(amount)
        period = period_of(amount.report, amount.mention)
        date = period.date if period else amount.report.published
        if measured is None or days(date) is None or date is None or amount.figure.kind == "limit":
            continue
        if measured.states or not is_money(amount.unit):
            keyed[measured, _is_part(period)].append((amount, date))
    made: list[tuple[Measured, tuple[Point, ...]]] = []
    for (measured, _), dated in sorted(keyed.items(), key=lambda k: (_spelled(k[0][0]), k[0][1])):
        for group in _of_one_measure(measured, dated, book):
            points = _points(group)
            if _moves(points):
                made.append((measured, points))
    bases = [(m.thing, m.unit, p[0].mentions[0].report, p[0].mentions[0].start) for m, p in made]
    return tuple(
        Series(
            id=own,
            measure=measured.thing,
            unit=_unit(linkage, points),
            between=measured.states,
            points=points,
        )
        for own, (measured, points) in zip(numbered("series", bases), made, strict=True)
    )


def _is_part(period: Period | None) -> bool:
    return period is not None and period.part


def _place(amount: Amount) -> tuple[str, int, int]:
    return (amount.mention.report, amount.mention.start, amount.mention.end)


def _spelled(measured: Measured) -> tuple[str, str, tuple[str, ...]]:
    return (measured.thing, measured.unit, measured.states)


def _of_one_measure(
    measured: Measured, dated: Sequence[Dated], book: Amounts
) -> Iterator[list[Dated]]:
    """Yield the amounts that are of one measure; what is no flow must be told in like words."""
    if measured.thing in _BETWEEN and len(measured.states) > 1:
        yield list(dated)
        return
    links = [
        Link(i, j, round(alike, 4), "told in like words")
        for i, j in candidate_pairs([a.words for a, _ in dated])
        if (alike := _alike(dated[i][0], dated[j][0], book)) >= ALIKE
    ]
    for members in grouped([Free() for _ in dated], links).members:
        yield [dated[m] for m in members]


def _moves(points: Sequence[Point]) -> bool:
    """Tell whether points lie apart in time and value.

    Numbers that reports of one week give for one thing move where three rise or fall in turn.
    """
    if len({p.value for p in points}) < 2:
        return False
    last = [_when(p.date)[0] for p in points]
    if (last[-1] - last[0]).days >= LEAST_DAYS:
        return True
    values = [p.value for p in points]
    return len(set(last)) == len(points) > 2 and values in (sorted(values), sorted(values)[::-1])


def _alike(a: Amount, b: Amount, book: Amounts) -> float:
    """Return how alike the words are that two amounts are told in; one word alone tells nothing."""
    return book.rarity.likeness(a.words, b.words) if len(a.words & b.words) > 1 else 0.0


def _points(dated: Sequence[Dated]) -> tuple[Point, ...]:
    by_value: dict[tuple[str, float, FigureKind], list[Amount]] = defaultdict(list)
    for amount, date in dated:
        by_value[date, amount.value, _kind(amount, date)].append(amount)
    rows = sorted(by_value.items(), key=lambda row: (_when(row[0][0]), row[0]))
    return tuple(
        Point(
            date=date,
            value=value,
            kind=kind,
            figure=amounts[0].figure.id,
            mentions=_mentions(amounts),
        )
        for (date, value, kind), amounts in rows
    )


def _kind(amount: Amount, date: str) -> FigureKind:
    """Return the kind of a value; what is given for a time gone by was aimed at no more."""
    kind = amount.figure.kind
    published, span = days(amount.report.published), days(date)
    past = published is not None and span is not None and span.last < published.first
    return "actual" if kind == "target" and past else kind


def _when(date: str) -> tuple[dt.date, dt.date]:
    """Order by the last day of a span: a year's sum is known at its end."""
    span = days(date)
    assert span is not None
    return span.last, span.first


def _mentions(amounts: Sequence[Amount]) -> tuple[Mention, ...]:
    found = {a.mention for a in amounts}
    return tuple(sorted(found, key=lambda m: (m.report, m.start, m.end)))


def _unit(linkage: Linkage, points: Sequence[Point]) -> str:
    units = {f.row.id: f.row.unit for f in linkage.figures}
    return most_common([units[p.figure] for p in points]) or units[points[0].figure]
