"""What rests on a paragraph, told in words: for whoever reads what a search found."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection

from dragoman.record.nouns import Commitment, Event
from dragoman.store.linked import loading
from dragoman.store.views.listing import Names, listed
from dragoman.store.views.words import (
    commitment_words,
    event_words,
    quote,
    speakers,
    target_words,
)


def told_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Return items in words, by id: what happened, was undertaken, said, counted, disagreed on."""
    wanted = sorted(set(ids))
    rows: list[Any] = [
        *loading.load_events(connection, wanted),
        *loading.load_commitments(connection, wanted),
    ]
    found = listed(connection, rows)
    told = {row.item.id: _deed(row.item, found.names) for row in found.rows}
    said = listed(connection, loading.load_statements(connection, wanted))
    for row in said.rows:
        via = said.names.get(row.item.via or "")
        who = f"{speakers(row.item, said.names)}{f', via {via}' if via else ''}"
        told[row.item.id] = f"{row.item.hedge} by {who}"
    for figure in loading.load_figures(connection, wanted):
        told[figure.id] = f"figure: {quote(figure.mentions)} ({figure.kind})"
    for cleared in loading.load_explained(connection, wanted):
        told[cleared.id] = f"a difference, {cleared.why}: {cleared.reason}"
    for moved in loading.load_series(connection, wanted):
        told[moved.id] = f"a point of the series {moved.measure}, {moved.unit}"
    for one in loading.load_disagreements(connection, wanted):
        told[one.id] = f"reports disagree, {one.kind}: {' / '.join(s.value for s in one.sides)}"
    return told


def _deed(item: Event | Commitment, names: Names) -> str:
    when = item.date or "no date"
    if isinstance(item, Event):
        told = f", {item.hedge}" if item.hedge and item.hedge != "stated" else ""
        return f"{when}: {event_words(item, names)}{told}"
    target = target_words(item.target)
    stands = f"{item.status}, target {target}" if target else item.status
    return f"{when}: {item.kind}: {commitment_words(item, names)} ({stands})"
