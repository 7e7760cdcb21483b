"""Figures are found with value, unit and kind; what only looks like one is left.

A tokenizer alone stands under the component here: figures must come out without a parse too.
"""

import importlib

import pytest
import spacy
from spacy.language import Language

from dragoman.readers.english.document import register
from dragoman.readers.english.drafts import FigureDraft


@pytest.fixture(scope="module")
def nlp() -> Language:
    register()
    pipeline = spacy.blank("en")
    for component in ("times", "figures"):
        importlib.import_module(f"dragoman.readers.english.{component}.component")
        pipeline.add_pipe(f"dragoman_{component}")
    return pipeline


def figures(nlp: Language, text: str) -> tuple[FigureDraft, ...]:
    found: tuple[FigureDraft, ...] = nlp(text)._.figures
    return found


FOUND = [
    ("The loan of 1.2bn Swiss francs ran out.", [(1.2e9, "CHF")]),
    ("South Africa paid R2.6 billion, Lesotho M14,500 and Botswana P3 million.",
     [(2.6e9, "ZAR"), (14500, "LSL"), (3e6, "BWP")]),
    ("Chile listed 22 of the 31 ships.", [(22, "ship"), (31, "ship")]),
    ("The village has 600 souls.", [(600, "person")]),
    ("Peru built ten clinics. Seven have opened.", [(10, "clinic"), (7, "clinic")]),
    ("Togo lost 40 boats. It buried 12 sailors; nine were found.",
     [(40, "boat"), (12, "sailor"), (9, "sailor")]),
    ("Egypt got 15 billion Egyptian pounds and £3 million.", [(15e9, "EGP"), (3e6, "GBP")]),
    ("Norway gives Moldova 250 million kroner, or €22m.", [(250e6, "NOK"), (22e6, "EUR")]),
    ("Kenya and Uganda lend 200 billion shillings.", [(200e9, "KES")]),
    ("Nepal set aside Rs. 2,371 million for it.", [(2371e6, "NPR")]),
    ("The Indian states owe Rs 2 lakh crore.", [(2e12, "INR")]),
    ("Bangladesh owes Tk 500 crore.", [(5e9, "BDT")]),
    ("It lends NT$300 million, A$50 million and C$7.5 million.",
     [(300e6, "TWD"), (50e6, "AUD"), (7.5e6, "CAD")]),
    ("Loans stand at 45 billion yuan ($6.3 billion).", [(45e9, "CNY"), (6.3e9, "USD")]),
    ("It cost USD 1.5 bn and EUR 300 million.", [(1.5e9, "USD"), (300e6, "EUR")]),
    ("The port cost between $5 billion and $6 billion.", [(5e9, "USD"), (6e9, "USD")]),
    ("The port cost $5-6 billion.", [(5e9, "USD"), (6e9, "USD")]),
    ("A fund of one billion euros opened.", [(1e9, "EUR")]),
    ("Chad took 4.5 billion CFA francs from the bank.", [(4.5e9, "XAF")]),
    ("Iraq owes 11 billion dollars; it paid 2.7 billion in June.", [(11e9, "USD"), (2.7e9, "USD")]),
    ("The budget is 48bn rand.", [(48e9, "ZAR")]),
    ("Tariffs fell from 25% to 10 per cent.", [(25, "%"), (10, "%")]),
    ("A deficit of 3-4% and inflation of ninety percent.", [(3, "%"), (4, "%"), (90, "%")]),
    ("Chile bought 24 armoured vehicles and two frigates.", [(24, "vehicle"), (2, "frigate")]),
    ("Japan hosts 55,000 American troops.", [(55000, "troop")]),
    ("Twelve standing committees met.", [(12, "committee")]),
    ("A dozen ministers and three dozen executives came.", [(12, "minister"), (36, "executive")]),
    ("Germany sent 18 Leopard 2 tanks.", [(18, "tank")]),
    ("Iceland freed 14 Faroese fishermen.", [(14, "fisherman")]),
    ("They signed seven MoUs and four NGOs watched.", [(7, "MoU"), (4, "NGO")]),
    ("Mexico deported 1.1 million migrants.", [(1.1e6, "migrant")]),
    ("At least 45 people died and 200 were hurt.", [(45, "person"), (200, "person")]),
    ("More than 60 injured were flown out.", [(60, "person")]),
    ("Jordan takes 50 MW from a 300-megawatt line.", [(50, "MW"), (300, "MW")]),
    ("The 1,340 kilometres of border and a 5,000-tonne store.",
     [(1340, "kilometre"), (5000, "tonne")]),
    ("Zambia took 200MW over 40km of line.", [(200, "MW"), (40, "kilometre")]),
    ("The reserve has 30 km² of marsh and 5 million cubic metres of water.",
     [(30, "square kilometre"), (5e6, "cubic metre")]),
    ("Peru pays 6.5 U.S. cents, Spain 12 euro cents.", [(0.065, "USD"), (0.12, "EUR")]),
    ("It costs one point two billion dollars.", [(1.2e9, "USD")]),
    ("Two and a half million euros were lost.", [(2.5e6, "EUR")]),
    ("Chad took 300 teachers. Half of them stayed, seven in ten in towns.",
     [(300, "teacher"), (50, "%"), (70, "%")]),
    ("A frigate with a crew of 120 came.", [(120, "crew")]),
    ("The embassy had 40 visas; Lagos counted 31, Accra 29.",
     [(40, "visa"), (31, "visa"), (29, "visa")]),
    ("Twelve permits were given, not fifteen.", [(12, "permit"), (15, "permit")]),
    ("Each bus cost Oman 46,000 dollars while Qatar paid 31,000 for it.",
     [(46000, "USD"), (31000, "USD")]),
    ("Some 58,000 teachers' posts are vacant.", [(58000, "post")]),
    ("Norway lent ten 20-metre and two 30-metre boats.", [(10, "boat"), (2, "boat")]),
    ("They signed three memoranda.", [(3, "memorandum")]),
    ("Vietnam ordered twelve boats; eight of them came.", [(12, "boat"), (8, "boat")]),
    ("Of the 40 agreements, 17 are in force.", [(40, "agreement"), (17, "agreement")]),
    ("The number of observers rose from 90 to 120.", [(90, "observer"), (120, "observer")]),
    ("Oman bought 30 buses. Ten of the buses are electric, the other 20 run on gas.",
     [(30, "bus"), (10, "bus"), (20, "bus")]),
    ("Kyiv got 120 to 150 fighter jets.", [(120, "jet"), (150, "jet")]),
    ("The stone weighed 200 pounds.", [(200, "pound")]),
    ("They have three daughters and two sons.", [(3, "daughter"), (2, "son")]),
    ("Some 307 prisoners of war and 12 civilians crossed.", [(307, "prisoner"), (12, "civilian")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_values_and_units(nlp: Language, text: str, expected: list[tuple[float, str]]) -> None:
    assert [(f.value, f.unit) for f in figures(nlp, text)] == expected


LEFT = [
    "The two countries and both sides met; one of them left.",
    "They spoke for five days, at 10:30 on 5 May 2024.",
    "Resolution 2231 and Article 5 stand on page 4.",
    "The F-16, the MiG-29 and the K9 flew over Hall 3.",
    "The Group of 20 and the 7th Fleet were named.",
    "Mr Sato, 61, is in his third term.",
    "Hundreds of workers and thousands of others marched.",
    "The side won 3-1 and 33 degrees were measured.",
    "Shares fell 4 percent as the index closed lower.",
    "Call 555 0199 or see room 12.",
    "The two leaders and the three ministers dined.",
    "The ceasefire of 60 days and the 99-year lease ended.",
    "The port lies 35 miles south of Sur and 60 km from Muscat.",
    "The 1,340-kilometre border lies behind a dam 90 metres high.",
    "Two officials familiar with the plan said it would fail, according to three diplomats.",
    "It fell to the mayor in 2019 and rose in 2024.",
    "Agenda 2030 and Vision 2040 are plans.",
    "In South Africa the R44 and the R21 meet.",
    "After the floods of 2017 farms rose along the Limpopo.",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_figure_is_left(nlp: Language, text: str) -> None:
    assert figures(nlp, text) == ()


KINDS = [
    ("Exports reached $5 billion.", "actual"),
    ("Exports reached about $5 billion.", "estimate"),
    ("Exports will reach $5 billion.", "target"),
    ("They aim to raise trade to $5 billion.", "target"),
    ("The fund pays up to $5 billion.", "limit"),
    ("Nearly 40 ships took part.", "estimate"),
    ("Peru said 40 ships would be sold.", "target"),
    ("No more than 40 ships may pass.", "limit"),
    ("The hall can seat 40 guests at most.", "limit"),
    ("Nobody may fish within five miles of the reef.", "limit"),
    ("More than 40 ships took part.", "estimate"),
    ("The bank put the cost at $5 billion.", "estimate"),
    ("He reckons that the strike cost the port $5 billion.", "estimate"),
    ("They handed over 40 ships.", "actual"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(nlp: Language, text: str, kind: str) -> None:
    assert [f.kind for f in figures(nlp, text)] == [kind]


def test_the_mention_is_the_number_with_its_unit(nlp: Language) -> None:
    text = "Peru bought about 24 armoured vehicles for $300 million."
    assert [text[f.start : f.end] for f in figures(nlp, text)] == [
        "24 armoured vehicles", "$300 million",
    ]  # fmt: skip


def test_the_measure_is_taken_from_the_clause(nlp: Language) -> None:
    text = "In Lima, trade between Peru and Chile reached $5 billion, officials said."
    assert figures(nlp, text)[0].measure == "trade between Peru and Chile reached"


def test_furniture_is_not_read(nlp: Language) -> None:
    doc = nlp.make_doc("Peru bought 24 tanks.")
    doc._.readable = [False] * len(doc)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert doc._.figures == ()


def test_a_shared_word_goes_to_the_place_that_qualifies_it(nlp: Language) -> None:
    text = "London was paid 3 million Sudanese pounds and 20 million Jordanian dinars."
    assert [f.unit for f in figures(nlp, text)] == ["SDG", "JOD"]
