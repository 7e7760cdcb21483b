"""Answers to a reading: parties, places, values, what two chunks both tell; and what is counted."""

import json
from pathlib import Path

import msgspec
import pytest

from answering import Reply, completion, rows, text_of
from dragoman.readers.llm.checking import is_country, is_date, tells_number
from dragoman.readers.llm.reading import LlmReader
from dragoman.readers.llm.schema import schema
from dragoman.readers.llm.settings import Settings
from dragoman.record.nouns import Block, Report
from dragoman.record.remote import RemoteReader
from dragoman.runs.gate import passed

RECORDED = Path(__file__).parent / "recorded.json"


def make(answering, **settings) -> LlmReader:
    return LlmReader(Settings.made(answering.url, "faultless", settings))


def read(answering, text: str, **layers):
    answering.answer = lambda _: completion(rows(**layers))
    report = Report(id="r1", file="a.txt", text=text, media_type="text/plain")
    (reading,) = make(answering).read([report])
    assert passed(reading, report) == reading
    return reading


def entity(key: str, *names: str, type: str = "state", **more):
    return {"key": key, "type": type, "names": list(names), "country": None, **more}


def test_what_a_faultless_model_says_is_all_kept(answering, coverage):
    report = coverage.reports["fjord_wire"]
    (reading,) = make(answering).read([report])
    assert reading.quarantined == ()
    by_id = {e.id: e.name for e in reading.entities}
    (signed,) = reading.events
    assert [by_id[a] for a in signed.actors] == ["Ghana", "Norway"]
    assert (signed.date, by_id[signed.place]) == ("2025-03-04", "Accra")
    assert {(by_id[r.person], r.title) for r in reading.roles} == {
        ("Bjørn Sæther", "Foreign Minister"),
        ("Ama Owusu", "President"),
    }
    pledged = next(c for c in reading.commitments if c.kind == "pledged")
    assert (pledged.target.amount, pledged.target.unit) == (40_000_000, "NOK")
    assert reading.statements[0].speaker is not None


def test_every_place_of_a_name_is_a_mention_but_those_in_longer_names(answering):
    text = "Chad and Peru met. Lake Chad is dry. Chadian envoys left; Chad stayed."
    reading = read(
        answering, text, entities=[entity("e1", "Chad"), entity("e2", "Lake Chad", type="place")]
    )
    places = {e.name: [m.start for m in e.mentions] for e in reading.entities}
    assert places == {"Chad": [0, 58], "Lake Chad": [19]}


def test_other_mentions_stand_where_their_context_does(answering):
    text = "Envoy Ali spoke. The envoy left. Envoy Bo spoke. The envoy stayed."
    other = {"quote": "The envoy", "form": "nominal", "context": "The envoy stayed"}
    reading = read(answering, text, entities=[entity("e1", "Bo", type="person", mentions=[other])])
    assert [(m.start, m.form) for m in reading.entities[0].mentions] == [
        (39, "name"),
        (49, "nominal"),
    ]


def test_an_office_stands_nearest_to_its_person(answering):
    text = "Minister Ali met Minister Bo."
    reading = read(
        answering,
        text,
        entities=[entity("e1", "Bo", type="person")],
        roles=[{"person": "e1", "title": "Minister", "quote": "Minister"}],
    )
    assert reading.roles[0].mentions[0].start == 17


def test_a_party_may_be_told_by_name_and_one_that_is_unknown_goes(answering):
    event = {"type": "SUPPORT", "quote": "Chad thanked Peru", "actors": ["Chad", "e9"]}
    reading = read(answering, "Chad thanked Peru.", entities=[entity("x", "Chad")], events=[event])
    assert reading.events[0].actors == (reading.entities[0].id,)
    assert "a value was left out" in reading.quarantined[0].reason


def test_bad_values_go_and_the_row_stays(answering):
    event = {"type": "CONSULT", "quote": "Chad met Peru", "mode": "party", "date": "last Tuesday"}
    reading = read(
        answering,
        "Chad met Peru.",
        entities=[entity("e1", "Chad") | {"country": "Chad", "mentions": None}],
        events=[event | {"hedge": "perhaps", "actors": 7}],
    )
    (made,) = reading.events
    assert (made.mode, made.date, made.hedge, made.actors) == (None, None, None, ())
    assert reading.entities[0].country is None
    assert {one.reason for one in reading.quarantined} == {
        f"a value was left out: {what}" for what in ("mode", "date", "hedge", "actors", "country")
    }


