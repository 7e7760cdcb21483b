"""One item or citation with its evidence, each quote in the paragraph it stands in."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import Block, Mention, Report
from dragoman.store.decisions.log import lines_on
from dragoman.store.linked import loading
from dragoman.store.linked_tables import working
from dragoman.store.reports import load_reports
from dragoman.store.tables import event, evidence
from dragoman.store.views.citations import Citer, cited
from dragoman.store.views.ids import current_id, reports_beginning
from dragoman.store.views.life_lines import Step, life_line
from dragoman.store.views.listing import Listing, by_date, evidence_of, listed

LOADERS: dict[str, Callable[[Connection, list[str]], list[Any]]] = {
    "entity": loading.load_entities,
    "event": loading.load_events,
    "commitment": loading.load_commitments,
    "statement": loading.load_statements,
    "figure": loading.load_figures,
    "disagreement": loading.load_disagreements,
    "explained": loading.load_explained,
    "series": loading.load_series,
}


def _workings(connection: Connection, ids: list[str]) -> list[Any]:
    bodies = select(working.c.body).where(working.c.id.in_(ids))
    found = loading.load_workings(connection, [row.body for row in connection.execute(bodies)])
    return [one for one in found if one.id in ids]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A quote in its paragraph, and whose report it is.

    `mark` is the quote's span in `paragraph`; `items` are the ids of the items that rest on
    exactly this span.
    """

    citation: str
    mention: Mention
    paragraph: str
    mark: tuple[int, int]
    file: str
    outlet: str | None
    published: str | None
    title: str | None
    items: tuple[str, ...] = ()


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """An item (None for a bare citation or report), its noun, and its evidence.

    `decided` tells in lines what analysts decided on it, and what the reader had said; `parts` are
    the events that are parts of it, by date; `life` is the life line of a commitment.
    """

    noun: str
    listing: Listing[Any] | None
    passages: tuple[Passage, ...]
    report: Report | None = None
    decided: tuple[str, ...] = ()
    parts: Listing[Any] | None = None
    life: tuple[Step, ...] = ()


def shown(connection: Connection, key: str) -> Shown:
    """Return what an id, the start of an id, or a citation stands for.

    Raises ItemNotFound where there is none, or several.
    """
    citation = cited(key)
    if citation is not None:
        mention = _span(connection, *citation)
        return Shown(noun="citation", listing=None, passages=passages(connection, [mention]))
    key = key.strip("[] ")
    noun, full = current_id(connection, key)
    if noun == "report":
        (found,) = load_reports(connection, [full])
        return Shown(noun=noun, listing=None, passages=(), report=found)
    (one,) = LOADERS.get(noun, _workings)(connection, [full])
    own = listed(connection, [one])
    return Shown(
        noun=noun,
        listing=own,
        passages=passages(connection, evidence_of(one)),
        decided=lines_on(connection, full, key),
        parts=_parts(connection, full) if noun == "event" else None,
        life=life_line(connection, one) if noun == "commitment" else (),
    )


def _parts(connection: Connection, whole: str) -> Listing[Any]:
    query = select(event.c.id).where(event.c.part_of == whole)
    ids = [row.id for row in connection.execute(query)]
    return listed(connection, sorted(loading.load_events(connection, ids), key=by_date))


def passages(connection: Connection, mentions: Sequence[Mention]) -> tuple[Passage, ...]:
    """Return each mention in its paragraph, in the order given."""
    reports = {one.id: one for one in load_reports(connection, list({m.report for m in mentions}))}
    citer = Citer(connection)
    return tuple(_passage(connection, citer, m, reports[m.report]) for m in mentions)


def _passage(connection: Connection, citer: Citer, mention: Mention, told: Report) -> Passage:
    first, last = _paragraph(told, mention)
    return Passage(
        citation=citer.cite(mention),
        mention=mention,
        paragraph=told.text[first:last],
        mark=(mention.start - first, mention.end - first),
        file=told.file,
        outlet=told.outlet,
        published=told.published,
        title=told.title,
        items=_resting_on(connection, mention),
    )


def _paragraph(told: Report, mention: Mention) -> tuple[int, int]:
    holding: list[Block] = [
        block for block in told.blocks if block.start < mention.end and mention.start < block.end
    ]
    start = min([mention.start, *(block.start for block in holding)])
    end = max([mention.end, *(block.end for block in holding)])
    return start, end


def _resting_on(connection: Connection, mention: Mention) -> tuple[str, ...]:
    query = (
        select(evidence.c.item)
        .distinct()
        .where(evidence.c.report == mention.report)
        .where(evidence.c.start == mention.start, evidence.c.end == mention.end)
        .order_by(evidence.c.item)
    )
    return tuple(row.item.partition("/")[0] for row in connection.execute(query))


def _span(connection: Connection, start_of_id: str, start: int, end: int) -> Mention:
    found = load_reports(connection, reports_beginning(connection, start_of_id))
    if len(found) > 1:
        # A record that has grown may hold several reports for an old citation: evidence decides.
        resting = select(evidence.c.report).where(evidence.c.start == start, evidence.c.end == end)
        holding = {row.report for row in connection.execute(resting)}
        found = [one for one in found if one.id in holding] or found
    if len(found) != 1:
        known = ", ".join(one.id for one in found)
        why = f"may mean {known}: give more of the id" if found else "is no report of this record"
        raise ItemNotFound(f"{start_of_id} {why}")
    text = found[0].text
    if not 0 <= start < end <= len(text):
        raise ItemNotFound(f"{found[0].file} has no characters {start} to {end}")
    return Mention(report=found[0].id, start=start, end=end, quote=text[start:end])
