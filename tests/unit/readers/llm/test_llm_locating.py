"""Where a quote stands: the text's own writing is kept, whatever the model made of it."""

from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.readers.llm.locating import Searchable

TEXT = "Chad’s minister met\nPeru's envoy in N'Djamena. The minister of Peru thanked Chad."


def places(text: str, quote: str) -> list[str]:
    return [text[a:b] for a, b in Searchable(text, [(0, len(text))]).places(quote)]


def test_white_space_and_typography_are_folded():
    assert places(TEXT, "Chad's minister met Peru’s envoy") == ["Chad’s minister met\nPeru's envoy"]


def test_an_exact_place_goes_before_a_folded_one():
    assert Searchable("a’s b, a's b", [(0, 12)]).places("a's b") == [(7, 12)]


def test_a_quote_that_is_not_there_has_no_place():
    assert places(TEXT, "Chad’s minister met the envoy") == []
    assert places(TEXT, "  ") == []
    assert places(TEXT, "\u200b") == []


def test_a_quote_begins_and_ends_between_words():
    assert places("Chadian and Chad", "Chad") == ["Chad"]
    assert places("チャドとペルー", "ペルー") == ["ペルー"]


def test_the_place_nearest_to_the_context():
    searchable = Searchable(TEXT, [(0, len(TEXT))])
    around = searchable.nearest("The minister of Peru", None)
    assert searchable.nearest("minister", around) == (51, 59)
    assert searchable.nearest("minister", None) == (7, 15)


def test_what_lies_outside_the_stretches_is_not_found():
    assert Searchable(TEXT, [(0, 19)]).places("envoy") == []


WORDS = st.text("ab éİß’'“\"«\u00a0\u200b\u00ad-–\n\tش語<‹⟦.", max_size=40)


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
@example("İ’s\u00ad b", 0, 6)
def test_whatever_stands_in_the_text_is_found_there_even_with_other_typography(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    quote = text[start:end]
    found = Searchable(text, [(0, len(text))]).places(" ".join(quote.replace("’", "'").split()))
    for x, y in found:
        assert 0 <= x < y <= len(text)
        assert text[x:y].strip()
    whole = (start == 0 or not text[start - 1].isalnum()) and (
        end == len(text) or not text[end].isalnum()
    )
    if whole and quote.strip() == quote and any(c.isalnum() for c in quote):
        assert (start, end) in Searchable(text, [(0, len(text))]).places(quote)


@given(WORDS, WORDS)
def test_a_place_holds_the_quote_but_for_space_and_typography(text, quote):
    def bare(words: str) -> str:
        keep = [c for c in words if c.isalnum()]
        return "".join(keep)

    for start, end in Searchable(text, [(0, len(text))]).places(quote):
        assert bare(text[start:end]) == bare(quote)
