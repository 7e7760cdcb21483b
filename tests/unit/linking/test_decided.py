"""What analysts decided, applied to what linking makes."""

import msgspec
import pytest
from deciding import Deciding
from making import Making

from dragoman.record.decisions import Change


def two_ministers() -> tuple[Making, Making]:
    """Two reports that write a minister's name so differently that linking keeps them apart."""
    one, other = Making("r1", "2024-03-06"), Making("r2", "2024-03-07")
    norway, chile = one.state("Norway", "NOR"), one.state("Chile", "CHL")
    solveig = one.person("Solveig Haugen", "NOR", "Fisheries Minister")
    one.event("CONSULT", "Haugen met her colleague in Santiago", (solveig,), (chile,), "2024-03-05")
    one.commitment("pledged", "pay for twelve patrol boats", (norway,), (chile,), "2024-03-05")
    norway, chile = other.state("Norway", "NOR"), other.state("Chile", "CHL")
    sunny = other.person("Sunniva Berg", "NOR", "Minister of Fish")
    other.event("SUPPORT", "Berg praised the quotas of Chile", (sunny,), (chile,), "2024-03-06")
    return one, other


@pytest.fixture
def desk() -> Deciding:
    return Deciding(*two_ministers())


def test_merged_entities_are_one_and_the_old_id_leads_to_the_new(desk):
    kept, other = desk.one("entity", name="Solveig Haugen"), desk.one("entity", name="Sunniva Berg")
    state = desk.decide(
        "merge", "entity", desk.ground("entity", kept), desk.ground("entity", other)
    )
    assert state == "applied"
    one = desk.one("entity", type="person")
    assert (one.name, set(one.names)) == ("Solveig Haugen", {"Solveig Haugen", "Sunniva Berg"})
    assert {kept.id, other.id} == {one.id, *desk.linked.redirects.keys()} & {kept.id, other.id}
    assert all(one.id in e.actors for e in desk.rows("event"))
    assert {r.person for r in desk.rows("role")} == {one.id}


def test_the_name_of_a_merged_entity_is_that_of_the_first_named(desk):
    kept, other = desk.one("entity", name="Sunniva Berg"), desk.one("entity", name="Solveig Haugen")
    desk.decide("merge", "entity", desk.ground("entity", kept), desk.ground("entity", other))
    assert desk.one("entity", type="person").name == "Sunniva Berg"


def test_an_undone_merge_leaves_the_record_as_it_was(desk):
    before = desk.linked
    kept, other = desk.one("entity", name="Solveig Haugen"), desk.one("entity", name="Sunniva Berg")
    desk.decide("merge", "entity", desk.ground("entity", kept), desk.ground("entity", other))
    desk.undo()
    assert desk.linked.record == before.record
    assert desk.state(0) == "undone"


def test_an_undone_undo_stands_again(desk):
    kept, other = desk.one("entity", name="Solveig Haugen"), desk.one("entity", name="Sunniva Berg")
    desk.decide("merge", "entity", desk.ground("entity", kept), desk.ground("entity", other))
    merged = desk.linked.record
    desk.undo()
    desk.decide("undo", None, undoes=desk.decisions[-1].id)
    assert desk.linked.record == merged


def one_name_twice() -> Deciding:
    """Two reports on a minister Haugen each; linking takes the two for one."""
    one, other = Making("r1", "2024-03-06"), Making("r2", "2024-03-07")
    for made in (one, other):
        made.state("Norway", "NOR")
        minister = made.person("Solveig Haugen", "NOR", "Minister")
        made.event("CONSULT", f"Haugen spoke to editors of {made.report}", (minister,))
    return Deciding(one, other)


