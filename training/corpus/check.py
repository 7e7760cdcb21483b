"""Whether a cluster keeps the form: quotes found, ids resolved, words of the vocabulary."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from dragoman.record import nouns
from dragoman.store.views.phrases import event_types
from training.corpus.cluster import LAYERS, NOTICE, load
from training.corpus.mentions import folded, placed

WORDS = {
    ("entities", "type"): get_args(nouns.EntityType),
    ("events", "type"): event_types(),
    ("events", "hedge"): (*get_args(nouns.Hedge), None),
    ("commitments", "kind"): get_args(nouns.CommitmentKind),
    ("commitments", "status"): (*get_args(nouns.Status), None),
    ("statements", "hedge"): (*get_args(nouns.Hedge), None),
    ("figures", "kind"): get_args(nouns.FigureKind),
    ("disagreements", "kind"): get_args(nouns.DisagreementKind),
}
PARTIES = ("person", "organization", "actors", "recipients", "place", "by", "to", "speaker")


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the cluster in `folder`, a line each; nothing where all is well."""
    written = load(folder)
    raw = {row["id"]: (folder / row["file"]).read_text("utf-8") for row in written["reports"]}
    texts = {report: folded(text) for report, text in raw.items()}
    if not written.get("note"):
        yield f"{folder.name}: the key has no note"
    for report, text in raw.items():
        if not text.endswith(f"\n\n{NOTICE}\n") or text.count(NOTICE) > 1:
            yield f"{folder.name} {report}: does not end with the notice after a blank line"
    entities = {row["id"] for row in written["entities"]}
    for layer in (*LAYERS, "disagreements"):
        for row in written.get(layer) or ():
            where = f"{folder.name} {layer} {row.get('id') or row.get('title')}"
            yield from _words(layer, row, where)
            yield from (f"{where}: no entity {i}" for i in _parties(row) if i not in entities)
            for one in (row, *(row.get("sides") or ())):
                yield from _quotes(one.get("mentions"), texts, where)
    yield from _quotes(written.get("furniture"), texts, f"{folder.name} furniture")


def _words(layer: str, row: Mapping[str, Any], where: str) -> Iterator[str]:
    for (of, field), known in WORDS.items():
        if of == layer and field in row and row[field] not in known:
            yield f"{where}: {field} {row[field]!r}"


def _parties(row: Mapping[str, Any]) -> Iterator[str]:
    for field in PARTIES:
        value = row.get(field)
        yield from (value if isinstance(value, list) else [value] if value else [])


def _quotes(mentions: Any, texts: Mapping[str, str], where: str) -> Iterator[str]:
    for one in placed(mentions):
        if one.report not in texts:
            yield f"{where}: no report {one.report}"
        elif texts[one.report].count(folded(one.quote)) < one.occurrence:
            yield f"{where} {one.report}: not found {one.occurrence}x: {one.quote!r}"
