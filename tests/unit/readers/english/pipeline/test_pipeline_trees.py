import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.readers.english.pipeline.trees import best_tree, is_tree


def scores(words: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float32, (words, words + 1), elements=st.floats(-20, 20, width=32))


@given(st.integers(1, 12).flatmap(scores))
@settings(deadline=None)
def test_any_scores_give_a_tree_with_one_root(matrix: np.ndarray) -> None:
    assert is_tree(best_tree(matrix))


@given(st.integers(1, 4).flatmap(scores))
@settings(deadline=None)
def test_no_other_tree_scores_higher(matrix: np.ndarray) -> None:
    words = len(matrix)
    rows = np.arange(words)
    every = np.stack(np.meshgrid(*[np.arange(words + 1)] * words), -1).reshape(-1, words)
    best = max(
        matrix[rows, heads].sum(dtype=np.float64)
        for heads in every
        if is_tree(heads) and not (heads == rows + 1).any()
    )
    assert np.isclose(matrix[rows, best_tree(matrix)].sum(dtype=np.float64), best, atol=1e-3)


def test_best_heads_are_kept_where_they_are_a_tree() -> None:
    matrix = np.array([[0, 0, 9], [9, 0, 0]], np.float32)
    assert best_tree(matrix).tolist() == [2, 0]


def test_a_cycle_is_broken_at_the_cheapest_arc() -> None:
    matrix = np.array([[1, 0, 9], [5, 9, 0]], np.float32)
    assert best_tree(matrix).tolist() == [2, 0]


def test_two_roots_become_one() -> None:
    matrix = np.array([[9, 0, 1], [8, 5, 0]], np.float32)
    assert best_tree(matrix).tolist() == [0, 1]


def test_scores_that_are_no_numbers_still_give_a_tree() -> None:
    assert is_tree(best_tree(np.full((5, 6), np.nan, np.float32)))
