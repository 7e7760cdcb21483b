"""Figures: two disagreements that hold one number at one place are one, with all their numbers."""

from collections.abc import Iterable

from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Free, Link, grouped
from dragoman.record.nouns import Side


def with_all_numbers(drafts: Iterable[Draft]) -> list[Draft]:
    """Return disagreements, those of figures joined that have a number at one place in common."""
    rows = list(drafts)
    figures = [d for d in rows if d.kind == "figure" and d.about is None]
    places = [
        {(m.report, m.start, _value(s)) for s in d.sides for m in s.mentions} for d in figures
    ]
    links = [Link(i, j, 1.0, "one number") for i, j in candidate_pairs(places)]
    found = [d for d in rows if d.kind != "figure" or d.about is not None]
    for members in grouped([Free() for _ in figures], links).members:
        own = [figures[i] for i in members]
        found.append(own[0] if len(own) == 1 else _joined(own))
    return found


def _joined(own: list[Draft]) -> Draft:
    told = [(_value(s), m) for d in own for s in d.sides for m in s.mentions]
    return draft("figure", None, told, within=True) or own[0]


def _value(side: Side) -> str:
    return side.value.split()[0]
