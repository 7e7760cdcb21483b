"""What the reader tells as done, and what it must not."""

import pytest

from dragoman.readers.english.clauses.sides import with_states

TOLD = [
    # sentence, category, mode, actors, recipients
    (
        "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed in Addis Ababa.",
        "CONSULT",
        "meet",
        {"William Ruto"},
        {"Abiy Ahmed"},
    ),
    (
        "Peru's Foreign Minister Elmer Schialer visited Chile on Monday.",
        "CONSULT",
        "visit",
        {"Elmer Schialer"},
        {"Chile"},
    ),
    (
        "Norway's Foreign Minister Espen Barth Eide called on President Alar Karis in Tallinn.",
        "CONSULT",
        "meet",
        {"Espen Barth Eide"},
        {"Alar Karis"},
    ),
    (
        "President Alar Karis received Norway's Foreign Minister Espen Barth Eide.",
        "CONSULT",
        "meet",
        {"Espen Barth Eide"},
        {"Alar Karis"},
    ),
    (
        "Ghana and Togo held talks on fishing rights in Accra.",
        "CONSULT",
        "meet",
        {"Ghana", "Togo"},
        set(),
    ),
    (
        "Officials from both countries exchanged views while Ghana held talks with Togo.",
        "CONSULT",
        "meet",
        {"Ghana", "Togo"},
        set(),
    ),
    (
        "Kenya and Ethiopia signed an agreement on power exports.",
        "AGREE",
        None,
        {"Kenya", "Ethiopia"},
        set(),
    ),
    (
        "Kenya signed a memorandum of understanding with Ethiopia.",
        "AGREE",
        None,
        {"Kenya", "Ethiopia"},
        set(),
    ),
    ("Chile and Peru have agreed to reopen the crossing.", "AGREE", None, {"Chile", "Peru"}, set()),
    ("Sweden joined NATO in March.", "AGREE", None, {"Sweden"}, {"NATO"}),
    (
        "Brazil praised Uruguay for its help after the floods.",
        "SUPPORT",
        None,
        {"Brazil"},
        {"Uruguay"},
    ),
    ("Uruguay thanked Brazil.", "SUPPORT", None, {"Uruguay"}, {"Brazil"}),
    ("Denmark recognised the independence of Estonia.", "SUPPORT", None, {"Denmark"}, {"Estonia"}),
    ("Japan gave Fiji 20 million dollars in aid.", "AID", None, {"Japan"}, {"Fiji"}),
    ("Japan sent tents and blankets to Fiji.", "AID", None, {"Japan"}, {"Fiji"}),
    ("Morocco bought 36 howitzers from France.", "COOPERATE", "economic", {"Morocco"}, {"France"}),
    ("Chile asked Peru to extradite two suspects.", "REQUEST", None, {"Chile"}, {"Peru"}),
    (
        "Chile called on Bolivia to return to the negotiations.",
        "REQUEST",
        None,
        {"Chile"},
        {"Bolivia"},
    ),
    (
        "Chile demanded that Bolivia withdraw its complaint.",
        "REQUEST",
        None,
        {"Chile"},
        {"Bolivia"},
    ),
    ("Ghana accused Togo of hiding the smugglers.", "ACCUSE", "allege", {"Ghana"}, {"Togo"}),
    ("Ghana condemned Togo.", "ACCUSE", "disapprove", {"Ghana"}, {"Togo"}),
    ("Togo rejected the accusation.", "REJECT", None, {"Togo"}, set()),
    ("Togo refused to hand over the documents.", "REJECT", None, {"Togo"}, set()),
    ("Togo threatened to close the border with Ghana.", "THREATEN", None, {"Togo"}, {"Ghana"}),
    ("Canada imposed sanctions on Belarus.", "SANCTION", None, {"Canada"}, {"Belarus"}),
    ("Canada expelled two diplomats from Belarus.", "SANCTION", "expel", {"Canada"}, {"Belarus"}),
    ("Canada suspended military aid to Mali.", "SANCTION", "discontinue", {"Canada"}, {"Mali"}),
    ("Chad sent 500 troops to Niger.", "MOBILIZE", "troops", {"Chad"}, {"Niger"}),
    ("Chad withdrew its troops from Niger.", "RETREAT", "withdraw", {"Chad"}, {"Niger"}),
    (
        "Eritrea released three Ethiopian fishermen.",
        "RETREAT",
        "release",
        {"Eritrea"},
        {"Ethiopia"},
    ),
    ("Eritrea seized an Ethiopian vessel.", "COERCE", "seize", {"Eritrea"}, {"Ethiopia"}),
    (
        "Eritrean soldiers arrested two Ethiopian journalists.",
        "COERCE",
        "arrest",
        {"Eritrea"},
        {"Ethiopia"},
    ),
    ("Chad attacked Niger.", "ASSAULT", None, {"Chad"}, {"Niger"}),
    ("Chad launched an attack on Niger.", "ASSAULT", None, {"Chad"}, {"Niger"}),
    ("Niger was attacked by Chad.", "ASSAULT", None, {"Chad"}, {"Niger"}),
    ("Analysts recalled Chad's invasion of Niger.", "ASSAULT", None, {"Chad"}, {"Niger"}),
    ("Chilean retailers boycotted Peruvian goods.", "PROTEST", "boycott", {"Chile"}, set()),
    ("Togo lifted a ban on imports from Ghana.", "CONCEDE", None, {"Togo"}, {"Ghana"}),
]

