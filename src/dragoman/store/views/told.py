"""What rests on a paragraph, told in words: for whoever reads what a search found."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record.nouns import Commitment, Event
from dragoman.store.linked import loading
from dragoman.store.tables import item
from dragoman.store.views.listing import Names, listed
from dragoman.store.views.words import (
    commitment_words,
    event_words,
    quote,
    speakers,
    target_words,
)

# SQLite takes a limited number of values in one statement.
_BATCH = 5000


def told_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Return items in words, by id: what happened, was undertaken, said, counted, disagreed on."""
    wanted = _by_noun(connection, sorted(set(ids)))
    rows: list[Any] = [
        *loading.load_events(connection, wanted["event"]),
        *loading.load_commitments(connection, wanted["commitment"]),
    ]
    found = listed(connection, rows)
    told = {row.item.id: _deed(row.item, found.names) for row in found.rows}
    said = listed(connection, loading.load_statements(connection, wanted["statement"]))
    for row in said.rows:
        via = said.names.get(row.item.via or "")
        who = f"{speakers(row.item, said.names)}{f', via {via}' if via else ''}"
        told[row.item.id] = f"{row.item.hedge} by {who}"
    for figure in loading.load_figures(connection, wanted["figure"]):
        told[figure.id] = f"figure: {quote(figure.mentions)} ({figure.kind})"
    for cleared in loading.load_explained(connection, wanted["explained"]):
        told[cleared.id] = f"a difference, {cleared.why}: {cleared.reason}"
    for moved in loading.load_series(connection, wanted["series"]):
        told[moved.id] = f"a point of the series {moved.measure}, {moved.unit}"
    for one in loading.load_disagreements(connection, wanted["disagreement"]):
        told[one.id] = f"reports disagree, {one.kind}: {' / '.join(s.value for s in one.sides)}"
    return told


def _by_noun(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[str]]:
    # What an id is costs one question; to ask every noun for it would cost a dozen.
    found: dict[str, list[str]] = defaultdict(list)
    for start in range(0, len(ids), _BATCH):
        some = item.c.id.in_(ids[start : start + _BATCH])
        for row in connection.execute(select(item.c.noun, item.c.id).where(some)):
            found[row.noun].append(row.id)
    return found


def _deed(one: Event | Commitment, names: Names) -> str:
    when = one.date or "no date"
    if isinstance(one, Event):
        told = f", {one.hedge}" if one.hedge and one.hedge != "stated" else ""
        return f"{when}: {event_words(one, names)}{told}"
    target = target_words(one.target)
    stands = f"{one.status}, target {target}" if target else one.status
    return f"{when}: {one.kind}: {commitment_words(one, names)} ({stands})"
