def things(doc, words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    for m in doc._.mentions:
        if m.start <= start < m.end and m.end - m.start <= len(words) + 12:
            return [doc._.things[i].name for i in m.things]
    return []


def test_an_office_with_an_adjective_points_at_its_holder(read):
    doc = read(
        "Omani Foreign Minister Badr Albusaidi received Tanzanian Foreign Minister January Makamba "
        "in Muscat on Monday.\nThe Tanzanian minister thanked his host."
    )
    assert things(doc, "The Tanzanian minister") == ["January Makamba"]


def test_he_is_the_last_person_who_acted(read):
    doc = read("President William Ruto visited Kampala on Friday. He met officials there.")
    assert things(doc, "He") == ["William Ruto"]


def test_both_sides_are_the_two_states_the_report_is_about(read):
    doc = read(
        "Chile and Norway signed a fisheries accord in Oslo on Monday.\n"
        "Both sides praised it, and Sweden took note."
    )
    assert sorted(things(doc, "Both sides")) == ["Chile", "Norway"]


def test_a_delegation_stands_under_its_state(read):
    doc = read("Kenya and Ghana held talks. The Ghanaian delegation left on Friday.")
    assert things(doc, "The Ghanaian delegation") == ["Ghana"]


def test_a_counterpart_belongs_to_the_state_named_with_it(read):
    doc = read("Defence Minister Soipan Tuya met her Ugandan counterpart, Jacob Oboth, in Entebbe.")
    oboth = next(t for t in doc._.things if t.name == "Jacob Oboth")
    assert oboth.country == "UGA"


def test_ministries_of_two_states_stay_two(read):
    doc = read("Peru’s Ministry of Defence wrote to Chile’s Ministry of Defence on Monday.")
    ministries = [t for t in doc._.things if t.type == "organization"]
    assert sorted(t.country for t in ministries) == ["CHL", "PER"]


def test_an_unmarked_official_is_presumed_of_the_home_state(read):
    doc = read(
        "ACCRA, May 2 — Ivorian Energy Minister Mamadou Coulibaly met Energy Minister Kofi Buah on "
        "Monday. The Ivorian delegation toured Ghana's Tema port."
    )
    buah = next(t for t in doc._.things if t.name == "Kofi Buah")
    assert buah.country is None
    assert buah.guess == "GHA"
