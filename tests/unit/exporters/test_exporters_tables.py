"""A record as CSV tables."""

import csv
import json

import pytest
from frictionless import Package, system

from dragoman.exporters._cells import safe
from dragoman.exporters._tables import tables
from dragoman.record.nouns import Record
from exporting import grown, written
from hostile import hostile


@pytest.fixture
def folder(coverage, tmp_path):
    written("csv", coverage.record, list(coverage.reports.values()), tmp_path / "tables")
    return tmp_path / "tables"


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_noun_is_a_table_and_so_is_what_there_are_many_of(folder):
    names = {path.stem for path in folder.glob("*.csv")}
    assert names >= {"reports", "evidence", "follow_ups", "sides", *Record.__struct_fields__}
    (follow,) = rows(folder, "follow_ups")
    assert (follow["item"], follow["event"]) == ("c-boats", "v-boats")
    assert [row["value"] for row in rows(folder, "sides")] == [
        "40 million kroner",
        "45 million kroner",
    ]


def test_a_commitment_stands_in_one_row_with_its_target_and_its_quotes(folder):
    pledge = rows(folder, "commitments")[0]
    assert pledge["id"] == "c-boats"
    assert pledge["target_unit"] == "NOK"
    assert float(pledge["target_amount"]) == 40_000_000
    assert "Norway will give Ghana 40 million kroner" in pledge["told"]
    assert " | " in pledge["told"]


def test_the_evidence_leads_back_to_the_text(folder, coverage):
    texts = {report.id: report.text for report in coverage.reports.values()}
    found = rows(folder, "evidence")
    assert all(r["quote"] == texts[r["report"]][int(r["start"]) : int(r["end"])] for r in found)
    sides = [(r["part"], r["quote"]) for r in found if r["item"] == "d-aid"]
    assert sides == [("sides.0", "40 million kroner"), ("sides.1", "45 million kroner")]


def test_reports_carry_no_text_of_their_publishers(folder):
    assert "text" not in rows(folder, "reports")[0]


@pytest.mark.parametrize("bad", [False, True])
def test_frictionless_finds_the_folder_as_it_is_described(coverage, tmp_path, bad):
    record, reports = coverage.record, tuple(coverage.reports.values())
    if bad:
        record, reports = hostile(record), hostile(reports)
    written("csv", record, reports, tmp_path)
    with system.use_context(trusted=True):
        checked = Package(str(tmp_path / "datapackage.json")).validate()
    assert checked.valid, checked.flatten(["name", "type", "note"])


def test_no_cell_of_a_hostile_record_begins_a_formula(coverage, tmp_path):
    written("csv", hostile(coverage.record), hostile(tuple(coverage.reports.values())), tmp_path)
    for path in tmp_path.glob("*.csv"):
        for row in rows(tmp_path, path.stem):
            assert all(not cell or safe(cell) == cell for cell in row.values())


def test_the_descriptor_names_the_words_a_column_may_hold(folder):
    package = json.loads((folder / "datapackage.json").read_bytes())
    (events,) = [r for r in package["resources"] if r["name"] == "commitments"]
    (kind,) = [f for f in events["schema"]["fields"] if f["name"] == "kind"]
    assert kind["constraints"]["enum"][-1] == "signed"
    assert events["schema"]["primaryKey"] == "id"


def test_an_empty_record_is_written_with_headings(tmp_path):
    written("csv", Record(), [], tmp_path)
    assert (tmp_path / "events.csv").read_text().startswith("id,type,mode")


def test_rows_are_made_one_by_one(coverage):
    (evidence,) = [t for t in tables(coverage.record, []) if t.name == "evidence"]
    assert next(evidence.rows())[:2] == ["entities", "e-acc"]


def test_nouns_to_come_are_tables_by_themselves(coverage, tmp_path):
    written("csv", grown(coverage.record), list(coverage.reports.values()), tmp_path)
    assert [row["value"] for row in rows(tmp_path, "points")] == ["40000000.0", "45000000.0"]
    assert len(rows(tmp_path, "explained_sides")) == len(rows(tmp_path, "sides")) == 2
    with system.use_context(trusted=True):
        assert Package(str(tmp_path / "datapackage.json")).validate().valid
