"""Which status is taken, and how an act stands beside a commitment."""

from making import Making

from dragoman.linking.follow_ups.acts import act_of, one_span
from dragoman.linking.follow_ups.outcomes import likely_statuses, settled_status
from dragoman.linking.follow_ups.place_marks import place_marks
from dragoman.linking.told import Merged, Told
from dragoman.linking.who.parties import Parties

BARS = {"progressing": 0.4, "fulfilled": 0.8, "lapsed": 0.5, "denied": 0.5}


def test_a_status_below_its_bar_is_left_open():
    assert settled_status({"fulfilled": 0.7} | dict.fromkeys(BARS, 0.1), BARS) == "open"
    likely = dict.fromkeys(BARS, 0.05) | {"fulfilled": 0.75}
    assert settled_status(likely, BARS) == "open"


def test_of_several_statuses_the_one_furthest_above_its_bar_is_taken():
    likely = {"progressing": 0.45, "fulfilled": 0.1, "lapsed": 0.6, "denied": 0.1}
    assert settled_status(likely, BARS) == "lapsed"


def test_how_likely_the_statuses_are_comes_to_one():
    odds = {"open: ": 1.0, "fulfilled: ": 400.0}
    likely = likely_statuses(lambda sort: odds.get(sort, -2.0))
    assert abs(sum(likely.values()) - 1) < 1e-9
    assert max(likely, key=likely.__getitem__) == "fulfilled"


def acts(text, bond, later):
    made = Making("r0", "2024-03-05", text=text)
    nor, chl = made.state("Norway", "NOR"), made.state("Chile", "CHL")
    made.commitment("requested", bond, (chl,), (nor,), "2024-03-05")
    made.event("REJECT", later, (nor,), (chl,), "2024-03-05")
    rows = (*made.commitments, *made.events)
    merged = [Merged(row, (Told(made.facts(), row),)) for row in rows]
    return [act_of(m, Parties(made.entities)) for m in merged]


def test_an_act_in_the_next_sentence_is_told_from_one_further_off():
    text = "Chile asked for a quota. Norway refused it. A week passed. Norway said no again."
    bond, later = acts(text, "asked for a quota", "Norway refused it")
    assert "told in the next sentence" in place_marks(later, bond)
    bond, later = acts(text, "asked for a quota", "Norway said no again")
    assert not [m for m in place_marks(later, bond) if m.startswith("told ")]


def test_an_act_inside_a_longer_clause_may_follow_and_the_clause_itself_may_not():
    text = "Norway refused the quota that Chile had asked for."
    bond, later = acts(text, text[:-1], "Norway refused the quota")
    assert not one_span(later, bond)
    bond, later = acts(text, text[:-1], text[:-1])
    assert one_span(later, bond)
