import pytest

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer


def look_up(name: str):
    words = name.split()
    return gazetteer().at([fold(w) for w in words], words, 0)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kenya", "KEN"),
        ("Republic of Kenya", "KEN"),
        ("Nairobi", "KEN"),
        ("Brasília", "BRA"),
        ("Brasilia", "BRA"),
        ("Côte d’Ivoire".replace("’", "'"), "CIV"),
        ("PERU", "PER"),
    ],
)
def test_states_are_known_by_names_aliases_and_capitals(name, country):
    end, entry = look_up(name)
    assert end == len(name.split())
    assert (entry.type, entry.country) == ("state", country)


def test_the_longest_name_wins():
    end, entry = look_up("South Sudan and")
    assert (end, entry.country) == (2, "SSD")


@pytest.mark.parametrize("word", ["chad", "turkey", "who", "Us"])
def test_common_words_are_no_names(word):
    assert look_up(word) is None


def test_adjectives_and_cities():
    assert gazetteer().adjectives["kenyan"] == "KEN"
    assert gazetteer().city("Mombasa") == "KEN"
    assert gazetteer().city("Łódź") == "POL"
    assert gazetteer().city("Nowhereville") is None


def test_leaders_are_known_with_and_without_marks():
    assert gazetteer().leader("William Ruto") == "KEN"
    assert gazetteer().leader("Lee Jae-myung") == gazetteer().leader("Lee Jae Myung") == "KOR"


def test_every_row_has_a_valid_country_code():
    codes = set(gazetteer().names)
    assert all(len(c) == 3 and c.isupper() for c in codes)
    assert set(gazetteer().adjectives.values()) <= codes
