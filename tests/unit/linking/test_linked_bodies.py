"""Which bodies, programmes and agreements between states are one, and how they work."""

import pytest
from making import Making

from dragoman.record.nouns import Relative

STATES = {"PER": "Peru", "CHL": "Chile", "BOL": "Bolivia"}


def between(report, *codes, published="2024-05-16"):
    made = Making(report, published)
    for code in codes:
        made.state(STATES[code], code)
    return made


def bodies(linked, kind="body"):
    return sorted(sorted(e.names) for e in linked.record.entities if e.type == kind)


def told_by_two(linked, kind, one, other, pairs=(("PER", "CHL"), ("PER", "CHL"))):
    first, second = (between(f"r{k}", *pair) for k, pair in enumerate(pairs))
    first.entity(kind, one)
    second.entity(kind, other)
    return linked(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joint Fisheries Commission", "Joint Commission on Fisheries"),
        ("Joint Fisheries Commission", "the commission"),
        ("Peru-Chile Joint Fisheries Commission", "Joint Fisheries Commission"),
        ("Seventh Joint Fisheries Commission", "8th session of the Joint Fisheries Commission"),
        ("Joint Ministerial Commission", "JMC"),
        ("High-Level Cooperation Council", "High Level Cooperation Council"),
        ("Mixed Border Committee", "border committee"),
    ],
)
def test_ways_to_name_one_body_of_two_states(linked, one, other):
    assert len(bodies(told_by_two(linked, "body", one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joint Fisheries Commission", "Joint Fisheries Commission"),
        ("Supreme Economic Council", "Supreme Economic Council"),
        ("JMC", "JMC"),
        ("Joint Ministerial Commission", "JMC"),
        ("commission", "Joint Fisheries Commission"),
    ],
)
def test_bodies_of_two_pairs_of_states_are_two(linked, one, other):
    result = told_by_two(linked, "body", one, other, (("PER", "CHL"), ("PER", "BOL")))
    assert len(bodies(result)) == 2


def test_a_forum_of_many_states_is_one_whatever_two_a_report_covers(linked):
    name = "African Water Forum"
    result = told_by_two(linked, "body", name, name, (("PER", "CHL"), ("PER", "BOL")))
    assert len(bodies(result)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joint Fisheries Commission", "Joint Mining Commission"),
        ("Joint Fisheries Commission", "Joint Fisheries Committee"),
        ("Joint Fisheries Commission", "committee"),
    ],
)
def test_two_bodies_of_two_states_are_two(linked, one, other):
    assert len(bodies(told_by_two(linked, "body", one, other))) == 2


def test_a_short_form_that_two_bodies_fit_is_led_to_neither(linked):
    first, second = between("r0", "PER", "CHL"), between("r1", "PER", "CHL")
    first.entity("body", "Joint Fisheries Commission")
    first.entity("body", "Joint Mining Commission")
    second.entity("body", "the commission")
    assert len(bodies(linked(first, second))) == 3


def test_what_one_report_tells_apart_stays_apart(linked):
    made = between("r0", "PER", "CHL")
    made.entity("body", "commission")
    made.entity("body", "Joint Fisheries Commission")
    assert len(bodies(linked(made))) == 2


def test_a_short_form_is_explained(linked):
    result = told_by_two(linked, "body", "commission", "Joint Fisheries Commission")
    (reason,) = [r for r in result.reasons if "no other" in r.why]
    assert reason.why == "commission can be no other of CHL and PER than Joint Fisheries Commission"
    assert 0 < reason.score < 1


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("2018 corvette contract", "corvette contract", 1),
        ("corvette contract of 2018", "2018 corvette contract", 1),
        ("2018 corvette contract", "2021 corvette contract", 2),
        ("corvette contract", "submarine contract", 2),
        ("Free Trade Agreement", "FTA", 1),
    ],
)
def test_agreements_are_one_by_matter_and_year(linked, one, other, count):
    assert len(bodies(told_by_two(linked, "agreement", one, other), "agreement")) == count


