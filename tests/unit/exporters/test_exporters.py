"""A record written out."""

import csv
import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exporters import find_exporter
from dragoman.exporters._cells import safe, write_table
from dragoman.record.errors import ExporterNotFound
from dragoman.record.nouns import Event, Record


def exported(coverage) -> dict:
    stream = io.StringIO()
    reports = list(coverage.reports.values())
    find_exporter("json").write(coverage.record, reports, stream)
    return json.loads(stream.getvalue())


def test_json_has_the_published_form(coverage):
    document = exported(coverage)
    assert list(document) == [
        "reports",
        "entities",
        "roles",
        "events",
        "commitments",
        "statements",
        "figures",
        "disagreements",
        "origins",
    ]
    assert set(document["reports"][0]) >= {
        "id",
        "file",
        "title",
        "outlet",
        "published",
        "language",
        "origin",
    }
    (pledge,) = [row for row in document["commitments"] if row["id"] == "c-boats"]
    assert pledge["target"] == {"amount": 40_000_000, "unit": "NOK", "due": "2027"}
    (later,) = pledge["follow_ups"]
    assert (later["event"], later["commitment"], later["statement"]) == ("v-boats", None, None)
    assert set(pledge["mentions"][0]) == {"report", "start", "end", "quote"}
    assert document["entities"][0]["mentions"][0]["form"] == "name"


def test_json_tells_which_reports_share_an_origin(coverage):
    origin = {row["file"]: row["origin"] for row in exported(coverage)["reports"]}
    assert origin["fjord_wire.txt"] == origin["coast_mirror.txt"] != origin["harbour_ledger.txt"]


def test_json_comes_back_as_the_nouns_it_was_made_of(coverage):
    document = exported(coverage)
    events = msgspec.convert(document["events"], list[Event])
    assert events == sorted(coverage.record.events, key=lambda event: event.id)


def test_json_does_not_depend_on_the_order_items_came_in(coverage):
    turned = msgspec.structs.replace(
        coverage.record,
        **{
            noun: tuple(reversed(items))
            for noun, items in msgspec.structs.asdict(coverage.record).items()
        },
    )
    stream = io.StringIO()
    find_exporter("json").write(turned, list(coverage.reports.values()), stream)
    assert json.loads(stream.getvalue()) == exported(coverage)


def test_csv_has_a_table_for_each_noun_and_one_with_all_evidence(coverage, tmp_path):
    folder = tmp_path / "new" / "tables"
    find_exporter("csv").write(coverage.record, list(coverage.reports.values()), folder)
    tables = {path.stem: list(csv.DictReader(path.open())) for path in folder.iterdir()}
    assert len(tables) == 9
    assert [row["id"] for row in tables["commitments"]] == ["c-boats", "c-meet"]
    quotes = {row["quote"] for row in tables["evidence"] if row["item"] == "d-aid"}
    assert quotes == {"40 million kroner", "45 million kroner"}


def test_an_empty_record_is_written_with_headings(tmp_path):
    find_exporter("csv").write(Record(), [], tmp_path)
    assert (tmp_path / "events.csv").read_text().startswith("id,date,type")


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(ExporterNotFound, match="csv, json"):
        find_exporter("xlsx")


@given(st.text() | st.none() | st.floats(allow_nan=False))
def test_no_cell_begins_a_formula(cell):
    kept = safe(cell)
    if isinstance(kept, str):
        assert kept[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
        assert kept.removeprefix("'").split() == cell.removeprefix("'").split()
    else:
        assert kept == cell


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_keeps_to_its_cell(cells):
    stream = io.StringIO(newline="")
    write_table(stream, ["head"] * len(cells), [cells])
    read = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    assert len(read[1:]) == 1 or cells == [""]
