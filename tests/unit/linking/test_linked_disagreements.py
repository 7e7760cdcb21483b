"""Where reports cannot both be right, and what is no disagreement."""

import msgspec
import pytest
from making import Making

from dragoman.linking import Linked
from dragoman.record.nouns import Figure, Hedge, Target


def kinds(linked: Linked) -> list[str]:
    return [d.kind for d in linked.record.disagreements]


def two() -> tuple[Making, Making]:
    return Making("r0", "2024-03-05"), Making("r1", "2024-03-06")


def states(made: Making) -> tuple[str, str]:
    return made.state("Norway", "NOR"), made.state("Chile", "CHL")


def test_targets_of_one_commitment_that_differ(linked):
    made = two()
    for making, amount in zip(made, (40, 42), strict=True):
        nor, chl = states(making)
        target = Target(amount=amount, unit="boat")
        making.commitment("signed", "supply patrol boats", (nor,), (chl,), "2024-03-05", target)
    result = linked(*made)
    (found,) = result.record.disagreements
    assert found.kind == "figure"
    assert found.about == result.record.commitments[0].id
    assert {s.value: s.reports for s in found.sides} == {"40 boat": ("r0",), "42 boat": ("r1",)}
    assert all(s.mentions for s in found.sides)


@pytest.mark.parametrize(
    ("one", "other", "unit", "found"),
    [
        (6.5e9, 6.7e9, "USD", ["figure"]),
        (2.4e9, 2.371e9, "NOK", []),
        (5e9, 5e9, "USD", []),
        (12, 13, "boat", ["figure"]),
        (12, 400, "boat", []),
    ],
)
def test_one_measure_in_two_numbers_but_not_rounded_ones(linked, one, other, unit, found):
    made = two()
    for making, value in zip(made, (one, other), strict=True):
        making.figure(value, unit, "cost of the salmon laboratory")
    assert kinds(linked(*made)) == found


def test_a_target_and_what_came_of_it_are_no_disagreement(linked):
    one, other = two()
    one.figure(40, "boat", "patrol boats for the coast guard", "target")
    other.figure(38, "boat", "patrol boats for the coast guard", "actual")
    assert kinds(linked(one, other)) == []


def test_two_currencies_are_no_disagreement(linked):
    one, other = two()
    one.figure(40e6, "NOK", "cost of the laboratory")
    other.figure(38e6, "USD", "cost of the laboratory")
    assert kinds(linked(one, other)) == []


def test_a_number_set_against_another_disagrees_with_all_who_give_that(linked):
    one, other = two()
    one.figure(7, "agreement", "agreements signed in Santiago")
    who = other.person("Marta Rojas", "CHL")
    at = other.at
    other.statement(who, "there were ten agreements, not seven agreements")
    end = other.at
    other.at = at + len("there were ")
    other.figure(10, "agreement", "agreements signed in secret")
    other.at = at + len("there were ten agreements, not ")
    other.figure(7, "agreement", "agreements signed")
    other.at = end
    (found,) = linked(one, other).record.disagreements
    assert {s.value.split()[0]: s.reports for s in found.sides} == {"10": ("r1",), "7": ("r0",)}


def counting(report: str, text: str, *figures: tuple[float, str, str]) -> Making:
    """A report whose text holds the figures, each given as value, unit and quote."""
    made = Making(report, "2024-03-05", text=text)
    for value, unit, quote in figures:
        made.figures.append(
            Figure(
                id=f"f{len(made.figures)}",
                value=value,
                unit=unit,
                measure=f"to {quote}",
                kind="target",
                mentions=(made.mention(quote),),
            )
        )
    return made


NORWAY_BUYS = "Chile is to build 52 ferries for the western fjords, Oslo said."
CHILE_SELLS = "The yard in Valdivia has orders for 54 ferries, most for the western fjords."


