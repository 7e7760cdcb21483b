"""What later acts make of a commitment, and what silence does not."""

import msgspec
import pytest
from making import Making

from dragoman.record.nouns import Target


def between(report, published):
    made = Making(report, published)
    return made, made.state("Norway", "NOR"), made.state("Chile", "CHL")


def test_a_request_turned_down_in_the_next_clause_is_denied(linked):
    made, nor, chl = between("r0", "2024-03-05")
    made.commitment("requested", "asked for a salmon quota", (chl,), (nor,), "2024-03-05")
    made.event("REJECT", "Norway turned down the salmon quota", (nor,), (chl,), "2024-03-05")
    record = linked(made).record
    (row,) = record.commitments
    assert [(f.event, f.how) for f in row.follow_ups] == [(record.events[0].id, "denies")]
    assert row.status == "denied"
    assert row.due_state is None


@pytest.mark.parametrize(
    ("later", "due", "state"),
    [
        (None, None, "not checked"),
        (None, "2024-06-30", "not due"),
        ("2024-05-01", "2024-06-30", "not due"),
        ("2024-09-01", "2024-06-30", "no report found since 2024-06-30"),
        ("2024-09-01", None, "no report found since 2024-03-05"),
    ],
)
def test_silence_says_how_far_the_reports_reach_and_leaves_it_open(linked, later, due, state):
    one, nor, chl = between("r0", "2024-03-05")
    target = Target(due=due)
    one.commitment("pledged", "forgive a loan", (nor, chl), (), "2024-03-05", target)
    made = [one]
    if later:
        other, nor, chl = between("r1", later)
        other.event("CONSULT", "spoke of glaciers", (nor, chl), (), later, "meet")
        made.append(other)
    (row,) = linked(*made).record.commitments
    assert (row.status, row.due_state) == ("open", state)


def test_a_wish_that_comes_to_be_called_agreed_shows_how_it_hardened(linked):
    made = []
    for report, kind, date in (("r0", "interest", "2024-03-05"), ("r1", "agreed", "2024-09-05")):
        making, nor, chl = between(report, date)
        making.commitment(kind, "build a salmon research laboratory", (nor, chl), (), date)
        made.append(making)
    first, _ = sorted(linked(*made).record.commitments, key=lambda c: c.date)
    assert first.drift == (
        "interest (2024-03-05) → agreed (2024-09-05): firmer, with no agreement told between"
    )


def test_a_later_statement_that_denies_it_follows_it_up(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("pledged", "supply twelve salmon hatchery barges", (nor,), (chl,), "2024-03-05")
    other = Making("r1", "2024-09-05")
    nor = other.state("Norway", "NOR")
    other.statement(nor, "would supply twelve salmon hatchery barges")
    other.statements = [msgspec.structs.replace(s, hedge="denied") for s in other.statements]
    record = linked(one, other).record
    (follow,) = record.commitments[0].follow_ups
    assert (follow.statement, follow.how) == (record.statements[0].id, "denies")


def test_a_status_that_a_sentence_alone_tells_is_shown_with_that_sentence(linked):
    made, nor, chl = between("r0", "2024-03-05")
    promise = "pledged to hand over two research ships by 2022"
    made.text = f"Norway {promise}, but the plan was shelved. Chile said nothing."
    made.commitment("pledged", promise, (nor,), (chl,), "2019")
    (row,) = linked(made).record.commitments
    (shown,) = row.follow_ups
    assert (row.status, shown.how, shown.later) == ("lapsed", "slips", "")
    assert shown.mentions[0].quote == f"Norway {promise}, but the plan was shelved"


def test_a_meeting_fulfils_only_what_was_to_be_a_meeting(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("requested", "asked for a licence to sell cod", (chl,), (nor,), "2024-03-05")
    other, nor, chl = between("r1", "2024-04-05")
    other.event("CONSULT", "met to talk about cod", (nor, chl), (), "2024-04-04", "meet")
    (row,) = linked(one, other).record.commitments
    assert row.status != "fulfilled"


def test_a_visit_on_the_day_it_was_foretold_for_fulfils_the_plan(linked):
    one, nor, _ = between("r0", "2024-03-05")
    who = one.person("Rosa Quilodrán", "CHL")
    target = Target(due="2024-04-04")
    one.commitment("planned", "will visit Oslo", (who,), (nor,), "2024-03-05", target)
    other, nor, _ = between("r1", "2024-04-05")
    who = other.person("Rosa Quilodrán", "CHL")
    other.event("CONSULT", "arrived in Oslo for a visit", (who,), (nor,), "2024-04-04", "visit")
    (row,) = linked(one, other).record.commitments
    assert row.status == "fulfilled"
    assert [f.how for f in row.follow_ups] == ["fulfils"]


def test_a_plan_told_again_does_not_fulfil_it(linked):
    made = []
    for report, date in (("r0", "2024-03-05"), ("r1", "2024-05-05")):
        making, nor, chl = between(report, date)
        making.commitment("planned", "the herring commission is to meet soon", (nor, chl), (), date)
        made.append(making)
    assert all(c.status != "fulfilled" for c in linked(*made).record.commitments)


def test_a_refusal_told_right_behind_counts_though_its_day_was_misread(linked):
    made, nor, chl = between("r0", "2024-03-05")
    made.commitment("requested", "asked for a salmon quota", (chl,), (nor,), "2024-03-05")
    made.event("REJECT", "Norway turned down the salmon quota", (nor,), (chl,), "2023-11-02")
    record = linked(made).record
    assert [f.event for f in record.commitments[0].follow_ups] == [record.events[0].id]


def test_no_link_fulfils_what_is_not_fulfilled(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("pledged", "deliver forty salmon boats", (nor,), (chl,), "2024-03-05")
    other, nor, chl = between("r1", "2024-06-05")
    other.event("COOPERATE", "delivered twelve salmon boats", (nor,), (chl,), "2024-06-04")
    other.event("COOPERATE", "delivered salmon boats", (nor,), (chl,), "2024-06-05")
    (row,) = linked(one, other).record.commitments
    if row.status != "fulfilled":
        assert "fulfils" not in {f.how for f in row.follow_ups}
