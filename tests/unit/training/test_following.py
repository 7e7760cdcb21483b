"""How the weights and the bars of follow-ups are found."""

import pytest
from training.linking.fitting import fitted, fitted_at_large
from training.linking.followed import story_written
from training.linking.following import best_bar, precise_bar
from training.linking.written import written

TEXT = "Chile asked Norway for a salmon quota. Norway refused the quota."
KEY = {
    "reports": [{"id": "r", "file": "1.txt", "published": "2024-03-05"}],
    "entities": [
        {"id": "n", "type": "state", "name": "Norway", "country": "NOR", "names": ["Norway"]},
        {"id": "c", "type": "state", "name": "Chile", "country": "CHL", "names": ["Chile"]},
    ],
    "commitments": [
        {
            "id": "c1",
            "kind": "requested",
            "by": ["c"],
            "to": ["n"],
            "subject": "a salmon quota",
            "target": {},
            "status": "denied",
            "date": "2024-03-05",
            "mentions": [{"report": "r", "quote": "asked Norway for a salmon quota"}],
            "follow_ups": [{"event": "e1"}],
        },
        {
            "id": "c2",
            "kind": "planned",
            "subject": "no such words",
            "mentions": [{"report": "r", "quote": "words that stand nowhere"}],
        },
    ],
    "events": [
        {
            "id": "e1",
            "type": "REJECT",
            "actors": ["n"],
            "recipients": ["c"],
            "date": "2024-03-05",
            "mentions": [{"report": "r", "quote": "Norway refused\nthe quota"}],
        }
    ],
}


def test_the_rows_of_a_key_are_taken_with_their_places_and_without_their_status():
    own = written(KEY, {"1.txt": TEXT})
    (bond,) = own.commitments
    (act,) = own.events
    assert bond.row.status == "open"
    assert bond.row.follow_ups == ()
    assert [TEXT[m.start : m.end] for m in act.row.mentions] == ["Norway refused the quota"]


def test_what_follows_in_the_key_is_an_example_with_its_status():
    story = story_written(KEY, {"1.txt": TEXT})
    (pair,) = story.pairs
    assert (pair.status, pair.known, pair.meant) == ("denied", True, {("c1", "e1")})


def test_many_pairs_are_fitted_as_few_are():
    marks = [{"any": 1.0, "a": float(i % 2), "b": i / 10} for i in range(20)]
    holds = [i % 3 == 0 or i > 14 for i in range(20)]
    few, many = fitted(marks, holds, 2.0), fitted_at_large(marks, holds, 2.0)
    assert many == pytest.approx(few, abs=1e-3)


def test_a_bar_is_as_low_as_enough_of_what_it_lets_pass_holds():
    scored = [(0.9 - i / 100, i not in (3, 7)) for i in range(10)]
    scored += [(0.5, False)] * 20
    assert precise_bar(scored, 0.8) == pytest.approx(0.81)
    assert precise_bar(scored[:4], 0.5) == 1.0


def test_the_bar_of_links_is_where_f1_is_best():
    assert best_bar([(0.9, True), (0.8, True), (0.4, False), (0.3, False)], 3) == 0.8
