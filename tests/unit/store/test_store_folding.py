"""Words as search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.folding import fold, folded_words, word_spans


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ISPARTA", "isparta"),
        ("Isparta", "isparta"),
        ("ısparta", "isparta"),
        ("İzmir", "izmir"),
        ("Łódź", "lodz"),
        ("Sæther", "saether"),
        ("Đặng", "dang"),
        ("groß", "gross"),
        ("Cafe\u0301", "cafe"),
        ("Tbilisi თბილისი", "tbilisi tbilisi"),
    ],
)
def test_marks_and_capitals_do_not_count(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_spans_lie_in_the_text_in_order_and_give_the_same_words(text):
    spans = list(word_spans(text))
    assert [word for word, _, _ in spans] == folded_words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in spans)
    assert [start for _, start, _ in spans] == sorted(start for _, start, _ in spans)
