"""The brief on two pages: sentences with footnotes, what weighs most kept where not all fits."""

import math
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from dragoman.record.nouns import Report
from dragoman.store.countries import country_name
from dragoman.store.linked.loading import load_origins
from dragoman.store.reports import load_reports
from dragoman.store.views.brief.notes import Note, Notes, one_line
from dragoman.store.views.brief.sentences import (
    Draft,
    bound,
    disputed,
    happened,
    moved,
    to_watch,
)
from dragoman.store.views.brief.sources import coverage
from dragoman.store.views.citations import Citer
from dragoman.store.views.filters import Filters, pair
from dragoman.store.views.listing import commitments, disagreements, events

# Two sheets of A4 as the PDF sets them, in lines of text; footnotes are set smaller.
_LINES = 165
_PER_LINE = 96
_NOTE_PER_LINE = 128
_NOTE_HEIGHT = 0.82
_BETWEEN = 0.45


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, the numbers of its footnotes, and the id of the item it tells."""

    text: str
    notes: tuple[int, ...]
    item: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences under a heading; `left` more did not fit, which `command` lists."""

    heading: str
    sentences: tuple[Sentence, ...]
    left: int
    command: str


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A brief on two pages: its parts, and the footnotes by number."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


class _Heap(msgspec.Struct, kw_only=True):
    heading: str
    command: str
    turns: int
    drafts: list[Draft]
    kept: list[Draft] = []


def paper(connection: Connection, filters: Filters) -> Paper:
    """Return the brief of what passes the filters, on two pages; parts without a line are left out.

    Raises QueryInvalid and ItemNotFound as `dragoman.store.views.filters.matching` does.
    """
    states = pair(connection, filters.between) if filters.between else ()
    reports = {report.id: report for report in load_reports(connection)}
    origins, citer = load_origins(connection), Citer(connection)
    # What is kept is chosen first, so that footnotes are numbered as a reader meets them.
    choosing, notes = Notes(reports, origins, citer), Notes(reports, origins, citer)
    heaps = list(_heaps(connection, filters, states, choosing, reports))
    for heap in heaps:
        heap.drafts = sorted(
            (draft for draft in heap.drafts if draft.mentions),
            key=lambda draft: (draft.weight, draft.item),
        )
    _fill(heaps, choosing)
    parts = tuple(_part(heap, notes, states) for heap in heaps if heap.kept)
    names = " and ".join(country_name(code) for code in states)
    return Paper(
        title=names or "All of the record",
        intro=coverage(connection, [note.citation for note in notes]),
        parts=parts,
        notes=tuple(notes),
    )


def _heaps(
    connection: Connection,
    filters: Filters,
    states: Sequence[str],
    notes: Notes,
    reports: Mapping[str, Report],
) -> Iterator[_Heap]:
    told, made = events(connection, filters), commitments(connection, filters)
    apart = disagreements(connection, filters)
    bonds = [row.item for row in made.rows]
    yield _Heap(
        heading="What happened",
        command="events",
        turns=3,
        drafts=list(happened((row.item for row in told.rows), told.names, notes, states)),
    )
    yield _Heap(
        heading="What is bound",
        command="commitments",
        turns=2,
        drafts=list(bound(bonds, made.names, notes, states)),
    )
    yield _Heap(
        heading="What moved",
        command="commitments",
        turns=1,
        drafts=list(moved(connection, bonds, made.names)),
    )
    yield _Heap(
        heading="What is disputed",
        command="disagreements",
        turns=1,
        drafts=list(disputed((row.item for row in apart.rows), apart.names, reports)),
    )
    yield _Heap(
        heading="What to watch",
        command="commitments",
        turns=1,
        drafts=list(to_watch(bonds, made.names, notes)),
    )


def _fill(heaps: Sequence[_Heap], notes: Notes) -> None:
    """Move drafts into what is kept, the heaviest of each heap in turn, while there is room."""
    room: float = _LINES - 3 - 2 * sum(1 for heap in heaps if heap.drafts)
    while any(heap.drafts for heap in heaps):
        for heap in heaps:
            for _ in range(min(heap.turns, len(heap.drafts))):
                draft = heap.drafts.pop()
                room -= _lines(draft, notes)
                if room < 0:
                    heap.drafts.append(draft)
                    return
                notes.take(draft.mentions)
                heap.kept.append(draft)


def _lines(draft: Draft, notes: Notes) -> float:
    body = math.ceil((len(draft.text) + 4) / _PER_LINE) + _BETWEEN
    small = [
        math.ceil((len(n.quote) + len(n.outlet) + len(n.title or "") + 40) / _NOTE_PER_LINE)
        for n in notes.fresh(draft.mentions)
    ]
    return body + sum(small) * _NOTE_HEIGHT


def _part(heap: _Heap, notes: Notes, states: Sequence[str]) -> Part:
    kept = sorted(heap.kept, key=lambda draft: draft.place)
    between = f" --between {' '.join(states)}" if states else ""
    return Part(
        heading=heap.heading,
        sentences=tuple(
            Sentence(text=one_line(draft.text), notes=notes.take(draft.mentions), item=draft.item)
            for draft in kept
        ),
        left=len(heap.drafts),
        command=f"dragoman {heap.command}{between}",
    )
