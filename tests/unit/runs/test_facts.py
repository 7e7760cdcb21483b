"""What linking needs to know of reports is worked out once; damaged, it is never trusted."""

import pytest

from dragoman.runs import facts
from dragoman.runs.facts import Known
from dragoman.store.facts import report_facts


@pytest.fixture
def kept(filled):
    with filled.writing() as connection:
        Known(connection).keep(connection)
    return filled


def known(database) -> Known:
    with database.reading() as connection:
        return Known(connection)


def test_facts_are_worked_out_once(kept, filled, coverage):
    again = known(kept)
    assert again.fresh == {}
    assert {one.id: one.text for one in again.facts} == {
        report.id: report.text for report in coverage.reports.values()
    }
    assert all(one.shingles and one.wording for one in again.facts)


@pytest.mark.parametrize(
    "damage", [{"body": b"\x80"}, {"digest": b""}, {"recipe": "of another version"}]
)
def test_damaged_or_outdated_facts_are_worked_out_anew(kept, damage):
    before = known(kept).facts
    with kept.writing() as connection:
        connection.execute(report_facts.update().values(damage))
    now = known(kept)
    assert now.facts == before
    assert len(now.fresh) == len(before)
    with kept.writing() as connection:
        now.keep(connection)
    assert known(kept).fresh == {}


def test_another_recipe_takes_nothing_of_this_one(kept, monkeypatch):
    monkeypatch.setattr(facts, "RECIPE", "next")
    assert len(known(kept).fresh) == len(known(kept).facts)
