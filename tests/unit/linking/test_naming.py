"""Two names compared: how alike, and why in words."""

import pytest

from dragoman.linking.who.naming import compare

ALIKE = 0.6
PEOPLE = [
    ("Bjørn Sæther", "BJORN SAETHER"),
    ("Лев Соколенко", "Lev Sokolenko"),
    ("Sokolenko, Lev", "Lev Sokolenko"),
    ("LevSokolenko", "Lev Sokolenko"),
    ("Lev Antonovich Sokolenko", "Lev Sokolenko"),
    ("Dr. Amina Rashid", "Amina Rashid"),
    ("Abdul Rahman Waberi", "Abdurrahman Waberi"),
    ("Jean-Marc Ouedraogo", "Jean Marc Ouédraogo"),
]
DIFFERENT = [
    ("Lev Antonovich Sokolenko", "Lev Borisovich Sokolenko"),
    ("Daniel Cruz", "Marta Rojas"),
    ("Ama Owusu", "Kofi Owusu"),
]
THINGS = [
    ("Haldor Shipping Limited", "Haldor Shipping Ltd."),
    ("OAO Severstan", "Open Joint Stock Company Severstan"),
    ("First Fisheries Bank", "1st Fisheries Bank"),
    ("Brigade Forty-Four", "Brigade 44"),
    ("S. A. Minera Andina", "Minera Andina Sociedad Anónima"),
    ("Good Harbour Trading", "Goodharbour Trading"),
    ("International Salmon Council", "ISC"),
]


@pytest.mark.parametrize(("one", "other"), PEOPLE)
def test_names_of_one_person_are_alike(one, other):
    assert compare(one, other, "person").score > ALIKE


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_of_two_persons_are_not(one, other):
    assert compare(one, other, "person").score < ALIKE


@pytest.mark.parametrize(("one", "other"), THINGS)
def test_names_of_one_thing_are_alike(one, other):
    assert compare(one, other, "thing").score > ALIKE


def test_companies_that_share_their_kind_of_business_are_not():
    told = compare("Haldor Shipping Limited", "Brevik Shipping Limited", "thing")
    assert told.score < ALIKE


def test_the_reasons_stand_in_words_part_by_part():
    told = compare("Öztürk Demir", "O. Demir", "person")
    assert told.why == "given name O fits Öztürk; family name Demir = Demir"


def test_what_one_name_has_more_is_told():
    told = compare("Kofi Asante Mensah", "Mensah Kofi", "person")
    assert "in another order" in told.why
    assert "Asante left over" in told.why


def test_the_order_of_the_two_plays_no_part():
    for one, other in (*PEOPLE, *DIFFERENT):
        assert compare(one, other, "person").score == compare(other, one, "person").score


def test_what_has_no_letters_is_like_nothing():
    assert compare("…", "Kofi Asante", "person").score == 0.0


def test_a_name_of_titles_alone_keeps_its_parts():
    assert compare("John Major", "Major John Major", "person").score > ALIKE
    assert compare("John Major", "John Field", "person").score < ALIKE
