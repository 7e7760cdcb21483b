"""Differences that are explained, and figures by date."""

import pytest
from making import Making

from dragoman.record.nouns import FigureKind, Target


def told(report: str, day: str, text: str, *given: tuple[str, float, str, FigureKind]) -> Making:
    """Return a report with figures: where each stands, its value, unit and kind."""
    made = Making(report, day, text=text)
    for name, code in (("Kenya", "KEN"), ("Uganda", "UGA")):
        if name in text:
            made.state(name, code)
    for quote, value, unit, kind in given:
        made.amount(quote, value, unit, kind)
    return made


def trade(report: str, day: str, words: str, quote: str, value: float, kind="actual") -> Making:
    return told(
        report, day, f"Trade between Kenya and Uganda {words}.", (quote, value, "USD", kind)
    )


def ferry(report: str, price: str, value: float, unit: str) -> Making:
    text = f"The ferry is worth {price} and sails soon."
    return told(report, "2024-05-20", text, (price.rsplit(maxsplit=1)[-1], value, unit, "actual"))


def explained(linked, *made: Making) -> list[tuple[str, str]]:
    return [(x.kind, x.why) for x in linked(*made).record.explained]


def test_a_measure_that_reports_give_anew_is_a_series_by_date(linked):
    made = (
        trade("r2", "2025-06-02", "stood at $1.9 billion last year", "$1.9 billion", 1.9e9),
        trade("r0", "2023-03-14", "reached $1.2 billion in 2022", "$1.2 billion", 1.2e9),
        trade("r1", "2024-05-20", "is to reach $3 billion by 2028", "$3 billion", 3e9, "target"),
        trade("r3", "2024-05-21", "was $1.2 billion in 2022", "$1.2 billion", 1.2e9),
    )
    result = linked(*made).record
    (series,) = result.series
    assert (series.measure, series.unit, series.between) == ("trade", "USD", ("KEN", "UGA"))
    assert [(p.date, p.value, p.kind) for p in series.points] == [
        ("2022", 1.2e9, "actual"),
        ("2024", 1.9e9, "actual"),
        ("2028", 3e9, "target"),
    ]
    assert [m.report for m in series.points[0].mentions] == ["r0", "r3"]
    assert {p.figure for p in series.points} <= {f.id for f in result.figures}
    assert result.disagreements == ()


def test_what_is_told_for_a_year_gone_by_is_no_target(linked):
    made = (
        trade("r0", "2023-03-14", "reached $1.2 billion in 2022", "$1.2 billion", 1.2e9, "target"),
        trade("r1", "2024-05-20", "reached $1.5 billion in 2023", "$1.5 billion", 1.5e9),
    )
    (series,) = linked(*made).record.series
    assert [p.kind for p in series.points] == ["actual", "actual"]


def test_one_value_told_twice_is_no_series_nor_are_two_of_one_day(linked):
    same = trade("r0", "2023-03-14", "was $1.2 billion in 2022", "$1.2 billion", 1.2e9)
    again = trade("r1", "2024-03-14", "was $1.2 billion in 2022", "$1.2 billion", 1.2e9)
    other = trade("r2", "2023-03-14", "was $1.4 billion in 2022", "$1.4 billion", 1.4e9)
    assert linked(same, again).record.series == ()
    assert linked(same, other).record.series == ()
    assert [d.kind for d in linked(same, other).record.disagreements] == ["figure"]


def test_trade_of_other_states_stands_in_no_series(linked):
    one = trade("r0", "2023-03-14", "reached $1.2 billion in 2022", "$1.2 billion", 1.2e9)
    other = Making(
        "r1", "2024-05-20", text="Trade between Norway and Chile was $2 billion in 2023."
    )
    other.state("Norway", "NOR")
    other.state("Chile", "CHL")
    other.amount("$2 billion", 2e9, "USD", "actual")
    assert linked(one, other).record.series == ()


@pytest.mark.parametrize(
    ("words", "quote", "value", "found"),
    [
        ("about 5 million euros", "5 million euros", 5e6, True),
        ("5 million euros", "5 million euros", 5e6, True),
        ("nearly 5 million euros", "5 million euros", 5e6, True),
        ("more than 5 million euros", "5 million euros", 5e6, False),
        ("5.2 million euros", "5.2 million euros", 5.2e6, False),
    ],
)
def test_a_rounded_sum_is_explained_by_the_exact_one(linked, words, quote, value, found):
    exact = told(
        "r0",
        "2024-05-20",
        "The cable ferry from the yard is worth 4.97 million euros.",
        ("4.97 million euros", 4.97e6, "EUR", "actual"),
    )
    text = f"The yard is to build a cable ferry worth {words}."
    coarse = told("r1", "2024-05-21", text, (quote, value, "EUR", "estimate"))
    assert (("figure", "rounding") in explained(linked, exact, coarse)) is found


