"""Exporters found by name, and cells that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exporters import find_exporter
from dragoman.exporters._cells import safe, write_table
from dragoman.record.errors import ExporterNotFound


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(ExporterNotFound, match=r"csv, .*json"):
        find_exporter("pigeon")


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
