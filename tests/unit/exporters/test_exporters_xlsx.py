"""The workbook, read back by openpyxl."""

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.exporters.xlsx import LONGEST, exporter
from dragoman.record.nouns import Commitment, Record
from dragoman.record.plain import harmless
from exporting import written
from hostile import hostile


@pytest.fixture
def workbook(coverage):
    raw = written("xlsx", coverage.record, list(coverage.reports.values()), None)[""]
    return openpyxl.load_workbook(io.BytesIO(raw))


def rows(sheet) -> list[dict]:
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_there_is_a_sheet_for_every_noun(workbook):
    assert set(workbook.sheetnames) >= {"reports", "evidence", *Record.__struct_fields__}


def test_names_stand_where_the_record_has_ids_and_citations_can_be_read(workbook):
    pledge = rows(workbook["commitments"])[0]
    assert (pledge["id"], pledge["by"], pledge["to"]) == ("c-boats", "Norway", "Ghana")
    assert (pledge["target_amount"], pledge["kind"]) == (40_000_000, "pledged")
    first, second = pledge["citations"].split("\n")
    assert "Fjord Wire, 2025-03-04 [r" in first + second
    assert "“Norway will give Ghana 40 million kroner for patrol boats by 2027”" in first + second


def test_nothing_in_a_hostile_workbook_runs_leads_anywhere_or_is_too_long(coverage):
    reports = hostile(tuple(coverage.reports.values()))
    raw = written("xlsx", hostile(coverage.record), reports, None)[""]
    found = openpyxl.load_workbook(io.BytesIO(raw))
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type in ("s", "n", "inlineStr") for cell in cells)
    assert not any(cell.hyperlink for cell in cells)
    texts = [cell for cell in cells if isinstance(cell.value, str)]
    assert max(len(cell.value) for cell in texts) <= LONGEST
    assert any("cut: the formats json and csv" in cell.value for cell in texts)
    assert not any({"\x00", "\x07", "\x1b", "\u202e"} & set(cell.value) for cell in texts)
    formulas = [cell for cell in texts if cell.value[0] in "=+@"]
    assert formulas
    assert all(cell.quotePrefix for cell in formulas)


def test_rows_that_no_sheet_holds_go_on_in_the_next(coverage, monkeypatch):
    monkeypatch.setattr("dragoman.exporters.xlsx.MOST_ROWS", 4)
    raw = written("xlsx", coverage.record, list(coverage.reports.values()), None)[""]
    found = openpyxl.load_workbook(io.BytesIO(raw))
    assert found["events"].max_row == 4
    assert found["events 2"].max_row == 2
    assert found["events 2"]["A1"].value == "id"


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_is_read_back_as_text(subject):
    raw = io.BytesIO()
    made = Commitment(id="c1", kind="signed", subject=subject)
    exporter().write(Record(commitments=(made,)), [], raw)
    sheet = openpyxl.load_workbook(raw)["commitments"]
    cell = sheet.cell(2, 3)
    assert sheet.cell(1, 3).value == "subject"
    assert (cell.value or "").split() == harmless(subject).split()
    assert cell.data_type != "f"
