"""Dossiers, single items and citations."""

import pytest

from dragoman.record.errors import ItemNotFound
from dragoman.record.nouns import Target
from dragoman.store.views.citations import Citer, cited
from dragoman.store.views.dossier import dossiers
from dragoman.store.views.phrases import event_types
from dragoman.store.views.relations import leading_pair
from dragoman.store.views.shown import shown
from dragoman.store.views.words import date_words, number, target_words


def look(database, view, *arguments):
    with database.reading() as connection:
        return view(connection, *arguments)


@pytest.mark.parametrize("name", ["saether", "Bjørn Sæther", "sæt", "e-min"])
def test_a_dossier_is_found_by_any_spelling(filled, name):
    (one,) = look(filled, dossiers, name)
    assert one.entity.item.name == "Bjørn Sæther"
    assert [row.item.title for row in one.roles] == ["Foreign Minister"]
    assert [row.item.id for row in one.events.rows] == ["v-visit"]
    assert [row.item.id for row in one.statements.rows] == ["s-gift"]


@pytest.mark.parametrize("name", ["nobody", "", "%", "_"])
def test_an_unknown_name_is_refused(filled, name):
    with pytest.raises(ItemNotFound):
        look(filled, dossiers, name)


def test_a_citation_opens_what_it_cites(filled, coverage):
    report = coverage.reports["fjord_wire"]
    mention = coverage.at("fjord_wire", "40 million kroner")
    with filled.reading() as connection:
        citation = Citer(connection).cite(mention)
        found = shown(connection, citation)
    (passage,) = found.passages
    start, end = passage.mark
    assert citation == f"[{report.id[:5]}:{mention.start}-{mention.end}]"
    assert passage.paragraph[start:end] == "40 million kroner"
    assert passage.items == ("d-aid", "f-40")


def test_an_item_opens_with_every_quote_in_its_paragraph(filled):
    found = look(filled, shown, "c-boats")
    assert found.noun == "commitment"
    assert [one.paragraph[slice(*one.mark)] for one in found.passages] == [
        one.mention.quote for one in found.passages
    ]
    assert len(found.passages) == 2
    assert {one.outlet for one in found.passages} == {"Fjord Wire", "Harbour Ledger"}


def test_the_start_of_an_id_opens_it_where_it_is_the_only_one(filled, coverage):
    key = coverage.reports["fjord_wire"].id
    assert look(filled, shown, key[:6]).report == coverage.reports["fjord_wire"]
    assert look(filled, shown, "d-").noun == "disagreement"
    with pytest.raises(ItemNotFound, match="several"):
        look(filled, shown, "v-")


@pytest.mark.parametrize("key", ["", "zzz", "[rffffffff:1-2]", "%"])
def test_what_the_record_does_not_hold_is_refused(filled, key):
    with pytest.raises(ItemNotFound):
        look(filled, shown, key)


def test_a_span_outside_the_report_is_refused(filled, coverage):
    key = coverage.reports["fjord_wire"].id
    with pytest.raises(ItemNotFound, match="no characters"):
        look(filled, shown, f"[{key[:5]}:1-999999]")


def test_citations_are_read_with_and_without_brackets():
    assert cited("[r3fa9:120-188]") == cited("r3fa9:120-188") == ("r3fa9", 120, 188)
    assert cited("r3fa9") is None


def test_the_two_states_a_record_is_about(filled, database):
    assert look(filled, leading_pair) == ("GHA", "NOR")


def test_words_for_dates_and_numbers():
    assert date_words("2025-07-09") == "9 July 2025"
    assert date_words("2025-07-09/2025-07-11") == "9 to 11 July 2025"
    assert date_words("1950/1959") == "1950 to 1959"
    assert target_words(Target(amount=12, unit="battery", due="2027-03")) == (
        "12 batteries by March 2027"
    )
    assert target_words(Target(amount=3, unit="aircraft")) == "3 aircraft"
    assert target_words(Target(amount=5e6, unit="NOK")) == "5 million NOK"
    assert number(1_200_000_000) == "1.2 billion"
    assert number(980) == "980"
    assert number(12.5) == "12.5"


def test_every_event_type_of_the_published_form_has_words():
    assert len(event_types()) == 16


def test_a_commitment_is_shown_with_each_step_of_its_life_line(filled, coverage):
    found = look(filled, shown, "c-boats")
    assert [(s.kind, s.noun, s.item) for s in found.life] == [
        ("pledged", "commitment", "c-boats"),
        (None, "event", "v-boats"),
    ]
    with filled.reading() as connection:
        cites = Citer(connection).cite_all(found.listing.rows[0].item.mentions)
    assert found.life[0].citations == cites
    assert all(step.citations for step in found.life)
