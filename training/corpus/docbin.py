"""The corpus as spaCy's DocBin: every layer as a span group, the rows in `Doc.user_data`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dragoman.runs.evaluation.form import Quote
from dragoman.runs.evaluation.placing import FoldedText
from training.corpus.cluster import LAYERS, key_of, texts_of
from training.corpus.splits import part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, DocBin

LABELS = {
    "entities": "type",
    "roles": "title",
    "events": "type",
    "commitments": "kind",
    "statements": "hedge",
    "figures": "kind",
}
"""Which field of a row is the label of its spans."""


def docbin(folders: Sequence[Path]) -> DocBin:
    """Return a document for each report of the clusters, in order.

    `Doc.text` is the file's text. `Doc.spans` holds a group for each layer (label: type, title,
    kind or hedge; `kb_id_`: the row's id, a role's person), "furniture", and
    "coref_clusters_1" … for the entities that the report mentions more than once. `Doc.user_data`
    holds "cluster", "part", "report" and the rows as the key has them ("entities" …), with
    "mentions" as [start, end] or [start, end, form] in characters of this report; entities of the
    cluster without a mention here stay, as rows of other layers name them.

    Raises ValueError for a quote that does not stand in its report.
    """
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    return DocBin(
        docs=[doc for folder in folders for doc in _docs(nlp, folder)], store_user_data=True
    )


def _docs(nlp: Language, folder: Path) -> Iterator[Doc]:
    key, texts = key_of(folder), texts_of(folder)
    for report in key["reports"]:
        rows = _Rows(report["id"], FoldedText(texts[report["file"]]))
        layers = {layer: rows.of(layer, key[layer]) for layer in LAYERS}
        furniture = rows.spans(key["furniture"])
        doc = _split(nlp, texts[report["file"]], [*rows.edges, *_edges(furniture)])
        for layer, found in layers.items():
            _group(doc, layer, [(m, row[LABELS[layer]], _id(row)) for row, m in _each(found)])
        _group(doc, "furniture", [(m, "furniture", "") for m in furniture])
        told = [row for row in layers["entities"] if len(row["mentions"]) > 1]
        for n, row in enumerate(told, 1):
            marks = [(m, m[2] or "", row["id"]) for m in row["mentions"]]
            _group(doc, f"coref_clusters_{n}", marks)
        doc.user_data.update(
            cluster=folder.name,
            part=part_of(folder),
            report=report,
            disagreements=rows.disagreements(key["disagreements"]),
            **layers,
        )
        yield doc


class _Rows:
    """The rows that one report tells, their mentions as offsets into its text."""

    def __init__(self, report: str, text: FoldedText) -> None:
        self.report = report
        self.text = text
        self.edges: set[int] = set()

    def of(self, layer: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        placed = [{**row, "mentions": self.spans(row["mentions"])} for row in rows]
        self.edges.update(edge for row in placed for edge in _edges(row["mentions"]))
        return [row for row in placed if row["mentions"] or layer == "entities"]

    def disagreements(self, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        placed = []
        for row in rows:
            sides = [{**side, "mentions": self.spans(side["mentions"])} for side in row["sides"]]
            placed.append({**row, "sides": sides})
        return [row for row in placed if any(side["mentions"] for side in row["sides"])]

    def spans(self, mentions: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
        """Return [start, end], with the form where one is given, of the mentions made here."""
        found = []
        for mention in mentions:
            if mention["report"] == self.report:
                start, end = self._offsets(mention["quote"], mention.get("occurrence", 1))
                form = [mention["form"]] if "form" in mention else []
                found.append([start, end, *form])
        return found

    def _offsets(self, quote: str, occurrence: int) -> tuple[int, int]:
        span = self.text.span_of(Quote(report=self.report, quote=quote, occurrence=occurrence))
        if span is None:
            raise ValueError(f"{self.report}: not found: {quote!r}")
        return self.text.offsets[span[0]], self.text.offsets[span[1] - 1] + 1


def _split(nlp: Language, text: str, edges: Sequence[int]) -> Doc:
    """Return the text's tokens, cut further where a mention starts or ends inside one."""
    from spacy.tokens import Doc

    words, spaces = [], []
    for token in nlp.make_doc(text):
        end = token.idx + len(token)
        cuts = [token.idx, *sorted({e for e in edges if token.idx < e < end}), end]
        words += [text[a:b] for a, b in pairwise(cuts)]
        spaces += [False] * (len(cuts) - 2) + [bool(token.whitespace_)]
    return Doc(nlp.vocab, words, spaces)


def _group(doc: Doc, name: str, marks: Sequence[tuple[Sequence[Any], str, str]]) -> None:
    spans = (doc.char_span(m[0], m[1], label=label, kb_id=row) for m, label, row in marks)
    doc.spans[name] = [span for span in spans if span is not None]


def _each(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], list[Any]]]:
    return ((row, mention) for row in rows for mention in row["mentions"])


def _edges(mentions: Sequence[Sequence[Any]]) -> Iterator[int]:
    return (edge for mention in mentions for edge in mention[:2])


def _id(row: Mapping[str, Any]) -> str:
    return str(row["id"] if "id" in row else row["person"])
