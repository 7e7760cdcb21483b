import pytest


def named(doc):
    return {
        doc.text[m.start : m.end]: doc._.things[m.things[0]].type
        for m in doc._.mentions
        if m.form == "name"
    }


def test_persons_lose_their_titles_and_adjectives(read):
    doc = read(
        "Kenyan Foreign Minister Musalia Mudavadi met President Samia Suluhu Hassan in Dodoma."
    )
    found = named(doc)
    assert found["Musalia Mudavadi"] == "person"
    assert found["Samia Suluhu Hassan"] == "person"
    assert not any("Minister" in name for name in found)


def test_organizations_bodies_and_agreements_are_told_apart(read):
    doc = read(
        "The Joint Economic Commission met at the Ministry of Energy. The two signed the Coastal "
        "Waters Agreement and spoke of the African Development Bank."
    )
    found = named(doc)
    assert found["Joint Economic Commission"] == "body"
    assert found["Ministry of Energy"] == "organization"
    assert found["Coastal Waters Agreement"] == "agreement"
    assert found["African Development Bank"] == "organization"


def test_a_bracketed_acronym_makes_the_words_before_it_a_name(read):
    doc = read("The Lake Basin Fisheries Office (LBFO) said on Monday that LBFO ships were ready.")
    things = [t for t in doc._.things if "LBFO" in t.names]
    assert len(things) == 1
    assert "Lake Basin Fisheries Office" in things[0].names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister arrived in Lima on Monday.", "place"),
        ("Lima voiced support for the plan.", "state"),
        ("Talks between Lima and Quito stalled.", "state"),
        ("She travelled to Lima on Monday.", "place"),
    ],
)
def test_a_capital_is_the_state_when_it_acts(read, text, kind):
    assert named(read(text))["Lima"] == kind


def test_designations_of_weapons_are_programmes(read):
    assert named(read("Chile will buy twelve C-390 aircraft."))["C-390"] == "programme"


def test_adjectives_units_and_currencies_are_no_names(read):
    found = named(read("Peruvian exports of 300 MW worth PEN 20 million rose, the CEO said."))
    assert not {"Peruvian", "MW", "PEN", "CEO"} & set(found)


def test_a_surname_stands_for_the_full_name(read):
    doc = read("Alberto van Klaveren flew to Oslo. Van Klaveren will stay for two days.")
    persons = [t for t in doc._.things if t.type == "person"]
    assert len(persons) == 1


def test_offsets_hold_for_odd_text(read):
    doc = read(
        "“Σύνοδος” — Kenya’s Ruto\u00a0met 🇰🇪 officials in Nairobi\u200b today.\n\n\u202eabc"
    )
    for m in doc._.mentions:
        assert doc.text[m.start : m.end].strip()
    assert doc.text == doc._.report.text


def test_a_run_of_capitals_that_ends_in_and_is_read(read):
    assert named(read("The Ministry of Mines And\nThe minister left for Lima And"))


def test_parliament_and_the_house_are_one_where_there_is_no_senate(read):
    doc = read("The bill is before Parliament. Ministers told the House so on Monday in Suva.")
    assert len([t for t in doc._.things if t.type == "organization"]) == 1


def test_initials_stand_for_the_person(read):
    doc = read("President Samia Suluhu Hassan spoke. Supporters know her by her initials, SSH.")
    assert [t.names for t in doc._.things if t.type == "person"] == [("SSH", "Samia Suluhu Hassan")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The dhow Amina Bora sank off Lamu.", "Amina Bora", "programme"),
        ("Leaders of the opposition party Sauti Moja met.", "Sauti Moja", "organization"),
        ("LIMA, 2 July (Andes Wire) - Peru lifted the ban.", "LIMA", "place"),
        ("The minister said by phone from Lima that talks went on.", "Lima", "place"),
    ],
)
def test_words_beside_a_name_tell_its_kind(read, text, name, kind):
    assert named(read(text))[name] == kind
