"""Keys are laid on the reader's words without losing an offset."""

from hypothesis import given
from hypothesis import strategies as st
from training.joint.alignment import Folded, likeness

from dragoman.readers.english.joint.clauses import covered

WORDS = st.lists(st.sampled_from(["Chad", "Peru", "agreed", "é", "on", "90%", "–"]), min_size=1)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", " \t "])


@given(WORDS, st.data())
def test_a_quote_is_found_at_each_of_its_places(words: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(GAPS) for word in words)
    quote = data.draw(st.sampled_from(words))
    folded = Folded(text)
    starts = []
    while (span := folded.span(quote, len(starts) + 1)) is not None:
        assert text[span[0] : span[1]] == quote
        starts.append(span[0])
    assert starts == sorted(set(starts))
    assert len(starts) >= words.count(quote)


def test_a_quote_over_a_line_break_keeps_the_texts_own_offsets() -> None:
    text = "Chad  and\nPeru agreed."
    assert Folded(text).span("and Peru", 1) == (6, 14)
    assert Folded(text).span("Lima", 1) is None


def test_overlap_is_told_by_the_shorter_span_and_likeness_by_both() -> None:
    assert covered((0, 10), (5, 8)) == 1.0
    assert likeness((0, 10), (5, 8)) < 0.5
    assert covered((0, 4), (4, 8)) == 0.0
