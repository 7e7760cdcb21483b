import pytest


def roles(doc):
    return {(doc._.things[r.thing].name, r.title, r.country) for r in doc._.roles}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenyan President William Ruto spoke.", ("William Ruto", "President", "KEN")),
        (
            "Peru’s foreign minister, Elmer Schialer, spoke.",
            ("Elmer Schialer", "foreign minister", "PER"),
        ),
        (
            "Elmer Schialer, the foreign minister of Peru, spoke.",
            ("Elmer Schialer", "foreign minister", "PER"),
        ),
        (
            "Chilean Minister of Mining Aurora Williams spoke.",
            ("Aurora Williams", "Minister of Mining", "CHL"),
        ),
        (
            "Norwegian General Eirik Kristoffersen, Chief of Defence, spoke.",
            ("Eirik Kristoffersen", "General", "NOR"),
        ),
    ],
)
def test_an_office_is_read_with_its_state(read, text, role):
    assert role in roles(read(text))


def test_two_offices_before_a_name_are_two_rows(read):
    found = roles(read("Ugandan Deputy Prime Minister and Trade Minister Rebecca Kadaga spoke."))
    assert {t for _, t, _ in found} == {"Deputy Prime Minister", "Trade Minister"}


def test_the_next_person_in_a_list_keeps_the_office(read):
    doc = read("He met Ghanaian President John Mahama, Army Chief William Agyapong and others.")
    assert ("John Mahama", "Army Chief", "GHA") not in roles(doc)
    assert any(
        name == "William Agyapong" and title == "Army Chief" for name, title, _ in roles(doc)
    )


def test_a_person_without_an_office_has_no_role(read):
    assert not roles(read("Amina Said walked along the Mombasa beach on Sunday."))


def test_a_description_tells_an_office_again(read):
    found = roles(read("Foreign Minister Amina Said of Kenya left. The minister will return."))
    assert {t for _, t, _ in found} == {"Foreign Minister", "minister"}


def test_its_minister_is_of_the_state_it_stands_for(read):
    found = roles(read("Kenya protested. Its foreign minister, Amina Njoroge, wrote a letter."))
    assert {(t, c) for _, t, c in found} == {("foreign minister", "KEN")}


def test_the_state_of_a_place_in_the_title(read):
    found = roles(read("The mayor of Lyon, Paul Ricard, met the delegation from Chad."))
    assert ("mayor of Lyon", "FRA") in {(t, c) for _, t, c in found}


def test_who_heads_an_organization_is_its_head(read):
    found = roles(read("Kofi Mensah, who heads the Ports Authority of Ghana, agreed with Togo."))
    assert ("head", "GHA") in {(t, c) for _, t, c in found}


def test_the_office_of_a_superior_belongs_to_the_title(read):
    found = roles(read("Prime Minister's spokeswoman Mirela Hoxha said Albania agreed."))
    assert [t for _, t, _ in found] == ["Prime Minister's spokeswoman"]


def test_director_general_is_one_office(read):
    found = roles(read("Director General Bang Hye-rin of South Korea spoke in Hanoi."))
    assert [t for _, t, _ in found] == ["Director General"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ghana recalled Kofi Mensah, its ambassador, on Monday.", "ambassador"),
        ("Kofi Mensah, ambassador on Monday of Ghana to Togo, left.", "ambassador"),
        ("Kofi Mensah was the first prime minister to visit Togo.", "prime minister"),
        ("Ghana sent Kofi Mensah, the deputy minister to settle it.", "deputy minister"),
        ("Ghana's spokesperson on agriculture, Kofi Mensah, left.", "spokesperson on agriculture"),
        ("Ghana's Defence Minister Gen Mensah left.", "Defence Minister"),
        ("The minister's adviser Kofi Mensah left Ghana.", "adviser"),
        ("Kofi Mensah, chief executive of Tema Deepwater, left Ghana.", "chief executive"),
        ("Kofi Mensah, the agency's deputy director, left Ghana.", "deputy director"),
    ],
)
def test_a_title_ends_where_the_office_does(read, text, title):
    assert title in {t for _, t, _ in roles(read(text))}


def test_a_name_in_brackets_is_no_part_of_the_title(read):
    found = roles(read("Ghana's Minister of Ports (Hon. Kofi Mensah) left for Lomé."))
    assert {t for _, t, _ in found} == {"Minister of Ports"}


def test_each_of_several_ministers_is_a_minister(read):
    found = roles(read("Foreign ministers Amina Said of Kenya and Juma Otieno of Uganda met."))
    assert "Foreign minister" in {t for _, t, _ in found}
    assert "Foreign ministers" not in {t for _, t, _ in found}