NOT_TOLD = [
    "Kenya's press release gave the details to Uganda.",
    "The details stand in the news release of the Kenyan army.",
    "The Kenyan energy ministry declined to comment on the talks with Ethiopia.",
    "Kenya will sign an agreement with Ethiopia.",
    "Kenya wants to sign an agreement with Ethiopia.",
    "Kenya hopes to buy 12 drones from Ethiopia.",
    "Kenya did not sign the agreement with Ethiopia.",
    "Kenya may impose sanctions on Ethiopia.",
    "Kenya plans to send troops to Somalia.",
    "If Kenya attacked Ethiopia, the region would suffer.",
    "Kenya is ready to hold talks with Ethiopia.",
    "Kenya never visited the plant.",
    "Kenya and Ethiopia enjoy close ties.",
    "The visit is part of wider efforts.",
    "Kenya could expel the ambassador of Ethiopia.",
    "Kenya considered closing the border with Ethiopia.",
    "The possible visit of Kenya's president to Ethiopia is not settled.",
]


def _names(doc, positions):
    return {doc._.things[i].name for i in positions}


def _without_states(doc, positions):
    """The names of the parties, without the states that the persons among them act for."""
    persons = [i for i in positions if doc._.things[i].type == "person"]
    acted_for = set(with_states(doc, persons)) - set(persons)
    return _names(doc, (i for i in positions if i not in acted_for))


@pytest.mark.parametrize(("text", "category", "mode", "actors", "recipients"), TOLD)
def test_a_happening_is_told_with_its_parties(read, text, category, mode, actors, recipients):
    doc = read(text)
    found = [e for e in doc._.events if e.type == category]
    assert found, [(e.type, text[e.start : e.end]) for e in doc._.events]
    event = found[0]
    assert event.mode == mode
    told = _without_states(doc, event.actors), _names(doc, event.recipients)
    if category in ("AGREE", "CONSULT"):
        assert told[0] | told[1] == actors | recipients
    else:
        assert told == (actors, recipients)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_did_not_happen_is_no_event(read, text):
    doc = read(text)
    assert [(e.type, text[e.start : e.end]) for e in doc._.events] == []


def test_the_visitor_is_the_actor_of_a_reception(read):
    doc = read("Chilean President Gabriel Boric received Peru's Foreign Minister Elmer Schialer.")
    (event,) = doc._.events
    assert _names(doc, event.actors) == {"Elmer Schialer", "Peru"}
    assert _names(doc, event.recipients) == {"Gabriel Boric"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chad attacked Niger on 3 May 2024.", "2024-05-03"),
        ("Chad attacked Niger last week.", "2024-05-06/2024-05-12"),
        ("In 2019, Chad attacked Niger.", "2019"),
        ("Oslo praised Chad for its calm during the conflict with Niger in May 2019.", None),
    ],
)
def test_an_event_has_the_date_told_of_it(read, text, date):
    doc = read(text)
    assert doc._.events[0].date == date


def test_a_background_war_has_its_own_date(read):
    doc = read("Oslo praised Chad for its calm during the conflict with Niger in May 2019.")
    war = next(e for e in doc._.events if e.type == "ASSAULT")
    assert war.date == "2019-05"


def test_an_event_without_a_date_has_that_of_the_main_happening(read):
    doc = read(
        "Kenya and Ethiopia signed a power agreement in Nairobi on Tuesday.\n"
        "Ethiopia thanked Kenya."
    )
    thanks = next(e for e in doc._.events if e.type == "SUPPORT")
    assert thanks.date == "2024-05-14"
    assert thanks.date_reason == "day of the report's main happening"


