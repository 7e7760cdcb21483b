"""What docs/exports.md says of formats is so."""

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.program import program
from dragoman.exporters import find_exporter
from dragoman.record.errors import ExtraMissing
from dragoman.record.finding import names
from dragoman.runs.reading import Order, Pick, read

DOCUMENT = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| a (\w+) \|", DOCUMENT, flags=re.M)
FORMATS = names("dragoman.exporters")


@pytest.fixture
def talks(scripted) -> Path:
    """A record that was read."""
    read(Order(paths=(scripted.folder,), record=scripted.record, pick=Pick(reader="scripted")))
    return scripted.record


def typed(*words):
    return CliRunner().invoke(program, ["export", *map(str, words)])


def test_the_table_has_every_format_and_what_it_is():
    kinds = {"text": "text", "file": "bytes", "folder": "folder"}
    assert {name: kinds[kind] for name, kind in ROWS} == {
        name: find_exporter(name).form for name in FORMATS
    }


def test_the_help_names_every_format():
    told = " ".join(typed("--help").output.split())
    (listed,) = re.findall(r"One of ([\w, ]+)\.", told)
    assert sorted(listed.split(", ")) == sorted(FORMATS)


def test_every_option_that_is_named_is_there():
    told = typed("--help").output
    assert all(option in told for option in re.findall(r"`(--[a-z-]+)", DOCUMENT))


def test_those_that_need_the_extra_are_named(talks, tmp_path, monkeypatch):
    (told,) = re.findall(
        r"((?:`\w+`,? (?:and )?)+)need\n`pip install 'dragoman\[exports\]'`", DOCUMENT
    )
    for package in ("xlsxwriter", "pyarrow", "networkx", "icalendar"):
        monkeypatch.setitem(sys.modules, package, None)
    missing = set()
    for name in FORMATS:
        result = typed("--record", talks, "--format", name, "-o", tmp_path / name)
        if result.exit_code:
            assert isinstance(result.exception, ExtraMissing | SystemExit), result.output
            missing.add(name)
    assert missing == set(re.findall(r"`(\w+)`", told))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_by_the_command(name, talks, tmp_path):
    result = typed("--record", talks, "--format", name, "-o", tmp_path / name)
    assert result.exit_code == 0, result.output
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_goes_to_standard_output_and_nothing_else_does(name, talks):
    result = typed("--record", talks, "--format", name)
    if find_exporter(name).form == "text":
        assert result.exit_code == 0
        assert result.output
    else:
        assert result.exit_code != 0


def test_the_schema_can_be_had():
    result = typed("--schema")
    assert json.loads(result.output)["title"] == "A record of Dragoman"
