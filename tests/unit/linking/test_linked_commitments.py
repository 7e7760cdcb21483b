"""One commitment, what follows it, and where it stands."""

import msgspec
import pytest
from making import Making

from dragoman.record.nouns import Target


def between(report, published):
    made = Making(report, published)
    return made, made.state("Norway", "NOR"), made.state("Chile", "CHL")


def test_one_act_told_by_two_reports_is_one_row(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("signed", "train 40 Chilean divers in Bergen", (nor,), (chl,), "2024-03-05")
    other, nor, chl = between("r1", "2024-03-06")
    other.commitment("agreed", "training of divers in Bergen", (nor,), (chl,), "2024-03-05")
    (row,) = linked(one, other).record.commitments
    assert {m.report for m in row.mentions} == {"r0", "r1"}
    assert row.kind == "signed"


def test_what_one_report_counts_apart_stays_apart_whatever_another_reports_numbers(linked):
    made = []
    for report, lorries in (("r0", 81), ("r1", 80)):
        making, nor, chl = between(report, "2024-03-05")
        both = f"180 snowploughs and {lorries} lorries"
        ploughs = Target(amount=180, unit="snowplough")
        making.commitment("signed", both, (nor,), (chl,), "2024-03-05", target=ploughs)
        cars = Target(amount=lorries, unit="lorry")
        making.commitment("signed", f"{lorries} lorries", (nor,), (chl,), "2024-03-05", target=cars)
        made.append(making)
    rows = linked(*made).record.commitments
    assert {c.target.unit for c in rows} == {"snowplough", "lorry"}


def test_the_same_wish_voiced_by_another_minister_is_another_row(linked):
    made = []
    for report, name in (("r0", "Solveig Haugen"), ("r1", "Lars Moen")):
        making, _, chl = between(report, "2024-03-05")
        who = making.person(name, "NOR")
        making.commitment("interest", "build a salmon laboratory", (who,), (chl,), "2024-03-05")
        made.append(making)
    assert len(linked(*made).record.commitments) == 2


def test_voiced_again_later_and_firmer_it_is_a_new_row_that_follows_the_first(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("interest", "salmon laboratory in Punta Arenas", (nor,), (chl,), "2024-03-05")
    other, nor, chl = between("r1", "2025-01-10")
    other.commitment("signed", "salmon laboratory in Punta Arenas", (nor,), (chl,), "2025-01-10")
    first, second = sorted(linked(one, other).record.commitments, key=lambda c: c.date)
    assert [f.commitment for f in first.follow_ups] == [second.id]
    assert (first.status, second.status) == ("progressing", "open")
    assert not second.follow_ups


def test_a_planned_visit_that_took_place_is_fulfilled(linked):
    one, _, chl = between("r0", "2024-03-01")
    who = one.person("Solveig Haugen", "NOR")
    one.commitment("planned", "visit Chile", (who,), (chl,), "2024-03-01", Target(due="2024-03-05"))
    other, _, chl = between("r1", "2024-03-06")
    who = other.person("Solveig Haugen", "NOR")
    other.event("CONSULT", "flew to Santiago", (who,), (chl,), "2024-03-05", "visit")
    record = linked(one, other).record
    (row,) = record.commitments
    assert row.status == "fulfilled"
    assert [f.event for f in row.follow_ups] == [record.events[0].id]


def test_silence_leaves_a_commitment_open(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("pledged", "forgive a loan", (nor,), (chl,), "2024-03-05")
    assert linked(one).record.commitments[0].status == "open"


def test_what_a_report_says_has_lapsed_stays_lapsed(linked):
    one, nor, chl = between("r0", "2024-03-05")
    one.commitment("planned", "a ferry line", (nor,), (chl,), "2024-03-05", status="lapsed")
    assert linked(one).record.commitments[0].status == "lapsed"


def test_one_event_is_progress_not_fulfilment_of_a_number(linked):
    one, nor, chl = between("r0", "2024-03-05")
    target = Target(amount=40, unit="boat")
    one.commitment("signed", "supply 40 patrol boats", (nor,), (chl,), "2024-03-05", target)
    other, nor, chl = between("r1", "2024-09-05")
    other.event("COOPERATE", "delivered first patrol boats", (nor,), (chl,), "2024-09-01")
    assert linked(one, other).record.commitments[0].status == "progressing"


def test_an_event_that_gives_the_whole_number_fulfils_it(linked):
    one, nor, chl = between("r0", "2024-03-05")
    target = Target(amount=11, unit="trawler")
    one.commitment("pledged", "11 trawlers would be set free", (chl,), (nor,), "2024-03-05", target)
    other, nor, chl = between("r1", "2024-04-05")
    other.event("RETREAT", "freed 12 trawlers", (chl,), (nor,), "2024-04-01")
    assert linked(one, other).record.commitments[0].status == "fulfilled"


def test_a_part_bound_later_is_progress(linked):
    one, nor, chl = between("r0", "2024-03-05")
    for made, date, amount in ((one, "2024-03-05", 40), (one, "2024-09-01", 12)):
        target = Target(amount=amount, unit="boat")
        quote = f"supply {amount} steel patrol boats"
        made.commitment("signed", quote, (nor, chl), (), date, target)
    whole, part = sorted(linked(one).record.commitments, key=lambda c: c.date)
    assert (whole.status, part.status) == ("progressing", "open")
    assert [f.commitment for f in whole.follow_ups] == [part.id]


def test_a_visit_of_somebody_else_fulfils_nothing(linked):
    one, _, chl = between("r0", "2024-03-01")
    who = one.person("Solveig Haugen", "NOR")
    one.commitment("planned", "visit Chile", (who,), (chl,), "2024-03-01", Target(due="2024-03-05"))
    other, _, chl = between("r1", "2024-03-06")
    who = other.person("Lars Moen", "NOR")
    other.event("CONSULT", "flew to Santiago", (who,), (chl,), "2024-03-05", "visit")
    assert linked(one, other).record.commitments[0].status == "open"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Salmon talks, planned for May, did not take place.", "lapsed"),
        ("Salmon talks, planned for May, were held. A regatta did not take place.", "open"),
    ],
)
def test_what_its_own_sentence_says_came_to_nothing_has_lapsed(linked, text, status):
    made, nor, chl = between("r0", "2024-06-05")
    made.text = text
    made.commitment("planned", "planned for May", (nor, chl))
    assert linked(made).record.commitments[0].status == status


def test_what_headline_and_lead_say_was_signed_is_one(linked):
    made, nor, chl = between("r0", "2024-03-05")
    quotes = ("sign pact on fjord access", "signed an accord that lets trawlers land their catch")
    made.text = " … ".join(quotes)
    for quote in quotes:
        made.event("AGREE", quote, (nor, chl), (), "2024-03-04")
        made.commitment("signed", quote, (nor, chl), (), "2024-03-04")
    made.events = [msgspec.structs.replace(e, trigger="sign") for e in made.events]
    assert len(linked(made).record.commitments) == 1


def test_two_things_signed_in_one_clause_are_two(linked):
    made, nor, chl = between("r0", "2024-03-05")
    made.text = "signed a pact to build ferries and to train pilots"
    made.event("AGREE", made.text, (nor, chl), (), "2024-03-04")
    for quote in ("build ferries", "train pilots"):
        made.commitment("signed", quote, (nor, chl), (), "2024-03-04")
    assert len(linked(made).record.commitments) == 2


@pytest.mark.parametrize(("unit", "rows"), [("trawler", 1), ("hectare", 2)])
def test_one_number_of_one_thing_is_one_whoever_is_said_to_be_bound(linked, unit, rows):
    one, nor, chl = between("r0", "2024-03-05")
    target = Target(amount=6, unit="trawler")
    one.commitment("signed", "six old trawlers to be had", (nor,), (chl,), "2024-03-05", target)
    other, nor, chl = between("r1", "2024-03-06")
    target = Target(amount=6, unit=unit)
    quote = f"six {unit}s will come by ship in the winter, old and wide, an official said"
    quote = quote if rows == 1 else f"six {unit}s of pasture near Arica will be fenced"
    other.commitment("planned", quote, (chl, nor), (), None, target)
    assert len(linked(one, other).record.commitments) == rows


def test_targets_of_two_stages_stay_two(linked):
    one, nor, chl = between("r0", "2024-03-05")
    for amount in (50, 70):
        target = Target(amount=amount, unit="MW")
        one.commitment("planned", f"{amount} MW at Arica", (nor,), (chl,), "2024-03-05", target)
    assert len(linked(one).record.commitments) == 2