def test_what_is_said_is_said_near_the_day_of_the_report(read):
    doc = read(
        "Kenya and Ethiopia signed a power agreement in Nairobi on 2 May.\nEthiopia thanked Kenya."
    )
    thanks = next(e for e in doc._.events if e.type == "SUPPORT")
    assert thanks.date == "2024-05-16"


def test_a_day_named_before_in_the_paragraph_dates_what_is_done(read):
    doc = read(
        "Kenya and Ethiopia signed a power agreement on Tuesday.\n"
        "In March rain fell on the border for days. Kenya expelled two Ethiopian diplomats."
    )
    expulsion = next(e for e in doc._.events if e.type == "SANCTION")
    assert expulsion.date == "2024-03"


def test_what_was_done_before_has_no_date_of_the_main_happening(read):
    doc = read(
        "Kenya and Ethiopia signed a power agreement in Nairobi on Tuesday.\n"
        "Ethiopia had accused Kenya of delays."
    )
    accusation = next(e for e in doc._.events if e.type == "ACCUSE")
    assert accusation.date is None


def test_a_talk_told_on_has_the_parties_of_the_meeting(read):
    doc = read(
        "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed. "
        "The two sides discussed water."
    )
    meeting, talk = doc._.events
    assert {*talk.actors, *talk.recipients} == {*meeting.actors, *meeting.recipients}


def test_a_place_is_the_most_specific_one_told(read):
    doc = read("Kenya and Ethiopia signed an agreement in Nairobi.")
    place = doc._.events[0].place
    assert place is not None
    assert doc._.things[place].name == "Nairobi"


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Chad attacked Niger.", None),
        ("Chad reportedly attacked Niger.", "unconfirmed"),
        ("Niger claimed that Chad attacked Mali.", "alleged"),
        ("Chad allegedly attacked Niger.", "alleged"),
    ],
)
def test_a_hedge_tells_how_far_the_report_stands_back(read, text, hedge):
    doc = read(text)
    assault = next(e for e in doc._.events if e.type == "ASSAULT")
    assert assault.hedge == hedge


def test_a_span_is_the_clause_that_tells_it(read):
    text = "While it rained, Chad attacked Niger, and markets closed."
    doc = read(text)
    (event,) = doc._.events
    assert text[event.start : event.end] == "Chad attacked Niger"


def test_a_conditional_blow_is_a_threat_and_not_done(read):
    doc = read("Chad said it would attack Niger unless the rebels left.")
    assert [(e.type, _names(doc, e.actors)) for e in doc._.events] == [("THREATEN", {"Chad"})]


def test_joined_praise_is_one_happening(read):
    doc = read("Brazil thanked Uruguay and praised its patience.")
    assert [e.type for e in doc._.events] == ["SUPPORT"]


def test_a_storm_does_not_attack(read):
    doc = read("An earthquake struck Chad on Monday.")
    assert doc._.events == ()


def test_the_first_to_do_it_has_done_it(read):
    doc = read("Chad became the first country to join the African Union.")
    assert [e.type for e in doc._.events] == ["AGREE"]


def test_furniture_tells_nothing(nlp):
    from dragoman.readers.english.document import make_doc
    from dragoman.record.nouns import Block, Report

    text = "Chad attacked Niger."
    block = Block(start=0, end=len(text), kind="furniture", why="a link")
    report = Report(id="r", file="a.txt", text=text, media_type="text/plain", blocks=(block,))
    assert nlp(make_doc(nlp, report))._.events == ()


