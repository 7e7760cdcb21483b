"""Copies, excerpts and reworded copies; and what only looks like one."""

from making import Making

from dragoman.linking import Linked


def origins(linked: Linked) -> list[tuple[str, ...]]:
    return [o.reports for o in linked.record.origins]


def text(first: int, last: int) -> frozenset[int]:
    return frozenset(range(first, last))


def test_an_excerpt_and_a_copy_in_a_longer_text_have_the_origin_of_the_whole(linked):
    whole = Making("r2", "2024-03-04", text(0, 300))
    excerpt = Making("r0", "2024-03-05", text(0, 60))
    longer = Making("r1", "2024-03-06", text(0, 300) | text(1000, 4000))
    assert origins(linked(excerpt, longer, whole)) == [("r2", "r0", "r1")]


def test_every_report_has_an_origin_its_own_if_no_other(linked):
    made = Making("r0", "2024-03-04", text(0, 300)), Making("r1", None, text(300, 600))
    result = linked(*made)
    assert origins(result) == [("r0",), ("r1",)]
    assert [o.id for o in result.record.origins] == ["r0", "r1"]


def test_a_few_shared_phrases_are_no_copy(linked):
    made = Making("r0", None, text(0, 300)), Making("r1", None, text(250, 600))
    assert len(origins(linked(*made))) == 2


def test_what_very_many_reports_print_is_no_copy(linked):
    legal = text(0, 40)
    made = [Making(f"r{i:02}", None, legal | text(100 * i + 100, 100 * i + 140)) for i in range(60)]
    assert len(origins(linked(*made))) == 60


def details(report: str, order: list[int]) -> Making:
    made = Making(report, "2024-03-05")
    for number in order:
        made.entity("organization", f"Company {'abcdefghijkl'[number]}quist", "NOR")
    return made


def test_many_rare_details_in_one_order_are_a_reworded_copy(linked):
    result = linked(details("r0", list(range(12))), details("r1", list(range(12))))
    assert origins(result) == [("r0", "r1")]
    assert "rare details" in result.record.origins[0].reason


def test_the_same_details_in_another_order_are_not(linked):
    mixed = [7, 2, 11, 0, 9, 4, 1, 10, 3, 8, 5, 6]
    assert len(origins(linked(details("r0", list(range(12))), details("r1", mixed)))) == 2
