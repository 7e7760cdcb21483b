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
