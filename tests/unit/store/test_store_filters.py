"""Filters let through what they say."""

import pytest

from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.store.countries import country_code, country_name
from dragoman.store.views import listing
from dragoman.store.views.filters import Filters


def ids(database, noun: str, **asked) -> set[str]:
    with database.reading() as connection:
        found = getattr(listing, noun)(connection, Filters(**asked))
    return {row.item.id for row in found.rows}


def test_without_filters_all_pass(filled):
    assert ids(filled, "events") == {"v-sign", "v-visit", "v-accuse", "v-boats"}
    assert ids(filled, "timeline") == ids(filled, "events") | ids(filled, "commitments")


def test_between_wants_both_states_as_parties_or_in_the_context(filled):
    # The accusation names Ghana alone, but Norway in its paragraph and headline.
    assert ids(filled, "events", between=("NOR", "gh")) == ids(filled, "events")
    assert ids(filled, "events", between=("NOR", "France")) == set()
    assert ids(filled, "disagreements", between=("Norway", "Ghana")) == {"d-aid"}


def test_entities_between_are_of_either_state_or_of_none_and_near_both(filled):
    found = ids(filled, "entities", between=("NOR", "GHA"))
    assert {"e-min", "e-pre", "e-cou"} <= found
    assert ids(filled, "entities", between=("NOR", "FRA")) == {"e-nor", "e-min"}


def test_dates_count_by_any_day_they_cover(filled):
    assert ids(filled, "events", since="2025-06-15") == {"v-accuse", "v-boats"}
    assert ids(filled, "events", until="2025-03") == {"v-sign", "v-visit"}
    assert ids(filled, "commitments", since="2025", until="2025-12-31") == {"c-boats", "c-meet"}


def test_kind_and_status(filled):
    assert ids(filled, "events", kinds=("visit", "agree")) == {"v-sign", "v-visit"}
    assert ids(filled, "events", statuses=("alleged",)) == {"v-accuse"}
    assert ids(filled, "commitments", statuses=("progressing",)) == {"c-boats"}


def test_report_by_name_stem_or_id(filled, coverage):
    key = coverage.reports["coast_mirror"].id
    for name in ("coast_mirror.txt", "coast_mirror", key, key[:6]):
        assert ids(filled, "events", report=name) == {"v-sign"}
    assert ids(filled, "disagreements", report="harbour_ledger") == {"d-aid"}


@pytest.mark.parametrize(
    "asked",
    [
        {"kinds": ("nonsense",)},
        {"statuses": ("open",)},
        {"since": "soon"},
        {"until": "2025-99"},
        {"between": ("NOR", "Atlantis")},
        {"between": ("NOR", "Norway")},
    ],
)
def test_what_cannot_be_understood_is_refused(filled, asked):
    with pytest.raises(QueryInvalid):
        ids(filled, "events", **asked)


def test_an_unknown_report_is_refused(filled):
    with pytest.raises(ItemNotFound):
        ids(filled, "events", report="none.txt")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("TUR", "TUR"),
        ("tr", "TUR"),
        ("Turkiye", "TUR"),
        ("Germany", "DEU"),
        ("DE", "DEU"),
        ("Myanmar", "MMR"),
        ("cote d’ivoire", "CIV"),
        ("XK", "XKX"),
        ("Oslo", "NOR"),
    ],
)
def test_countries_by_code_name_and_what_the_record_calls_a_state(filled, name, code):
    with filled.reading() as connection:
        assert country_code(connection, name) == code


def test_an_unknown_code_is_its_own_name():
    assert country_name("NOR") == "Norway"
    assert country_name("ZZZ") == "ZZZ"


@pytest.mark.parametrize("code", ["XX", "ZZZ", "qmm"])
def test_codes_that_no_country_has_are_refused(filled, code):
    with filled.reading() as connection, pytest.raises(QueryInvalid, match="no country"):
        country_code(connection, code)
