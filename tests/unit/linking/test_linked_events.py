"""One happening, one event."""

from making import Making


def meeting(report, published, mine, theirs, date="2024-03-05", quote="held talks in Santiago"):
    made = Making(report, published)
    visitor = made.person(mine, "NOR")
    host = made.person(theirs, "CHL")
    made.event("CONSULT", quote, (visitor,), (host,), date, "meet")
    return made


def test_a_meeting_told_by_two_reports_is_one_event_with_both_as_evidence(linked):
    one = meeting("r0", "2024-03-05", "Solveig Haugen", "Daniel Cruz")
    other = meeting("r1", "2024-03-06", "Solveig Haugen", "Daniel Cruz", quote="the two met")
    (event,) = linked(one, other).record.events
    assert [m.quote for m in event.mentions] == ["held talks in Santiago", "the two met"]
    assert len(event.actors) == len(event.recipients) == 1


def test_two_meetings_of_one_day_with_different_people_stay_two(linked):
    one = meeting("r0", "2024-03-05", "Solveig Haugen", "Daniel Cruz")
    other = meeting("r1", "2024-03-05", "Solveig Haugen", "Marta Rojas")
    assert len(linked(one, other).record.events) == 2


def test_a_visit_is_not_the_meeting_in_it(linked):
    one, other = Making("r0", "2024-03-05"), Making("r1", "2024-03-05")
    for made, mode in ((one, "visit"), (other, "meet")):
        who, where = made.person("Solveig Haugen", "NOR"), made.state("Chile", "CHL")
        made.event("CONSULT", "was in Santiago", (who,), (where,), "2024-03-05", mode)
    assert len(linked(one, other).record.events) == 2


def test_a_person_stands_for_the_state(linked):
    one, other = Making("r0", "2024-03-05"), Making("r1", "2024-03-06")
    who, there = one.person("Solveig Haugen", "NOR"), one.state("Chile", "CHL")
    quote = "signed a pact on salmon farming"
    one.event("AGREE", quote, (who, there), (), "2024-03-05")
    mine, theirs = other.state("Norway", "NOR"), other.state("Chile", "CHL")
    other.event("AGREE", "put a salmon farming pact on paper", (mine, theirs), (), "2024-03-05")
    assert len(linked(one, other).record.events) == 1


def test_two_agreements_of_one_day_on_two_things_stay_two(linked):
    made = [Making("r0", "2024-03-05"), Making("r1", "2024-03-05")]
    for making, quote in zip(made, ("signed a salmon pact", "signed a visa waiver"), strict=True):
        states = (making.state("Norway", "NOR"), making.state("Chile", "CHL"))
        making.event("AGREE", quote, states, (), "2024-03-05")
    assert len(linked(*made).record.events) == 2


def test_the_more_precise_date_stays(linked):
    made = [Making("r0", "2024-03-05"), Making("r1", "2024-06-01")]
    for making, date in zip(made, ("2024-03-05", "2024-03"), strict=True):
        states = (making.state("Norway", "NOR"), making.state("Chile", "CHL"))
        making.event("AGREE", "signed a salmon pact", states, (), date)
    (event,) = linked(*made).record.events
    assert event.date == "2024-03-05"


def test_happenings_years_apart_stay_two(linked):
    made = [Making("r0", "2020-03-05"), Making("r1", "2024-03-05")]
    for making, date in zip(made, ("2020-03-05", "2024-03-05"), strict=True):
        states = (making.state("Norway", "NOR"), making.state("Chile", "CHL"))
        making.event("AGREE", "signed a salmon pact", states, (), date)
    assert len(linked(*made).record.events) == 2


def test_what_one_report_tells_apart_no_other_report_joins(linked):
    one, other = Making("r0", "2024-03-05"), Making("r1", "2024-03-06")
    for making, quotes in (
        (one, ("signed a salmon pact in Santiago", "also signed a pact on salmon feed")),
        (other, ("a salmon pact was signed",)),
    ):
        states = (making.state("Norway", "NOR"), making.state("Chile", "CHL"))
        for quote in quotes:
            making.event("AGREE", quote, states, (), "2024-03-05")
    assert len(linked(one, other).record.events) == 2


def test_rows_told_in_one_clause_get_ids_of_their_own(linked):
    made = Making("r0")
    who, there = made.person("Solveig Haugen", "NOR"), made.state("Chile", "CHL")
    for date in ("2015", "2017", "2019"):
        made.at = 500
        made.event("CONSULT", "came in 2015, 2017 and 2019", (who,), (there,), date, "visit")
    assert len({e.id for e in linked(made).record.events}) == 3


def test_a_meeting_and_what_was_said_at_it_are_one_in_one_report(linked):
    made = Making("r0", "2024-03-05")
    pair = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    made.event("CONSULT", "met Cruz in Santiago", pair[:1], pair[1:], "2024-03-05", "meet")
    made.event("CONSULT", "the two spoke of salmon", pair, (), None, "meet")
    assert len(linked(made).record.events) == 1


def test_a_headline_and_its_text_are_one_agreement_but_another_pact_is_not(linked):
    made = Making("r0", "2024-03-05")
    states = made.state("Norway", "NOR"), made.state("Chile", "CHL")
    made.event("AGREE", "Norway, Chile agree on salmon laboratory", states, (), None)
    made.event("AGREE", "agreed to build a salmon laboratory", states, (), "2024-03-05")
    made.event("AGREE", "agreed to waive visas for students", states, (), "2024-03-05")
    assert len(linked(made).record.events) == 2


def test_a_bare_encounter_joins_the_meeting_told_before_it(linked):
    made = Making("r0", "2024-03-05")
    pair = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    states = made.state("Norway", "NOR"), made.state("Chile", "CHL")
    made.event("CONSULT", "met Cruz in Santiago", pair[:1], pair[1:], "2024-03-05", "meet")
    made.event("CONSULT", "the dialogue covered fish", states, (), "2024-03-05", "meet")
    assert len(linked(made).record.events) == 1


def test_one_report_on_two_pacts_that_share_a_word_tells_of_two(linked):
    made = Making("r0", "2024-03-05")
    states = made.state("Norway", "NOR"), made.state("Chile", "CHL")
    for topic in ("naval cooperation", "fisheries cooperation"):
        quote = f"signed a memorandum on {topic}"
        made.event("AGREE", quote, states, (), "2024-03-05")
    assert len(linked(made).record.events) == 2


def test_signings_of_different_years_are_two(linked):
    one, other = Making("r0", "2024-03-06"), Making("r1", "2021-05-02")
    for made, day in ((one, "2024-03-05"), (other, "2021-05-01")):
        states = made.state("Norway", "NOR"), made.state("Chile", "CHL")
        made.event("AGREE", "signed a pact on salmon farming", states, (), day)
    assert len(linked(one, other).record.events) == 2
