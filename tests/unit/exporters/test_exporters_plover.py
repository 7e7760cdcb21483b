"""Events in the JSON of PLOVER: the fields of its manual, and ours beside them."""

import json

import jsonschema
import pytest

from dragoman.exporters.plover import QUADS
from dragoman.record.vocabulary import CATEGORIES
from exporting import written
from hostile import hostile

TEXT = {"type": ["string", "null"]}
TEXTS = {"type": "array", "items": {"type": "string"}}
DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ENTITIES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "sector": {"type": "string", "pattern": "^([A-Z]{3}){1,2}$"},
            "entity_text": {"type": "string"},
            "identifier_id": {"type": "string"},
            "identifier_text": {"type": "string"},
            "office": {"type": "string"},
        },
        "additionalProperties": False,
    },
}
# The tables of the chapter "Data Fields" of PLOVER's manual (2024), as far as they are used.
PLOVER = {
    "type": "object",
    "required": ["id", "date", "actor", "event"],
    "properties": {
        "id": {"type": "string"},
        "date": DAY,
        "enddate": DAY,
        "actor": ENTITIES,
        "recipient": ENTITIES,
        "event": {"type": "array", "items": {"enum": list(CATEGORIES)}, "minItems": 1},
        "event_loc": {
            "properties": {"extracted_place": TEXT, "country_code": TEXT},
            "additionalProperties": False,
        },
        "event_text": TEXTS,
        "quad_code": {"enum": [1, 2, 3, 4]},
        "mode": TEXTS,
        "context": {
            "type": "array",
            "items": {"enum": "economic military intelligence legal negation future".split()},  # noqa: SIM905
        },
        "link": {"type": "string"},
        "text_info": {
            "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
            "additionalProperties": False,
        },
        "cite_info": {
            "properties": dict.fromkeys(
                ("citation", "codebook", "title", "publication", "language", "url"), TEXT
            ),
            "additionalProperties": False,
        },
        "coder": {"type": "string"},
        "dragoman": {"type": "object", "required": ["noun", "evidence", "commitments"]},
    },
    "additionalProperties": False,
}


def coded(record, reports) -> dict[str, dict]:
    lines = written("plover", record, list(reports), None)[""].decode().split("\n")
    return {row["id"]: row for row in map(json.loads, lines[:-1])}


@pytest.fixture
def rows(coverage):
    return coded(coverage.record, coverage.reports.values())


def test_every_line_has_the_fields_of_the_manual(rows):
    for row in rows.values():
        jsonschema.validate(row, PLOVER)


def test_hostile_texts_break_no_line(coverage):
    reports = hostile(tuple(coverage.reports.values()))
    for row in coded(hostile(coverage.record), reports).values():
        jsonschema.validate(row, PLOVER)
        assert row["cite_info"]["url"] is None


def test_who_did_what_to_whom_and_where_it_says_so(rows, coverage):
    visit = rows["v-visit"]
    (actor,) = visit["actor"]
    assert (actor["code"], actor["entity_text"]) == ("NOR", "Bjørn Sæther")
    assert actor["office"] == "Foreign Minister"
    assert visit["recipient"][0]["sector"] == "GOV"
    assert (visit["mode"], visit["quad_code"], visit["date"]) == (["visit"], 1, "2025-03-04")
    (evidence,) = visit["dragoman"]["evidence"]
    text = coverage.reports["harbour_ledger"].text
    assert text[visit["text_info"]["start"] : visit["text_info"]["end"]] == evidence["quote"]


def test_the_field_of_aid_is_a_context_and_a_month_has_an_end(rows):
    boats = rows["v-boats"]
    assert (boats["mode"], boats["context"]) == ([], ["military"])
    assert (boats["date"], boats["enddate"]) == ("2025-06-01", "2025-06-30")


def test_what_has_no_date_takes_its_first_report_s_and_says_so(rows):
    accused = rows["v-accuse"]
    assert accused["date"] == "2025-07-01"
    assert accused["dragoman"]["date_basis"] == "first report"
    assert accused["dragoman"]["date"] is None
    assert accused["dragoman"]["hedge"] == "alleged"


def test_every_commitment_stands_once_with_its_firmness(rows):
    held = [made for row in rows.values() for made in row["dragoman"]["commitments"]]
    assert {(made["id"], made["firmness"]) for made in held} == {("c-boats", 6), ("c-meet", 5)}
    assert rows["c-boats"]["event"] == ["AGREE"]
    assert rows["c-boats"]["context"] == ["future"]


def test_every_category_has_its_quad():
    assert sorted(c for quad in QUADS.values() for c in quad) == sorted(CATEGORIES)
