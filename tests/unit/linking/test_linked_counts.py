"""What two reports, or two voices in one, count in two numbers; whom a denial answers."""

import pytest
from making import Making

from dragoman.linking import Linked

PLACES = ("Tromsdalen", "Hammerfest", "Punta Arenas")


def report(own: str, *sentences: str, published: str = "2024-03-05") -> Making:
    """A report of these sentences that names three places."""
    made = Making(own, published, text="\n".join((*sentences, ". ".join(PLACES))))
    for place in PLACES:
        made.entity("place", place)
    return made


def sides(linked: Linked, kind: str) -> list[list[str]]:
    rows = linked.record.disagreements
    return [[s.value for s in d.sides] for d in rows if d.kind == kind]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Chile freed 14 detainees at dawn.", "Chile freed 16 persons at dawn.", ["14", "16"]),
        ("The trawler had a crew of 21.", "Rescuers found 23 people on board.", ["21", "23"]),
        ("A jet flew 41 Norwegians home.", "A jet flew 43 Norwegians home.", ["41", "43"]),
        ("Two sailors died at the quay.", "Three sailors died at the quay.", ["2", "3"]),
    ],
)
def test_persons_counted_in_two_numbers(linked, one, other, told):
    assert sides(linked(report("r0", one), report("r1", other)), "figure") == [told]


def test_each_number_is_set_against_the_nearest(linked):
    one = report("r0", "Oslo expelled 43 students.", "Chile expelled 28 sailors.")
    other = report("r1", "Oslo expelled 41 students.", "Chile expelled 26 sailors.")
    assert sides(linked(one, other), "figure") == [["26", "28"], ["41", "43"]]


@pytest.mark.parametrize(
    "other",
    [
        "Chile freed 14 detainees and 16 sailors at dawn.",
        "Eleven persons were wounded at the quay.",
        "Chile freed 300 persons in a year.",
    ],
)
def test_numbers_that_are_of_others_are_no_disagreement(linked, other):
    one = report("r0", "Chile freed 14 detainees at dawn; all of them were freed at the quay.")
    assert sides(linked(one, report("r1", other)), "figure") == []


def test_a_toll_that_has_risen_since_is_no_disagreement(linked):
    one = report("r0", "Twelve sailors died at the quay.")
    other = report("r1", "The toll has risen to 14 sailors who died.", published="2024-03-09")
    assert sides(linked(one, other), "figure") == []


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("Ten thousand people marched. The police counted 3,000.",), ["10,000", "3,000"]),
        (("Nine men were hurt.", "The ministry puts the figure at four."), ["4", "9"]),
        (("The yard owes 46 crowns, it says; the bank counts 70.",), ["46", "70"]),
        (("Oslo will issue 800 visas a year.", "Santiago speaks of 950."), ["800", "950"]),
        (("The ministry said nine were hurt and two are missing.",), None),
        (("Nine men were hurt.", "The ministry counted four lighthouses."), None),
    ],
)
def test_a_voice_that_counts_otherwise(linked, sentences, told):
    found = sides(linked(report("r0", *sentences)), "figure")
    assert found == ([told] if told else [])


def test_a_number_far_below_the_claimed_one_that_it_sets_right(linked):
    text = "Six per cent, not forty, as one company claimed, of the salmon was sick."
    assert sides(linked(report("r0", text)), "figure") == [["40", "6"]]


def test_three_numbers_for_one_thing_are_one_disagreement(linked):
    told = ("21 captives", "24 prisoners", "26 detainees")
    made = [report(f"r{k}", f"Norway seized {who} at dawn.") for k, who in enumerate(told)]
    assert sides(linked(*made), "figure") == [["21", "24", "26"]]


def test_a_day_that_no_words_of_the_clause_tell_is_no_account(linked):
    made = []
    for own, day, reason in (
        ("r0", "2024-03-04", "last up to the report's date, 2024-03-05"),
        ("r1", "2024-03-05", "told of it in the report"),
    ):
        making = Making(own, "2024-03-05")
        pair = making.person("Solveig Haugen", "NOR"), making.person("Daniel Cruz", "CHL")
        making.event("CONSULT", "met in Santiago", pair[:1], pair[1:], day, "meet")
        making.explained(reason)
        made.append(making)
    assert sides(linked(*made), "date") == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [("The yard says that nobody ordered more.", 1), ("It rained for a week.", 0)],
)
def test_the_voice_after_one_that_blames_gives_a_cause_of_its_own(linked, answer, told):
    blame = "Chilean officials blame paperwork for the late ferries."
    assert len(sides(linked(report("r0", blame, answer)), "cause")) == told
