"""Long reports are seen in windows that together have the say on every word once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.english.joint.networks import LONGEST, softmax, windows


@given(st.integers(1, 5000))
def test_windows_give_every_word_to_a_window(count: int) -> None:
    owner = np.full(count, -1)
    for number, (start, end, kept) in enumerate(windows(count)):
        assert start <= kept < end <= count
        assert end - start <= LONGEST
        owner[kept:end] = number
    assert (owner >= 0).all()
    assert (np.diff(owner) >= 0).all()


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9))
def test_odds_sum_to_one(scores: list[float]) -> None:
    odds = softmax(np.array([scores], np.float32))
    assert abs(float(odds.sum()) - 1.0) < 1e-4
