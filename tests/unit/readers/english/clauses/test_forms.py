"""Written forms of verbs and nouns."""

import pytest

from dragoman.readers.english.clauses.forms import noun_index, past_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("retake", ("retook", "retaken")),
        ("overrun", ("overran", "overrun")),
        ("rebuild", ("rebuilt",)),
        ("relay", ("relayed",)),
        ("release", ("released",)),
        ("forge", ("forged",)),
    ],
)
def test_a_prefixed_verb_bends_as_its_plain_one(lemma, forms):
    assert past_forms(lemma) == forms


def test_british_spelling_doubles_the_l():
    assert {"initialled", "initialed"} <= verb_forms("initial")


def test_men_and_women_have_their_own_plural():
    table = noun_index(["militiaman", "policewoman", "roman"])
    assert table["militiamen"] == "militiaman"
    assert table["policewomen"] == "policewoman"
    assert "romen" not in table
