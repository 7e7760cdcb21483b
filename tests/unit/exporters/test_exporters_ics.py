"""The calendar, read back by icalendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from dragoman.record.nouns import Commitment, Mention, Record, Report, Target
from dragoman.record.plain import plain
from dragoman.record.workings import Working
from exporting import written
from hostile import TEXTS, hostile


def entries(record, reports) -> list:
    raw = written("ics", record, list(reports), None)[""]
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    return list(Calendar.from_ical(raw).walk("VEVENT"))


def due(coverage, day, **more) -> list:
    pledge = replace(coverage.record.commitments[0], target=Target(due=day), **more)
    return entries(replace(coverage.record, commitments=(pledge,)), list(coverage.reports.values()))


def test_a_deadline_is_an_entry_with_its_evidence(coverage):
    (entry,) = entries(coverage.record, coverage.reports.values())
    assert entry["uid"] == "c-boats@dragoman"
    assert entry.decoded("dtstart") == date(2027, 12, 31)
    assert entry["summary"].startswith("Norway – Ghana: by the end of 2027: 40 million kroner")
    assert (
        "“Norway will give Ghana 40 million kroner for patrol boats by 2027”"
        in (entry["description"])
    )
    assert entry["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2027-03-05", date(2027, 3, 5), date(2027, 3, 6)),
        ("2027-03-05/2027-03-07", date(2027, 3, 5), date(2027, 3, 8)),
        ("2028-02", date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_days_are_whole_and_a_term_stands_on_its_last(coverage, day, first, last):
    (entry,) = due(coverage, day)
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (first, last)


@pytest.mark.parametrize(
    "day", [None, "soon", "9999-12-31", "0000-01-01", "9999", "2027-03-07/2027-03-05"]
)
def test_what_no_calendar_can_hold_is_no_entry(coverage, day):
    assert due(coverage, day) == []


def test_what_lapsed_is_cancelled_and_what_is_planned_is_tentative(coverage):
    (gone,) = due(coverage, "2027-03-05", status="lapsed")
    (planned,) = due(coverage, "2027-03-05", kind="planned", status="open")
    assert (gone["status"], planned["status"]) == ("CANCELLED", "TENTATIVE")
    assert planned["categories"].cats[0] == "planned"


def test_no_hostile_text_makes_an_entry_or_a_line_of_its_own(coverage):
    pledge = coverage.record.commitments[0]
    many = tuple(
        replace(pledge, id=f"c-{number}", subject=text) for number, text in enumerate(TEXTS)
    )
    record = replace(hostile(coverage.record), commitments=many)
    found = entries(record, hostile(tuple(coverage.reports.values())))
    assert {entry["uid"] for entry in found} == {f"c-{n}@dragoman" for n in range(len(TEXTS))}
    assert not any({"\x07", "\x1b", "\u202e"} & set(entry["summary"]) for entry in found)
    assert not any("url" in entry for entry in found)


def test_a_calendar_without_entries_is_one():
    assert entries(Record(), []) == []


@given(st.text(), st.text())
def test_any_text_keeps_to_its_entry(subject, name):
    report = Report(id="r1", file="f", text=subject, media_type="text/plain", outlet=name)
    mention = Mention(report="r1", start=0, end=len(subject), quote=subject)
    made = Commitment(
        id="c1",
        kind="signed",
        subject=subject,
        target=Target(due="2027-01-05"),
        mentions=(mention,),
    )
    (entry,) = entries(Record(commitments=(made,)), [report])
    assert entry["uid"] == "c1@dragoman"
    assert entry["summary"].split() == f"{plain(subject)} (signed)".split()


def test_a_report_of_no_day_there_was_leaves_its_entry_readable(coverage):
    reports = [replace(one, published="0000") for one in coverage.reports.values()]
    (entry,) = entries(coverage.record, reports)
    assert entry.decoded("dtstamp").year == 1970


def test_a_planned_session_of_a_body_is_an_entry_and_a_held_one_is_none(coverage):
    mention = coverage.record.commitments[1].mentions[0]
    planned, held = (
        Working(
            id=f"w-{state}",
            body="e-cou",
            kind="session",
            state=state,
            number=3,
            date="2027-05-04",
            mentions=(mention,),
        )
        for state in ("planned", "done")
    )
    record = replace(coverage.record, commitments=(), workings=(planned, held))
    (entry,) = entries(record, coverage.reports.values())
    assert entry["uid"] == "w-planned@dragoman"
    assert entry["summary"] == "Joint Fisheries Council: session 3 (planned)"
    assert entry.decoded("dtstart") == date(2027, 5, 4)
    assert mention.quote in entry["description"]
