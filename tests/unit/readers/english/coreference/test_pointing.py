"""Pronouns and descriptions inside a report."""

import pytest


def stands_for(doc, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    for m in doc._.mentions:
        if m.start <= start < m.end and m.end - m.start <= len(words) + 8 and m.form != "name":
            return sorted(doc._.things[i].name for i in m.things)
    return []


@pytest.mark.parametrize(
    ("text", "word", "nth", "expected"),
    [
        (
            "Mrs Helen Tamati praised Mr Jone Vula on Monday. He thanked her in Suva.",
            "He",
            1,
            ["Jone Vula"],
        ),
        (
            "Energy Minister Kofi Mensah thanked Ambassador Lena Olsen for her support.",
            "her",
            0,
            ["Lena Olsen"],
        ),
        (
            "Peru denied the claim. The ship had left the port when its engine failed.",
            "its",
            0,
            [],
        ),
        (
            "Norway said on Friday that it would reopen its embassy in Tripoli.",
            "it ",
            0,
            ["Norway"],
        ),
        (
            "Chad signed the Lake Water Treaty in May. It must still be ratified by senators.",
            "It",
            0,
            ["Lake Water Treaty"],
        ),
        ("Ghana bought two hundred buses. They are red and were built in 2011.", "They", 0, []),
        (
            "Ghana and Togo held talks in Accra. They agreed to reopen a crossing.",
            "They",
            0,
            ["Ghana", "Togo"],
        ),
        ("Togo waited. It is unclear whether the ferry will sail again.", "It", 0, []),
        (
            "Uganda will send nurses to Malta. For its part, Malta pledged to train them.",
            "its",
            0,
            ["Malta"],
        ),
    ],
)
def test_pronouns_stand_for_what_fits_or_for_nothing(read, text, word, nth, expected):
    assert stands_for(read(text), word, nth) == expected


def test_he_inside_a_quotation_is_not_who_speaks(read):
    doc = read(
        "President Daniel Noboa met Prime Minister Jonas Lahr in Oslo. "
        "“He listens to farmers,” Noboa said."
    )
    assert stands_for(doc, "He") == ["Jonas Lahr"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Fiji and Peru signed a pact on tuna. Lima said the island was an old friend.",
            "the island",
            ["Fiji"],
        ),
        (
            "Peru and Morocco signed a pact on tuna. The kingdom will lend two ships.",
            "The kingdom",
            ["Morocco"],
        ),
        (
            "Bolivia asked Norway for aid. Norway agreed to send its experts in May.",
            "its experts",
            ["Norway"],
        ),
        (
            "The ships arrived from Peru in May. Chile praised the visit.",
            "The ships",
            [],
        ),
        (
            "Chile and Norway met. The head of the Norwegian Polar Institute and of Codelco "
            "spoke. Codelco later said the company would sell copper.",
            "the company",
            ["Codelco"],
        ),
        (
            "Ghana's Energy Ministry and the Health Ministry met. The health ministry agreed.",
            "The health ministry",
            ["Health Ministry"],
        ),
    ],
)
def test_descriptions_take_the_thing_they_fit(read, text, words, expected):
    assert stands_for(read(text), words) == expected


def test_the_two_leaders_are_of_two_states(read):
    doc = read(
        "Kenyan President William Ruto received Rwandan President Paul Kagame in Nairobi. "
        "Kenyan Foreign Minister Musalia Mudavadi was there too. The two leaders praised trade."
    )
    assert stands_for(doc, "The two leaders") == ["Paul Kagame", "William Ruto"]


def test_an_official_named_further_on(read):
    doc = read(
        "Oman's transport minister has denied the report.\n"
        "Omani Transport Minister Hamed Al Mawali said so in Muscat."
    )
    assert stands_for(doc, "transport minister") == ["Hamed Al Mawali"]


def test_an_agreement_signed_is_one_by_whatever_noun(read):
    doc = read(
        "Malta and Tunisia signed an agreement on fisheries on Monday.\n"
        "The accord lasts five years. The deal still needs money."
    )
    things = {i for m in doc._.mentions for i in m.things if doc._.things[i].type == "agreement"}
    assert len(things) == 1


def test_a_spokesman_for_somebody_is_not_that_person(read):
    doc = read("A spokesman for President Hakainde Hichilema said no. He gave no reason.")
    assert not any("spokesman" in role.title for role in doc._.roles)


def test_a_minister_with_a_complement_before_the_name(read):
    doc = read("The Minister of Ports and Fisheries of Oman, Dr Saud Al Habsi, left for Peru.")
    roles = [(r.title, r.country) for r in doc._.roles]
    assert ("Minister of Ports and Fisheries", "OMN") in roles


def test_a_building_lies_in_its_city(read):
    doc = read("They met at Karima Palace in Muscat on Monday.\nThe palace is old.")
    palace = next(t for t in doc._.things if t.name == "Karima Palace")
    assert palace.country == "OMN"
    assert doc._.things[palace.within].name == "Muscat"


def test_cities_of_a_list_do_not_lie_in_each_other(read):
    doc = read("The ministers toured Cuenca, Quito and Guayaquil in Ecuador.")
    assert {t.name: t.within for t in doc._.things if t.type == "place"}["Cuenca"] is None


def test_how_a_name_is_formed_tells_the_likelier_state(read):
    doc = read(
        "Georgia and Finland signed a pact on forests in Tbilisi.\n"
        "Pekka Virtanen and the scholar Archil Beridze spoke."
    )
    guesses = {t.name: t.guess for t in doc._.things if t.type == "person"}
    assert guesses["Pekka Virtanen"] == "FIN"
    assert guesses["Archil Beridze"] == "GEO"


def _stands_for(doc, words):
    """The names of what the mentions that read so stand for."""
    text = doc._.report.text
    return [
        {doc._.things[i].name for i in m.things}
        for m in doc._.mentions
        if text[m.start : m.end] == words
    ]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Northern Salvation Front fought Kenya. Kenya and the Front agreed to a truce.",
            "the Front",
            "Northern Salvation Front",
        ),
        (
            "The Embassy of Peru in Santiago wrote a note. The Embassy requests an answer.",
            "The Embassy",
            "Embassy of Peru",
        ),
    ],
)
def test_a_short_form_points_back_at_the_name(read, text, words, name):
    assert _stands_for(read(text), words) == [{name}]


def test_people_of_one_calling_act_as_a_group(read):
    doc = read("Villagers in Peru blocked the road to Chile. The villagers want a bridge.")
    assert _stands_for(doc, "Villagers") == _stands_for(doc, "The villagers") == [{"Villagers"}]
    (group,) = [t for t in doc._.things if t.name == "Villagers"]
    assert (group.type, group.country) == ("organization", "PER")


def test_people_with_a_states_adjective_stand_under_it(read):
    doc = read("Kenyan traders blocked the road to Uganda.")
    assert {t.name for t in doc._.things} == {"Kenya", "Uganda"}
