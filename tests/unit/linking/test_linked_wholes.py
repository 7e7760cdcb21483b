"""A visit with its meetings and signings: one whole and its parts."""

from making import Making


def visit(made, date="2024-03-04/2024-03-06"):
    who, host = made.person("Solveig Haugen", "NOR"), made.person("Daniel Cruz", "CHL")
    chl = made.state("Chile", "CHL")
    made.event("CONSULT", "came to Chile", (who,), (chl,), date, "visit")
    return who, host, chl


def parts(record):
    (whole,) = (e for e in record.events if e.mode == "visit")
    return {e.mentions[0].quote for e in record.events if e.part_of == whole.id}


def test_meetings_and_signings_of_a_visit_are_its_parts(linked):
    made = Making("r0", "2024-03-07")
    who, host, _ = visit(made)
    made.event("CONSULT", "Haugen met Cruz", (who,), (host,), "2024-03-05", "meet")
    made.event("AGREE", "the two signed a salmon pact", (who, host), (), "2024-03-06")
    assert parts(linked(made).record) == {"Haugen met Cruz", "the two signed a salmon pact"}


def test_what_lies_outside_its_days_or_is_with_others_is_no_part(linked):
    made = Making("r0", "2024-04-07")
    who, host, _ = visit(made)
    made.event("CONSULT", "Haugen met Cruz again", (who,), (host,), "2024-04-05", "meet")
    other = made.person("Kofi Mensah", "GHA")
    made.event("CONSULT", "Mensah met Cruz", (other,), (host,), "2024-03-05", "meet")
    assert parts(linked(made).record) == set()


def test_a_meeting_told_elsewhere_is_a_part_where_the_visitor_is_named(linked):
    one, other = Making("r0", "2024-03-07"), Making("r1", "2024-03-06")
    visit(one)
    who, host = other.person("Solveig Haugen", "NOR"), other.person("Daniel Cruz", "CHL")
    other.event("CONSULT", "Haugen met Cruz", (who,), (host,), "2024-03-05", "meet")
    assert parts(linked(one, other).record) == {"Haugen met Cruz"}