def test_numbers_that_near_each_other_in_sentences_on_one_thing(linked):
    one = counting("r0", NORWAY_BUYS, (52, "ferry", "52 ferries"))
    other = counting("r1", CHILE_SELLS, (54, "ferry", "54 ferries"))
    (found,) = linked(one, other).record.disagreements
    assert {s.value: s.reports for s in found.sides} == {"52": ("r0",), "54": ("r1",)}


@pytest.mark.parametrize(
    "text",
    [
        "The yard in Valdivia once sold 54 ferries to Peru.",
        "Of 54 ferries for the western fjords 52 ferries were built.",
        "Some 70 ferries call at Bergen a day.",
    ],
)
def test_numbers_of_other_things_far_apart_or_both_told_are_no_disagreement(linked, text):
    one = counting("r0", NORWAY_BUYS, (52, "ferry", "52 ferries"))
    told = [(v, "ferry", q) for v in (52, 54, 70) if (q := f"{v} ferries") in text]
    assert kinds(linked(one, counting("r1", text, *told))) == []


def test_a_price_of_the_same_counted_things(linked):
    one = "The loan of $310 million pays for seven research ships."
    other = "Santiago borrowed $390 million; the loan will buy seven research vessels."
    made = (
        counting("r0", one, (310e6, "USD", "$310 million"), (7, "ship", "seven research ships")),
        counting("r1", other, (390e6, "USD", "$390 million")),
    )
    assert kinds(linked(*made)) == []
    more = counting(
        "r1",
        other.replace(";", " and"),
        (390e6, "USD", "$390 million"),
        (7, "vessel", "seven research vessels"),
    )
    assert kinds(linked(made[0], more)) == ["figure"]


def test_one_event_told_with_two_numbers(linked):
    made = []
    for report, quote, number in (("r0", "signed five accords", 5), ("r1", "signed six pacts", 6)):
        making = Making(report, "2024-03-05", text=f"Norway and Chile {quote} on salmon.")
        nor, chl = states(making)
        making.event("AGREE", f"{quote} on salmon", (nor, chl), (), "2024-03-05")
        mention = making.mention(quote.removeprefix("signed "))
        making.figures.append(
            Figure(
                id="f", value=number, unit="pact", measure=".", kind="actual", mentions=(mention,)
            )
        )
        made.append(making)
    result = linked(*made)
    (found,) = result.record.disagreements
    assert (found.kind, found.about) == ("figure", result.record.events[0].id)


def test_a_place_that_is_only_talked_of_is_no_other_place(linked):
    made = two()
    for making, town, country in zip(made, ("Santiago", "Khartoum"), ("CHL", "SDN"), strict=True):
        pair = making.person("Solveig Haugen", "NOR"), making.person("Daniel Cruz", "CHL")
        place = making.entity("place", town, country)
        making.event("CONSULT", f"met in {town}", pair[:1], pair[1:], "2024-03-05", "meet", place)
    assert kinds(linked(*made)) == []


def test_one_meeting_on_two_days(linked):
    made = two()
    for making, date in zip(made, ("2024-03-04", "2024-03-05"), strict=True):
        pair = making.person("Solveig Haugen", "NOR"), making.person("Daniel Cruz", "CHL")
        making.event("CONSULT", "met in Santiago", pair[:1], pair[1:], date, "meet")
    result = linked(*made)
    assert kinds(result) == ["date"]
    assert result.record.disagreements[0].about == result.record.events[0].id