def test_a_split_sets_apart_what_it_names_and_the_rest_keeps_the_id():
    desk = one_name_twice()
    both = desk.one("entity", type="person")
    part = [m for m in both.mentions if m.report == "r2"]
    rest = [m for m in both.mentions if m.report == "r1"]
    state = desk.decide(
        "split",
        "entity",
        desk.ground("entity", both, *part),
        desk.ground("entity", both, *rest),
    )
    assert state == "applied"
    first, second = sorted(
        (e for e in desk.rows("entity") if e.type == "person"), key=lambda e: e.mentions[0].report
    )
    assert first.id == both.id
    assert {m.report for m in second.mentions} == {"r2"}
    actors = {e.mentions[0].report: e.actors for e in desk.rows("event")}
    assert actors == {"r1": (first.id,), "r2": (second.id,)}


def test_a_split_cuts_through_one_reading():
    one = Making("r1", "2024-03-06")
    one.state("Norway", "NOR")
    haugen = one.entity("person", "Solveig Haugen", "NOR", "Haugen")
    one.event("CONSULT", "held talks", (haugen,))
    desk = Deciding(one)
    both = desk.one("entity", type="person")
    first, second = both.mentions
    desk.decide(
        "split", "entity", desk.ground("entity", both, second), desk.ground("entity", both, first)
    )
    people = [e for e in desk.rows("entity") if e.type == "person"]
    assert {e.mentions for e in people} == {(first,), (second,)}
    assert {e.name for e in people} == {"Solveig Haugen", "Haugen"}


def test_a_split_leaves_alone_who_is_named_in_the_same_words():
    """“The two ministers” stands under both; only the one that is split is set apart."""
    made = [Making("r1", "2024-03-06"), Making("r2", "2024-03-07")]
    for one in made:
        both = [one.person("Solveig Haugen", "NOR"), one.person("Rodrigo Paz", "CHL")]
        shared = one.mention("The two ministers")
        for own in both:
            told = one.entities[own]
            mentions = (*told.mentions, one.mention(f"told by {told.name}"), shared)
            one.entities[own] = msgspec.structs.replace(told, mentions=mentions)
    desk = Deciding(*made)
    split, other = desk.one("entity", name="Solveig Haugen"), desk.one("entity", name="Rodrigo Paz")
    grounds = [
        desk.ground("entity", split, *(m for m in split.mentions if m.report == report))
        for report in ("r2", "r1")
    ]
    assert desk.decide("split", "entity", *grounds) == "applied"
    assert len([e for e in desk.rows("entity") if e.name == "Solveig Haugen"]) == 2
    assert desk.one("entity", name="Rodrigo Paz") == other
    (effect,) = desk.linked.effects
    assert effect.item == desk.one("entity", mentions=grounds[0].mentions).id


def test_a_merge_after_a_split_of_the_same_overrules_it():
    desk = one_name_twice()
    both = desk.one("entity", type="person")
    parts = [[m for m in both.mentions if m.report == r] for r in ("r2", "r1")]
    grounds = [desk.ground("entity", both, *part) for part in parts]
    desk.decide("split", "entity", *grounds)
    desk.decide("merge", "entity", *grounds)
    assert desk.state(0) == "overruled"
    assert next(e.other for e in desk.linked.effects) == desk.decisions[1].id
    assert desk.one("entity", type="person").mentions == both.mentions


def test_a_correction_sets_a_field_and_tells_what_the_reader_said(desk):
    event = desk.one("event", type="SUPPORT")
    chile = desk.one("entity", name="Chile")
    ground = (desk.ground("entity", chile),)
    assert desk.correct("event", event, date="2024-03-04", place=ground, hedge=None) == "applied"
    row = desk.one("event", type="SUPPORT")
    assert (row.id, row.date, row.place, row.hedge) == (event.id, "2024-03-04", chile.id, None)
    said = {e.field: e.said for e in desk.linked.effects}
    assert said["date"] == "2024-03-06"


