"""The sample coverage that ships with the package: its texts, manifest, answer key and sources."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest

from dragoman.documents.manifest import load_manifest
from dragoman.record import nouns
from dragoman.record.vocabulary import CATEGORIES

SAMPLE = Path(str(files("dragoman"))) / "data" / "sample"
REPORTS = SAMPLE / "reports"
KEY: dict[str, list[dict[str, Any]]] = json.loads((SAMPLE / "key.json").read_text("utf-8"))
SOURCES = (SAMPLE / "SOURCES.md").read_text("utf-8")
PLOVER = set(CATEGORIES)
SPANNED = ("entities", "roles", "events", "commitments", "statements", "figures", "furniture")


def fold(text: str) -> str:
    return " ".join(text.split())


RAW = {row["id"]: (REPORTS / row["file"]).read_text("utf-8") for row in KEY["reports"]}


def quotes() -> list[tuple[str, dict[str, Any]]]:
    found = [
        (layer, mention)
        for layer in SPANNED
        for row in KEY[layer]
        for mention in ([row] if layer == "furniture" else row["mentions"])
    ]
    sides = [side for row in KEY["disagreements"] for side in row["sides"]]
    return found + [("disagreements", mention) for side in sides for mention in side["mentions"]]


def test_there_are_eight_reports_in_three_formats_and_the_key_names_each() -> None:
    there = {path.name for path in REPORTS.iterdir() if path.name != "manifest.yaml"}
    assert there == {row["file"] for row in KEY["reports"]}
    assert len(there) == 8
    assert {Path(name).suffix for name in there} == {".txt", ".md", ".html"}


def test_no_report_puts_words_in_quotation_marks() -> None:
    bodies = {
        name: re.sub(r"(?s)<script.*?</script>|<[^>]+>", "", raw) for name, raw in RAW.items()
    }
    assert [name for name, body in bodies.items() if re.search('[“”"«»]', body)] == []


def test_every_quote_stands_in_its_report_as_often_as_the_key_says() -> None:
    wrong = []
    for layer, mention in quotes():
        count = fold(RAW[mention["report"]]).count(fold(mention["quote"]))
        if count < mention.get("occurrence", 1) or (count > 1 and "occurrence" not in mention):
            wrong.append((layer, mention["report"], mention["quote"], count))
    assert wrong == []


def test_offsets_given_are_exact() -> None:
    given = [mention for _, mention in quotes() if "start" in mention]
    assert given
    assert all(RAW[each["report"]][each["start"] : each["end"]] == each["quote"] for each in given)


def test_quotes_of_the_html_report_cross_no_markup() -> None:
    html = {row["id"] for row in KEY["reports"] if row["file"].endswith(".html")}
    read = [m["quote"] for layer, m in quotes() if m["report"] in html and layer != "furniture"]
    assert read
    assert [quote for quote in read if re.search("[<>&]", quote)] == []


def test_ids_are_unique_and_resolve() -> None:
    ids = {layer: [row["id"] for row in KEY[layer]] for layer in KEY if "id" in KEY[layer][0]}
    assert all(len(set(each)) == len(each) for each in ids.values())
    entities, events = set(ids["entities"]), set(ids["events"])
    used = {row["person"] for row in KEY["roles"]} | {row["organization"] for row in KEY["roles"]}
    for row in KEY["events"]:
        used |= {*row["actors"], *row["recipients"], row["place"]}
    for row in KEY["commitments"]:
        used |= {*row["by"], *row["to"]}
    for row in KEY["statements"]:
        used |= {row["speaker"], row["via"], *row["speakers"]}
    used |= {row.get("within") for row in KEY["entities"]}
    assert used - {None} <= entities
    follow_ups = [each for row in KEY["commitments"] for each in row["follow_ups"]]
    assert {each["event"] for each in follow_ups} - {None} <= events
    assert {each["commitment"] for each in follow_ups} - {None} <= set(ids["commitments"])
    anything = {each for layer in ids.values() for each in layer}
    assert {row["about"] for row in KEY["disagreements"]} - {None} <= anything


@pytest.mark.parametrize(
    ("layer", "field", "allowed"),
    [
        ("entities", "type", get_args(nouns.EntityType)),
        ("events", "type", PLOVER),
        ("events", "hedge", (None, *get_args(nouns.Hedge))),
        ("commitments", "kind", get_args(nouns.CommitmentKind)),
        ("commitments", "status", get_args(nouns.Status)),
        ("statements", "hedge", get_args(nouns.Hedge)),
        ("figures", "kind", get_args(nouns.FigureKind)),
        ("disagreements", "kind", get_args(nouns.DisagreementKind)),
    ],
)
def test_kinds_are_in_the_vocabulary(layer: str, field: str, allowed: Any) -> None:
    assert {row[field] for row in KEY[layer]} <= set(allowed)


def test_the_sides_of_a_disagreement_name_the_reports_of_their_quotes() -> None:
    for row in KEY["disagreements"]:
        assert len(row["sides"]) >= 2, row["id"]
        for side in row["sides"]:
            assert {mention["report"] for mention in side["mentions"]} == set(side["reports"])


def test_only_the_reworded_copy_shares_an_origin() -> None:
    origins = [row["origin"] for row in KEY["reports"]]
    assert sorted(set(origins), key=origins.count)[-1] == "r03"
    assert origins.count("r03") == 2
    assert len(set(origins)) == 7


def test_the_manifest_agrees_with_the_key() -> None:
    manifest = load_manifest(REPORTS / "manifest.yaml")
    assert manifest.absent() == ()
    assert len(manifest.entries) >= 2
    rows = {row["file"]: row for row in KEY["reports"]}
    for path, details in manifest.entries.items():
        row = rows[path.name]
        assert (details.title, details.outlet) == (row["title"], row["outlet"])
        assert (details.published, details.language) == (row["published"], row["language"])
        assert details.url


def test_every_fact_names_two_sources_that_are_listed() -> None:
    facts, _, rest = SOURCES.partition("## Differences")
    differences, _, listed = rest.partition("## Sources")
    known = dict(re.findall(r"^- (S\d+): (.+)$", listed, re.MULTILINE))
    assert all(re.search(r", .*\d{4}, https?://\S+$", entry) for entry in known.values())
    bullets = re.findall(r"^- (.+)$", facts.partition("## Facts")[2], re.MULTILINE)
    assert bullets
    for bullet in bullets:
        named = set(re.findall(r"\[(S\d+)\]", bullet))
        assert len(named) >= 2, bullet
        assert named <= set(known), bullet
    assert set(re.findall(r"\[(S\d+)\]", differences)) <= set(known)
    assert set(re.findall(r"\[(S\d+)\]", facts + differences)) == set(known)


def test_every_report_has_its_facts_sourced() -> None:
    headings = " ".join(re.findall(r"^### (.+)$", SOURCES, re.MULTILINE))
    assert [row["file"] for row in KEY["reports"] if row["file"] not in headings] == []