SPOKEN = [
    # what is told of one of two sides stands against the other
    ("Togo and Ghana met in May. Togo's Foreign Minister Kofi Ayite rejected it.", "REJECT"),
    ("Togo and Ghana met in May. Togo complained that its trucks were held for days.", "ACCUSE"),
    ("Togo and Ghana met in May. Togo asked to be paid in full.", "REQUEST"),
    ("Togo and Ghana met in May. Togo cut power exports by a quarter.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "category"), SPOKEN)
def test_what_is_told_of_one_side_stands_against_the_other(read, text, category):
    doc = read(text)
    event = next(e for e in doc._.events if e.type == category)
    assert "Togo" in _names(doc, event.actors)
    assert _names(doc, event.recipients) == {"Ghana"}


def test_a_lawmaker_does_not_act_for_the_state(read):
    doc = read(
        "Togo and Ghana met in May. Opposition lawmaker Kofi Ayite accused the government of haste."
    )
    assert "Togo" not in _names(doc, doc._.events[-1].actors)


def test_first_person_in_a_quote_is_who_says_it(read):
    doc = read('"We thank Algeria for its help," said Niger\'s Foreign Minister Bakary Sangare.')
    (event,) = doc._.events
    assert _names(doc, event.actors) == {"Bakary Sangare", "Niger"}
    assert _names(doc, event.recipients) == {"Algeria"}


def test_a_day_named_at_the_opening_is_the_day_of_the_news(read):
    doc = read(
        "Chad said on Tuesday that its army was ready.\n"
        "Chad and Niger signed an agreement on customs. Chad has expelled two diplomats from Niger."
    )
    assert {e.date for e in doc._.events} == {"2024-05-14"}


def test_the_time_of_what_is_spoken_of_is_not_when_it_was_said(read):
    doc = read("Niger thanked Algeria for the return in February of its crew.")
    (event,) = doc._.events
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "category", "mode"),
    [
        ("Niger's minister was told on the phone by Algeria.", "CONSULT", "phone"),
        ("Chile's minister, Ana Soto, spent two days in Peru.", "CONSULT", "visit"),
        ("Peru and Chile shook hands on the deal.", "AGREE", None),
        ("Peru resumed gas deliveries to Chile.", "COOPERATE", "economic"),
        ("The bridge, financed by Norway, was opened in Peru.", "AID", "economic"),
        ("Peru and Chile met. Talks between Peru and Chile broke off.", "REJECT", None),
        ("Chile welcomed the declaration by Peru.", "SUPPORT", None),
        ("Chile denied the report of Peru.", "REJECT", None),
        ("Norway switched off the gas supply to Peru.", "SANCTION", "discontinue"),
        ("Peru turned the first soil with Chile at the pass.", "COOPERATE", "economic"),
        ("Peru flew 23 fishermen home from Chile.", "RETREAT", "release"),
    ],
)
def test_everyday_wordings_of_happenings(read, text, category, mode):
    doc = read(text)
    told = [(e.type, e.mode) for e in doc._.events]
    assert (category, mode) in told


def test_each_year_of_a_list_is_a_happening(read):
    doc = read(
        "Chile and Peru met. Chile's President Ana Soto visited Peru in 2015, 2017 and 2019."
    )
    assert [e.date for e in doc._.events if e.mode == "visit"] == ["2015", "2017", "2019"]


@pytest.mark.parametrize(
    "text", ["Peru, Chile sign deal", "Nepal and Bhutan ink 25-year electricity deal"]
)
def test_a_headline_tells_with_a_verb_that_looks_like_a_noun(read, text):
    (event,) = read(text)._.events
    assert event.type == "AGREE"
    assert len(event.actors) == 2


def test_gratitude_is_support(read):
    doc = read("Nepal's Foreign Minister Ram Karki said Nepal was grateful to India.")
    assert [e.type for e in doc._.events] == ["SUPPORT"]
    assert _names(doc, doc._.events[0].recipients) == {"India"}


def test_a_party_faces_nobody_by_itself(read):
    doc = read("Peru and Chile met in May. The National Farmers Union rejected the deal.")
    assert "Chile" not in _names(doc, doc._.events[-1].recipients)


def test_who_is_on_a_visit_visits(read):
    doc = read("Chile's minister Ana Soto was on an official visit to Peru from 1 to 3 May.")
    (event,) = doc._.events
    assert (event.type, event.mode, event.date) == ("CONSULT", "visit", "2024-05-01/2024-05-03")
    assert _names(doc, event.recipients) == {"Peru"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Peru told two Chilean diplomats to leave within 48 hours.", "SANCTION"),
        ("Nine fishermen were arrested off the coast of Peru.", "COERCE"),
        ("The sanctions were lifted in February.", "CONCEDE"),
        ("Peru's ministry recalled the raids of 2021 on the port.", "ASSAULT"),
        ("Chile lodged a protest with Peru.", "ACCUSE"),
        ("Chilean farmers said they would boycott Peru.", "THREATEN"),
        ("Police fired tear gas at the crowd.", "COERCE"),
        ("Chile let the sailors go on Monday.", "RETREAT"),
        ("Peru closed the crossing to Chile.", "SANCTION"),
        ("Chile called the step a breach of the treaty.", "ACCUSE"),
    ],
)
def test_a_deed_is_told_also_where_a_party_is_left_open(read, text, category):
    assert category in {e.type for e in read(text)._.events}


def test_a_bare_noun_that_points_back_tells_no_new_deed(read):
    assert [e.type for e in read("The ban hurt farmers in Peru.")._.events] == []


def test_a_denial_is_left_to_the_statements(read):
    assert read("Peru denied that its boats had crossed the line.")._.events == ()


def test_a_bare_year_behind_what_was_praised_is_its_own(read):
    doc = read("Norway backed the claim of Chile in 1981.", published="2024-05-14")
    assert [e.date for e in doc._.events] == ["1981"]