def test_a_later_correction_of_the_field_overrules_the_earlier(desk):
    event = desk.one("event", type="SUPPORT")
    desk.correct("event", event, date="2024-03-04")
    desk.correct("event", event, date="2024-03-03")
    assert desk.one("event", type="SUPPORT").date == "2024-03-03"
    assert [desk.state(0), desk.state(1)] == ["overruled", "applied"]


def test_a_corrected_status_stands_against_what_follows_from_links(desk):
    desk.correct("commitment", desk.rows("commitment")[0], status="lapsed", amount=12.0)
    row = desk.rows("commitment")[0]
    assert (row.status, row.target.amount) == ("lapsed", 12.0)


def test_a_corrected_country_reaches_the_offices(desk):
    person = desk.one("entity", name="Solveig Haugen")
    role = desk.one("role", title="Fisheries Minister")
    desk.correct("entity", person, country="SWE")
    desk.correct("role", role, title="Minister of Fisheries", country="SWE")
    assert desk.one("role", person=person.id).title == "Minister of Fisheries"
    assert desk.one("entity", id=person.id).country == "SWE"


def test_what_is_rejected_is_gone_and_nothing_names_it(desk):
    person = desk.one("entity", name="Solveig Haugen")
    event = desk.one("event", type="SUPPORT")
    desk.decide("reject", "entity", desk.ground("entity", person))
    desk.decide("reject", "event", desk.ground("event", event))
    assert person.id not in {e.id for e in desk.rows("entity")}
    assert [e.actors for e in desk.rows("event")] == [()]
    assert [r.title for r in desk.rows("role")] == ["Minister of Fish"]


def test_a_rejected_telling_does_not_take_along_what_others_tell():
    one, other = Making("r1", "2024-03-06"), Making("r2", "2024-03-06")
    for made in (one, other):
        parties = (made.state("Norway", "NOR"), made.state("Chile", "CHL"))
        made.event("AGREE", "Norway and Chile signed a salmon pact", parties, (), "2024-03-05")
    alone = Deciding(one)
    told = alone.rows("event")[0]
    both = Deciding(one, other)
    assert len(both.rows("event")) == 1
    both.decide("reject", "event", alone.ground("event", told))
    (left,) = both.rows("event")
    assert {m.report for m in left.mentions} == {"r2"}


def test_an_added_event_stands_with_its_evidence(desk):
    norway = desk.one("entity", name="Norway")
    quote = msgspec.structs.replace(
        desk.rows("commitment")[0].mentions[0], start=900, end=910, quote="signed off"
    )
    blank = msgspec.structs.replace(desk.one("event", type="SUPPORT"), mentions=(quote,))
    changes = (
        Change(field="type", value="AGREE"),
        Change(field="actors", entities=(desk.ground("entity", norway),)),
    )
    ground = msgspec.structs.replace(desk.ground("event", blank), told={"type": "AGREE"})
    assert desk.decide("add", "event", ground, changes=changes) == "applied"
    row = desk.one("event", type="AGREE")
    assert (row.actors, row.mentions) == ((norway.id,), (quote,))
    assert desk.correct("event", row, date="2024-01-01") == "applied"
    assert desk.one("event", type="AGREE").date == "2024-01-01"


def test_a_decision_whose_ground_is_gone_is_lost_and_not_dropped(desk):
    event = desk.one("event", type="SUPPORT")
    desk.correct("event", event, date="2024-03-04")
    read_again = [msgspec.structs.replace(m.reading(), events=()) for m in desk.made]
    desk.link(read_again)
    assert desk.state() == "lost"
    (effect,) = desk.linked.effects
    assert event.id in (effect.why or "")


def test_a_newer_reader_with_other_spans_gets_the_decision(desk):
    event = desk.one("event", type="SUPPORT")
    desk.correct("event", event, date="2024-03-04")
    again = [m.reading() for m in desk.made]
    (old,) = again[1].events
    (mention,) = old.mentions
    longer = msgspec.structs.replace(mention, start=mention.start - 3, quote="xx " + mention.quote)
    moved = msgspec.structs.replace(old, mentions=(longer,))
    again[1] = msgspec.structs.replace(again[1], events=(moved,), version="2")
    desk.link(again)
    row = desk.one("event", type="SUPPORT")
    assert (row.date, row.id == event.id) == ("2024-03-04", False)


