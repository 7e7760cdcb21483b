"""Copies, excerpts and reworded copies; and what only looks like one."""

from making import Making

from dragoman.linking import Linked
from dragoman.linking.facts import ReportFacts
from dragoman.linking.origins.linking import link_origins
from dragoman.linking.origins.retold import wording_of
from dragoman.record.nouns import Ground, Mention


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


def facts(report, day, shingles, **more):
    return ReportFacts(id=report, published=day, shingles=shingles, **more)


def test_a_text_spliced_of_two_does_not_make_one_origin_of_both():
    one = facts("r0", "2024-03-04", text(0, 300))
    other = facts("r1", "2024-03-04", text(300, 600))
    spliced = facts("r2", "2024-03-05", text(0, 160) | text(300, 440))
    found, _ = link_origins([spliced, other, one], {})
    assert [o.reports for o in found] == [("r0", "r2"), ("r1",)]


def test_what_one_address_gives_later_is_a_version_of_it():
    first = facts("r0", "2024-03-04", text(0, 300), url="https://herald.example/1")
    later = facts("r1", "2024-03-06", text(500, 800), url="https://herald.example/1")
    found, reasons = link_origins([later, first], {})
    assert [o.reports for o in found] == [("r0", "r1")]
    assert "published where" in reasons[0].why


def test_an_origin_rests_on_what_one_of_its_reports_says_an_office_first():
    def ground(report, name, *, official):
        mention = Mention(report=report, start=0, end=4, quote="Text")
        return Ground(name=name, official=official, mention=mention)

    wire = facts("r0", "2024-03-04", text(0, 300), ground=ground("r0", "Wire", official=False))
    office = facts("r1", "2024-03-04", text(0, 300), ground=ground("r1", "Office", official=True))
    silent = facts("r2", "2024-03-05", text(400, 700))
    found, _ = link_origins([silent, office, wire], {})
    assert [o.ground and o.ground.name for o in found] == ["Office", None]


WIRE = (
    "Peru and Chile signed an agreement in Arica on Tuesday to lay a cable of 410 kilometres under "
    "the sea. Transport Minister Rosa Quispe put the price at 85 million dollars; two banks from "
    "Norway lend half. Divers of the Chilean navy begin a survey in October. Fishermen from Ilo "
    "protested outside the hall and asked for compensation for twelve lost weeks."
)
DESK = (
    "A sea cable measuring 410 km will join Peru with Chile under a deal both signed in Arica. The "
    "transport minister, Rosa Quispe, says the price is 85 million dollars and that Norway's banks "
    "will lend half of it. The survey by navy divers is due in October. Outside, Ilo fishermen "
    "protested: they want compensation for 12 weeks that were lost."
)
OTHER = (
    "Angry fishermen blocked the road to the hall in Arica for three hours, saying that nobody had "
    "asked them. Chile's police led away nine of them. Inside, delegates of Peru spoke of better "
    "links for schools and hospitals in the north once the cable is laid, and of a tender for the "
    "landing station that opens in spring."
)


def told(report, day, text):
    return facts(report, day, frozenset(), wording=wording_of(text))


def test_a_text_in_other_words_has_the_origin_of_the_first_and_a_report_of_its_own_has_not():
    found, reasons = link_origins(
        [
            told("r1", "2024-03-06", DESK),
            told("r2", "2024-03-06", OTHER),
            told("r0", "2024-03-05", WIRE),
        ],
        {},
    )
    assert [o.reports for o in found] == [("r0", "r1"), ("r2",)]
    assert "in the order of" in reasons[0].why


def test_a_text_in_other_words_weeks_later_is_not_taken_for_a_copy():
    found, _ = link_origins([told("r0", "2024-03-05", WIRE), told("r1", "2024-04-06", DESK)], {})
    assert len(found) == 2


def test_a_text_in_other_words_without_a_date_is_known_by_its_rare_words():
    found, _ = link_origins(
        [told("r1", None, DESK), told("r2", None, OTHER), told("r0", "2024-03-05", WIRE)], {}
    )
    assert sorted(o.reports for o in found) == [("r0", "r1"), ("r2",)]
