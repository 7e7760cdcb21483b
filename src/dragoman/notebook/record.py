"""One record file from Python."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack

import msgspec
from sqlalchemy import Connection

from dragoman.notebook.items import Cells, Items
from dragoman.notebook.texts import Text
from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import (
    Commitment,
    Disagreement,
    Entity,
    Event,
    Figure,
    Statement,
)
from dragoman.runs import cells
from dragoman.runs.outcome import Outcome
from dragoman.runs.standing import opened
from dragoman.store.reports import load_reports
from dragoman.store.search import Found, search
from dragoman.store.views import listing
from dragoman.store.views.dossier import Dossier, dossiers
from dragoman.store.views.filters import Filters, report_ids
from dragoman.store.views.listing import Listing
from dragoman.store.views.marks import marks, words_of_marks

Item = TypeVar("Item", bound=msgspec.Struct)
Result = TypeVar("Result")


class Narrow(TypedDict, total=False):
    """The filters of listings, as on the command line; what is not given lets all through.

    `between` are two states by ISO code or name, `since` and `until` a day, month or year, `report`
    a file name or id.
    """

    between: tuple[str, str]
    since: str
    until: str
    kinds: Sequence[str]
    statuses: Sequence[str]
    report: str


class Record:
    """The record at `path`; with `as_of` what reports published up to that day tell.

    Each call opens the file anew, so a record that another process reads into stays in step. Calls
    raise RecordError where the file cannot be used and QueryInvalid for a filter that cannot be
    understood.
    """

    def __init__(self, path: str | Path = "dragoman.db", *, as_of: str | None = None) -> None:
        self.path = Path(path)
        self._as_of = as_of

    def __repr__(self) -> str:
        day = f", as_of={self._as_of!r}" if self._as_of else ""
        return f"Record({str(self.path)!r}{day})"

    def as_of(self, day: str) -> "Record":
        """Return the record as it stood on a day: what reports published up to it tell."""
        return Record(self.path, as_of=day)

    def read(self, *paths: str | Path, manifest: str | Path | None = None) -> Outcome:
        """Read files and folders into the record; return what became of each.

        Raises PathMissing, NothingToRead, ManifestInvalid and RecordError.
        """
        from dragoman.runs.reading import Order, Pick, read

        return read(
            Order(
                paths=tuple(Path(path) for path in paths),
                record=self.path,
                pick=Pick(),
                manifest=Path(manifest) if manifest else None,
            )
        )

    def entities(self, **narrow: Unpack[Narrow]) -> Items[Entity]:
        """Return entities by type, the most mentioned first."""
        return self._items(listing.entities, cells.entity_cells, narrow)

    def events(self, **narrow: Unpack[Narrow]) -> Items[Event]:
        """Return events by date, those without one last."""
        return self._items(listing.events, cells.event_cells, narrow)

    def commitments(self, **narrow: Unpack[Narrow]) -> Items[Commitment]:
        """Return commitments, the firmest first, then by date."""
        return self._items(listing.commitments, cells.commitment_cells, narrow)

    def statements(self, **narrow: Unpack[Narrow]) -> Items[Statement]:
        """Return statements by report and place in it."""
        return self._items(listing.statements, cells.statement_cells, narrow)

    def figures(self, **narrow: Unpack[Narrow]) -> Items[Figure]:
        """Return figures by what they measure."""
        return self._items(listing.figures, cells.figure_cells, narrow)

    def disagreements(self, **narrow: Unpack[Narrow]) -> Items[Disagreement]:
        """Return disagreements by kind, with all their sides."""
        return self._items(listing.disagreements, cells.disagreement_cells, narrow)

    def timeline(self, **narrow: Unpack[Narrow]) -> Items[Event | Commitment]:
        """Return events and commitments together by date, the parts of a whole behind it."""
        return self._items(listing.timeline, cells.timeline_cells, narrow)

    def who(self, name: str) -> list[Dossier]:
        """Return all on each entity that a name may mean. Raises ItemNotFound."""
        return self._seen(lambda connection: dossiers(connection, name))

    def search(self, words: str) -> list[Found]:
        """Return the paragraphs that answer a search, best first (see `dragoman search --help`)."""
        return self._seen(lambda connection: search(connection, words))

    def report(self, name: str) -> Text:
        """Return a report by its file name or the start of its id, with its spans marked.

        Raises ItemNotFound where there is none, or where several are called so.
        """
        return self._seen(lambda connection: _text(connection, name))

    def brief(self, form: str = "md", **narrow: Unpack[Narrow]) -> bytes:
        """Return the brief on two pages as md, html, docx or pdf. Raises ExtraMissing."""
        from dragoman.runs.briefing import format_of, written
        from dragoman.store.views.brief.paper import paper

        chosen = format_of(form, "") or "md"
        return written(self._seen(lambda c: paper(c, _filters(narrow))), chosen)

    def _items(
        self, find: Callable[[Connection, Filters], Listing[Item]], row: Cells, narrow: Narrow
    ) -> Items[Item]:
        return Items(self._seen(lambda connection: find(connection, _filters(narrow))), row)

    def _seen(self, look: Callable[[Connection], Result]) -> Result:
        with opened(self.path, self._as_of) as connection:
            return look(connection)


def _filters(narrow: Narrow) -> Filters:
    given: dict[str, Any] = dict(narrow)
    for several in ("kinds", "statuses"):
        given[several] = tuple(_words(given.get(several, ())))
    return Filters(**given)


def _words(given: str | Iterable[str]) -> Iterable[str]:
    return (given,) if isinstance(given, str) else given


def _text(connection: Connection, name: str) -> Text:
    ids = report_ids(connection, name)
    if len(ids) > 1:
        raise ItemNotFound(f"{len(ids)} reports are called {name!r}: give one of {', '.join(ids)}")
    (report,) = load_reports(connection, ids)
    found = marks(connection, report.id, 0, len(report.text))
    return Text(report, found, words_of_marks(connection, found))
