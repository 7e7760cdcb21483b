"""Files taken side by side: in order, and Ctrl-C leaves what was begun whole."""

import threading
from pathlib import Path

import pytest

from dragoman.documents.sources import Found
from dragoman.record.errors import KeyRefused, ReportEmpty
from dragoman.runs.outcome import Unwatched
from dragoman.runs.taking import each

FOUND = [Found(path=Path(f"{n}.txt"), root=Path()) for n in range(6)]


@pytest.mark.parametrize("at_once", [1, 3])
def test_the_outcome_is_in_order_and_a_failure_costs_one(at_once):
    def take(found):
        if found.path.name == "2.txt":
            raise ReportEmpty("2.txt is empty")
        return "read"

    outcome = each(FOUND, take, Unwatched(), at_once)
    assert [taken.path for taken in outcome.taken] == [found.path for found in FOUND]
    assert [taken.state for taken in outcome.taken].index("not read") == 2


def test_they_are_side_by_side():
    together = threading.Barrier(3, timeout=30)

    def take(_):
        together.wait()
        return "read"

    assert each(FOUND, take, Unwatched(), 3).count("read") == 6


@pytest.mark.parametrize("at_once", [1, 2])
def test_an_error_that_concerns_all_ends_the_run(at_once):
    taken = []

    def take(found):
        taken.append(found)
        raise KeyRefused("no")

    with pytest.raises(KeyRefused):
        each(FOUND, take, Unwatched(), at_once)
    assert len(taken) <= at_once


@pytest.mark.parametrize("at_once", [1, 2])
def test_ctrl_c_keeps_what_was_begun(at_once):
    class Stopping(Unwatched):
        def step(self, taken):
            raise KeyboardInterrupt

    outcome = each(FOUND, lambda _: "read", Stopping(), at_once)
    assert outcome.interrupted
    assert outcome.count("read") >= 1
    assert outcome.left == len(FOUND) - len(outcome.taken)
