"""The graph of a record, read back by networkx."""

import io

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.record.nouns import Entity, Event, Record
from exporting import written
from hostile import hostile

READERS = {
    "gexf": lambda raw: networkx.read_gexf(io.BytesIO(raw)),
    "graphml": lambda raw: networkx.read_graphml(io.BytesIO(raw), force_multigraph=True),
}


def read(name, record, reports):
    raw = written(name, record, list(reports), None)[""]
    etree.fromstring(raw)
    return READERS[name](raw)


def edges(graph) -> dict[str, tuple[str, str, dict]]:
    return {data["item"]: (one, other, data) for one, other, data in graph.edges(data=True)}


@pytest.mark.parametrize("name", READERS)
def test_who_met_whom_and_who_is_bound_to_whom(name, coverage):
    graph = read(name, coverage.record, coverage.reports.values())
    found = edges(graph)
    one, other, visit = found["v-visit"]
    assert (one, other, visit["relation"]) == ("e-min", "e-gha", "met")
    assert (visit["date"], visit["place"], visit["mode"]) == ("2025-03-04", "Accra", "visit")
    one, other, pledge = found["c-boats"]
    assert (one, other, pledge["relation"]) == ("e-nor", "e-gha", "bound")
    assert (pledge["firmness"], pledge["status"], pledge["origins"]) == (6, "progressing", 2)
    assert found["v-sign"][:2] == ("e-gha", "e-nor")
    assert graph.nodes["e-min"]["label"] == "Bjørn Sæther"
    assert graph.nodes["e-min"]["offices"] == "Foreign Minister"


@pytest.mark.parametrize("name", READERS)
def test_who_takes_no_part_is_no_node(name, coverage):
    graph = read(name, coverage.record, coverage.reports.values())
    assert "e-wire" not in graph
    assert set(graph) <= {entity.id for entity in coverage.record.entities}


def test_the_days_of_an_edge_are_on_the_timeline_of_gephi(coverage):
    raw = written("gexf", coverage.record, list(coverage.reports.values()), None)[""]
    space = {"g": "http://www.gexf.net/1.2draft"}
    root = etree.fromstring(raw)
    (graph,) = root.findall("g:graph", space)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    (boats,) = [e for e in root.iterfind(".//g:edge", space) if e.get("id") == "v-boats.0"]
    assert (boats.get("start"), boats.get("end")) == ("2025-06-01", "2025-06-30")
    assert b"lastmodified" not in raw


@pytest.mark.parametrize("name", READERS)
def test_hostile_texts_stay_texts(name, coverage):
    graph = read(name, hostile(coverage.record), hostile(tuple(coverage.reports.values())))
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    assert len(labels) == len(read(name, coverage.record, coverage.reports.values()))
    assert not any({"\x00", "\x1b", "\u202e", "\uffff"} & set(label) for label in labels)


@pytest.mark.parametrize("name", READERS)
def test_an_empty_record_is_an_empty_graph(name):
    assert len(read(name, Record(), [])) == 0


def test_every_key_and_every_edge_of_graphml_has_an_id_of_its_own(coverage):
    raw = written("graphml", coverage.record, list(coverage.reports.values()), None)[""]
    root = etree.fromstring(raw)
    for kind in ("key", "edge"):
        ids = [one.get("id") for one in root.iterfind(f".//{{*}}{kind}")]
        assert len(ids) == len(set(ids)) > 0


@given(st.text(), st.text())
def test_any_text_is_xml(name, hedge):
    people = tuple(Entity(id=key, type="person", name=name) for key in ("e1", "e2"))
    met = Event(id="v1", type="CONSULT", mode=hedge, actors=("e1", "e2"))
    for kind in READERS:
        graph = read(kind, Record(entities=people, events=(met,)), [])
        assert set(graph) == {"e1", "e2"}
        assert graph.number_of_edges() == 1
