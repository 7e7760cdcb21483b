"""Figures and statements told by several reports."""

from making import Making


def test_one_value_of_one_measure_is_one_row(linked):
    one, other = Making("r0"), Making("r1")
    one.figure(5e9, "USD", "bilateral trade")
    other.figure(5e9, "USD", "trade a year")
    (row,) = linked(one, other).record.figures
    assert {m.report for m in row.mentions} == {"r0", "r1"}


def test_one_value_of_two_measures_is_two_rows(linked):
    one, other = Making("r0"), Making("r1")
    one.figure(40, "boat", "patrol boats ordered")
    other.figure(40, "boat", "fishing vessels detained")
    assert len(linked(one, other).record.figures) == 2


def test_one_utterance_quoted_by_two_reports_is_one_statement(linked):
    one, other = Making("r0"), Making("r1")
    quote = "we shall farm salmon together in every fjord of the south"
    for made in (one, other):
        made.statement(made.person("Solveig Haugen", "NOR"), quote)
    assert len(linked(one, other).record.statements) == 1


def test_two_utterances_of_one_speaker_stay_two(linked):
    one, other = Making("r0"), Making("r1")
    quotes = ("we shall farm salmon together in the south", "our navies will train in the north")
    for made, quote in zip((one, other), quotes, strict=True):
        made.statement(made.person("Solveig Haugen", "NOR"), quote)
    assert len(linked(one, other).record.statements) == 2
