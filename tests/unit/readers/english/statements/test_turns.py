"""Where one statement ends and the next begins, and cues in less usual places."""

import pytest
from told import Told, told

ODHIAMBO = ("Amina Odhiambo",)

FOUND = [
    ('"Why should we pay for it?" Amina Odhiambo asked.',
     [Told('"Why should we pay for it?"', ODHIAMBO)]),
    ("Amina Odhiambo, the health minister, asked why nobody had called.",
     [Told("why nobody had called", ODHIAMBO)]),
    ("The parliament was told by Health Minister Amina Odhiambo that the clinic would open.",
     [Told("the clinic would open", ODHIAMBO)]),
    ("Health Minister Amina Odhiambo said the clinic remained open to all and invited her "
     "colleague Kari Lund to come.",
     [Told("the clinic remained open to all", ODHIAMBO),
      Told("her colleague Kari Lund to come", ODHIAMBO)]),
    ("Health Minister Amina Odhiambo said Oslo had insisted on a fee.",
     [Told("Oslo had insisted on a fee", ODHIAMBO)]),
    ("Health Minister Amina Odhiambo denied a claim by doctors that the clinic had been sold.",
     [Told("the clinic had been sold", ODHIAMBO, hedge="denied")]),
    ('Health Minister Amina Odhiambo said the clinic would close. "We have no nurses left."',
     [Told('the clinic would close | "We have no nurses left."', ODHIAMBO)]),
    ('"We have one pier." Amina Odhiambo says that the town needs a second one.',
     [Told("the town needs a second one", ODHIAMBO)]),
    ("Amina Odhiambo counted 74 boats in May.", [Told("74 boats in May", ODHIAMBO)]),
    ("Health Minister Amina Odhiambo expects a vote in October.",
     [Told("a vote in October", ODHIAMBO)]),
    ("Kenya has paid half of the bill, officials in Lima say.",
     [Told("Kenya has paid half of the bill", source="officials in Lima")]),
    ("Kenya had paid half of the bill, say three people who were in the room.",
     [Told("Kenya had paid half of the bill", source="three people")]),
    ("It is understood the boats are to be sold.",
     [Told("the boats are to be sold", hedge="unconfirmed")]),
    ('"It will close," the health minister, Amina Odhiambo, said on Radio Lima.',
     [Told('"It will close,"', ODHIAMBO, via="Radio Lima")]),
    ("Kenya and Peru had met, or so Amina Odhiambo said, to settle the bill.",
     [Told("Kenya and Peru had met | to settle the bill", ODHIAMBO)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_turns(read, text, expected):
    assert told(read(text)) == expected


def test_headlines_may_do_without_a_verb(read):
    body = "\n\nHealth Minister Amina Odhiambo said the clinic would close."
    assert told(read("CLINIC TO CLOSE, MINISTER SAYS" + body))[0] == Told(
        "CLINIC TO CLOSE", ODHIAMBO
    )
    assert told(read("No date for the clinic, says Amina Odhiambo" + body))[0] == Told(
        "No date for the clinic", ODHIAMBO
    )


def test_an_office_named_alone_is_held_by_whose_name_stands_beside_it(read):
    text = (
        "Minister of Marine Affairs and Ports Amina Odhiambo opened a pier on Monday. "
        "The minister said the pier would be extended."
    )
    assert told(read(text))[-1] == Told("the pier would be extended", ODHIAMBO)


def test_an_outlet_passes_nothing_on_to_itself(read):
    text = "LIMA TRIBUNE\n\nHealth Minister Amina Odhiambo told the Lima Tribune it would close."
    assert [t.via for t in told(read(text))] == [None]
