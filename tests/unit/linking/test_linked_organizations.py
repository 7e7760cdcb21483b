"""Which states, organizations, bodies and places are one."""

import pytest
from making import Making

from dragoman.linking import Linked


def rows(linked: Linked, kind: str) -> list[set[str]]:
    return [set(e.names) for e in linked.record.entities if e.type == kind]


def two(kind, one, other, countries=(None, None)):
    first, second = Making("r0"), Making("r1")
    first.entity(kind, one, countries[0])
    second.entity(kind, other, countries[1])
    return first, second


def test_a_state_is_one_under_its_name_and_its_capital(linked):
    result = linked(*two("state", "Norway", "Oslo", ("NOR", "NOR")))
    assert rows(result, "state") == [{"Norway", "Oslo"}]


def test_a_state_without_a_code_is_known_by_its_name(linked):
    result = linked(*two("state", "Norway", "Norway", ("NOR", None)))
    assert [e.country for e in result.record.entities] == ["NOR"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of National Defence", "Defense Ministry"),
        ("Norwegian Defence Ministry", "Ministry of Defence"),
        ("Ministry of Foreign Affairs", "Foreign Office"),
        ("Royal Norwegian Navy", "Royal Navy of Norway"),
    ],
)
def test_wordings_of_one_ministry_are_one(linked, one, other):
    assert len(rows(linked(*two("organization", one, other, ("NOR", "NOR"))), "organization")) == 1


def test_ministries_of_two_states_are_two(linked):
    made = two("organization", "Ministry of Defence", "Ministry of Defence", ("NOR", "CHL"))
    assert len(rows(linked(*made), "organization")) == 2


def test_a_ministry_whose_state_nobody_names_is_not_guessed(linked):
    made = two("organization", "Ministry of Defence", "Ministry of Defence", ("NOR", None))
    assert len(rows(linked(*made), "organization")) == 2


def test_a_ministry_is_not_one_with_another_whose_name_goes_on(linked):
    made = two(
        "organization", "Ministry of Defence", "Ministry of Defence Production", ("NOR",) * 2
    )
    assert len(rows(linked(*made), "organization")) == 2


def test_initials_stand_for_the_full_name(linked):
    made = two("organization", "Nordic Fisheries Research Institute", "NFRI", ("NOR", "NOR"))
    (row,) = rows(linked(*made), "organization")
    assert row == {"Nordic Fisheries Research Institute", "NFRI"}


def test_a_body_of_a_common_name_is_one_between_the_same_states(linked):
    first, second, third = Making("r0"), Making("r1"), Making("r2")
    for made, states in ((first, "NC"), (second, "NC"), (third, "NP")):
        made.entity("body", "Joint Commission")
        for letter in states:
            name, code = {"N": ("Norway", "NOR"), "C": ("Chile", "CHL"), "P": ("Peru", "PER")}[
                letter
            ]
            made.state(name, code)
    commissions = [e for e in linked(first, second, third).record.entities if e.type == "body"]
    assert sorted(len({m.report for m in e.mentions}) for e in commissions) == [1, 2]


def test_codes_of_one_programme_are_one_with_and_without_hyphen(linked):
    assert len(rows(linked(*two("programme", "NX-40", "NX40")), "programme")) == 1


def test_places_of_one_name_in_two_towns_are_two(linked):
    made = []
    for report, town in (("r0", "Bergen"), ("r1", "Tromsø")):
        making = Making(report)
        inside = making.entity("place", town, "NOR")
        own = making.entity("place", "Government House", "NOR")
        making.entities[own] = type(making.entities[own])(
            **{f: getattr(making.entities[own], f) for f in making.entities[own].__struct_fields__}
            | {"within": inside}
        )
        made.append(making)
    assert len(rows(linked(*made), "place")) == 4


def test_every_merge_says_why(linked):
    result = linked(*two("organization", "Fjord Wire", "Fjord Wire", ("NOR", None)))
    (reason,) = result.reasons
    assert reason.item == result.record.entities[0].id
    assert reason.score == 1.0
    assert "Fjord Wire" in reason.why
    assert {reason.left.report, reason.right.report} == {"r0", "r1"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Haldor Shipping Limited", "Haldor Shipping Ltd."),
        ("OAO Severstan", "Open Joint Stock Company Severstan"),
        ("First Fisheries Bank of Bergen", "1st Fisheries Bank of Bergen"),
        ("Severstan Brigade Forty-Four", "Severstan Brigade 44"),
    ],
)
def test_a_legal_form_and_how_a_number_is_written_make_no_other_company(linked, one, other):
    result = linked(*two("organization", one, other))
    assert rows(result, "organization") == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Severstan Fund VII", "Severstan Fund VIII"),
        ("Haldor Shipping Limited", "Brevik Shipping Limited"),
    ],
)
def test_another_number_or_another_name_makes_another_company(linked, one, other):
    assert len(rows(linked(*two("organization", one, other)), "organization")) == 2