def test_agreements_of_two_pairs_of_states_are_two(linked):
    name = "Fisheries Protocol"
    result = told_by_two(linked, "agreement", name, name, (("PER", "CHL"), ("PER", "BOL")))
    assert len(bodies(result, "agreement")) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Falcon", "Falcon fighter project", 1),
        ("K12", "96 K12 tanks", 1),
        ("F-61", "F-61s", 1),
        ("HMS Linnet", "Linnet", 1),
        ("Falcon fighter", "Falcon corvette", 2),
        ("Falcon", "Falcon II", 2),
        ("Falcon solar plant", "Falcon plant", 2),
        ("patrol boats", "patrol ships", 2),
    ],
)
def test_programmes_are_one_by_their_own_name(linked, one, other, count):
    assert len(bodies(told_by_two(linked, "programme", one, other), "programme")) == count


def commission(report, **working):
    made = between(report, "PER", "CHL")
    body = made.entity("body", "Joint Fisheries Commission")
    made.working(body, **working)
    return made


def test_one_session_told_by_two_is_one(linked):
    result = linked(
        commission("r0", kind="session", quote="third session", state="done", number=3),
        commission("r1", kind="session", quote="3rd", state="done", number=3, date="2024-05-03"),
    )
    (one,) = result.record.workings
    assert (one.number, one.date, len(one.mentions)) == (3, "2024-05-03", 2)
    assert any(r.noun == "working" and "3" in r.why for r in result.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"number": 3}, {"number": 4}),
        ({"date": "2023-05-03"}, {"date": "2024-05-03"}),
        ({"number": 3, "state": "planned"}, {"number": 3, "state": "done"}),
        ({"date": "2024"}, {"date": "2024-05-03"}),
        ({}, {}),
    ],
)
def test_two_sessions_are_two(linked, one, other):
    made = [
        commission(f"r{k}", kind="session", quote="it met", **({"state": "done"} | told))
        for k, told in enumerate((one, other))
    ]
    assert len(linked(*made).record.workings) == 2


def test_a_session_has_the_day_of_the_meeting_told_in_its_clause(linked):
    made = between("r0", "PER", "CHL")
    made.text = "The ministers met in the third session of the commission."
    body = made.entity("body", "Joint Fisheries Commission")
    made.event("CONSULT", made.text[:-1], ("e0", "e1"), date="2024-05-03", mode="meet")
    made.working(body, "session", "third session of the commission", state="done", number=3)
    assert [w.date for w in linked(made).record.workings] == ["2024-05-03"]


def test_a_committee_stands_under_its_council(linked):
    made = between("r0", "PER", "CHL")
    council = made.entity("body", "Binational Council")
    committee = made.entity("body", "Joint Trade Committee")
    made.working(committee, "within", "committee under the council", (council,))
    rows = {e.name: e for e in linked(made).record.entities}
    assert rows["Joint Trade Committee"].within == rows["Binational Council"].id


def test_bodies_never_stand_under_one_another_in_a_circle(linked):
    made = []
    for report, above in (("r0", 0), ("r1", 0), ("r2", 1)):
        one = between(report, "PER", "CHL")
        pair = [one.entity("body", n) for n in ("Binational Council", "Joint Trade Committee")]
        one.working(pair[1 - above], "within", "under the other", (pair[above],))
        made.append(one)
    rows = {e.name: e for e in linked(*made).record.entities}
    assert rows["Joint Trade Committee"].within == rows["Binational Council"].id
    assert rows["Binational Council"].within is None


def test_rhythms_told_in_other_words_are_one(linked):
    result = linked(
        commission("r0", kind="rhythm", quote="annually", value="annually"),
        commission("r1", kind="rhythm", quote="once a year", value="once a year"),
        commission("r2", kind="rhythm", quote="every two years", value="every two years"),
    )
    assert len(result.record.workings) == 2


def test_a_month_told_in_a_report_without_a_day_is_counted_from_its_sisters(linked):
    names = ("Ada Sol", "Bo Vik", "Cy Orr", "Dee Fox")
    dated, open_ = between("r0", "PER", "CHL"), between("r1", "PER", "CHL", published=None)
    for made in (dated, open_):
        for name in names:
            made.person(name)
    body = open_.entity("body", "Joint Fisheries Commission")
    open_.working(body, "session", "its meeting in February", state="done")
    open_.relative.append(Relative(item="w0", part="date", value="Y+0-02<02-01"))
    assert [w.date for w in linked(dated, open_).record.workings] == ["2024-02"]
