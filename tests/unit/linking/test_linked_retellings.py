"""What one report tells several times is one event, and what it tells apart stays apart."""

import msgspec
import pytest
from making import Making

from dragoman.record.vocabulary import MAIN_DAY

DAY = "2024-03-05"


def between(text: str = "") -> tuple[Making, str, str]:
    made = Making("r0", "2024-03-06", text=text)
    return made, made.state("Norway", "NOR"), made.state("Chile", "CHL")


def triggered(made: Making, *lemmas: str) -> None:
    made.events = [
        msgspec.structs.replace(e, trigger=lemma)
        for e, lemma in zip(made.events, lemmas, strict=True)
    ]


@pytest.mark.parametrize(
    ("quotes", "events"),
    [
        (("signed an accord on Monday", "Haugen and Cruz inked the Cold Fjord Agreement"), 1),
        (("signed an accord on salmon", "the papers were signed in Santiago"), 1),
        (("signed an accord on salmon", "signed a pact on ferries"), 2),
        (("signed an accord on Monday", "also signed a visa pact"), 2),
        (("signed an accord on Monday", "six memorandums were exchanged"), 2),
    ],
)
def test_a_signing_told_again_but_not_another_one(linked, quotes, events):
    made, nor, chl = between()
    for quote in quotes:
        made.event("AGREE", quote, (nor, chl), (), DAY)
    triggered(made, "sign", "sign")
    assert len(linked(made).record.events) == events


def test_an_agreement_is_taken_up_by_what_it_was_reached_at(linked):
    made, nor, chl = between()
    made.event("AGREE", "agreed to farm salmon", (nor, chl), (), DAY)
    made.event("AGREE", "The agreement was reached on the second day", (nor, chl), (), DAY)
    triggered(made, "agree", "reach")
    assert len(linked(made).record.events) == 1


def test_who_attended_the_meeting_belongs_to_the_meeting(linked):
    made, _, _ = between()
    visitor, host = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    made.event("CONSULT", "Cruz received Haugen", (visitor,), (host,), DAY, "meet")
    others = made.person("Marta Rojas", "CHL"), made.person("Kari Dahl", "NOR")
    made.event("CONSULT", "The meeting was attended by Rojas and Dahl", others, (), DAY, "meet")
    made.event("CONSULT", "Rojas met Dahl for lunch", others[:1], others[1:], DAY, "meet")
    events = linked(made).record.events
    assert sorted(len(e.mentions) for e in events) == [1, 2]


def test_a_subhead_belongs_to_what_stands_under_it(linked):
    lines = ("Haugen met Cruz.", "Ministers meet", "Dahl met Rojas.")
    made, nor, chl = between("\n".join(("Santiago", *lines)))
    one = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    other = made.person("Kari Dahl", "NOR"), made.person("Marta Rojas", "CHL")
    made.event("CONSULT", lines[0][:-1], one[:1], one[1:], DAY, "meet")
    made.event("CONSULT", lines[1], (nor, chl), (), DAY, "meet")
    made.event("CONSULT", lines[2][:-1], other[:1], other[1:], DAY, "meet")
    (under,) = (e for e in linked(made).record.events if len(e.mentions) == 2)
    assert [m.quote for m in under.mentions] == ["Ministers meet", "Dahl met Rojas"]


@pytest.mark.parametrize(
    ("quote", "events"),
    [
        ("a rare Norwegian visit to Santiago", 1),
        ("Norway's minister, who last visited Chile in May", 2),
    ],
)
def test_one_visit_but_not_the_one_before(linked, quote, events):
    made, nor, chl = between()
    made.event("CONSULT", "Norwegian ministers arrived", (nor,), (chl,), DAY, "visit")
    made.event("CONSULT", quote, (nor,), (chl,), DAY, "visit")
    made.events = [msgspec.structs.replace(e, date_reason=MAIN_DAY) for e in made.events]
    assert len(linked(made).record.events) == events


def test_two_rounds_of_one_series_are_two(linked):
    made = []
    for report, which in (("r0", "first"), ("r1", "second")):
        making = Making(report, "2024-03-06")
        pair = making.state("Norway", "NOR"), making.state("Chile", "CHL")
        making.event("CONSULT", f"the {which} round of fjord talks", pair, (), DAY, "meet")
        made.append(making)
    assert len(linked(*made).record.events) == 2


def test_thanks_for_support_are_not_the_support(linked):
    made = []
    for report, quote, lemma in (
        ("r0", "thanked Norway after the quake in Arica", "thank"),
        ("r1", "stood by Norway after the quake in Arica", "support"),
    ):
        making = Making(report, "2024-03-06")
        nor, chl = making.state("Norway", "NOR"), making.state("Chile", "CHL")
        making.event("SUPPORT", quote, (chl,), (nor,), DAY)
        triggered(making, lemma)
        made.append(making)
    assert len(linked(*made).record.events) == 2


