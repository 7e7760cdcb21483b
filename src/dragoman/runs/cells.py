"""The cells of every noun, for tables, CSV and frames: words and names, with citations."""

from collections.abc import Sequence
from typing import Any

from dragoman.exporters._cells import Cell
from dragoman.exporters.json import item_row
from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Explained,
    Figure,
    Series,
    Side,
    Statement,
)
from dragoman.store.views.listing import Listed, Names, mentioned
from dragoman.store.views.words import (
    cited,
    commitment_words,
    event_words,
    joined,
    points_told,
    quote,
    speakers,
    standing_words,
    target_words,
)

Cells = dict[str, Cell]


def entity_cells(row: Listed[Entity], names: Names) -> Cells:
    """Return the cells of an entity; the citation is that of its first mention."""
    entity = row.item
    others = [name for name in entity.names if name != entity.name]
    return {
        "type": entity.type,
        "name": entity.name,
        "country": entity.country,
        "also_written": " | ".join(others),
        "within": names.get(entity.within or ""),
        "mentions": len(entity.mentions),
        "cited": row.citations[0] if row.citations else None,
        "id": entity.id,
    }


def event_cells(row: Listed[Event], names: Names) -> Cells:
    """Return the cells of an event."""
    event = row.item
    return {
        "date": event.date,
        "what": f"{event_words(event, names)}: “{quote(event.mentions)}”",
        "type": event.type,
        "mode": event.mode,
        "actors": joined(event.actors, names),
        "recipients": joined(event.recipients, names),
        "place": names.get(event.place or ""),
        "told_as": event.hedge or "stated",
        "cited": " ".join(cited(row)),
        "id": event.id,
    }


def commitment_cells(row: Listed[Commitment], names: Names) -> Cells:
    """Return the cells of a commitment."""
    made = row.item
    return {
        "date": made.date,
        "kind": made.kind,
        "what": commitment_words(made, names),
        "by": joined(made.by, names),
        "to": joined(made.to, names),
        "subject": made.subject,
        "amount": made.target.amount,
        "unit": made.target.unit,
        "due": made.target.due,
        "target": target_words(made.target),
        "status": made.status,
        "stands": standing_words(made),
        "due_state": made.due_state,
        "drift": made.drift,
        "cited": " ".join(cited(row)),
        "id": made.id,
    }


def timeline_cells(row: Listed[Any], names: Names) -> Cells:
    """Return the cells of an event or commitment, in the same columns."""
    if isinstance(row.item, Event):
        cells = event_cells(row, names)
        kind, status, whole = cells["type"], cells["told_as"], row.item.part_of
    else:
        cells = commitment_cells(row, names)
        kind, status, whole = cells["kind"], cells["status"], None
    return {
        "date": cells["date"],
        "type": kind,
        "what": cells["what"],
        "status": status,
        "cited": cells["cited"],
        "part_of": whole,
        "id": cells["id"],
    }


def statement_cells(row: Listed[Statement], names: Names) -> Cells:
    """Return the cells of a statement."""
    made = row.item
    speaker, via = speakers(made, names), names.get(made.via or "")
    return {
        "said_by": f"{speaker}, via {via}" if via else speaker,
        "speaker": speaker,
        "via": via,
        "told_as": made.hedge,
        "content": quote(made.mentions),
        "cited": " ".join(cited(row)),
        "id": made.id,
    }


def figure_cells(row: Listed[Figure], _names: Names) -> Cells:
    """Return the cells of a figure."""
    figure = row.item
    return {
        "measure": figure.measure,
        "figure": quote(figure.mentions),
        "value": figure.value,
        "unit": figure.unit,
        "kind": figure.kind,
        "cited": " ".join(cited(row)),
        "id": figure.id,
    }


def disagreement_cells(row: Listed[Disagreement], names: Names) -> Cells:
    """Return the cells of a disagreement; every side with its citations."""
    found = row.item
    return {
        "kind": found.kind,
        "about": names.get(found.about or "", found.about),
        "sides": _sides(found.sides, row.citations),
        "id": found.id,
    }


def explained_cells(row: Listed[Explained], names: Names) -> Cells:
    """Return the cells of an explained difference; every side with its citations."""
    found = row.item
    return {
        "why": found.why,
        "reason": found.reason,
        "kind": found.kind,
        "about": names.get(found.about or "", found.about),
        "sides": _sides(found.sides, row.citations),
        "id": found.id,
    }


def series_cells(row: Listed[Series], _names: Names) -> Cells:
    """Return the cells of a series; every value with its date, kind and first citation."""
    found = row.item
    return {
        "measure": found.measure,
        "unit": found.unit,
        "between": " ".join(found.between),
        "values": " | ".join(f"{words} {own[0]}" for words, own in points_told(row)),
        "id": found.id,
    }


def _sides(sides: Sequence[Side], citations: Sequence[str]) -> str:
    left = iter(citations)
    told = []
    for side in sides:
        own = [next(left) for _ in side.mentions]
        told.append(" ".join([side.value, *own[:3]]))
    return " | ".join(told)


def json_row(row: Listed[Any], names: Names) -> dict[str, Any]:
    """Return an item in the record's form, with its citations and the names of its entities."""
    spoken = {key: names[key] for key in mentioned(row.item) if key in names}
    return item_row(row.item) | {"citations": row.citations, "entity_names": spoken}
