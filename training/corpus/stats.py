"""The numbers of the data card, counted: size, parts, styles, topics, rows, spot checks."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.corpus.agreement import annotated_twice
from training.corpus.cluster import LAYERS, NOTICE, load, texts_of
from training.corpus.mentions import placed
from training.corpus.relation import relation_of
from training.corpus.splits import CORPUS, PARTS, all_clusters, clusters_of


def stats() -> Iterator[str]:
    """Yield the numbers in lines of Markdown, as they stand in the data card."""
    keys = {folder: load(folder) for folder in all_clusters()}
    yield from _size(keys)
    yield ""
    yield from _parts()
    yield ""
    yield from _rows(keys)
    yield ""
    styles = Counter(row["style"] for key in keys.values() for row in key["reports"])
    yield f"Styles ({len(styles)}, by reports): {_counted(styles)}."
    yield ""
    topics = Counter(key["topic"] for key in keys.values())
    yield f"Topics ({len(topics)}, by clusters): {_counted(topics)}."
    yield ""
    yield from _spot_checks()


def words_of(folder: Path) -> list[int]:
    """Return the words of each report, counted by white space, without the notice."""
    return [len(text.replace(NOTICE, "").split()) for text in texts_of(folder).values()]


def _size(keys: Mapping[Path, Mapping[str, Any]]) -> Iterator[str]:
    words = [n for folder in keys for n in words_of(folder)]
    told = [len(key["reports"]) for key in keys.values()]
    reports = sum(told)
    many = sum(n for n in told if n >= 3)
    again = sum(n for key in keys.values() for n in _retold(key))
    relations = {relation_of(key) for key in keys.values()}
    states = {
        row["country"]
        for key in keys.values()
        for row in key["entities"]
        if row["type"] == "state" and row.get("country")
    }
    twice = sum(len(keys[folder]["reports"]) for folder in annotated_twice())
    two = len(annotated_twice())
    yield f"- {reports} reports, {sum(words):,} words ({min(words)} to {max(words)} a report)"
    yield f"- {len(keys)} clusters, {len(relations)} relations, {len(states)} states or territories"
    yield f"- {many} reports ({many / reports:.0%}) in clusters of 3 to {max(told)}"
    yield f"- {again} reports that tell another report's text again (same `origin`)"
    yield f"- {two} clusters with {twice} reports ({twice / reports:.1%}) annotated twice"


def _retold(key: Mapping[str, Any]) -> list[int]:
    origins = Counter(row.get("origin", row["id"]) for row in key["reports"])
    return [n - 1 for n in origins.values()]


def _parts() -> Iterator[str]:
    yield "| part | clusters | reports | words |"
    yield "|---|---|---|---|"
    for part in PARTS:
        folders = clusters_of(part)
        words = [n for folder in folders for n in words_of(folder)]
        yield f"| {part} | {len(folders)} | {len(words)} | {sum(words):,} |"


def _rows(keys: Mapping[Path, Mapping[str, Any]]) -> Iterator[str]:
    yield "| layer | rows | mentions |"
    yield "|---|---|---|"
    for layer in LAYERS:
        rows = [row for key in keys.values() for row in key.get(layer) or ()]
        mentions = sum(len(list(placed(row.get("mentions")))) for row in rows)
        yield f"| {layer} | {len(rows):,} | {mentions:,} |"
    disagreements = [row for key in keys.values() for row in key.get("disagreements") or ()]
    sides = [side for row in disagreements for side in row["sides"]]
    mentions = sum(len(list(placed(side.get("mentions")))) for side in sides)
    yield f"| disagreements | {len(disagreements):,} | {mentions:,} |"
    furniture = sum(len(list(placed(key.get("furniture")))) for key in keys.values())
    yield f"| furniture, the notice aside | | {furniture:,} |"


def _spot_checks() -> Iterator[str]:
    with (CORPUS / "spot_checks.tsv").open(encoding="utf-8", newline="") as file:
        checks = list(csv.DictReader(file, delimiter="\t"))
    rows, wrong, missing = (sum(int(c[k]) for c in checks) for k in ("rows", "wrong", "missing"))
    yield (
        f"Spot checks: {len(checks)} reports of {len({c['cluster'] for c in checks})} clusters, "
        f"{rows:,} rows, {wrong} wrong ({wrong / rows:.1%}), {missing} missing "
        f"({missing / (rows + missing):.1%})."
    )


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{word} {n}" for word, n in counter.most_common())
