import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.english.pipeline import lemmas


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("agreed", "agree"),
        ("Agreed", "agree"),
        ("are", "be"),
        ("parties", "party"),
        ("SIGNED", "sign"),
        ("NAIROBI", "Nairobi"),
        ("Nairobi", "Nairobi"),
        ("n’t", "not"),
    ],
)
def test_a_script_gives_back_its_lemma(word: str, lemma: str) -> None:
    assert lemmas.apply(lemmas.script_for(word, lemma), word) == lemma


@given(st.text(min_size=1, max_size=8), st.sampled_from(["=", "l", "t", "l:3:y", "=:9:", "l:1:"]))
def test_no_word_is_left_without_a_lemma(word: str, script: str) -> None:
    assert lemmas.apply(script, word)
