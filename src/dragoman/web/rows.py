"""Items as rows of a list: a date, words that lead to the item, a quote, tags and citations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.record.nouns import Commitment, Disagreement, Event, Figure, Mention, Statement
from dragoman.store.countries import country_name
from dragoman.store.linked import loading
from dragoman.store.tables import item
from dragoman.store.views.entity_pages import Named, named
from dragoman.store.views.listing import Listed, Listing, Names, evidence_of, listed
from dragoman.store.views.words import (
    commitment_words,
    date_words,
    event_words,
    number,
    quote,
    speakers,
    target_words,
)
from dragoman.web.cites import Cites, Citing

_LONGEST = 400
LOADERS: dict[str, Callable[[Connection, Sequence[str]], Sequence[Any]]] = {
    "event": loading.load_events,
    "commitment": loading.load_commitments,
    "statement": loading.load_statements,
    "figure": loading.load_figures,
    "disagreement": loading.load_disagreements,
}
NOUNS: dict[type, str] = {
    Event: "event",
    Commitment: "commitment",
    Statement: "statement",
    Figure: "figure",
    Disagreement: "disagreement",
}


class Row(NamedTuple):
    """One line of a list. `detail` stands below `text`, `quote` is the report's own words."""

    id: str
    noun: str
    date: str
    text: str
    detail: str
    quote: str
    tags: tuple[str, ...]
    status: str
    cites: Cites

    @property
    def address(self) -> str:
        """Return the address of the item."""
        return f"/{self.noun}/{self.id}"


def items(connection: Connection, ids: Sequence[str]) -> Listing[Any]:
    """Return the items with these ids, in their order, with citations and names; no entities."""
    nouns = select(item.c.noun).where(item.c.id.in_(ids)).distinct().order_by(item.c.noun)
    held = [noun for noun in connection.execute(nouns).scalars() if noun in LOADERS]
    found = {one.id: one for noun in held for one in LOADERS[noun](connection, ids)}
    return listed(connection, [found[key] for key in ids if key in found])


def rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """Return the rows of the items with these ids, in their order; no entities."""
    return listing_rows(connection, items(connection, ids))


def listing_rows(connection: Connection, listing: Listing[Any]) -> list[Row]:
    """Return the rows of items that are loaded."""
    mentions = [mention for row in listing.rows for mention in evidence_of(row.item)]
    citing = Citing(connection, mentions)
    keys = [row.item.id for row in listing.rows]
    told = connection.execute(select(item.c.id, item.c.day).where(item.c.id.in_(keys)))
    days = {row.id: row.day for row in told}
    return [_row(row, listing.names, citing, days) for row in listing.rows]


def entity_rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """Return the rows of entities with these ids, in their order."""
    found = named(connection, ids)
    citing = Citing(connection, [one.first for one in found if one.first])
    return [_entity(one, citing) for one in found]


def _row(row: Listed[Any], names: Names, citing: Citing, days: Mapping[str, str]) -> Row:
    one, mentions = row.item, evidence_of(row.item)
    text, detail, tags, status = _MAKERS[type(one)](one, names)
    # What has no date of its own stands under that of the reports that tell it.
    date = getattr(one, "date", None) or days.get(one.id)
    return Row(
        id=one.id,
        noun=NOUNS[type(one)],
        date=date_words(date) if date else "",
        text=text,
        detail=detail,
        quote="" if isinstance(one, Disagreement) else _short(mentions),
        tags=tags,
        status=status,
        cites=citing.each(mentions),
    )


_Parts = tuple[str, str, tuple[str, ...], str]


def _event(one: Event, names: Names) -> _Parts:
    tags = tuple(tag for tag in (one.type, one.mode) if tag)
    return event_words(one, names), "", tags, one.hedge or "stated"


def _commitment(one: Commitment, names: Names) -> _Parts:
    target = target_words(one.target)
    parts = (f"target {target}" if target else "", one.due_state)
    detail = "; ".join(part for part in parts if part)
    return commitment_words(one, names), detail, (one.kind,), one.status


def _statement(one: Statement, names: Names) -> _Parts:
    via = names.get(one.via or "")
    return speakers(one, names), f"via {via}" if via else "", (), one.hedge


def _figure(one: Figure, _names: Names) -> _Parts:
    return one.measure, f"{number(one.value)} {one.unit}", (one.kind,), ""


def _disagreement(one: Disagreement, _names: Names) -> _Parts:
    return " / ".join(side.value for side in one.sides), "", (one.kind,), ""


_MAKERS: dict[type, Any] = {
    Event: _event,
    Commitment: _commitment,
    Statement: _statement,
    Figure: _figure,
    Disagreement: _disagreement,
}


def _entity(one: Named, citing: Citing) -> Row:
    state = country_name(one.country) if one.country else ""
    if not state and one.presumed:
        state = f"presumably {country_name(one.presumed)}"
    if one.type == "state":
        state = ""
    within = f"in {one.within_name}" if one.within_name else ""
    others = f"also {', '.join(one.names[:4])}" if one.names else ""
    return Row(
        id=one.id,
        noun="entity",
        date="",
        text=one.name,
        detail="; ".join(part for part in (within, others) if part),
        quote="",
        tags=(one.type,),
        status=" ".join(part for part in (state,) if part),
        cites=citing.each([one.first])._replace(more=one.number - 1) if one.first else Cites((), 0),
    )


def _short(mentions: Sequence[Mention]) -> str:
    said = quote(mentions)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
