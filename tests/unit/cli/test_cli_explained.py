"""`dragoman figures --series` and `dragoman disagreements --explained`, as a user types them."""

import csv
import io
import json

import msgspec
import pytest
from click.testing import CliRunner

from dragoman.cli.program import program
from dragoman.record.nouns import Explained, Point, Series, Side
from dragoman.runs import opening
from dragoman.store.linked.saving import replace_record


@pytest.fixture
def told(filled, coverage, monkeypatch):
    """Call the program on a record that holds a series and what explains its two values."""
    one = coverage.at("fjord_wire", "40 million kroner")
    other = coverage.at("harbour_ledger", "45 million kroner")
    points = (
        Point(date="2023", value=4e7, kind="actual", figure="f-40", mentions=(one,)),
        Point(date="2027", value=4.5e7, kind="target", figure="f-45", mentions=(other,)),
    )
    sides = tuple(Side(value=m.quote, reports=(m.report,), mentions=(m,)) for m in (one, other))
    record = msgspec.structs.replace(
        coverage.record,
        series=(Series(id="q1", measure="aid", unit="NOK", between=("GHA", "NOR"), points=points),),
        explained=(
            Explained(
                id="x1", kind="figure", why="update", reason="raised since", about=None, sides=sides
            ),
        ),
    )
    with filled.writing() as connection:
        replace_record(connection, record, "")
    monkeypatch.setattr(opening, "link_if_needed", lambda *_: False)

    def call(*words: str):
        return CliRunner().invoke(program, [*words, "--record", str(filled.path)])

    return call


def test_series_come_with_every_value_its_date_and_citation(told):
    (row,) = csv.DictReader(io.StringIO(told("figures", "--series", "--csv").output))
    first, last = row["values"].split(" | ")
    assert first.startswith("2023: 40 million NOK (actual) [r")
    assert last.startswith("2027: 45 million NOK (target) [r")


def test_series_as_json_keep_their_points_in_order(told):
    (row,) = json.loads(told("figures", "--series", "--json").output)
    assert [point["date"] for point in row["points"]] == ["2023", "2027"]
    assert all(point["mentions"] for point in row["points"])


def test_series_are_of_every_kind(told):
    refused = told("figures", "--series", "--kind", "target")
    assert refused.exit_code == 2
    assert "--kind" in refused.output


def test_explained_differences_stand_apart_from_disagreements(told):
    assert "raised since" in " ".join(told("disagreements", "--explained").output.split())
    assert "raised since" not in told("disagreements").output
    assert (
        json.loads(told("disagreements", "--explained", "--kind", "rounding", "--json").output)
        == []
    )


@pytest.mark.parametrize("key", ["q1", "x1"])
def test_both_are_shown_by_id_with_their_quotes(told, key):
    shown = told("show", key)
    assert shown.exit_code == 0
    assert "40 million kroner" in shown.output
    assert "45 million kroner" in shown.output


def test_a_figure_tells_that_it_stands_in_a_series(told):
    assert "q1" in told("show", "f-40").output


def test_the_export_keeps_both_apart_from_disagreements(told):
    document = json.loads(told("export", "--format", "json").output)
    assert [row["id"] for row in document["series"]] == ["q1"]
    assert [row["why"] for row in document["explained"]] == ["update"]
    assert {row["id"] for row in document["disagreements"]} == {"d-aid"}