@pytest.mark.parametrize(
    "row",
    [
        {"type": "PARTY", "quote": "Chad met Peru"},
        {"quote": "Chad met Peru"},
        {"type": "AID", "quote": 7},
        "Chad met Peru",
        None,
    ],
)
def test_a_bad_row_costs_itself_alone(answering, row):
    good = {"type": "CONSULT", "quote": "Chad met Peru"}
    reading = read(answering, "Chad met Peru.", events=[row, good])
    assert [event.type for event in reading.events] == ["CONSULT"]
    assert len(reading.quarantined) == 1


def test_a_layer_that_is_no_list_costs_itself_alone(answering):
    good = {"type": "CONSULT", "quote": "Chad met Peru"}
    reading = read(answering, "Chad met Peru.", events=[good], figures={"value": 1})
    assert len(reading.events) == 1
    assert reading.quarantined[0].layer == "figures"


def test_a_value_must_be_the_number_of_its_quote(answering):
    figure = {"value": 2.5e6, "unit": "USD", "measure": "aid", "kind": "actual"}
    text = "Peru gave $2.5 million and Chad $3 million."
    reading = read(
        answering,
        text,
        figures=[figure | {"quote": "$2.5 million"}, figure | {"quote": "$3 million"}],
        commitments=[
            {"kind": "pledged", "subject": "x", "quote": "Peru gave $2.5 million", "amount": 9}
        ],
    )
    assert [f.value for f in reading.figures] == [2.5e6]
    assert reading.commitments[0].target.amount is None


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("1,250 tonnes", 1250, True),
        ("1.250,5 Tonnen", 1250.5, True),
        ("€1.5bn", 1.5e9, True),
        ("3 dozen boats", 36, True),
        ("12 lakh", 1.2e6, True),
        ("fell by 4 per cent", -4, True),
        ("dozens of boats", 24, True),
        ("40 boats", 41, False),
        ("40 boats", float("inf"), False),
        ("40 boats", float("nan"), False),
    ],
)
def test_numbers_of_quotes(text, value, told):
    assert tells_number(text, value) is told


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2025", True),
        ("2025-07", True),
        ("2024-02-29", True),
        ("1950/1959", True),
        ("2025-02-29", False),
        ("2025-13", False),
        ("1959/1950", False),
        ("7 July", False),
        ("2025-07-01T10:00", False),
        ("2025-07-01\n", False),
    ],
)
def test_dates(value, good):
    assert is_date(value) is good


def test_countries():
    assert is_country("GHA")
    assert is_country("XKX")
    assert not is_country("GH")
    assert not is_country("gha")
    assert not is_country("QQQ")


def in_chunks(*paragraphs: str) -> Report:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start=at, end=at + len(paragraph), kind="paragraph"))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Report(id="r1", file="a.txt", text=text, media_type="text/plain", blocks=tuple(blocks))


def test_what_two_chunks_both_tell_is_told_once(answering):
    filler = "Nothing else of note was said by anybody there that day. " * 25
    report = in_chunks(filler, "Chad thanked Ali Bo of Peru.", filler, "Later Bo thanked Chad.")

    def answer(request):
        sent = text_of(request)
        quotes = [q for q in ("Chad thanked Ali Bo of Peru", "Bo thanked Chad") if q in sent]
        names = ["Ali Bo"] if "Ali Bo" in sent else ["Bo"]
        return completion(
            rows(
                entities=[entity("e1", "Chad"), entity("p", *names, type="person")],
                events=[{"type": "SUPPORT", "quote": q, "actors": ["e1"]} for q in quotes],
            )
        )

    answering.answer = answer
    (reading,) = make(answering, context=3000).read([report])
    assert len(answering.requests) > 1
    assert passed(reading, report) == reading
    assert [e.name for e in reading.entities] == ["Chad", "Ali Bo"]
    assert len({e.mentions for e in reading.events}) == len(reading.events) == 2
    assert {e.actors for e in reading.events} == {("e0",)}


