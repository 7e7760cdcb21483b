"""Who is who among persons."""

import pytest
from making import Making

from dragoman.linking import Linked


def people(linked: Linked) -> list[set[str]]:
    """Return the names of each person of the record."""
    return [set(e.names) for e in linked.record.entities if e.type == "person"]


def told(*names: tuple[str, str | None]) -> list[Making]:
    """Return one report for each name, with the state it is given."""
    made = [Making(f"r{i}") for i in range(len(names))]
    for making, (name, country) in zip(made, names, strict=True):
        making.person(name, country)
    return made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bjørn Sæther", "Bjorn Saether"),
        ("Mikhail Orlenko", "Mihail Orlenko"),
        ("Viktoriya Sokolska", "Victoriya Sokolska"),
        ("Wimal Gunaratne", "Vimal Gunaratne"),
        ("Yusuf Darwish", "Youssuf Darvish"),
        ("Muhammad Lamrani", "Mohammed Lamrani"),
        ("Kofi Asante Mensah", "Kofi Mensah"),
        ("K. Asante", "Kofi Asante"),
        ("Okada Haruto", "Haruto Okada"),
        ("Лев Соколенко", "Lev Sokolenko"),
    ],
)
def test_spellings_of_one_name_are_one_person(linked, one, other):
    assert people(linked(*told((one, None), (other, None)))) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee Jae-min", "Lee Jae-yong"),
        ("Hasan Lamrani", "Hussein Lamrani"),
        ("Chen Wei", "Cheng Wei"),
        ("Omar Salem Rashid", "Salem Omar Rashid"),
        ("Ama Owusu", "Kofi Owusu"),
    ],
)
def test_names_that_differ_stay_two(linked, one, other):
    assert len(people(linked(*told((one, "GHA"), (other, "GHA"))))) == 2


def test_two_ministers_of_one_name_stay_two(linked):
    one, other = Making("r0"), Making("r1")
    one.person("Daniel Cruz", "CHL", "Foreign Minister")
    other.person("Daniel Cruz", "PER", "Foreign Minister")
    assert len(people(linked(one, other))) == 2


def test_two_ministers_of_one_name_and_state_stay_two_by_their_offices(linked):
    one, other = Making("r0", "2024-03-01"), Making("r1", "2024-03-02")
    one.person("Daniel Cruz", "CHL", "Minister of Mines")
    other.person("Daniel Cruz", "CHL", "Health Minister")
    assert len(people(linked(one, other))) == 2


def test_a_minister_who_changes_office_stays_one(linked):
    one, other = Making("r0", "2022-03-01"), Making("r1", "2024-03-02")
    one.person("Daniel Cruz", "CHL", "Minister of Mines")
    other.person("Daniel Cruz", "CHL", "Health Minister")
    assert len(people(linked(one, other))) == 1


def test_a_family_name_alone_joins_the_only_full_name_that_fits(linked):
    result = linked(*told(("Solveig Haugen", "NOR"), ("Haugen", "NOR"), ("Pedro Haugen", "CHL")))
    assert {"Solveig Haugen", "Haugen"} in people(result)
    assert "family name alone" in result.reasons[0].why


def test_a_family_name_that_fits_two_stays_alone(linked):
    result = linked(*told(("Solveig Haugen", "NOR"), ("Pedro Haugen", "NOR"), ("Haugen", "NOR")))
    assert {"Haugen"} in people(result)


def test_an_office_tells_which_of_two_a_family_name_means(linked):
    one, two, three = Making("r0"), Making("r1"), Making("r2")
    one.person("Solveig Haugen", "NOR", "Foreign Minister")
    two.person("Pedro Haugen", "NOR", "Fisheries Minister")
    three.person("Haugen", "NOR", "Fisheries Minister")
    assert {"Pedro Haugen", "Haugen"} in people(linked(one, two, three))


def test_whom_one_report_tells_apart_stay_two(linked):
    made = Making("r0")
    made.person("Ahmed Lamrani", "MAR")
    made.person("Ahmed Tazi", "MAR")
    assert len(people(linked(made))) == 2


def test_offices_keep_their_evidence_and_spellings_make_no_second_row(linked):
    one, other = Making("r0"), Making("r1")
    one.person("Solveig Haugen", "NOR", "Defence Minister")
    other.person("Solveig Haugen", "NOR", "Defense Minister")
    (role,) = linked(one, other).record.roles
    assert {m.report for m in role.mentions} == {"r0", "r1"}


@pytest.mark.parametrize(("short", "rows"), [("minister", 1), ("Minister", 2)])
def test_a_form_of_address_is_a_wording_of_the_office_and_a_description_is_none(
    linked, short, rows
):
    one, other = Making("r0"), Making("r1")
    one.person("Solveig Haugen", "NOR", "Minister of Fisheries")
    other.person("Solveig Haugen", "NOR", short)
    assert len(linked(one, other).record.roles) == rows
