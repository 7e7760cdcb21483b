"""The corpus keeps its form, is split cleanly, and becomes answer keys and spaCy's documents."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin
from training.corpus.agreement import agreement
from training.corpus.check import faults
from training.corpus.cluster import NOTICE, key_of, texts_of
from training.corpus.docbin import docbin
from training.corpus.relation import relation_of
from training.corpus.splits import CORPUS, PARTS, all_clusters, clusters_of, split_faults
from training.corpus.stats import stats

from dragoman.runs.evaluation import evaluate

CLUSTERS = all_clusters()
CARD = (CORPUS / "README.md").read_text("utf-8")


@pytest.mark.parametrize("folder", CLUSTERS, ids=[f.name for f in CLUSTERS])
def test_every_quote_stands_in_its_report_and_every_id_resolves(folder):
    assert list(faults(folder)) == []


@pytest.mark.parametrize("folder", CLUSTERS[1:4], ids=[f.name for f in CLUSTERS[1:4]])
def test_a_key_scored_against_itself_is_right_throughout(folder):
    key = key_of(folder)
    assert evaluate(key, key, texts_of(folder)).overall == pytest.approx(1.0)


def test_a_fault_is_told(tmp_path):
    (tmp_path / "1.txt").write_text("Kenya spoke.", "utf-8")
    (tmp_path / "key.yaml").write_text(
        "reports:\n  - {id: r1, file: 1.txt}\n"
        "entities:\n  - {id: ken, type: realm, mentions: {r1: {name: [Kenya, Uganda]}}}\n"
        "events:\n  - {id: ken, type: AID, actors: [uga], date: March, mentions: {r1: [spoke]}}\n"
        "commitments:\n  - {id: c1, kind: pledged, follow_ups: [{event: e9}]}\n"
        "disagreements:\n  - {id: d1, kind: date, about: c1, sides: [{value: May}]}\n",
        "utf-8",
    )
    found = "\n".join(faults(tmp_path))
    for told in (
        "'realm'",
        "not found 1x: 'Uganda'",
        "the id ken stands 2 times",
        "no entity uga",
        "date 'March'",
        "no row e9",
        "fewer than two sides",
        "has no note",
        "has no topic",
        "has no style",
        "does not end with the notice",
    ):
        assert told in found


def test_the_notice_is_furniture_though_no_key_lists_it():
    key = key_of(CLUSTERS[0])
    told = {m["report"] for m in key["furniture"] if m["quote"] == NOTICE}
    assert told == {row["id"] for row in key["reports"]}


def test_every_cluster_is_in_one_part_and_no_relation_is_told_twice():
    assert list(split_faults()) == []


def test_the_relation_is_the_pair_that_most_events_join():
    entities = [
        {"id": "p", "type": "person", "name": "A", "country": "KEN"},
        {"id": "k", "type": "state", "name": "Kenya", "country": "KEN"},
        {"id": "u", "type": "state", "name": "Uganda", "country": "UGA"},
        {"id": "e", "type": "organization", "name": "East African Community"},
    ]
    events = [
        {"actors": ["k"], "recipients": ["e"]},
        {"actors": ["p", "k"], "recipients": ["u"]},
        {"actors": ["u", "k"]},
    ]
    assert relation_of({"entities": entities, "events": events}) == ("KEN", "UGA")
    first = {"entities": entities, "events": events[:1]}
    assert relation_of(first) == ("East African Community", "KEN")


def test_no_sentence_stands_in_two_parts():
    parts = defaultdict(set)
    for part in PARTS:
        for text in (t for folder in clusters_of(part) for t in texts_of(folder).values()):
            for sentence in re.split(r"(?<=[.!?])[\"'”’)]*\s+|\n+", text.replace(NOTICE, "")):
                if len(sentence.split()) >= 4:
                    parts[" ".join(sentence.split())].add(part)
    assert [sentence for sentence, found in parts.items() if len(found) > 1] == []


def test_offsets_survive_the_way_to_spacy(tmp_path):
    folder = next(f for f in CLUSTERS if f.name == "011")
    key, texts = key_of(folder), texts_of(folder)
    docbin([folder]).to_disk(tmp_path / "out.spacy")
    docs = list(DocBin().from_disk(tmp_path / "out.spacy").get_docs(spacy.blank("en").vocab))
    assert [doc.text for doc in docs] == [texts[row["file"]] for row in key["reports"]]
    for doc in docs:
        report = doc.user_data["report"]["id"]
        for layer in ("entities", "roles", "events", "commitments", "statements", "figures"):
            wanted = sorted(
                (row.get("id", row.get("person")), " ".join(m["quote"].split()))
                for row in key[layer]
                for m in row["mentions"]
                if m["report"] == report
            )
            spans = [(span.kb_id_, " ".join(span.text.split())) for span in doc.spans[layer]]
            rows = [
                (row.get("id", row.get("person")), " ".join(doc.text[m[0] : m[1]].split()))
                for row in doc.user_data[layer]
                for m in row["mentions"]
            ]
            assert sorted(spans) == sorted(rows) == wanted
        assert NOTICE in [span.text for span in doc.spans["furniture"]]


def test_spacy_documents_hold_parties_and_chains():
    doc = next(iter(docbin([Path(CLUSTERS[0])]).get_docs(spacy.blank("en").vocab)))
    entities = {row["id"] for row in doc.user_data["entities"]}
    events = {row["id"]: row for row in doc.user_data["events"]}
    for span in doc.spans["events"]:
        row = events[span.kb_id_]
        assert span.label_ == row["type"]
        assert {*row["actors"], *row["recipients"]} <= entities
    chain = doc.spans["coref_clusters_1"]
    assert len(chain) > 1
    assert len({span.kb_id_ for span in chain}) == 1


def test_the_card_has_the_numbers_that_are_counted():
    missing = [line for line in (*stats(), *agreement()) if line not in CARD]
    assert missing == []
