import pytest

from dragoman.linking.wording.families import families_in, family_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("signed", "signature"), ("arrested", "detention"), ("withdrew", "pullout"), ("met", "talks")],
)
def test_a_deed_told_by_a_verb_and_by_a_noun_is_one(one, other):
    assert family_of(one) == family_of(other)


def test_words_of_no_family_are_compared_by_their_stem():
    assert family_of("herrings") == family_of("herring") != family_of("salmon")
    assert families_in("the herring fleet returned") == {family_of("return")}