def test_of_two_rows_on_one_clause_the_one_with_the_same_parties_is_meant():
    one = Making("r1", "2024-03-06")
    first, second = one.person("Ada Lund", "NOR"), one.person("Bo Strand", "NOR")
    one.event("CONSULT", "both travelled", (first,), mode="visit")
    one.event("CONSULT", "both travelled", (second,), mode="visit")
    one.events[1] = msgspec.structs.replace(one.events[1], mentions=one.events[0].mentions)
    desk = Deciding(one)
    lund = desk.one("entity", name="Ada Lund")
    wrong = next(e for e in desk.rows("event") if e.actors == (lund.id,))
    desk.correct("event", wrong, date="2024-02-01")
    assert {e.actors: e.date for e in desk.rows("event")}[wrong.actors] == "2024-02-01"
    assert sorted(e.date or "" for e in desk.rows("event")) == ["", "2024-02-01"]


def test_a_refused_link_is_not_found_again_and_the_status_follows():
    early, late = Making("r1", "2024-03-06"), Making("r2", "2024-06-06")
    quote = "Norway delivered twelve patrol boats to Chile"
    sides = (early.state("Norway", "NOR"),), (early.state("Chile", "CHL"),)
    early.commitment("pledged", "deliver twelve patrol boats", *sides, date="2024-03-05")
    sides = (late.state("Norway", "NOR"),), (late.state("Chile", "CHL"),)
    late.event("AID", quote, *sides, date="2024-06-01")
    desk = Deciding(early, late)
    (made,), (done,) = desk.rows("commitment"), desk.rows("event")
    assert made.follow_ups
    assert made.status != "open"
    link = desk.ground("commitment", made), desk.ground("event", done)
    assert desk.decide("reject", "link", *link) == "applied"
    (row,) = desk.rows("commitment")
    assert (row.follow_ups, row.status) == ((), "open")


def test_a_rejected_disagreement_stays_away():
    one, other = Making("r1", "2024-03-06"), Making("r2", "2024-03-06")
    for made, name in ((one, "Tevita Faleolo"), (other, "Tavita Faleolo")):
        made.person(name, "PAK", "Air Marshal")
    desk = Deciding(one, other)
    found = desk.rows("disagreement")
    assert found
    for row in found:
        desk.decide("reject", "disagreement", desk.ground("disagreement", row))
    assert desk.rows("disagreement") == ()


def test_ids_that_fewer_reports_gave_lead_to_the_row_of_all():
    one, other = two_ministers()
    whole = Deciding(one, other).linked
    known = {
        row.id
        for layer in ("entities", "events", "commitments")
        for row in getattr(whole.record, layer)
    }
    for part in (Deciding(one), Deciding(other)):
        for layer in ("entities", "events", "commitments"):
            for row in getattr(part.linked.record, layer):
                assert whole.redirects.get(row.id, row.id) in known


def test_a_status_set_right_takes_its_due_state_along():
    made = Making("r0", "2024-03-05")
    nor, chl = made.state("Norway", "NOR"), made.state("Chile", "CHL")
    made.commitment("requested", "asked for a salmon quota", (chl,), (nor,), "2024-03-05")
    made.event("REJECT", "Norway turned down the salmon quota", (nor,), (chl,), "2024-03-05")
    desk = Deciding(made)
    (row,) = desk.rows("commitment")
    assert (row.status, row.due_state) == ("denied", None)
    desk.correct("commitment", row, status="open")
    assert [(r.status, r.due_state) for r in desk.rows("commitment")] == [("open", "not checked")]
