"""The lists there are: which nouns each shows, in which order, counted by which fields."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from dragoman.exporters._cells import Cell
from dragoman.record.errors import DragomanError
from dragoman.runs import cells
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import Listed, Names
from dragoman.store.views.paging import Wanted
from dragoman.store.views.report_pages import ReportsWanted
from dragoman.web.counting import Counts
from dragoman.web.pool import Records

ENTITY = ("entity",)


class Shelf(NamedTuple):
    """One list: its address, its heading and what stands on it.

    `fields` are what it is counted by, each with its heading; `orders` what it may be sorted by,
    the first where none is asked for. `only_kind` narrows it to one kind.
    """

    path: str
    title: str
    about: str
    nouns: tuple[str, ...]
    cells: Callable[[Listed[Any], Names], dict[str, Cell]]
    fields: dict[str, str]
    orders: dict[str, str]
    place: int
    only_kind: str | None = None

    @property
    def name(self) -> str:
        """Return what files of this list are called."""
        return self.path.strip("/")


_BY_DAY = {"newest": "newest first", "oldest": "oldest first"}
_BY_NAMING = {"rank": "most mentioned first", "newest": "newest first"}
_WHERE = {"state": "State", "year": "Year", "outlet": "Outlet"}

SHELVES = (
    Shelf(
        "/timeline",
        "Timeline",
        "What happened and what was undertaken, by date.",
        ("event", "commitment"),
        cells.timeline_cells,
        {"kind": "Type or firmness", "status": "Told as, or status", **_WHERE},
        _BY_DAY,
        10,
    ),
    Shelf(
        "/events",
        "Events",
        "What happened between states: who did what to whom, where and when.",
        ("event",),
        cells.event_cells,
        {"kind": "Type", "mode": "Mode", "status": "Told as", **_WHERE},
        _BY_DAY,
        20,
    ),
    Shelf(
        "/commitments",
        "Commitments",
        "What somebody is bound to, offers, asks for or is expected to do.",
        ("commitment",),
        cells.commitment_cells,
        {"kind": "Firmness", "status": "Status", **_WHERE},
        _BY_DAY,
        30,
    ),
    Shelf(
        "/statements",
        "Statements",
        "Who said what, and through whom.",
        ("statement",),
        cells.statement_cells,
        {"status": "Told as", **_WHERE},
        _BY_DAY,
        40,
    ),
    Shelf(
        "/figures",
        "Figures",
        "Amounts, percentages and counts, by what they measure.",
        ("figure",),
        cells.figure_cells,
        {"kind": "Kind", "year": "Year", "outlet": "Outlet"},
        {"rank": "by what they measure", **_BY_DAY},
        50,
    ),
    Shelf(
        "/disagreements",
        "Disagreements",
        "Where reports cannot both be right, or give one thing in two ways.",
        ("disagreement",),
        cells.disagreement_cells,
        {"kind": "Kind", **_WHERE},
        _BY_DAY,
        60,
    ),
    Shelf(
        "/entities",
        "Entities",
        "Who and what the reports name.",
        ENTITY,
        cells.entity_cells,
        {"kind": "Type", "state": "State"},
        _BY_NAMING,
        70,
    ),
    Shelf(
        "/bodies",
        "Bodies",
        "Standing councils, commissions, committees and forums between states.",
        ENTITY,
        cells.entity_cells,
        {"state": "State"},
        _BY_NAMING,
        80,
        only_kind="body",
    ),
)


def count_ahead(records: Records, counts: Counts) -> None:
    """Count every list as a whole; a record that cannot be read is told to who asks for a page."""
    with suppress(DragomanError), records.reading() as connection:
        for shelf in SHELVES:
            kinds = (shelf.only_kind,) if shelf.only_kind else ()
            counts.of(connection, Wanted(nouns=shelf.nouns, filters=Filters(kinds=kinds)))
        counts.of_reports(connection, ReportsWanted())
