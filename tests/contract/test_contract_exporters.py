"""What every exporter must keep to."""

import msgspec
import pytest

from dragoman.exporters import find_exporter
from dragoman.record.finding import names
from dragoman.record.nouns import Record
from exporting import grown, written
from hostile import hostile

FORMATS = names("dragoman.exporters")


@pytest.mark.parametrize("name", FORMATS)
def test_it_bears_its_name_and_its_form(name):
    assert find_exporter(name).name == name
    assert find_exporter(name).form in ("text", "bytes", "folder")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_is_written_the_same(name, coverage, tmp_path):
    reports = list(coverage.reports.values())
    record = grown(coverage.record)
    nouns = msgspec.structs.asdict(record).items()
    turned = Record(**{noun: tuple(reversed(items)) for noun, items in nouns})
    first = written(name, record, reports, tmp_path / "one")
    assert written(name, turned, reports, tmp_path / "two") == first


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_record_can_be_written(name, tmp_path):
    assert written(name, Record(), [], tmp_path)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_can_be_written(name, coverage, tmp_path):
    reports = hostile(tuple(coverage.reports.values()))
    assert written(name, hostile(grown(coverage.record)), reports, tmp_path)
