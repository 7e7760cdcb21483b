"""What every reader must keep to, shown on the scripted one, the llm one and one from outside."""

import sys
from types import SimpleNamespace

import pytest

from dragoman.readers import find_reader
from dragoman.record import finding
from dragoman.record.errors import OptionUnsuited, PipelineNotFound, ReaderNotFound
from dragoman.record.nouns import Reading
from dragoman.runs.gate import passed


@pytest.fixture(params=["scripted", "llm"])
def reader(request):
    """A reader that can read the coverage."""
    if request.param == "scripted":
        request.getfixturevalue("scripted")
        return find_reader("scripted")
    endpoint = request.getfixturevalue("answering").url
    return find_reader("llm", options={"endpoint": endpoint, "model": "faultless"})


def test_one_reading_for_each_report_in_the_order_given(reader, coverage):
    reports = list(coverage.reports.values())
    readings = list(reader.read(reports))
    assert [reading.report for reading in readings] == [report.id for report in reports]
    assert {(r.reader, r.version) for r in readings} == {(reader.name, reader.version)}


def test_all_it_says_passes_the_gate(reader, coverage):
    for report in coverage.reports.values():
        (reading,) = reader.read([report])
        assert passed(reading, report) == reading
        assert reading.entities


def test_the_same_report_is_read_alike_again(reader, coverage):
    reports = list(coverage.reports.values())
    assert list(reader.read(reports)) == list(reader.read(reports))


def test_a_reader_is_found_without_importing_the_others(scripted):
    for name in [name for name in sys.modules if name.startswith("dragoman.readers.english")]:
        del sys.modules[name]
    find_reader("scripted")
    assert "dragoman.readers.english" not in sys.modules


def test_an_unknown_reader_names_those_there_are():
    with pytest.raises(ReaderNotFound, match="english, llm, scripted"):
        find_reader("augur")


def test_a_reader_that_takes_no_pipeline_says_so(scripted):
    with pytest.raises(PipelineNotFound, match="takes no pipeline"):
        find_reader("scripted", "en_core_web_sm")


def test_a_reader_says_which_options_it_does_not_take(scripted):
    with pytest.raises(OptionUnsuited, match="takes no --at-once"):
        find_reader("scripted", options={"at_once": 2})


def test_the_scripted_reader_needs_a_script(monkeypatch, tmp_path):
    monkeypatch.delenv("DRAGOMAN_SCRIPT", raising=False)
    with pytest.raises(ReaderNotFound, match="DRAGOMAN_SCRIPT"):
        find_reader("scripted")
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    monkeypatch.setenv("DRAGOMAN_SCRIPT", str(broken))
    with pytest.raises(ReaderNotFound, match=r"broken\.json"):
        find_reader("scripted")


class Silent:
    """A reader from an outside package, which says nothing."""

    name, version = "silent", "1"

    def read(self, reports):
        for report in reports:
            yield Reading(report=report.id, reader=self.name, version=self.version)


@pytest.mark.parametrize("loaded", [Silent, SimpleNamespace(reader=Silent)])
def test_a_reader_from_outside_is_found_by_its_entry_point(monkeypatch, loaded):
    class Points(dict):
        def __iter__(self):
            return iter(self.values())

    point = SimpleNamespace(name="silent", load=lambda: loaded)
    monkeypatch.setattr(finding, "entry_points", lambda group: Points(silent=point))
    assert isinstance(find_reader("silent"), Silent)
    assert "silent" in finding.names("dragoman.readers")
