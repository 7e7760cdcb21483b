"""Who did it to whom, where the clause alone does not say."""

import pytest

OPENING = "Togo and Ghana have quarrelled over fish for a year. "


def _names(doc, positions):
    return {doc._.things[i].name for i in positions}


def _last(doc, category):
    return [e for e in doc._.events if e.type == category][-1]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Ghanaian trawlers were impounded in March.", "COERCE"),
        ("Ghanaian sailors were released in March.", "RETREAT"),
        ("Three Ghanaian skippers were fined.", "SANCTION"),
    ],
)
def test_a_passive_without_an_agent_is_the_other_sides_doing(read, text, category):
    doc = read(OPENING + text)
    event = _last(doc, category)
    assert (_names(doc, event.actors), _names(doc, event.recipients)) == ({"Togo"}, {"Ghana"})


def test_a_deed_that_names_nobody_has_no_party(read):
    doc = read(OPENING + "In April Togo lost patience. Two lorries were seized at the bridge.")
    assert _last(doc, "COERCE").actors == ()


def test_troops_are_sent_against_the_other_side(read):
    doc = read(OPENING + "Togo moved 300 soldiers to the border in May.")
    assert _names(doc, _last(doc, "MOBILIZE").recipients) == {"Ghana"}


def test_a_ministry_without_a_country_acts_for_its_likely_state(read):
    doc = read(
        "LOME (Reuters) - Togo has quarrelled with Ghana over fish. The Togolese president is ill. "
        "The Ghanaian foreign minister was told. The Ministry of Fisheries accused Ghana of theft."
    )
    assert "Togo" in _names(doc, _last(doc, "ACCUSE").actors)


def test_a_state_told_by_its_adjective_alone_is_a_party(read):
    doc = read("Oman on Thursday rejected a Kenyan ultimatum.")
    assert _names(doc, _last(doc, "REJECT").recipients) == {"Kenya"}


def test_an_adjective_of_everyday_things_names_no_party(read):
    doc = read("Oman opened a shop that sells Kenyan coffee.")
    assert "Kenya" not in {t.name for t in doc._.things}


@pytest.mark.parametrize(
    "text", ["Omani and Kenyan officials met on Monday.", "The Omani and Kenyan sides met."]
)
def test_two_groups_with_one_noun_are_two_parties(read, text):
    doc = read(text)
    (event,) = doc._.events
    assert _names(doc, event.actors) | _names(doc, event.recipients) == {"Oman", "Kenya"}


def test_an_attempt_on_another_is_an_attack(read):
    doc = read("Burundian militiamen tried to kill a Gabonese envoy.")
    assert [e.type for e in doc._.events] == ["ASSAULT"]


def test_an_attempt_to_agree_is_no_agreement(read):
    assert read("Gabon tried to sign a treaty with Chad.")._.events == ()


@pytest.mark.parametrize(
    "text",
    [
        "What did Gabon sign with Chad?",
        "Nobody has threatened Chad.",
        "Gabon asked that the crossing be reopened.",
    ],
)
def test_a_question_a_nobody_and_a_demand_tell_no_deed(read, text):
    assert {e.type for e in read(text)._.events} <= {"REQUEST"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Gabon reserves the right to respond.", "THREATEN"),
        ("Chad vowed to retaliate against Gabon.", "THREATEN"),
        ("Should no payment arrive by May, Gabon will expel the ambassador of Chad.", "THREATEN"),
        ("Chad will withdraw its troops from Gabon unless the fee is paid.", "THREATEN"),
        ("Gabon stopped issuing visas to traders from Chad.", "SANCTION"),
        ("Chadian students sought asylum in Gabon.", "REQUEST"),
        ("Gabon and Chad failed to reach agreement on the border.", "REJECT"),
        ("Gabon summoned the ambassador of Chad to complain of delays.", "ACCUSE"),
        ("Gabonese inspectors routinely beat Chadian drivers.", "ASSAULT"),
        ("Gabon accepted the demands of Chad.", "CONCEDE"),
        ("The protocol was initialled by Gabon and Chad.", "AGREE"),
        ("Chadian forces retook the town from Gabon.", "ASSAULT"),
        ("Gabon rejected the findings of Chad.", "REJECT"),
        ("The motion was defeated by 17 votes to 9.", "REJECT"),
        ("The union called upon both to return to the table.", "REQUEST"),
        ("Gabon insists on an audit of the Chadian plant.", "REQUEST"),
        ("Gabonese police impounded 40 sacks of Chadian maize.", "COERCE"),
        ("Gabon put the Chadian reporter on a plane.", "COERCE"),
        ("The truce took effect at noon.", "RETREAT"),
        ("Chadian guards pulled back.", "RETREAT"),
        ("Gabon and Chad settled their dispute over fishing.", "AGREE"),
        ('The Gabonese minister called the duty "a slap across the river".', "ACCUSE"),
    ],
)
def test_families_of_words_tell_their_category(read, text, category):
    assert category in {e.type for e in read(text)._.events}


def test_a_verb_with_a_particle_is_another_verb(read):
    doc = read("Gabon carried out the repairs in Chad.")
    assert "AID" not in {e.type for e in doc._.events}


def test_what_is_called_in_praise_is_no_reproach(read):
    doc = read('The Gabonese minister called the visit "a historic step".')
    assert "ACCUSE" not in {e.type for e in doc._.events}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Gabon released on Monday the nine sailors of a Chadian trawler.", "RETREAT"),
        ("Gabon and Chad signed on Tuesday in Libreville an understanding on water.", "AGREE"),
    ],
)
def test_a_day_may_stand_between_a_verb_and_its_object(read, text, category):
    assert [e.type for e in read(text)._.events] == [category]
