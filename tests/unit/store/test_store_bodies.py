"""The machinery between states as a tree, with chairs, rhythms and sessions."""

import msgspec
import pytest

from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import Entity
from dragoman.record.workings import Working
from dragoman.store.decisions.items import item_at
from dragoman.store.linked.loading import load_record, load_workings
from dragoman.store.linked.saving import replace_record
from dragoman.store.reports import save_report
from dragoman.store.views.bodies import machinery
from dragoman.store.views.body_words import body_lines, ordinal, working_words
from dragoman.store.views.brief import brief
from dragoman.store.views.citations import Citer
from dragoman.store.views.filters import Filters
from dragoman.store.views.listing import Names
from dragoman.store.views.shown import shown

QUOTE = "The Joint Fisheries Council of the two states is to meet every year"


@pytest.fixture
def working(coverage):
    """The record of the coverage, with a committee under its council and what is told of both."""
    at = coverage.at("fjord_wire", QUOTE)
    (council,) = [e for e in coverage.record.entities if e.type == "body"]
    committee = Entity(
        id="e-com",
        type="body",
        name="Committee on Gear",
        names=("Committee on Gear",),
        within=council.id,
        mentions=(at,),
    )
    told = (
        ("w1", committee.id, "within", {"parties": (council.id,)}),
        ("w2", council.id, "rhythm", {"value": "every year"}),
        ("w3", council.id, "chair", {"parties": ("e-min", "e-pre"), "state": "done"}),
        ("w4", council.id, "session", {"state": "missed", "value": "since", "date": "2019"}),
        ("w5", council.id, "session", {"state": "done", "number": 3, "date": "2018-05-04"}),
        ("w6", committee.id, "founded", {"state": "planned", "date": "2025-09"}),
    )
    workings = tuple(
        Working(id=own, body=body, kind=kind, mentions=(at,), **rest)
        for own, body, kind, rest in told
    )
    entities = (*coverage.record.entities, committee)
    return msgspec.structs.replace(coverage.record, entities=entities, workings=workings)


@pytest.fixture
def kept(coverage, database, working):
    with database.writing() as connection:
        for stem, report in coverage.reports.items():
            save_report(connection, report, coverage.raw[stem])
        replace_record(connection, working, "by hand")
    return database


def tree(lines, depth=0):
    return [row for line in lines for row in ((depth, line.text), *tree(line.under, depth + 1))]


def test_a_body_has_what_stands_under_it_below_it(kept):
    with kept.reading() as connection:
        found = machinery(connection, Filters(between=("GHA", "NOR")))
        lines = tree(body_lines(found, Citer(connection)))
    assert lines == [
        (0, "Joint Fisheries Council"),
        (1, "to meet: every year"),
        (1, "chaired by Bjørn Sæther and Ama Owusu"),
        (1, "3rd session: held, 4 May 2018"),
        (1, "no session since 2019"),
        (1, "Committee on Gear"),
        (2, "to be set up, September 2025"),
    ]


def test_every_line_is_cited(kept):
    with kept.reading() as connection:
        lines = body_lines(machinery(connection, Filters()), Citer(connection))
    assert lines[0].citations
    assert all(line.citations for line in lines[0].under)


def test_the_brief_tells_how_its_bodies_work(kept):
    with kept.reading() as connection:
        page = brief(connection, Filters(between=("GHA", "NOR")))
    (section,) = [s for s in page.sections if "machinery" in s.heading]
    assert (1, "no session since 2019") in tree(section.lines)


def test_what_is_told_of_bodies_comes_back_as_it_was_kept(kept, working):
    with kept.reading() as connection:
        assert load_record(connection).workings == working.workings
        assert [w.id for w in load_workings(connection, ["e-com"])] == ["w1", "w6"]


def test_a_working_opens_by_its_id_with_its_words(kept):
    with kept.reading() as connection:
        found = shown(connection, "w2")
        with pytest.raises(ItemNotFound, match="decide on that body"):
            item_at(connection, "w2")
    assert (found.noun, found.passages[0].mention.quote) == ("working", QUOTE)


def test_of_a_planned_session_no_report_is_no_failure(kept, working):
    at = working.workings[0].mentions
    rest = {"kind": "session", "state": "planned", "mentions": at}
    more = (
        Working(id="w7", body="e-com", number=1, date="2025-06", **rest),
        Working(id="w8", body="e-com", number=2, date="2026-06", **rest),
    )
    record = msgspec.structs.replace(working, workings=(*working.workings, *more))
    with kept.writing() as connection:
        replace_record(connection, record, "again")
    with kept.reading() as connection:
        found = machinery(connection, Filters())
        told = [text for _, text in tree(body_lines(found, Citer(connection)))]
    assert "1st session: planned, June 2025; no report of it up to 1 July 2025" in told
    assert "2nd session: planned, June 2026" in told


def test_only_what_falls_into_the_days_asked_for_is_told(kept):
    with kept.reading() as connection:
        found = machinery(connection, Filters(since="2018", until="2018"))
        assert [row.item.id for node in found.nodes for row in node.workings] == ["w5"]


def test_bodies_of_other_states_are_left_out(kept):
    with kept.reading() as connection:
        assert machinery(connection, Filters(between=("NOR", "CHL"))).nodes == ()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"kind": "session", "state": "put off", "number": 2}, "2nd session: put off"),
        (
            {"kind": "session", "state": "planned", "date": "2026-03"},
            "session: planned, March 2026",
        ),
        (
            {"kind": "session", "state": "missed", "value": "for two years"},
            "no session for two years",
        ),
        ({"kind": "session", "state": "done", "value": "by then"}, "session: held by then"),
        (
            {"kind": "chair", "value": "two judges", "state": "planned"},
            "to be chaired by two judges",
        ),
        ({"kind": "founded", "state": "done", "date": "2009"}, "set up, 2009"),
        ({"kind": "within", "parties": ("e1",)}, "under Council"),
    ],
)
def test_what_is_told_of_a_body_in_words(told, words):
    assert working_words(Working(id="w1", body="e0", **told), Names({"e1": "Council"})) == words


@pytest.mark.parametrize(
    ("number", "written"), [(1, "1st"), (2, "2nd"), (11, "11th"), (23, "23rd"), (61, "61st")]
)
def test_ordinals_are_written_as_people_write_them(number, written):
    assert ordinal(number) == written
