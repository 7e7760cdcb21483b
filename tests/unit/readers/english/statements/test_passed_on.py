"""Attributions, hearsay, and who passes a statement on."""

import pytest
from told import Told, told

LUND = ("Kari Lund",)

ATTRIBUTED = [
    (
        "According to the Foreign Ministry of Chile, two crossings will close.",
        Told("two crossings will close", ("Foreign Ministry of Chile",)),
    ),
    (
        "Two crossings will close, according to the Foreign Ministry of Chile.",
        Told("Two crossings will close", ("Foreign Ministry of Chile",)),
    ),
    (
        "According to media reports, Kari Lund will travel to Lima in June.",
        Told("Kari Lund will travel to Lima in June", source="media reports", hedge="unconfirmed"),
    ),
    (
        "According to people familiar with the matter, the deal is worth $3 billion.",
        Told("the deal is worth $3 billion", source="people familiar with the matter"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTED)
def test_an_attribution_without_a_verb(read, text, expected):
    assert told(read(text)) == [expected]


HEARSAY = [
    (
        "The minister is said to have offered his resignation.",
        Told("The minister is said to have offered his resignation", hedge="unconfirmed"),
    ),
    (
        "It is understood that the cabinet will meet on Monday.",
        Told("the cabinet will meet on Monday", hedge="unconfirmed"),
    ),
    ("The cost is put at $3 billion.", Told("The cost is put at $3 billion", hedge="unconfirmed")),
    (
        "The law reportedly bans foreign funding.",
        Told("The law reportedly bans foreign funding", hedge="unconfirmed"),
    ),
    (
        "Reports emerged of a secret annex to the treaty.",
        Told("a secret annex to the treaty", source="Reports", hedge="unconfirmed"),
    ),
    (
        "Rumours surfaced that the ambassador would be expelled.",
        Told("the ambassador would be expelled", source="Rumours", hedge="unconfirmed"),
    ),
    (
        "Kari Lund is reported to have told lawmakers that the deal was dead.",
        Told("the deal was dead", LUND, hedge="unconfirmed"),
    ),
    (
        "Germany suspended aid over alleged human rights abuses.",
        Told("alleged human rights abuses", ("Germany",), hedge="alleged"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEARSAY)
def test_hearsay(read, text, expected):
    assert told(read(text)) == [expected]


def test_one_quotes_another_as_saying(read):
    doc = read("The Foreign Ministry of Peru quoted Kari Lund as saying that the talks had failed.")
    assert told(doc) == [Told("the talks had failed", LUND, via="Foreign Ministry of Peru")]


def test_greetings_are_spoken_by_who_sends_them(read):
    doc = read("Kari Lund conveyed greetings from Norwegian President Erik Holm.")
    assert [(t.who, t.via) for t in told(doc)] == [(("Erik Holm",), "Kari Lund")]


def test_a_readout_passes_on_what_the_sides_say(read):
    doc = read(
        "Peru's Foreign Ministry said Kari Lund held talks with Luis Ortiz in Lima. "
        "Kari Lund stressed the need for dialogue. Luis Ortiz thanked Norway for its aid.\n"
        "Both sides agreed to meet again.\n"
        "Meanwhile, Hans Berg called for new elections. Luis Ortiz praised the army."
    )
    ministry = "Peru's Foreign Ministry"
    found = told(doc)
    assert [t.via for t in found[1:3]] == [found[0].who[0]] * 2
    assert ministry.endswith(found[0].who[0]) or found[0].who[0] == ministry
    assert found[3].content == "Both sides agreed to meet again"
    assert found[3].who == found[0].who
    assert [t.via for t in found[4:]] == [None, None]


def test_an_agency_that_quotes_passes_on(read):
    doc = read("Kari Lund, quoted by the Xinhua news agency, said the harvest had failed.")
    assert [(t.content, t.who) for t in told(doc)] == [("the harvest had failed", LUND)]
    assert told(doc)[0].via is not None


def test_a_statement_speaks_for_who_issued_it(read):
    doc = read("A statement issued by the Foreign Ministry of Chile said the road was safe.")
    assert told(doc) == [Told("the road was safe", ("Foreign Ministry of Chile",))]


def test_both_sides_speak_together(read):
    doc = read(
        "Kenya and Uganda held talks in Nairobi. Both sides stressed the value of the railway."
    )
    assert told(doc) == [Told("the value of the railway", told(doc)[0].who)]
    assert set(told(doc)[0].who) == {"Kenya", "Uganda"}