def test_a_vaguer_date_is_no_disagreement(linked):
    made = two()
    for making, date in zip(made, ("2024-03", "2024-03-05"), strict=True):
        pair = making.person("Solveig Haugen", "NOR"), making.person("Daniel Cruz", "CHL")
        making.event("CONSULT", "met in Santiago", pair[:1], pair[1:], date, "meet")
    assert kinds(linked(*made)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Santiago", "Valparaíso", ["place"]),
        ("Santiago", "Palacio Building", []),
        ("Santiago", "Central Region", []),
        ("Santiago", "Santiago", []),
    ],
)
def test_one_meeting_in_two_towns_but_not_in_a_town_and_its_palace(linked, one, other, found):
    made = two()
    for making, town in zip(made, (one, other), strict=True):
        pair = making.person("Solveig Haugen", "NOR"), making.person("Daniel Cruz", "CHL")
        place = making.entity("place", town, "CHL")
        making.event("CONSULT", f"met in {town}", pair[:1], pair[1:], "2024-03-05", "meet", place)
    assert kinds(linked(*made)) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Gilberto Marquez", "Gilbert Marquez", ["name"]),
        ("Bjørn Sæther", "Bjorn Saether", []),
        ("Mikhail Orlenko", "Mihail Orlenko", ["name"]),
        ("Ana B. de la Cruz Jr.", "Ana Cruz", []),
        ("Okada Haruto", "Haruto Okada", []),
    ],
)
def test_a_name_a_search_would_miss_but_no_accent_or_initial(linked, one, other, found):
    made = two()
    for making, name in zip(made, (one, other), strict=True):
        making.person(name, "NOR")
    assert kinds(linked(*made)) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Rear Admiral", "Vice Admiral", ["title"]),
        ("Foreign Minister", "Deputy Foreign Minister", ["title"]),
        ("Vice Admiral", "Admiral", []),
        ("Foreign Minister", "Minister of Fisheries", []),
        ("Commodore", "Chief of the Navy", []),
    ],
)
def test_two_ranks_or_a_deputy_but_no_short_form_or_second_office(linked, one, other, found):
    made = two()
    for making, title in zip(made, (one, other), strict=True):
        making.person("Solveig Haugen", "NOR", title)
    made[1].published = "2024-03-06"
    result = linked(*made)
    assert [k for k in kinds(result) if k == "title"] == found


def test_a_promotion_years_later_is_no_disagreement(linked):
    one, other = Making("r0", "2020-03-05"), Making("r1", "2024-03-05")
    one.person("Solveig Haugen", "NOR", "Rear Admiral")
    other.person("Solveig Haugen", "NOR", "Vice Admiral")
    assert kinds(linked(one, other)) == []


def test_one_utterance_laid_to_two_mouths(linked):
    made = two()
    quote = "salmon farming in cold fjords needs patience, money and honest inspectors"
    for making, (name, country) in zip(
        made, (("Solveig Haugen", "NOR"), ("Daniel Cruz", "CHL")), strict=True
    ):
        making.statement(making.person(name, country), quote)
    assert kinds(linked(*made)) == ["attribution"]


def test_agreed_in_one_report_and_only_wished_in_another_of_the_day(linked):
    made = two()
    for making, kind in zip(made, ("agreed", "interest"), strict=True):
        nor, chl = states(making)
        making.commitment(kind, "salmon laboratory in Punta Arenas", (nor, chl), (), "2024-03-05")
    assert kinds(linked(*made)) == ["status"]


def test_called_for_in_one_report_and_done_in_another(linked):
    one, other = two()
    chl = one.state("Chile", "CHL")
    one.event("REQUEST", "calls to boycott foreign salmon", (chl,))
    chl, nor = other.state("Chile", "CHL"), other.state("Norway", "NOR")
    other.event("PROTEST", "shops boycotted foreign salmon", (chl,), (nor,), None, "boycott")
    assert kinds(linked(one, other)) == ["status"]


def test_one_of_two_who_agreed_only_wished_in_another_report(linked):
    made = two()
    for making, kind in zip(made, ("agreed", "interest"), strict=True):
        nor, chl = states(making)
        by = (nor, chl) if kind == "agreed" else (chl,)
        making.commitment(kind, "salmon laboratory in Punta Arenas", by, (), "2024-03-05")
    assert kinds(linked(*made)) == ["status"]


