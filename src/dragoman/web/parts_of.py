"""The places an item rests on, by report: what a split chooses from."""

from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.record.telling import evidence_of
from dragoman.store.decisions.items import Taken
from dragoman.web.cites import Cite, Citing

# A state is named in thousands of places; beyond these a whole report is the choice.
_PLACES = 200
_REPORTS = 100


class Place(NamedTuple):
    """One place; `value` is its citation under the whole id of the report."""

    value: str
    cite: Cite


class FromReport(NamedTuple):
    """The places in one report; `key` chooses them all."""

    key: str
    label: str
    places: tuple[Place, ...]


def reports_of(connection: Connection, taken: Taken) -> list[FromReport]:
    """Return the places that an item rests on, report by report."""
    evidence = evidence_of(taken.row)
    citing = Citing(connection, evidence)
    found: dict[str, list[Place]] = {}
    for number, one in enumerate(evidence):
        places = found.setdefault(one.report, [])
        if number < _PLACES:
            places.append(Place(f"{one.report}:{one.start}-{one.end}", citing.cite(one)))
    labels = {one.report: citing.cite(one).label for one in evidence}
    some = list(found.items())[:_REPORTS]
    return [FromReport(key, labels[key], tuple(places)) for key, places in some]
