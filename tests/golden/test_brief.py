"""The brief of a small coverage, word for word."""

from pathlib import Path

import msgspec
import pytest

from dragoman.cli.pages import page
from dragoman.cli.tables import rendered
from dragoman.store.linked.saving import replace_record
from dragoman.store.views.brief import brief
from dragoman.store.views.filters import Filters
from dragoman.store.views.pages import Line

HERE = Path(__file__).parent


def printed(database, filters: Filters) -> str:
    with database.reading() as connection:
        return rendered(page(brief(connection, filters)), styled=False)


@pytest.fixture(autouse=True)
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")


def test_the_brief_of_two_states_reads_as_it_should(filled):
    expected = (HERE / "brief.txt").read_text(encoding="utf-8")
    assert printed(filled, Filters(between=("Ghana", "NOR"))) == expected


def test_every_line_of_a_brief_rests_on_evidence(filled):
    with filled.reading() as connection:
        made = brief(connection, Filters())

    def leaves(line: Line):
        return [leaf for below in line.under for leaf in leaves(below)] or [line]

    lines = [leaf for section in made.sections for line in section.lines for leaf in leaves(line)]
    assert lines
    assert all(line.citations for line in lines)


def test_a_narrow_terminal_wraps_and_cuts_nothing_off(filled, monkeypatch):
    wide = printed(filled, Filters())
    monkeypatch.setenv("COLUMNS", "60")
    narrow = printed(filled, Filters())
    assert max(map(len, narrow.splitlines())) <= 60
    assert narrow.split() == wide.split()


def test_who_has_neither_name_nor_office_is_left_to_the_listing(filled, coverage):
    crew = next(one for one in coverage.record.entities if one.id == "e-tra")
    nameless = tuple(msgspec.structs.replace(m, form="nominal") for m in crew.mentions)
    others = [one for one in coverage.record.entities if one.id != crew.id]
    without = msgspec.structs.replace(crew, names=(), mentions=nameless)
    record = msgspec.structs.replace(coverage.record, entities=(*others, without))
    assert crew.name in printed(filled, Filters()).split("WHAT HAPPENED")[0]
    with filled.writing() as connection:
        replace_record(connection, record, "by hand")
    told = printed(filled, Filters()).split("WHAT HAPPENED")[0]
    assert crew.name not in told
    assert "dragoman entities" in told
