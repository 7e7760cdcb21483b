"""Contents that are no clause: what is stressed, asked for, thanked for, blamed, denied."""

import pytest
from told import Told, told

LUND = ("Kari Lund",)
CHILE = ("Chile",)

PHRASES = [
    (
        "Kari Lund recalled the support that Chile had given.",
        Told("the support that Chile had given", LUND),
    ),
    ("Kari Lund noted with concern the drought.", Told("the drought", LUND)),
    ("Kari Lund emphasized the need for aid.", Told("the need for aid", LUND)),
    ("Kari Lund emphasised the need for aid.", Told("the need for aid", LUND)),
    ("Kari Lund stressed the need for a ceasefire.", Told("the need for a ceasefire", LUND)),
    (
        "Kari Lund expressed Norway's interest in joining the mine project.",
        Told("Norway's interest in joining the mine project", LUND),
    ),
    (
        "Kari Lund reaffirmed Norway's commitment to the fund.",
        Told("Norway's commitment to the fund", LUND),
    ),
    ("Kari Lund called for tighter cooperation.", Told("tighter cooperation", LUND)),
    ("Kari Lund warned of a long winter.", Told("a long winter", LUND)),
    ("Kari Lund drew attention to the drought.", Told("the drought", LUND)),
    ("Kari Lund showed interest in the port.", Told("interest in the port", LUND)),
    ("Kari Lund briefed the guests on the new port.", Told("the new port", LUND)),
    (
        "Kari Lund thanked the crews for the tour.",
        Told("thanked the crews for the tour", LUND),
    ),
    (
        "Kari Lund condemned the attack on the convoy.",
        Told("condemned the attack on the convoy", LUND),
    ),
    ("Kari Lund welcomed the decision.", Told("welcomed the decision", LUND)),
    (
        "Kari Lund paid tribute to the fallen soldiers.",
        Told("paid tribute to the fallen soldiers", LUND),
    ),
    (
        "Kari Lund invited Chilean firms to invest in shipping.",
        Told("Chilean firms to invest in shipping", LUND),
    ),
    ("Kari Lund urged Chile to show restraint.", Told("Chile to show restraint", LUND)),
    (
        "Kari Lund called on the parties to return to the table.",
        Told("the parties to return to the table", LUND),
    ),
    (
        "Chile accused Peru of moving the border posts.",
        Told("Peru of moving the border posts", CHILE, hedge="alleged"),
    ),
    (
        "Kari Lund described the visit as a milestone.",
        Told("the visit as a milestone", LUND),
    ),
    ('Kari Lund called the plan "a mistake".', Told('the plan "a mistake"', LUND)),
    (
        "Analysts expect movement on the gas link.",
        Told("movement on the gas link", source="Analysts"),
    ),
    (
        "Local media put the cost at $3 billion.",
        Told("the cost at $3 billion", source="Local media", hedge="unconfirmed"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_a_phrase_and_its_speaker(read, text, expected):
    assert told(read(text)) == [expected]


def test_cues_of_one_kind_joined_by_and_are_one_statement(read):
    doc = read("Kari Lund thanked the crews for the tour and praised their fleet.")
    assert told(doc) == [Told("thanked the crews for the tour and praised their fleet", LUND)]


def test_cues_of_two_kinds_joined_by_and_are_two(read):
    doc = read("Kari Lund thanked the hosts and called for tighter cooperation.")
    assert told(doc) == [Told("thanked the hosts", LUND), Told("tighter cooperation", LUND)]


DENIALS = [
    (
        "Kari Lund denied that the treaty had lapsed.",
        Told("the treaty had lapsed", LUND, hedge="denied"),
    ),
    (
        "Chile denied moving the border posts.",
        Told("moving the border posts", CHILE, hedge="denied"),
    ),
    (
        "Kari Lund rejected claims that the port was for sale.",
        Told("the port was for sale", LUND, hedge="denied"),
    ),
    ("Kari Lund ruled out a pay rise.", Told("a pay rise", LUND, hedge="denied")),
]


@pytest.mark.parametrize(("text", "expected"), DENIALS)
def test_what_is_denied(read, text, expected):
    assert expected in told(read(text))
    assert all(t.hedge == "denied" or t.who == () for t in told(read(text)))


def test_a_bare_denial_points_back_at_the_charge(read):
    doc = read("Chile accused Peru of moving the border posts. Peru rejected the allegation.")
    assert told(doc) == [
        Told("Peru of moving the border posts", CHILE, hedge="alleged"),
        Told("Peru of moving the border posts", ("Peru",), hedge="denied"),
    ]


def test_a_quote_behind_a_bare_denial_is_what_is_denied(read):
    doc = read(
        "Chile accused Peru of moving the border posts. "
        'Luis Ortiz dismissed the allegation. "No post was touched," Luis Ortiz said.'
    )
    assert told(doc)[1:] == [Told('"No post was touched,"', ("Luis Ortiz",), hedge="denied")]
