"""Entities of FollowTheMoney, read back by its own library."""

import json

import pytest
from followthemoney import Dataset, EntityProxy, Statement, StatementEntity, model, registry

from exporting import grown, written
from hostile import hostile


def lines(record, reports) -> list[dict]:
    text = written("ftm", record, list(reports), None)[""].decode()
    return [json.loads(line) for line in text.split("\n")[:-1]]


def faults(row) -> list[str]:
    """Return what the model of FollowTheMoney finds wrong with an entity."""
    schema = model[row["schema"]]
    found = [f"abstract {schema.name}"] if schema.abstract else []
    found += [f"no {name}" for name in schema.required if not row["properties"].get(name)]
    for name, values in row["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            found.append(f"{schema.name} has no {name}")
            continue
        found += [f"{name}: {v}" for v in values if not prop.type.validate(v)]
        found += [f"{name}: {v}" for v in values if prop.type.clean(v) is None]
    return found


@pytest.fixture
def rows(coverage):
    return {row["id"]: row for row in lines(coverage.record, coverage.reports.values())}


def test_every_entity_is_one_by_the_model(rows):
    assert [fault for row in rows.values() for fault in faults(row)] == []


def test_hostile_texts_make_no_line_and_no_value_the_model_refuses(coverage):
    reports = hostile(tuple(coverage.reports.values()))
    found = lines(hostile(coverage.record), reports)
    assert [fault for row in found for fault in faults(row)] == []
    assert not any("sourceUrl" in row["properties"] for row in found)


def test_links_lead_to_entities_of_the_kind_the_model_asks_for(rows):
    for row in rows.values():
        for name, values in row["properties"].items():
            prop = model[row["schema"]].get(name)
            if prop.type is registry.entity:
                ends = [model[rows[value]["schema"]] for value in values]
                assert all(end.is_a(prop.range) for end in ends), (row["id"], name)


def test_people_hold_offices_and_parties_are_involved(rows):
    (held,) = [r for r in rows.values() if r["properties"].get("holder") == ["e-min"]]
    post = rows[held["properties"]["post"][0]]
    assert post["properties"] == {"name": ["Foreign Minister"], "country": ["no"]}
    pledge = rows["c-boats"]["properties"]
    assert pledge["involved"] == ["e-nor", "e-gha"]
    assert pledge["keywords"] == ["commitment", "pledged", "progressing"]
    assert rows["v-sign"]["properties"]["addressEntity"] == ["e-acc"]
    assert rows["v-boats"]["properties"]["date"] == ["2025-06"]


def test_documentation_ties_an_item_to_each_of_its_reports(rows, coverage):
    papers = [r["properties"] for r in rows.values() if r["schema"] == "Documentation"]
    of_pledge = {p["document"][0]: p for p in papers if p["entity"] == ["c-boats"]}
    wire = coverage.reports["fjord_wire"]
    assert set(of_pledge) == {wire.id, coverage.reports["harbour_ledger"].id}
    (cited,) = of_pledge[wire.id]["recordId"]
    start, end = map(int, cited.partition(":")[2].split("-"))
    assert [wire.text[start:end]] == of_pledge[wire.id]["summary"]


def test_the_library_reads_properties_and_statements_alike(rows):
    dataset = Dataset.make({"name": "dragoman", "title": "Dragoman"})
    for row in rows.values():
        plain = EntityProxy.from_dict(row)
        stated = StatementEntity.from_statements(
            dataset, [Statement.from_dict(dict(one)) for one in row["statements"]]
        )
        assert stated.schema == plain.schema
        assert {k: sorted(v) for k, v in stated.properties.items()} == {
            k: sorted(v) for k, v in plain.properties.items()
        }


def test_a_statement_says_where_it_stands_and_when_it_was_seen(rows, coverage):
    stated = [Statement.from_dict(dict(one)) for one in rows["e-min"]["statements"]]
    assert all(one.id == one.generate_key() for one in stated)
    (name,) = [one for one in stated if one.prop == "name"]
    assert name.origin.startswith(coverage.reports["fjord_wire"].id)
    assert (name.first_seen, name.last_seen) == ("2025-03-04", "2025-03-04")
    (alias,) = [one for one in stated if one.value == "Bjorn Saether"]
    assert alias.first_seen == "2025-07-01"


def test_nouns_without_a_schema_of_their_own_are_notes(coverage):
    found = {r["id"]: r for r in lines(grown(coverage.record), coverage.reports.values())}
    assert [fault for row in found.values() for fault in faults(row)] == []
    told = found["q-aid"]["properties"]
    assert told["keywords"] == ["series"]
    assert (
        "points: date 2025-07-01, value 45000000, kind target, figure f-45" in (told["description"])
    )
    assert "why: update" in found["x-aid"]["properties"]["description"]