def test_the_reason_quotes_both_and_evidence_stands_on_both_sides(linked):
    made = ferry("r0", "€4.97m", 4.97e6, "EUR"), ferry("r1", "about €5m", 5e6, "EUR")
    (one,) = linked(*made).record.explained
    assert one.reason == "“about €5m” rounds “€4.97m”"
    assert [side.reports for side in one.sides] == [("r0",), ("r1",)]
    assert all(side.mentions for side in one.sides)


def test_one_sum_in_two_currencies_at_a_rate_that_a_report_gives(linked):
    both = told(
        "r0",
        "2024-05-20",
        "The cable ferry from the yard is worth 5 million euros ($5.4 million).",
        ("5 million euros", 5e6, "EUR", "actual"),
        ("$5.4 million", 5.4e6, "USD", "actual"),
    )
    text = "The ferry from the yard is worth 5.4 million dollars."
    one = told("r1", "2024-05-21", text, ("5.4 million dollars", 5.4e6, "USD", "actual"))
    result = linked(both, one).record
    (found,) = result.explained
    assert (found.kind, found.why) == ("figure", "currency")
    assert "5 million euros ($5.4 million)" in found.reason
    assert result.disagreements == ()


def test_without_a_rate_currencies_are_not_compared(linked):
    made = ferry("r0", "€5m", 5e6, "EUR"), ferry("r1", "$5.4m", 5.4e6, "USD")
    assert explained(linked, *made) == []


def test_half_a_year_and_the_year_are_of_another_scope(linked):
    whole = trade("r0", "2025-03-14", "reached $1.9 billion in 2024", "$1.9 billion", 1.9e9)
    half = trade(
        "r1", "2024-08-20", "was $0.9 billion in the first half of 2024", "$0.9 billion", 9e8
    )
    result = linked(whole, half).record
    (found,) = result.explained
    assert (found.why, result.disagreements, result.series) == ("scope", (), ())
    assert "2024-01/2024-06" in found.reason


def test_a_later_count_that_says_it_rose_is_an_update(linked):
    early = told(
        "r0",
        "2024-05-20",
        "Floods in Kenya killed 31 people.",
        ("31 people", 31, "person", "actual"),
    )
    late = told(
        "r1",
        "2024-05-24",
        "The number of people killed by floods in Kenya has risen to 44.",
        ("44", 44, "person", "actual"),
    )
    assert explained(linked, early, late) == [("figure", "update")]
    assert linked(early, late).record.disagreements == ()


def test_a_new_name_a_report_tells_of_is_a_renaming(linked):
    one = Making("r0", "2024-05-20", text="The Lake Corps, formerly the Inland Guard, has left.")
    one.entity("organization", "Lake Corps", "KEN")
    one.entity("organization", "Inland Guard", "KEN")
    other = Making("r1", "2024-05-21", text="The Inland Guard has left.")
    other.entity("organization", "Inland Guard", "KEN")
    result = linked(one, other).record
    (found,) = result.explained
    assert (found.kind, found.why) == ("name", "renaming")
    assert {side.value for side in found.sides} == {"Lake Corps", "Inland Guard"}


def test_a_state_under_its_former_name_is_a_renaming(linked):
    one, other = Making("r0", "2024-05-20"), Making("r1", "2024-05-21")
    one.state("Eswatini", "SWZ")
    other.state("Swaziland", "SWZ")
    assert explained(linked, one, other) == [("name", "renaming")]


def test_a_day_put_off_is_an_update(linked):
    one, other = Making("r0", "2024-05-20"), Making("r1", "2024-09-21")
    for made, day, due in ((one, "2024-05-20", "2025-03"), (other, "2024-09-21", "2026-03")):
        ken, uga = made.state("Kenya", "KEN"), made.state("Uganda", "UGA")
        bond = "deliver the cable ferry to the lake port"
        made.commitment("agreed", bond, (ken,), (uga,), day, Target(due=due))
    found = linked(one, other).record
    assert [(x.kind, x.why) for x in found.explained] == [("date", "update")]


def test_order_changes_nothing(linked):
    made = [
        trade("r0", "2023-03-14", "reached $1.2 billion in 2022", "$1.2 billion", 1.2e9),
        trade("r1", "2024-05-20", "reached about $1.5 billion in 2023", "$1.5 billion", 1.5e9),
        trade("r2", "2025-05-20", "was $1.46 billion in 2023", "$1.46 billion", 1.46e9),
    ]
    one, other = linked(*made).record, linked(*made[::-1]).record
    assert one == other
    assert [x.why for x in one.explained] == ["rounding"]
    assert len(one.series) == 1
