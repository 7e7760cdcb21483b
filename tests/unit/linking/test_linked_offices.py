"""From when to when the record saw each holder of an office."""

from making import Making

from dragoman.linking import Linked


def seen(linked: Linked) -> dict[str, tuple[str | None, str | None]]:
    """Return the first and the last day of each office, by its holder."""
    names = {e.id: e.name for e in linked.record.entities}
    return {names[r.person]: (r.first_seen, r.last_seen) for r in linked.record.roles}


def told(report: str, published: str | None, name: str) -> Making:
    made = Making(report, published)
    made.person(name, "NOR", "Foreign Minister")
    return made


def test_an_office_that_changes_hands_shows_each_holder_from_when_to_when(linked):
    result = linked(
        told("r0", "2024-02-01", "Solveig Haugen"),
        told("r1", "2024-09-30", "Solveig Haugen"),
        told("r2", "2025-03-04", "Pedro Aas"),
    )
    assert seen(result) == {
        "Solveig Haugen": ("2024-02-01", "2024-09-30"),
        "Pedro Aas": ("2025-03-04", "2025-03-04"),
    }
    assert all(r.mentions for r in result.record.roles)


def test_an_undated_report_counts_from_the_latest_happening_it_tells_of(linked):
    made = told("r0", None, "Solveig Haugen")
    made.event("CONSULT", "met in Accra", date="2023-05-01")
    made.event("CONSULT", "met in Oslo", date="2023-05-09")
    assert seen(linked(made)) == {"Solveig Haugen": ("2023-05-09", "2023-05-09")}


def test_an_office_told_with_a_past_happening_is_seen_then(linked):
    text = "Foreign Minister Solveig Haugen signed the pact in 2019. It holds."
    made = Making("r0", "2025-03-04", text=text)
    made.person("Solveig Haugen", "NOR", "Foreign Minister")
    made.event("AGREE", "signed the pact", date="2019-06-02")
    assert seen(linked(made)) == {"Solveig Haugen": ("2019-06-02", "2019-06-02")}


def test_an_office_without_any_date_is_seen_on_no_day(linked):
    assert seen(linked(told("r0", None, "Solveig Haugen"))) == {"Solveig Haugen": (None, None)}
