"""Who is bound, and to how much, once frames have drafted."""

import pytest

from dragoman.readers.english.document import make_doc
from dragoman.readers.english.reading import FRAMES, SETTLING, build


@pytest.fixture(scope="module")
def settled(written):
    nlp = build(components=(*FRAMES, *SETTLING))
    return lambda text: nlp(make_doc(nlp, written(text)))


def _names(doc, positions):
    return {doc._.things[i].name for i in positions}


def _sides(doc, one):
    return _names(doc, one.by), _names(doc, one.to)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("The annex obliges Peru to issue the papers within 15 days.", 15.0, "day"),
        ("Peru pledged to lend Chile the ship for forty days.", 40.0, "day"),
        ("Peru asked Chile for six more months.", 6.0, "month"),
        ("Peru pledged to build a hospital in Chile within two years.", 1.0, "hospital"),
        ("Peru agreed with Chile to pay half of the costs.", 50.0, "%"),
    ],
)
def test_a_stretch_of_time_or_a_single_thing_can_be_checked_against(settled, text, amount, unit):
    (one,) = settled(text)._.commitments
    assert (one.amount, one.unit) == (amount, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Peru pledged to repay the loan that Chile gave it two years ago.",
        "Peru agreed to honour the 20 year old pact with Chile.",
    ],
)
def test_how_long_ago_it_was_is_no_number_to_check(settled, text):
    assert [c.amount for c in settled(text)._.commitments] == [None]


def test_a_number_of_a_shared_subject_counts(settled):
    doc = settled("The nine sailors of Peru are well and will be flown home in June.")
    assert [c.amount for c in doc._.commitments] == [9.0]


def test_each_number_of_a_list_is_told_once(settled):
    doc = settled("Kenya is to buy 31 cranes, 12 barges and 7 ferries from Vietnam.")
    assert [c.amount for c in doc._.commitments] == [31.0, 12.0, 7.0]


@pytest.mark.parametrize(
    "term",
    [
        "Peru will be given access to the data of Chile.",
        "Peru will get 20 tractors from Chile.",
    ],
)
def test_of_what_one_side_gets_the_other_is_bound(settled, term):
    doc = settled(f"Peru and Chile signed an accord on Monday. {term}")
    assert _sides(doc, doc._.commitments[-1]) == ({"Chile"}, {"Peru"})


def test_who_is_promised_something_is_the_counterpart(settled):
    doc = settled("Chile was promised a loan of 20 million dollars by Peru.")
    (one,) = doc._.commitments
    assert (one.subject, one.amount) == ("loan of 20 million dollars", 20_000_000.0)
    assert _sides(doc, one) == ({"Peru"}, {"Chile"})


def test_a_minister_who_speaks_for_his_state_is_bound_with_it(settled):
    doc = settled("Peru's minister Ana Soto said Peru would hand over two boats to Chile.")
    assert _sides(doc, doc._.commitments[0]) == ({"Ana Soto", "Peru"}, {"Chile"})


def test_who_heads_a_company_binds_it(settled):
    doc = settled(
        "Andes Steel, based in Lima, is large. Luis Vega, the chief executive of Andes Steel, "
        "promised to build a mill in Chile."
    )
    assert "Andes Steel" in _names(doc, doc._.commitments[0].by)


def test_of_a_relative_clause_the_number_stands_before_it(settled):
    doc = settled("Chile waits for the 40 cows that Peru promised to return.")
    assert doc._.commitments[0].amount == 40.0


def test_a_number_whose_noun_is_left_out_counts(settled):
    doc = settled("Peru has 74 Chilean boats. Peru promised to return all 74 at once.")
    assert doc._.commitments[-1].amount == 74.0


def test_days_that_are_over_are_no_target(settled):
    doc = settled("Peru is to lower the toll after three days of talks with Chile.")
    assert doc._.commitments[0].amount is None
