"""What a report tells of bodies: what they stand under, who chairs them, when they met or not."""

import pytest

from dragoman.readers.english.document import make_doc
from dragoman.readers.english.reading import FRAMES, SETTLING, build


@pytest.fixture(scope="module")
def told(written):
    nlp = build(components=(*FRAMES, *SETTLING))

    def telling(text, published="2024-05-16", kind=None):
        doc = nlp(make_doc(nlp, written(text, published)))
        return [(doc, w) for w in doc._.workings if kind in (None, w.kind)]

    return telling


def names(rows):
    return [(d._.things[w.body].name, *(d._.things[p].name for p in w.parties)) for d, w in rows]


def sessions(rows):
    return [(w.state, w.number, w.date) for _, w in rows if w.kind == "session"]


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Trade Committee under the Binational Council met in May.",
        "Peru and Chile opened a Joint Trade Committee formed under the Binational Council.",
        "The Joint Trade Committee of the Binational Council met in Lima.",
        "The Binational Council, which oversees the Joint Trade Committee, met in Lima.",
        "The Joint Trade Committee reports to the Binational Council.",
    ],
)
def test_a_body_stands_under_another(told, text):
    assert ("Joint Trade Committee", "Binational Council") in names(told(text, kind="within"))


def test_two_bodies_side_by_side_stand_under_neither(told):
    text = "The Joint Trade Committee and the Binational Council of Peru and Chile met in Lima."
    assert told(text, kind="within") == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Joint Trade Committee met in Lima on 3 May.", [("done", None, "2024-05-03")]),
        (
            "The third session of the Joint Trade Committee took place in Lima on 3 May 2024.",
            [("done", 3, "2024-05-03")],
        ),
        (
            "Ministers of Peru and Chile met in the 7th session of the Joint Trade Committee.",
            [("done", 7, None)],
        ),
        ("The Joint Trade Committee will meet in Lima in June.", [("planned", None, "2024-06")]),
        (
            "The twenty-first session of the Joint Trade Committee is scheduled for 9 June.",
            [("planned", 21, "2024-06-09")],
        ),
        (
            "The next session of the Joint Trade Committee will be held in Arica in July.",
            [("planned", None, "2024-07")],
        ),
        (
            "The meeting of the Joint Trade Committee planned for April was put off.",
            [("put off", None, "2025-04")],
        ),
        (
            "Chile cancelled the fourth session of the Joint Trade Committee.",
            [("missed", 4, None)],
        ),
        (
            "The session of the Joint Trade Committee due in March did not take place.",
            [("missed", None, "2024-03")],
        ),
        (
            "The Joint Trade Committee, which should have met in March, has not.",
            [("planned", None, "2024-03"), ("missed", None, "2024-03")],
        ),
    ],
)
def test_sessions_are_held_ahead_put_off_or_missed(told, text, states):
    assert sessions(told(text)) == states


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Trade Committee has not met since 2019.",
        "Chile wants to convene the Joint Trade Committee, which has not sat since 2019.",
    ],
)
def test_none_since_a_year_means_one_in_that_year(told, text):
    rows = told(text, kind="session")
    assert {(w.state, w.value, w.date) for _, w in rows} == {
        ("missed", "since", "2019"),
        ("done", None, "2019"),
    }


def test_a_body_that_lies_idle_has_not_met_since(told):
    rows = told("The Joint Trade Committee, idle since 2020, is to sit in June.", kind="session")
    assert ("missed", "since", "2020") in {(w.state, w.value, w.date) for _, w in rows}


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("The Joint Trade Committee meets annually.", "annually"),
        (
            "The Joint Trade Committee, which will meet twice a year, has ten members.",
            "twice a year",
        ),
        ("The annual session of the Joint Trade Committee is held in Lima.", "annual"),
    ],
)
def test_how_often_a_body_meets(told, text, rhythm):
    assert [w.value for _, w in told(text, kind="rhythm")] == [rhythm]
    assert sessions(told(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz and Luis Paz co-chaired the third session of the Joint Trade Committee in Lima.",
        "The Joint Trade Committee, co-chaired by Ana Ruiz and Luis Paz, met in Lima.",
        "The session of the Joint Trade Committee was chaired by Ana Ruiz and Luis Paz.",
    ],
)
def test_who_chairs_a_body(told, text):
    assert ("Joint Trade Committee", "Ana Ruiz", "Luis Paz") in names(told(text, kind="chair"))


def test_chairs_without_a_name_are_told_in_words(told):
    rows = told("The Joint Trade Committee will be co-chaired by senior officials.", kind="chair")
    assert [(w.value, w.state) for _, w in rows] == [("senior officials", "planned")]


def test_a_deputy_is_in_no_chair(told):
    text = "Ana Ruiz, deputy chairwoman of the Joint Trade Committee, spoke in Lima."
    assert told(text, kind="chair") == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Peru and Chile agreed to set up a joint committee on ports.", "planned"),
        ("Peru and Chile set up a joint committee on ports.", "done"),
        ("A joint committee on ports shall be established.", "planned"),
        ("The joint working group, established in 2018, met in Lima.", "done"),
    ],
)
def test_how_a_body_came_to_be(told, text, state):
    assert [w.state for _, w in told(text, kind="founded")] == [state]


def test_its_session_right_behind_a_body_is_the_body_s(told):
    text = (
        "The Joint Trade Committee of Peru and Chile has ten members. "
        "A session planned for June was dropped."
    )
    assert sessions(told(text)) == [("missed", None, "2024-06")]


def test_another_s_session_is_not_the_body_s(told):
    text = (
        "The Joint Trade Committee of Peru and Chile has ten members. "
        "The budget session opens in March."
    )
    assert sessions(told(text)) == []


def test_every_working_stands_on_the_words_that_tell_it(told):
    text = "Peru spoke first.\nThe Joint Trade Committee met on 3 May and will meet in June."
    rows = told(text)
    assert rows
    assert all("Committee" in text[w.start : w.end] for _, w in rows)
