"""The set of reworded copies, and how a half of it is scored."""

import pytest
from bench.rewordings import linked_line, pairs_of, written


@pytest.mark.parametrize("part", ["tune", "report"])
def test_each_half_has_thirty_copies_and_more_reports_of_their_own(part):
    texts = written(part)
    assert sum(one.is_copy for one in texts) == 30
    assert len({one.text.origin for one in texts}) == 10 + 40
    pairs = pairs_of([one.text for one in texts])
    assert sum(a.origin == b.origin for a, b in pairs) == 10 * 6


def test_the_halves_share_no_text():
    ids = [{one.report.id for one in written(part)} for part in ("tune", "report")]
    assert len(ids[0] | ids[1]) == 160


def test_the_copies_of_one_happening_are_found():
    first = [one for one in written("tune") if one.text.cluster == "4"]
    assert "3 of 3 copies, 0 others" in linked_line(first)
