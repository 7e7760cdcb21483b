"""Linked data, read back and asked by rdflib."""

import json

import pytest
from rdflib import Graph, URIRef

from exporting import grown, written
from hostile import hostile

# rdflib warns of what it does itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
WORDS = """
PREFIX s: <https://schema.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX own: <urn:dragoman:terms:>
"""


def read(record, reports) -> Graph:
    text = written("jsonld", record, list(reports), None)[""].decode()
    return Graph().parse(data=text, format="json-ld")


@pytest.fixture(scope="module")
def graph(coverage):
    return read(coverage.record, coverage.reports.values())


def asked(graph, query) -> list[tuple]:
    return sorted(tuple(str(v) for v in row) for row in graph.query(WORDS + query))


def test_who_met_whom_can_be_asked(graph):
    found = asked(
        graph,
        """SELECT ?actor ?host ?day WHERE {
            ?e a s:Event; own:mode "visit"; own:actor/s:name ?actor;
               own:recipient/s:name ?host; s:startDate ?day }""",
    )
    assert found == [("Bjørn Sæther", "Ghana", "2025-03-04")]


def test_what_is_bound_and_whether_it_was_kept_can_be_asked(graph):
    found = asked(
        graph,
        """SELECT ?what ?by ?status ?sum ?unit WHERE {
            ?c a s:PlanAction; s:name ?what; s:agent/s:name ?by; s:actionStatus ?status;
               s:object [ s:value ?sum; s:unitText ?unit ] }""",
    )
    status = "https://schema.org/ActiveActionStatus"
    ((what, by, told, amount, unit),) = found
    assert (what, by, told, unit) == ("40 million kroner for patrol boats", "Norway", status, "NOK")
    assert float(amount) == 40_000_000


def test_every_item_was_derived_from_reports_that_are_there(graph):
    items = set(graph.subjects(URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")))
    derived = asked(graph, "SELECT ?r WHERE { ?i prov:wasDerivedFrom ?r }")
    articles = asked(graph, "SELECT ?r WHERE { ?r a s:NewsArticle }")
    assert len(items) > 15
    assert set(derived) <= set(articles)


def test_a_copy_is_derived_from_its_original(graph, coverage):
    found = asked(graph, "SELECT ?c ?o WHERE { ?c a s:NewsArticle; prov:wasDerivedFrom ?o }")
    copy, original = (coverage.reports[stem].id for stem in ("coast_mirror", "fjord_wire"))
    assert found == [(f"urn:dragoman:{copy}", f"urn:dragoman:{original}")]


def test_every_mention_is_an_annotation_with_both_selectors(graph, coverage):
    texts = {f"urn:dragoman:{report.id}": report.text for report in coverage.reports.values()}
    found = asked(
        graph,
        """SELECT ?item ?source ?start ?end ?exact ?prefix ?suffix WHERE {
            ?a a oa:Annotation; oa:hasBody ?item; oa:hasTarget ?t.
            ?t oa:hasSource ?source; oa:hasSelector ?p, ?q.
            ?p a oa:TextPositionSelector; oa:start ?start; oa:end ?end.
            ?q a oa:TextQuoteSelector; oa:exact ?exact; oa:prefix ?prefix; oa:suffix ?suffix }""",
    )
    assert len(found) == len(asked(graph, "SELECT ?a WHERE { ?a a oa:Annotation }"))
    for _, source, start, end, exact, prefix, suffix in found:
        assert texts[source][int(start) : int(end)] == exact
        assert prefix + exact + suffix in texts[source]
    assert "urn:dragoman:v-sign" in {row[0] for row in found}


def test_positions_are_counts_as_the_web_annotation_model_asks(graph):
    (kind,) = {
        start.datatype for start in graph.objects(None, URIRef("http://www.w3.org/ns/oa#start"))
    }
    assert str(kind).endswith("#nonNegativeInteger")


def test_offices_are_held_by_people(graph):
    found = asked(
        graph, "SELECT ?n ?t WHERE { ?p a s:Person; s:name ?n; s:hasOccupation/s:roleName ?t }"
    )
    assert found == [("Ama Owusu", "President"), ("Bjørn Sæther", "Foreign Minister")]


def test_sides_of_a_disagreement_lead_to_their_reports(graph):
    found = asked(
        graph,
        """SELECT ?v ?o WHERE { ?d a own:Disagreement; own:side ?s.
            ?s s:value ?v; prov:wasDerivedFrom/s:publisher/s:name ?o }""",
    )
    assert found == [
        ("40 million kroner", "Fjord Wire"),
        ("45 million kroner", "Harbour Ledger"),
    ]


def test_hostile_texts_are_values_and_never_addresses(coverage):
    reports = hostile(tuple(coverage.reports.values()))
    graph = read(hostile(coverage.record), reports)
    addresses = [str(one) for triple in graph for one in triple if isinstance(one, URIRef)]
    assert not [one for one in addresses if not one.startswith(("urn:dragoman:", "http"))]
    text = written("jsonld", hostile(coverage.record), list(reports), None)[""].decode()
    assert not [node for node in json.loads(text)["@graph"] if "url" in node]


def test_nothing_has_to_be_fetched(coverage):
    text = written("jsonld", coverage.record, [], None)[""].decode()
    assert isinstance(json.loads(text)["@context"], dict)


def test_nouns_without_a_word_in_schema_org_have_words_of_ours(coverage):
    graph = read(grown(coverage.record), coverage.reports.values())
    found = asked(
        graph,
        """SELECT ?day ?measure WHERE { ?s a own:Series; own:points ?p.
            ?p own:date ?day; own:figure/s:name ?measure }""",
    )
    assert [row[0] for row in found] == ["2025-03-04", "2025-07-01"]
    about = asked(graph, "SELECT ?what WHERE { ?x a own:Explained; own:about/s:name ?what }")
    assert about == [("40 million kroner for patrol boats",)]