def test_called_for_by_nobody_named_and_done(linked):
    one, other = two()
    chl = one.state("Chile", "CHL")
    one.event("REQUEST", "calls within the country to boycott foreign salmon", (), (chl,))
    chl, nor = other.state("Chile", "CHL"), other.state("Norway", "NOR")
    other.event("PROTEST", "shops boycotted foreign salmon", (chl,), (nor,))
    assert kinds(linked(one, other)) == ["status"]


def test_what_is_called_for_and_another_deed_in_like_words(linked):
    one, other = two()
    chl = one.state("Chile", "CHL")
    one.event("REQUEST", "called for fjord inspections", (chl,))
    chl, nor = other.state("Chile", "CHL"), other.state("Norway", "NOR")
    other.event("COOPERATE", "trained staff for fjord inspections", (chl,), (nor,))
    other.events = [msgspec.structs.replace(other.events[0], trigger="train")]
    assert kinds(linked(one, other)) == []


def saying(made: Making, who: str, quote: str, hedge: Hedge) -> None:
    made.statement(who, quote)
    made.statements[-1] = msgspec.structs.replace(made.statements[-1], hedge=hedge)


def test_a_pact_that_one_report_tells_and_another_has_denied(linked):
    one, other = two()
    nor, chl = states(one)
    one.event("AGREE", "signed a fisheries pact", (nor, chl), (), "2024-03-04")
    who = other.person("Daniel Cruz", "CHL")
    saying(other, who, "the country had signed any fisheries pact", "denied")
    (found,) = linked(one, other).record.disagreements
    assert found.kind == "status"
    assert {s.reports for s in found.sides} == {("r0",), ("r1",)}


def test_a_denial_of_what_the_same_report_tells(linked):
    made = Making("r0", "2024-03-05")
    saying(made, made.person("Solveig Haugen", "NOR"), "the ferries will be delayed", "stated")
    saying(made, made.person("Daniel Cruz", "CHL"), "there was any delay", "denied")
    (found,) = linked(made).record.disagreements
    assert (found.kind, len(found.sides)) == ("status", 2)


def test_a_promise_that_the_other_side_denies_is_denied(linked):
    text = "Cruz said Oslo had promised three icebreakers. Haugen denied that it promised any."
    made = Making("r0", "2024-03-05", text=text)
    nor, chl = states(made)
    promise = "had promised three icebreakers"
    made.commitment("pledged", promise, (nor,), (chl,))
    saying(made, made.person("Daniel Cruz", "CHL"), promise, "alleged")
    saying(made, made.person("Solveig Haugen", "NOR"), "it promised any", "denied")
    assert linked(made).record.commitments[0].status == "denied"


def test_nothing_of_the_sort_denies_what_was_said_last(linked):
    made = Making("r0", "2024-03-05")
    saying(made, made.person("Daniel Cruz", "CHL"), "a base was promised in 2019", "alleged")
    saying(made, made.person("Solveig Haugen", "NOR"), "Nothing of the sort was agreed", "denied")
    assert kinds(linked(made)) == ["status"]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("the minister took bribes from trawler owners", "the minister took bribes"),
        ("the two signed a fisheries pact", "Oslo had sold its icebreakers"),
    ],
)
def test_denials_of_charges_and_of_other_things_are_no_disagreement(linked, told, denied):
    one, other = two()
    saying(one, one.person("Solveig Haugen", "NOR"), told, "alleged")
    saying(other, other.person("Daniel Cruz", "CHL"), denied, "denied")
    assert kinds(linked(one, other)) == []


@pytest.mark.parametrize(
    "negation",
    ["there had been no such decision", "no agreement on the icebreakers was ever reached"],
)
def test_what_one_voice_tells_and_the_next_negates(linked, negation):
    made = Making("r0", "2024-03-05")
    told = "Oslo had reached an agreement on the icebreakers"
    saying(made, made.person("Daniel Cruz", "CHL"), told, "stated")
    saying(made, made.person("Solveig Haugen", "NOR"), negation, "stated")
    assert kinds(linked(made)) == ["status"]


