import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.readers.english.pipeline.names import NameDecoder

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
matrices = st.integers(0, 10).flatmap(
    lambda words: arrays(np.float32, (words, 5), elements=st.floats(-9, 9, width=32))
)


@given(matrices)
def test_a_name_never_starts_in_its_middle(scores: np.ndarray) -> None:
    before = "O"
    for label in NameDecoder(LABELS).best(scores):
        assert not label.startswith("I-") or before[2:] == label[2:]
        before = label


@given(matrices)
def test_spans_are_in_order_and_do_not_overlap(scores: np.ndarray) -> None:
    end = 0
    for start, stop, kind in NameDecoder(LABELS).spans(scores):
        assert end <= start < stop <= len(scores)
        assert kind in {"PER", "LOC"}
        end = stop


def test_the_best_allowed_sequence_is_found() -> None:
    scores = np.array([[1, 0, 5, 0, 0], [0, 0, 4, 0, 0]], np.float32)
    assert NameDecoder(LABELS).best(scores) == ["B-PER", "I-PER"]


def test_two_names_side_by_side_stay_two() -> None:
    scores = np.eye(5, dtype=np.float32)[[1, 2, 1, 0, 3]]
    assert NameDecoder(LABELS).spans(scores) == [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")]
