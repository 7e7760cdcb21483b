"""What every exporter must keep to."""

import io

import pytest

from dragoman.exporters import find_exporter
from dragoman.record.finding import names
from dragoman.record.nouns import Record

FORMATS = names("dragoman.exporters")


def written(name, record, reports, folder):
    exporter = find_exporter(name)
    if exporter.folder:
        exporter.write(record, reports, folder)
        return {path.name: path.read_text() for path in folder.iterdir()}
    stream = io.StringIO()
    exporter.write(record, reports, stream)
    return {"": stream.getvalue()}


@pytest.mark.parametrize("name", FORMATS)
def test_it_bears_its_name_and_writes_every_quote(name, coverage, tmp_path):
    assert find_exporter(name).name == name
    files = written(name, coverage.record, list(coverage.reports.values()), tmp_path)
    text = "".join(files.values())
    for event in coverage.record.events:
        assert all(mention.quote in text for mention in event.mentions)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_is_written_the_same(name, coverage, tmp_path):
    reports = list(coverage.reports.values())
    first = written(name, coverage.record, reports, tmp_path / "one")
    assert written(name, coverage.record, reports, tmp_path / "two") == first


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_record_can_be_written(name, tmp_path):
    assert written(name, Record(), [], tmp_path)
