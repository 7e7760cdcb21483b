"""Whether a cluster keeps the form: quotes found, ids resolved, words of the vocabulary."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from dragoman.record import nouns
from dragoman.record.vocabulary import CATEGORIES
from training.corpus.cluster import LAYERS, NOTICE, load
from training.corpus.mentions import folded, placed

WORDS = {
    ("entities", "type"): get_args(nouns.EntityType),
    ("events", "type"): CATEGORIES,
    ("events", "hedge"): (*get_args(nouns.Hedge), None),
    ("commitments", "kind"): get_args(nouns.CommitmentKind),
    ("commitments", "status"): (*get_args(nouns.Status), None),
    ("statements", "hedge"): (*get_args(nouns.Hedge), None),
    ("figures", "kind"): get_args(nouns.FigureKind),
    ("disagreements", "kind"): get_args(nouns.DisagreementKind),
}
PARTIES = (
    "person",
    "organization",
    "actors",
    "recipients",
    "place",
    "by",
    "to",
    "speaker",
    "speakers",
    "via",
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the cluster in `folder`, a line each; nothing where all is well."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8")
        if not text.endswith(f"\n\n{NOTICE}\n") or text.count(NOTICE) > 1:
            yield f"{folder.name} {path.name}: does not end with the notice after a blank line"
    key = load(folder)
    if not key.get("topic"):
        yield f"{folder.name}: the key has no topic"
    for row in key["reports"]:
        if not row.get("style"):
            yield f"{folder.name} {row['id']}: has no style"
    yield from _annotation(folder, f"{folder.name}/key.yaml", key)
    if (folder / "second.yaml").is_file():
        second = load(folder, "second.yaml")
        yield from _annotation(folder, f"{folder.name}/second.yaml", second)


def _annotation(folder: Path, name: str, written: Mapping[str, Any]) -> Iterator[str]:
    if not written.get("note"):
        yield f"{name}: has no note"
    texts = {
        row["id"]: folded((folder / row["file"]).read_text("utf-8")) for row in written["reports"]
    }
    ids = _ids(written)
    yield from (f"{name}: the id {i} stands {n} times" for i, n in ids.items() if n > 1)
    # YAML takes a bare "no" or "y" for a truth.
    yield from (f"{name}: the id {i!r} is no word: quote it" for i in ids if type(i) is not str)
    entities = {row["id"] for row in written["entities"]}
    for layer in ("reports", *LAYERS, "disagreements"):
        for row in written.get(layer) or ():
            where = f"{name} {layer} {row.get('id') or row.get('title')}"
            yield from _words(layer, row, where)
            yield from (f"{where}: no entity {i}" for i in _parties(row) if i not in entities)
            yield from (f"{where}: no row {i}" for i in _linked(row) if i not in ids)
            for one in (row, *(row.get("sides") or ())):
                yield from _quotes(one.get("mentions"), texts, where)
    yield from _quotes(written.get("furniture"), texts, f"{name} furniture")


def _ids(written: Mapping[str, Any]) -> Counter[str]:
    layers = ("reports", *LAYERS, "disagreements")
    return Counter(row["id"] for layer in layers for row in written.get(layer) or () if "id" in row)


def _words(layer: str, row: Mapping[str, Any], where: str) -> Iterator[str]:
    for (of, field), known in WORDS.items():
        if of == layer and field in row and row[field] not in known:
            yield f"{where}: {field} {row[field]!r}"
    for field in ("date", "published"):
        if row.get(field) is not None and not _DATE.fullmatch(str(row[field])):
            yield f"{where}: {field} {row[field]!r}"
    if layer == "disagreements" and len(row["sides"]) < 2:
        yield f"{where}: fewer than two sides"


def _parties(row: Mapping[str, Any]) -> Iterator[str]:
    for field in PARTIES:
        value = row.get(field)
        yield from (value if isinstance(value, list) else [value] if value else [])


def _linked(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ids of the rows that a commitment's follow-ups or a disagreement name."""
    for link in row.get("follow_ups") or ():
        yield from link.values()
    if row.get("about"):
        yield row["about"]


def _quotes(mentions: Any, texts: Mapping[str, str], where: str) -> Iterator[str]:
    for one in placed(mentions):
        if one.report not in texts:
            yield f"{where}: no report {one.report}"
        elif texts[one.report].count(folded(one.quote)) < one.occurrence:
            yield f"{where} {one.report}: not found {one.occurrence}x: {one.quote!r}"