def test_a_second_run_makes_no_calls(answering, coverage):
    reports = list(coverage.reports.values())
    first = list(make(answering).read(reports))
    calls = len(answering.requests)
    again = make(answering)
    assert list(again.read(reports)) == first
    assert len(answering.requests) == calls
    assert (again.usage.calls, again.usage.cached) == (0, len(reports))


def test_another_model_or_endpoint_or_context_is_asked_anew(answering, coverage):
    report = coverage.reports["fjord_wire"]
    versions = set()
    for url, model, context in (
        (answering.url, "one", 8192),
        (answering.url, "two", 8192),
        (answering.url + "/other", "one", 8192),
        (answering.url, "one", 9000),
    ):
        reader = LlmReader(Settings.made(url, model, {"context": context}))
        list(reader.read([report]))
        versions.add(reader.version)
        assert reader.usage.calls == 1
    assert len(versions) == 4
    assert any("+two+" in version for version in versions)


def test_tokens_and_cost_are_summed(answering, coverage):
    reader = make(answering, price_in=2.0, price_out=10.0)
    told = []
    reader.asked = told.append
    list(reader.read(coverage.reports.values()))
    assert isinstance(reader, RemoteReader)
    assert (reader.usage.tokens_in, reader.usage.tokens_out) == (300, 60)
    assert reader.usage.cost == pytest.approx(300 * 2e-6 + 60 * 10e-6)
    assert not reader.usage.estimated
    assert told[-1] == reader.usage


def test_a_server_that_does_not_count_is_counted_for(answering, coverage):
    answering.answer = lambda _: completion(rows(), usage=None)
    reader = make(answering)
    list(reader.read([coverage.reports["fjord_wire"]]))
    assert reader.usage.estimated
    assert reader.usage.tokens_in > 100


def test_the_key_is_stored_nowhere(answering, coverage, monkeypatch, tmp_path):
    monkeypatch.setenv("DRAGOMAN_LLM_KEY", "sk-very-secret")
    reader = make(answering)
    (reading,) = reader.read([coverage.reports["fjord_wire"]])
    assert answering.headers[0]["Authorization"] == "Bearer sk-very-secret"
    assert b"sk-very-secret" not in (tmp_path / "cache/dragoman/answers.db").read_bytes()
    assert b"sk-very-secret" not in msgspec.json.encode(reading)


def test_a_plan_sends_nothing_and_knows_what_is_answered(answering, coverage):
    report = coverage.reports["fjord_wire"]
    reader = make(answering)
    plan = reader.plan(report)
    assert answering.requests == []
    assert (plan.chunks, plan.cached) == (1, 0)
    assert plan.tokens > len(report.text) // 4
    list(reader.read([report]))
    assert (reader.plan(report).cached, reader.plan(report).tokens) == (1, 0)


def test_furniture_is_neither_sent_nor_quoted(answering):
    blocks = (Block(start=0, end=13, kind="furniture"), Block(start=15, end=29, kind="paragraph"))
    text = "By Chad Brown\n\nChad met Peru."
    report = Report(id="r1", file="a", text=text, media_type="text/plain", blocks=blocks)
    answering.answer = lambda _: completion(
        rows(entities=[entity("e1", "Chad"), entity("b", "Brown")])
    )
    (reading,) = make(answering).read([report])
    assert "Brown" not in text_of(answering.requests[0])
    assert [[m.start for m in e.mentions] for e in reading.entities] == [[15]]


def test_the_schema_is_one_that_strict_modes_take():
    def walk(node):
        assert not node.keys() & {"$ref", "anyOf", "oneOf", "pattern", "minLength", "maxLength"}
        if node["type"] == "object":
            assert node["required"] == list(node["properties"])
            assert node["additionalProperties"] is False
            for inner in node["properties"].values():
                walk(inner)
        if node["type"] == "array":
            walk(node["items"])

    walk(schema())


@pytest.mark.parametrize("stem", ["fjord_wire", "coast_mirror", "harbour_ledger"])
def test_what_a_small_model_really_said_holds_to_the_gate(answering, coverage, stem):
    said = json.loads(RECORDED.read_text("utf-8"))[stem]
    answering.answer = lambda _: Reply(200, said)
    report = coverage.reports[stem]
    (reading,) = make(answering).read([report])
    assert passed(reading, report) == reading
    assert reading.entities
    assert reading.quarantined
