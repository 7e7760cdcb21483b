"""The record in its published form, and the schema of that form."""

import json

import jsonschema
import msgspec

from dragoman.exporters._schema import schema
from dragoman.record.nouns import Event, Record
from exporting import grown, written
from hostile import hostile


def exported(coverage, record=None) -> dict:
    reports = list(coverage.reports.values())
    return json.loads(written("json", record or coverage.record, reports, None)[""])


def broken(document) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema())
    return [error.json_path for error in checker.iter_errors(document)]


def test_json_has_the_published_form(coverage):
    document = exported(coverage)
    assert list(document) == ["reports", *Record.__struct_fields__]
    assert set(document["reports"][0]) >= {
        "id",
        "file",
        "title",
        "outlet",
        "published",
        "language",
        "origin",
    }
    (pledge,) = [row for row in document["commitments"] if row["id"] == "c-boats"]
    assert pledge["target"] == {"amount": 40_000_000, "unit": "NOK", "due": "2027"}
    (later,) = pledge["follow_ups"]
    assert (later["event"], later["commitment"], later["statement"]) == ("v-boats", None, None)
    assert set(pledge["mentions"][0]) == {"report", "start", "end", "quote"}
    assert document["entities"][0]["mentions"][0]["form"] == "name"


def test_json_tells_which_reports_share_an_origin(coverage):
    origin = {row["file"]: row["origin"] for row in exported(coverage)["reports"]}
    assert origin["fjord_wire.txt"] == origin["coast_mirror.txt"] != origin["harbour_ledger.txt"]


def test_json_comes_back_as_the_nouns_it_was_made_of(coverage):
    document = exported(coverage)
    events = msgspec.convert(document["events"], list[Event])
    assert events == sorted(coverage.record.events, key=lambda event: event.id)
    msgspec.convert({k: v for k, v in document.items() if k != "reports"}, Record)


def test_what_is_written_keeps_to_the_published_schema(coverage):
    jsonschema.Draft202012Validator.check_schema(schema())
    assert broken(exported(coverage)) == []
    assert broken(exported(coverage, hostile(coverage.record))) == []


def test_the_schema_finds_what_is_not_a_record(coverage):
    document = exported(coverage)
    document["commitments"][0]["kind"] = "sworn"
    del document["events"][0]["mentions"]
    assert broken(document) == ["$.events[0]", "$.commitments[0].kind"]


def test_the_schema_tells_what_every_noun_is():
    told = schema()
    assert all("description" in part for part in told["$defs"].values())
    assert set(told["properties"]) == {"reports", *Record.__struct_fields__}
    assert "text" not in told["$defs"]["Report"]["properties"]


def test_every_noun_of_a_record_keeps_to_the_schema(coverage):
    document = exported(coverage, grown(coverage.record))
    assert [row["id"] for row in document["series"] + document["explained"]] == ["q-aid", "x-aid"]
    assert broken(document) == []
