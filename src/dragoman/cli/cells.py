"""The cells of every noun, for tables and CSV: words and names, with citations."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.exporters._cells import Cell
from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Figure,
    Statement,
    Target,
)
from dragoman.store.views.listing import Listed
from dragoman.store.views.phrases import phrase

Names = Mapping[str, str]
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
        "what": event_words(event, names),
        "type": event.type,
        "mode": event.mode,
        "actors": joined(event.actors, names),
        "recipients": joined(event.recipients, names),
        "place": names.get(event.place or ""),
        "told_as": event.hedge or "stated",
        "told": quote(event.mentions),
        "cited": cited(row),
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
        "cited": cited(row),
        "id": made.id,
    }


def timeline_cells(row: Listed[Any], names: Names) -> Cells:
    """Return the cells of an event or commitment, in the same columns."""
    if isinstance(row.item, Event):
        cells = event_cells(row, names)
        return {key: cells[key] for key in ("date", "type", "what")} | {
            "status": cells["told_as"],
            "told": cells["told"],
            "cited": cells["cited"],
            "id": cells["id"],
        }
    cells = commitment_cells(row, names)
    return {
        "date": cells["date"],
        "type": cells["kind"],
        "what": cells["what"],
        "status": cells["status"],
        "told": quote(row.item.mentions),
        "cited": cells["cited"],
        "id": cells["id"],
    }


def statement_cells(row: Listed[Statement], names: Names) -> Cells:
    """Return the cells of a statement."""
    made = row.item
    return {
        "speaker": speakers(made, names),
        "via": names.get(made.via or ""),
        "told_as": made.hedge,
        "content": quote(made.mentions),
        "cited": cited(row),
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
        "cited": cited(row),
        "id": figure.id,
    }


def disagreement_cells(row: Listed[Disagreement], names: Names) -> Cells:
    """Return the cells of a disagreement; every side with its citations."""
    found = row.item
    citations = iter(row.citations)
    sides = []
    for side in found.sides:
        own = [next(citations) for _ in side.mentions]
        sides.append(" ".join([side.value, *own[:3]]))
    return {
        "kind": found.kind,
        "about": names.get(found.about or "", found.about),
        "sides": " | ".join(sides),
        "id": found.id,
    }


def event_words(event: Event, names: Names) -> str:
    """Return an event in words: who did what to whom, and where."""
    who = joined(event.actors, names) or "someone unnamed"
    whom = joined(event.recipients, names)
    place = f" ({names[event.place]})" if event.place and event.place in names else ""
    return f"{who} {phrase(event)}{f' {whom}' if whom else ''}{place}"


def commitment_words(made: Commitment, names: Names) -> str:
    """Return a commitment in words: who, to whom, what."""
    who = joined(made.by, names) or "someone unnamed"
    whom = f" to {joined(made.to, names)}" if made.to else ""
    return f"{who}{whom}: {made.subject}"


def target_words(target: Target) -> str:
    """Return a target in words: the amount, its unit and when it is due."""
    amount = "" if target.amount is None else f"{number(target.amount)} {target.unit or ''}".strip()
    due = f"by {target.due}" if target.due else ""
    return " ".join(part for part in (amount, due) if part)


def number(value: float) -> str:
    """Return a number as people write it: 1,200 or 1.2 billion."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.10g}"


def speakers(made: Statement, names: Names) -> str:
    """Return who says it: the speaker's name, several, or the report's words for one unnamed."""
    keys = dict.fromkeys(key for key in (made.speaker, *made.speakers) if key)
    return joined(keys, names) or made.source or "(not named)"


def joined(keys: Iterable[str], names: Names) -> str:
    """Return the names of entities, in order."""
    return ", ".join(names.get(key, key) for key in keys)


def quote(mentions: Sequence[Any]) -> str:
    """Return the first quote on one line."""
    return " ".join(mentions[0].quote.split()) if mentions else ""


def cited(row: Listed[Any]) -> str:
    """Return one citation for each report that tells the item."""
    seen: dict[str, str] = {}
    for mention, citation in zip(row.item.mentions, row.citations, strict=True):
        seen.setdefault(mention.report, citation)
    return " ".join(seen.values())
