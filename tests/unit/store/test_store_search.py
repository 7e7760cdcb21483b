"""Search finds paragraphs and marks the words in the real text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.errors import QueryInvalid
from dragoman.store.search import search
from dragoman.store.search.query import parse


def marked(database, query: str) -> list[list[str]]:
    with database.reading() as connection:
        found = search(connection, query)
    return [[one.text[start:end] for start, end in one.marks] for one in found]


def count(database, query: str) -> int:
    return len(marked(database, query))


def test_diacritics_and_capitals_do_not_count_and_the_text_stays_as_it_is(filled):
    assert sorted(marked(filled, "SAETHER")) == [["Saether"], ["Sæther", "Sæther"]]


def test_operators_and_brackets(filled):
    assert count(filled, "Ghana Norway boats") == 3
    assert count(filled, "Ghana AND Norway AND boats") == 3
    assert count(filled, "trawlers OR council") == 2
    assert count(filled, "fisheries NOT (pact OR deal OR council)") == 2
    assert count(filled, "boats NOT Ghana") == 1


def test_phrases_stand_in_order_and_stems_begin_words(filled):
    assert marked(filled, '"fisheries agreement"') == [["fisheries agreement"]] * 2
    assert marked(filled, '"agreement fisheries"') == []
    assert marked(filled, "trawl*") == [["trawlers"]]


def test_fields_of_the_report_and_of_its_items(filled):
    assert count(filled, "outlet:ledger boats") == 3
    assert count(filled, "boats since:2025-06") == 3
    assert count(filled, "boats until:2025-05") == 1
    assert count(filled, "type:visit") == 1
    assert count(filled, 'speaker:"Sæther"') == 1
    assert count(filled, "kind:pledged NOT report:fjord_wire") == 1
    assert count(filled, "who:trawlers country:GHA") == 1


def test_each_passage_is_cited_with_the_items_that_rest_on_it(filled, coverage):
    with filled.reading() as connection:
        (one,) = search(connection, "trawlers")
    report = coverage.reports["harbour_ledger"]
    assert report.text[one.start : one.end] == one.text
    assert one.citation == f"[{report.id[:5]}:{one.start}-{one.end}]"
    assert {"v-visit", "v-accuse"} <= set(one.items)


@pytest.mark.parametrize(
    "query",
    ["", "  ", '"open', "(a", "a)", "AND", "a OR", "NOT", "colour:red", "kind:red", "—", "(" * 500],
)
def test_what_cannot_be_understood_is_refused(filled, query):
    with pytest.raises(QueryInvalid):
        count(filled, query)


@given(st.text(alphabet='ab"():*- ANDORT', max_size=30))
def test_any_text_parses_or_is_refused(text):
    with suppress(QueryInvalid):
        parse(text)


@pytest.mark.parametrize("query", ['a"b', "x' OR 1=1 --", "NEAR(a b)", "words:a", "^a", "{a}"])
def test_no_query_reaches_the_database_as_code(filled, query):
    with suppress(QueryInvalid):
        count(filled, query)
