"""Names that kindred reports spell so unlike that no rule of who is who joined them."""

import pytest
from making import Making


def named(report: str, *names: str) -> Making:
    """A report that names two towns, and persons besides."""
    made = Making(report, "2024-03-05")
    for town in ("Tromsdalen", "Hammerfest"):
        made.entity("place", town, "NOR")
    for name in names:
        made.entity("person", name, "NOR")
    return made


def spellings(linked, *made: Making) -> list[set[str]]:
    found = linked(*made).record.disagreements
    return [{s.value for s in d.sides} for d in found if d.kind == "name"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Predrag Zelinka", "Predrag Zelynkha"),
        ("Arne Lokiru Modi", "Arne Lokero Modi"),
        ("Per Amegan", "Per Amegah"),
    ],
)
def test_one_part_spelled_unlike(linked, one, other):
    assert spellings(linked, named("r0", one), named("r1", other)) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Arne Solberg", "Arne Bakken"), ("Kari Holm", "Liv Holm"), ("Per Lund", "Per Lunde Vik")],
)
def test_other_persons_of_a_given_or_family_name(linked, one, other):
    assert spellings(linked, named("r0", one), named("r1", other)) == []


def test_a_report_that_writes_both_has_two_persons(linked):
    made = named("r0", "Per Amegan", "Per Amegah"), named("r1", "Per Amegah")
    assert spellings(linked, *made) == []


def test_reports_on_other_matters_have_other_persons(linked):
    one, other = (Making(r, "2024-03-05") for r in ("r0", "r1"))
    one.entity("person", "Per Amegan", "NOR")
    other.entity("person", "Per Amegah", "NOR")
    assert spellings(linked, one, other) == []


def test_a_ship_or_town_in_two_spellings_but_no_derived_word(linked):
    one, other = named("r0"), named("r1")
    one.entity("place", "Zalambesa", "NOR")
    other.entity("place", "Zalambyssa", "NOR")
    one.entity("place", "Vardal", "NOR")
    other.entity("place", "Vardaland", "NOR")
    assert spellings(linked, one, other) == [{"Zalambesa", "Zalambyssa"}]
