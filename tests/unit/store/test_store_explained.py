"""Explained differences and series, kept and viewed."""

import msgspec
import pytest

from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import Explained, Point, Series, Side
from dragoman.store.decisions.items import item_at
from dragoman.store.linked.loading import load_record
from dragoman.store.linked.saving import replace_record
from dragoman.store.views.brief import brief
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import explained, series
from dragoman.store.views.shown import shown
from dragoman.store.views.words import points_told


@pytest.fixture
def kept(filled, coverage):
    """The record of the coverage with a series of its two sums, which are explained, too."""
    one = coverage.at("fjord_wire", "40 million kroner")
    other = coverage.at("harbour_ledger", "45 million kroner")
    points = (
        Point(date="2023", value=4e7, kind="actual", figure="f-40", mentions=(one,)),
        Point(date="2027", value=4.5e7, kind="target", figure="f-45", mentions=(other,)),
    )
    moved = Series(id="q1", measure="aid", unit="NOK", between=("GHA", "NOR"), points=points)
    cleared = Explained(
        id="x1",
        kind="figure",
        why="update",
        reason="raised since",
        about="c-boats",
        sides=tuple(Side(value=m.quote, reports=(m.report,), mentions=(m,)) for m in (one, other)),
    )
    record = msgspec.structs.replace(coverage.record, explained=(cleared,), series=(moved,))
    with filled.writing() as connection:
        replace_record(connection, record, "")
    return filled, moved, cleared


def test_they_come_back_as_they_went_in(kept):
    database, moved, cleared = kept
    with database.reading() as connection:
        record = load_record(connection)
    assert record.series == (moved,)
    assert record.explained == (cleared,)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), True),
        (Filters(between=("GHA", "NOR")), True),
        (Filters(between=("GHA", "CHL")), False),
        (Filters(report="harbour_ledger"), True),
        (Filters(report="coast_mirror"), False),
    ],
)
def test_filters_let_them_through(kept, filters, found):
    with kept[0].reading() as connection:
        assert bool(series(connection, filters).rows) is found
        assert bool(explained(connection, filters).rows) is found


def test_explained_differences_are_picked_by_kind_and_by_why(kept):
    with kept[0].reading() as connection:
        assert len(explained(connection, Filters(kinds=("update",))).rows) == 1
        assert len(explained(connection, Filters(kinds=("figure",))).rows) == 1
        assert explained(connection, Filters(kinds=("rounding",))).rows == ()


def test_points_are_told_by_date_each_with_its_citation(kept):
    with kept[0].reading() as connection:
        (row,) = series(connection, Filters()).rows
        told = points_told(row)
    assert [words for words, _ in told] == [
        "2023: 40 million NOK (actual)",
        "2027: 45 million NOK (target)",
    ]
    assert [len(citations) for _, citations in told] == [1, 1]


def test_both_are_shown_by_their_id_with_their_evidence(kept):
    with kept[0].reading() as connection:
        for key in ("q1", "x1"):
            found = shown(connection, key)
            assert [one.mention.quote for one in found.passages] == [
                "40 million kroner",
                "45 million kroner",
            ]


def test_what_is_worked_out_is_nothing_to_decide_on(kept):
    with kept[0].reading() as connection:
        for key in ("q1", "x1"):
            with pytest.raises(ItemNotFound, match="worked out"):
                item_at(connection, key)


def test_the_brief_tells_both(kept):
    with kept[0].reading() as connection:
        page = brief(connection, Filters())
    lines = {section.heading: section.lines for section in page.sections}
    assert [line.text for line in lines["Figures by date"]] == ["aid (Ghana, Norway)"]
    assert [line.text for line in lines["Differences that are explained"]] == [
        "Update: raised since"
    ]
