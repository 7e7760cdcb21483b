"""All kinds of disagreement in one list."""

from itertools import chain

from dragoman.linking.disagreements.amounts import differing_amounts
from dragoman.linking.disagreements.attribution import differing_speakers
from dragoman.linking.disagreements.names import differing_names
from dragoman.linking.disagreements.sides import Draft, Linkage
from dragoman.linking.disagreements.status import called_for_or_done, wished_or_agreed
from dragoman.linking.disagreements.titles import differing_titles
from dragoman.linking.disagreements.whens import differing_dates
from dragoman.linking.disagreements.wheres import differing_places
from dragoman.linking.numbering import numbered
from dragoman.record.nouns import Disagreement

KINDS = (
    differing_amounts,
    differing_dates,
    differing_places,
    differing_names,
    differing_titles,
    differing_speakers,
    wished_or_agreed,
    called_for_or_done,
)


def find_disagreements(linkage: Linkage) -> tuple[Disagreement, ...]:
    """Return the disagreements of a linked record; where two rules find one, the first stays."""
    drafts: dict[tuple[object, ...], Draft] = {}
    for found in chain.from_iterable(kind(linkage) for kind in KINDS):
        drafts.setdefault(_values(found), found)
    ranked = sorted(drafts.values(), key=lambda d: (d.kind, d.about or "", _values(d)[1:]))
    ids = numbered("disagreement", [_base(d) for d in ranked])
    return tuple(
        Disagreement(id=own, kind=d.kind, about=d.about, sides=d.sides)
        for own, d in zip(ids, ranked, strict=True)
    )


def _values(found: Draft) -> tuple[str, ...]:
    """Return what makes two drafts one: of figures the numbers, told with a unit or without."""
    values = [s.value.split()[0] if found.kind == "figure" else s.value for s in found.sides]
    reports = sorted({r for side in found.sides for r in side.reports})
    return (found.kind, *sorted(values), *reports)


def _base(found: Draft) -> tuple[str | int, ...]:
    first = found.sides[0].mentions[0]
    last = found.sides[-1].mentions[0]
    return (found.kind, first.report, first.start, last.report, last.start, last.end)
