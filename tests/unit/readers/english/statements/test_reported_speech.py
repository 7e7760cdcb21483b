"""Reported speech: the clause that somebody else answers for, and who that is."""

import pytest
from told import Told, told

LUND = ("Kari Lund",)
ORTIZ = ("Luis Ortiz",)

CLAUSES = [
    (
        "Norwegian Prime Minister Kari Lund said on Friday that her country would not join.",
        Told("her country would not join", LUND),
    ),
    ("Kari Lund said no decision had been taken.", Told("no decision had been taken", LUND)),
    (
        "The two countries will open three crossings next year, Kari Lund announced on Monday.",
        Told("The two countries will open three crossings next year", LUND),
    ),
    (
        "Peru will buy 20 trains from Spain, the Transport Ministry said in a statement.",
        Told("Peru will buy 20 trains from Spain", ("Transport Ministry",)),
    ),
    (
        "What was signed in Santiago, Kari Lund said, was an agreement on cooperation.",
        Told("What was signed in Santiago | was an agreement on cooperation", LUND),
    ),
    (
        "Peruvian President Luis Ortiz told parliament that the border was calm.",
        Told("the border was calm", ORTIZ),
    ),
    (
        "Peruvian President Luis Ortiz assured investors that taxes would stay low.",
        Told("taxes would stay low", ORTIZ),
    ),
    ("Chile insists that the sea is open to all.", Told("the sea is open to all", ("Chile",))),
    ("Chile maintains it owes nothing.", Told("it owes nothing", ("Chile",))),
    ("Chile paid late. The Chileans say they owe nothing.", Told("they owe nothing", ("Chile",))),
    (
        "Luis Ortiz pointed out that the treaty had lapsed.",
        Told("the treaty had lapsed", ORTIZ),
    ),
    (
        "Luis Ortiz made clear that Peru would not give way.",
        Told("Peru would not give way", ORTIZ),
    ),
    ("Luis Ortiz went on to say that trade had doubled.", Told("trade had doubled", ORTIZ)),
    (
        "Luis Ortiz, who also leads the ruling party, noted that prices had fallen.",
        Told("prices had fallen", ORTIZ),
    ),
    ("Luis Ortiz urged that the road be reopened.", Told("the road be reopened", ORTIZ)),
    (
        "A spokesman for Kari Lund said the visit would go ahead.",
        Told("the visit would go ahead", LUND),
    ),
    (
        "Government spokesman Luis Ortiz said the port would reopen in May.",
        Told("the port would reopen in May", ORTIZ),
    ),
    (
        "Luis Ortiz argued in parliament that the cuts were fair.",
        Told("the cuts were fair", ORTIZ),
    ),
    (
        "It was announced that the count would end on Tuesday.",
        Told("the count would end on Tuesday"),
    ),
    (
        "The dam would be filled in July, said Luis Ortiz.",
        Told("The dam would be filled in July", ORTIZ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_clause_and_its_speaker(read, text, expected):
    assert told(read(text)) == [expected]


UNNAMED = [
    (
        "Japan and Vietnam are close to a deal on patrol boats, officials said Thursday.",
        Told("Japan and Vietnam are close to a deal on patrol boats", source="officials"),
    ),
    ("Analysts say the boats would help.", Told("the boats would help", source="Analysts")),
    (
        "A senior Sudanese diplomat said the talks had failed.",
        Told("the talks had failed", source="A senior Sudanese diplomat"),
    ),
    (
        "A contractor said the bridge was unsafe.",
        Told("the bridge was unsafe", source="A contractor"),
    ),
    (
        "A survey showed that most Kenyans approve of the pact.",
        Told("most Kenyans approve of the pact", source="A survey"),
    ),
    (
        "Moroccan media reported that the first trains would arrive in 2027.",
        Told("the first trains would arrive in 2027", source="Moroccan media"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_a_speaker_without_a_name_stands_in_the_words_of_the_report(read, text, expected):
    assert told(read(text)) == [expected]


def test_two_reports_of_one_speaker_are_parted_where_a_second_cue_begins(read):
    doc = read("Kari Lund said the talks were useful, adding that a second round would follow.")
    assert told(doc) == [
        Told("the talks were useful", LUND),
        Told("a second round would follow", LUND),
    ]


def test_a_charge_joined_to_reported_speech_is_the_speakers_own(read):
    doc = read("Kari Lund claimed that the ships came late, and accused the yard of fraud.")
    assert told(doc) == [
        Told("the ships came late", LUND, hedge="alleged"),
        Told("the yard of fraud", LUND, hedge="alleged"),
    ]


def test_indirect_speech_goes_on_where_its_mood_shows_it(read):
    doc = read(
        "The papers would be put to the senate, Kari Lund said. "
        "They would be made public in May. The road was built in 1999."
    )
    assert told(doc) == [
        Told("The papers would be put to the senate", LUND),
        Told("They would be made public in May", LUND),
    ]


def test_a_second_reporting_stays_with_who_is_nearest_to_the_words(read):
    doc = read("The Foreign Ministry of Peru said Luis Ortiz stressed the need for dialogue.")
    assert told(doc) == [
        Told("the need for dialogue", ORTIZ, via="Foreign Ministry of Peru"),
    ]


SILENT = [
    "Kari Lund declined to say how many troops would take part.",
    "Kari Lund did not say whether she would resign.",
    "Peru has yet to announce the visit.",
    "Kari Lund will announce the budget on Monday.",
    "The next meeting will be held in Zagreb in the autumn.",
    "Chile joined the alliance in 2023.",
    "The agreement calls for annual audits.",
    "The report highlights progress on fences.",
    "The visit underlines the strength of the partnership.",
    "Trade figures rose by 12 percent last year.",
    "Kari Lund welcomed the delegation at the airport.",
    'The so-called "tiger" tanks arrived in Lima.',
    "Luis Ortiz met Kari Lund in Oslo on Tuesday.",
    "Peru expects to receive the funds next year.",
    "If Chile says that it will pay, the work can begin.",
    "Nobody at the ministry could say when it would open.",
    "Luis Ortiz refused to comment on the reports.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_the_writer_answers_for_is_no_statement(read, text):
    assert told(read(text)) == []
