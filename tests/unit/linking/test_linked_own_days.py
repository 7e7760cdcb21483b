"""A report without a date is dated by its head and by what dated reports tell of the same story."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import Making

from dragoman.linking import link
from dragoman.record.nouns import Relative


def people(made):
    visitor = made.person("Solveig Haugen", "NOR", "Fisheries Minister")
    host = made.person("Daniel Cruz", "CHL", "Foreign Minister")
    made.entity("organization", "Fjord Salmon Council", "NOR")
    made.entity("agreement", "Patagonia Fjord Pact")
    return visitor, host


def dated(report="r1", published="2024-03-07", met="2024-03-06"):
    made = Making(report, published)
    visitor, host = people(made)
    made.event("CONSULT", "held talks on the fjords in Santiago", (visitor,), (host,), met, "meet")
    made.event("AGREE", "signed the salmon pact", (visitor, host), (), met)
    return made


def undated(report="r0", value="W3-6", head=()):
    made = Making(report)
    visitor, host = people(made)
    made.event("CONSULT", "held talks on the fjords in Santiago", (visitor,), (host,), None, "meet")
    made.waits(value)
    made.event("AGREE", "signed the salmon pact", (visitor, host))
    made.waits(value)
    made.event("PROTEST", "fishermen marched in Bergen", (visitor,))
    made.waits("D-1")
    made.own_day = head
    return made


def protest(record):
    return next(e for e in record.events if e.type == "PROTEST")


def test_what_it_tells_by_weekday_falls_on_the_day_that_others_give(linked):
    record = linked(undated(), dated()).record
    assert {e.date for e in record.events if e.type != "PROTEST"} == {"2024-03-06"}


def test_a_time_counted_from_its_day_follows(linked):
    record = linked(undated(value="D+0"), dated()).record
    assert protest(record).date == "2024-03-05"
    assert "2024-03-06" in (protest(record).date_reason or "")


def test_the_day_and_month_of_its_head_get_the_year_of_the_story(linked):
    record = linked(undated(value="W7-6", head=("--03-11",)), dated()).record
    assert protest(record).date == "2024-03-10"


def test_of_two_ways_to_read_its_date_the_one_beside_the_story_is_taken(linked):
    made = undated(value="W7-6", head=("2024-11-03", "2024-03-11"))
    assert protest(linked(made, dated()).record).date == "2024-03-10"


def test_another_story_tells_nothing_of_its_day(linked):
    other = Making("r1", "2024-03-07")
    visitor, host = other.person("Ana Ruiz", "PER"), other.person("Li Wen", "SGP")
    other.event("CONSULT", "held talks in Lima", (visitor,), (host,), "2024-03-06", "meet")
    assert protest(linked(undated(value="D+0"), other).record).date is None


def test_alone_it_stays_undated(linked):
    assert all(e.date is None for e in linked(undated()).record.events)


def test_a_promise_takes_its_date_and_its_deadline_from_the_day(linked):
    made = undated(value="D+0")
    made.commitment("pledged", "build a salmon laboratory", ("e0",), ("e1",))
    made.relative.append(Relative(item="c0", part="date", value="D+0"))
    made.relative.append(Relative(item="c0", part="due", value="Y+1-12-31"))
    (row,) = linked(made, dated()).record.commitments
    assert (row.date, row.target.due) == ("2024-03-06", "2025-12-31")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_reports_changes_nothing(order):
    rows = [undated(value="D+0"), dated()]
    given_order = [rows[k] for k in order]
    facts, readings = [m.facts() for m in given_order], [m.reading() for m in given_order]
    assert protest(link(facts, readings)).date == "2024-03-05"


@settings(deadline=None)
@given(st.integers(-3000, 3000))
def test_a_story_told_on_other_days_moves_its_dates_as_far(shift):
    def moved(day):
        return (dt.date.fromisoformat(day) + dt.timedelta(days=shift)).isoformat()

    rows = [undated(value="D+0"), dated("r1", moved("2024-03-07"), moved("2024-03-06"))]
    record = link([m.facts() for m in rows], [m.reading() for m in rows])
    assert protest(record).date == moved("2024-03-05")


def test_a_promise_told_without_a_time_is_made_on_the_day_of_the_news(linked):
    made = undated()
    made.commitment("pledged", "build a salmon laboratory", ("e0",), ("e1",))
    (row,) = linked(made, dated()).record.commitments
    assert row.date == "2024-03-06"
