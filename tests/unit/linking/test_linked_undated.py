"""A report without a date takes the day that others give what it tells."""

import msgspec
from making import Making

from dragoman.record.vocabulary import MAIN_DAY


def undated(report):
    """A report that tells a meeting and thanks, and names no day."""
    made = Making(report)
    visitor, host = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    made.event("CONSULT", "held talks in Santiago", (visitor,), (host,), None, "meet")
    made.event("SUPPORT", "thanked her host", (visitor,), (host,))
    made.event("ASSAULT", "in the war of their fathers", (host,), ())
    waiting = [msgspec.structs.replace(e, date_reason=MAIN_DAY) for e in made.events[:2]]
    made.events = [*waiting, made.events[2]]
    return made


def dated(report, day="2024-03-05"):
    made = Making(report, "2024-03-06")
    visitor, host = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    made.event("CONSULT", "held talks in Santiago", (visitor,), (host,), day, "meet")
    return made


def test_what_it_tells_of_its_main_happening_is_dated_by_the_other_report(linked):
    events = {e.type: e for e in linked(undated("r0"), dated("r1")).record.events}
    assert events["CONSULT"].date == "2024-03-05"
    assert events["SUPPORT"].date == "2024-03-05"
    assert "other reports" in events["SUPPORT"].date_reason


def test_background_stays_without_a_date(linked):
    events = {e.type: e for e in linked(undated("r0"), dated("r1")).record.events}
    assert events["ASSAULT"].date is None


def test_alone_it_stays_without_a_date(linked):
    assert all(e.date is None for e in linked(undated("r0")).record.events)


def test_two_days_that_weigh_the_same_date_nothing(linked):
    one, other = dated("r1"), dated("r2", "2024-03-04")
    record = linked(undated("r0"), one, other).record
    thanks = next(e for e in record.events if e.type == "SUPPORT")
    assert thanks.date is None


def test_what_it_promises_is_dated_with_it(linked):
    made = undated("r0")
    made.commitment("pledged", "build a salmon laboratory", ("e0",), ("e1",))
    (row,) = linked(made, dated("r1")).record.commitments
    assert row.date == "2024-03-05"
