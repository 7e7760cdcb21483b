from hypothesis import given
from hypothesis import strategies as st

from dragoman.readers.english.pipeline.windows import MAX_PIECES, batches, windows


@given(st.lists(st.integers(1, 8), max_size=900))
def test_windows_cover_every_word_once_and_fit(sizes: list[int]) -> None:
    kept: list[int] = []
    for window in windows(sizes):
        assert window.start <= window.keep_start < window.keep_end <= window.end
        assert sum(sizes[window.start : window.end]) <= MAX_PIECES
        kept.extend(range(window.keep_start, window.keep_end))
    assert kept == list(range(len(sizes)))


def test_a_word_at_the_edge_of_a_window_has_context_in_another() -> None:
    first, second, *_ = windows([1] * 600)
    assert second.start < first.keep_end < first.end


@given(st.lists(st.integers(1, 50), max_size=60), st.integers(1, 200))
def test_batches_hold_every_item_once_and_keep_the_limit(lengths: list[int], limit: int) -> None:
    groups = list(batches(lengths, limit))
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    for group in groups:
        assert len(group) == 1 or max(lengths[index] for index in group) * len(group) <= limit