@pytest.mark.parametrize(("number", "found"), [(4, ["figure"]), (30, ["figure"]), (9, [])])
def test_what_each_of_two_reports_counts_once(linked, number, found):
    text = "{} antennas will watch the orbits from Bodø."
    one = counting("r0", text.format("Three"), (3, "antenna", "Three antennas"))
    quote = f"{number} antennas"
    other = counting("r1", text.format(number), (number, "antenna", quote))
    assert kinds(linked(one, other)) == found


def test_a_charge_and_its_denial_in_one_breath(linked):
    made = Making("r0", "2024-03-05", text="Aides say Oslo delayed payment, a claim it denies.")
    quote = "Oslo delayed payment"
    saying(made, made.person("Daniel Cruz", "CHL"), quote, "alleged")
    saying(made, made.person("Solveig Haugen", "NOR"), quote, "denied")
    assert kinds(linked(made)) == []


def test_one_request_laid_to_the_other_side(linked):
    made = two()
    quotes = (
        "asked for salmon inspectors in Puerto Montt",
        "requested inspectors for salmon at Puerto Montt",
    )
    for making, quote, name in zip(made, quotes, ("Norway", "Chile"), strict=True):
        nor, chl = states(making)
        by = nor if name == "Norway" else chl
        making.commitment("requested", quote, (by,), (), "2024-03-05")
    assert kinds(linked(*made)) == ["attribution"]


def test_another_who_attends(linked):
    made = two()
    for making, more in zip(made, ((), ("Kari Dahl",)), strict=True):
        guests = [making.person(n, "NOR") for n in ("Solveig Haugen", *more)]
        host = making.person("Daniel Cruz", "CHL")
        making.event("CONSULT", "met in Santiago", tuple(guests), (host,), "2024-03-05", "meet")
    assert kinds(linked(*made)) == ["participants"]


def test_reports_that_agree_raise_nothing(linked):
    made = two()
    for making in made:
        nor, chl = states(making)
        making.person("Solveig Haugen", "NOR", "Foreign Minister")
        making.event("AGREE", "signed a salmon pact", (nor, chl), (), "2024-03-05")
        making.figure(40, "boat", "patrol boats")
    assert kinds(linked(*made)) == []


def test_things_of_any_name_are_counted_in_two_ways(linked):
    made = []
    for making, count in zip(two(), ("six", "five"), strict=True):
        text = f"Engineers near the Vardø lighthouse drilled {count} wells by the salt works."
        making.text = text
        making.entity("place", "Vardø")
        making.entity("organization", "Vardø lighthouse")
        made.append(making)
    (found,) = linked(*made).record.disagreements
    assert (found.kind, {s.value for s in found.sides}) == ("figure", {"6", "5"})


def test_hours_and_miles_are_no_counts(linked):
    made = []
    for making, count in zip(two(), ("six", "five"), strict=True):
        making.text = f"Engineers near the Vardø lighthouse drilled {count} hours by the sea."
        making.entity("place", "Vardø")
        making.entity("organization", "Vardø lighthouse")
        made.append(making)
    assert linked(*made).record.disagreements == ()


def test_a_rumour_that_only_its_denial_tells_of_is_one_account(linked):
    one, _ = two()
    one.text = (
        "The ship will carry tents and chainsaws to the island. Captain Haugen denied the rumour "
        "that two desalination units from the northern depot are to be taken back in winter."
    )
    assert kinds(linked(one)) == []


def test_a_denial_that_points_back_disputes_the_sentence_before(linked):
    one, _ = two()
    one.text = (
        "Fishermen say the patrol fired at the trawler off Vardø. The navy denies it. "
        "The harbour stays open."
    )
    assert kinds(linked(one)) == ["status"]