def test_seven_pacts_of_two_reports_are_one_event(linked):
    made = []
    for report, quote in (("r0", "seven pacts were exchanged"), ("r1", "signed seven accords")):
        making = Making(report, "2024-03-06")
        pair = making.state("Norway", "NOR"), making.state("Chile", "CHL")
        making.event("AGREE", quote, pair, (), DAY)
        made.append(making)
    assert len(linked(*made).record.events) == 1


def test_a_caption_that_says_it_in_the_same_words_is_no_second_meeting(linked):
    made, _, _ = between()
    hosts = made.person("Daniel Cruz", "CHL"), made.person("Marta Rojas", "CHL")
    guest = made.person("Solveig Haugen", "NOR")
    made.event("CONSULT", "Cruz received Haugen", (guest,), hosts[:1], DAY, "meet")
    for _ in range(2):
        quote = "The meeting was attended by Rojas and senior officials"
        made.event("CONSULT", quote, hosts[1:], (), DAY, "meet")
    assert len(linked(made).record.events) == 1


def test_a_headline_that_takes_guest_and_host_together_is_on_the_visit_in_the_text(linked):
    made, nor, chl = between()
    made.event("CONSULT", "Norwegian ministers visit Santiago", (nor, chl), (chl,), DAY, "visit")
    made.event("CONSULT", "a Norwegian visit to the capital", (nor,), (chl,), DAY, "visit")
    assert len(linked(made).record.events) == 1


def test_what_a_report_tells_twice_is_settled_before_what_another_tells(linked):
    one, other = Making("r0", "2024-03-06"), Making("r1", "2024-03-06")
    guest, host = one.person("Solveig Haugen", "NOR"), one.person("Daniel Cruz", "CHL")
    one.event("CONSULT", "Haugen met Cruz in Santiago", (guest,), (host,), DAY, "meet")
    states = one.state("Norway", "NOR"), one.state("Chile", "CHL")
    one.event("CONSULT", "the talks covered fish", states, (), DAY, "meet")
    pair = other.person("Solveig Haugen", "NOR"), other.person("Marta Rojas", "CHL")
    other.event("CONSULT", "Haugen and Rojas held talks on fish", pair, (), DAY, "meet")
    events = linked(one, other).record.events
    assert sorted(sorted(m.report for m in e.mentions) for e in events) == [["r0", "r0"], ["r1"]]


@pytest.mark.parametrize(
    ("further", "lemma", "to", "events"),
    [
        ("She also commended its pilots", "commend", "Chile", 1),
        ("She stood by it in the dispute", "support", "Chile", 2),
        ("She also commended Peruvian pilots", "commend", "Peru", 2),
    ],
)
def test_one_praise_in_two_sentences(linked, further, lemma, to, events):
    made, _, chl = between()
    who = made.person("Solveig Haugen", "NOR")
    peru = made.state("Peru", "PER")
    made.event("SUPPORT", "Haugen thanked Chile for the rescue", (who,), (chl,), DAY)
    made.event("SUPPORT", further, (who,), (chl if to == "Chile" else peru,), DAY)
    triggered(made, "thank", lemma)
    assert len(linked(made).record.events) == events


def test_to_agree_on_one_thing_and_on_another_is_two(linked):
    made, nor, chl = between()
    for quote in ("agreed to farm salmon jointly", "agreed to waive visas for students"):
        made.event("AGREE", quote, (nor, chl), (), DAY)
    triggered(made, "agree", "agree")
    assert len(linked(made).record.events) == 2


def test_a_delivery_of_the_day_is_not_the_deliveries_of_years(linked):
    one, other = Making("r0", "2024-03-06"), Making("r1", "2026-03-06")
    told = (
        ("first patrol boats arrive", DAY),
        ("the boats have come as promised", "2024-03/2026-02"),
    )
    for made, (quote, date) in zip((one, other), told, strict=True):
        nor, chl = made.state("Norway", "NOR"), made.state("Chile", "CHL")
        made.event("COOPERATE", quote, (nor,), (chl,), date, "military")
    assert len(linked(one, other).record.events) == 2


def test_the_form_of_a_document_does_not_part_it_from_what_it_is_on(linked):
    made, nor, chl = between()
    made.event("AGREE", "Norway and Chile sign salmon pact", (nor, chl), (), DAY)
    made.event("AGREE", "signed the four-page pact on salmon on Monday", (nor, chl), (), DAY)
    triggered(made, "sign", "sign")
    assert len(linked(made).record.events) == 1
