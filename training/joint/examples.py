"""Reports of the corpus as what the network is trained on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.documents.reports import read_report
from dragoman.readers.english.document import make_doc
from dragoman.readers.english.joint.belonging import belonging
from dragoman.readers.english.joint.candidates import Candidates
from dragoman.readers.english.joint.labels import LINKED, NAMED, PARTS, SPANNED, TAGS
from dragoman.readers.english.joint.links import NOWHERE, Anchored, Linker, Links
from dragoman.readers.english.joint.sheet import Sheet, make_sheet, tokens_in
from training.corpus.cluster import key_of
from training.joint.alignment import Aligned, Item
from training.joint.missed import name_missed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

IGNORED = -100
Numbers = dict[str, int]
"""The numbers of the parser's labels."""

COLUMNS = tuple(TAGS)
"""What each word is labelled with: the columns of `tags`."""

JUDGED = ("figures", "event_hedge", "event_mode", "status")
"""Tags that say more of what was found, and are not looked for among all words."""

FROM_ROWS = {
    "events": (("events", "type", None), ("event_hedge", "hedge", ""), ("event_mode", "mode", "")),
    "commitments": (("commitments", "kind", None), ("status", "status", "open")),
    "statements": (("statements", "hedge", "stated"),),
    "figures": (("figures", "kind", "actual"),),
    "mentions": (("mentions", "type", None),),
    "roles": (("roles", "office", "office"),),
    "times": (("times", "type", None),),
}
"""Which field of a row of each layer a tag is taken from, and what it is where it is not given."""


@dataclass(frozen=True, slots=True)
class Example:
    """One report: what goes in, and what should come out.

    ``tags`` (W, columns) labels or IGNORED; ``spans`` (S, 4): layer, anchor, first and last word;
    ``links`` with ``parts`` (N,), the part each candidate fills.
    """

    cluster: str
    report: str
    sheet: Sheet
    tags: NDArray[np.int64]
    spans: NDArray[np.int64]
    links: Links
    parts: NDArray[np.int64]


def examples(
    nlp: Language, folders: Sequence[Path], upos: Numbers, relations: Numbers
) -> Iterator[Example]:
    """Yield an example for each report of the clusters, in order."""
    for folder in folders:
        key = key_of(folder)
        for row in key["reports"]:
            report = read_report(folder / row["file"]).report
            doc = nlp(make_doc(nlp, report))
            sheet = make_sheet(doc, upos, relations)
            yield _example(
                doc, sheet, (folder.name, row["id"]), Aligned(doc, sheet, key, row["id"]), relations
            )


def _example(
    doc: Doc, sheet: Sheet, name: tuple[str, str], aligned: Aligned, relations: Numbers
) -> Example:
    items = _one_an_anchor(aligned.items)
    named = [i for i in items if i.layer in NAMED and i.row.get("form") != "name"]
    parted = [i for i in items if i.layer in LINKED and i.layer not in NAMED]
    links = [_anchored(doc, sheet, item) for item in named]
    for at, one in belonging(doc, sheet):
        if at in aligned.entity_of:
            links.append(one)
            named.append(Item("countries", {"state": aligned.state_of(at)}, (0, 0), one.anchor))
    first = _Linked(doc, sheet, named, links, relations)
    parts = [first.parts(aligned)]
    # What fills the parts is looked for when the mentions that rules missed have been added.
    name_missed(doc, aligned, items)
    links = [_anchored(doc, sheet, item) for item in parted]
    second = _Linked(doc, sheet, parted, links, relations)
    parts.append(second.parts(aligned))
    return Example(
        cluster=name[0],
        report=name[1],
        sheet=sheet,
        tags=_tags(sheet, items),
        spans=_spans(doc, sheet, [item for item in items if item.layer in SPANNED]),
        links=first.links.beside(second.links),
        parts=np.concatenate(parts),
    )


class _Linked:
    """Items linked to the candidates that a Doc has now."""

    def __init__(
        self,
        doc: Doc,
        sheet: Sheet,
        items: Sequence[Item],
        anchored: Sequence[Anchored],
        relations: Numbers,
    ) -> None:
        self._items = items
        self._known = Candidates(doc, sheet)
        self.links = Linker(doc, sheet, self._known, relations).links(anchored)

    def parts(self, aligned: Aligned) -> NDArray[np.int64]:
        """Return the part each candidate fills; one that is nowhere else is no other mention's."""
        parts = np.zeros(len(self.links.items), np.int64)
        pairs = zip(self.links.items, self.links.candidates, self.links.words, strict=True)
        for k, (number, candidate, word) in enumerate(pairs):
            item = self._items[number]
            if item.layer != "mentions" or word != NOWHERE:
                parts[k] = aligned.parts(item, PARTS[item.layer], self._known.all[candidate])
        return parts


def _one_an_anchor(items: Sequence[Item]) -> list[Item]:
    kept: dict[tuple[str, int], Item] = {}
    for item in items:
        kept.setdefault((item.layer, item.anchor), item)
    return list(kept.values())


def _draft(doc: Doc, sheet: Sheet, item: Item) -> Any:
    if item.layer in NAMED:
        return (_things_at if item.layer == "mentions" else _holders_at)(doc, item.anchor)
    for draft in sheet.drafts:
        if draft.layer == item.layer and draft.anchor == item.anchor:
            return getattr(doc._, draft.layer)[draft.number]
    return None


def _things_at(doc: Doc, anchor: int) -> tuple[int, ...] | None:
    """Return what rules take the mention with this head for, or None where they see none."""
    return next((name.things for name in doc._.mentions if name.head == anchor), None)


def _holders_at(doc: Doc, anchor: int) -> tuple[int, ...] | None:
    """Return who holds the office that rules see at a token, or None where they see none."""
    at = doc[anchor].idx
    return tuple(r.thing for r in doc._.roles or () if r.start <= at < r.end) or None


def _anchored(doc: Doc, sheet: Sheet, item: Item) -> Anchored:
    return Anchored(item.layer, item.anchor, _label(item), _draft(doc, sheet, item))


def _label(item: Item) -> int:
    column, field, default = FROM_ROWS[item.layer][0]
    return TAGS[column].index(item.row.get(field) or default)


def _tags(sheet: Sheet, items: Sequence[Item]) -> NDArray[np.int64]:
    """Label the words; a figure that no frame found cannot be judged and is left out."""
    tags = np.zeros((len(sheet.tokens), len(COLUMNS)), np.int64)
    tags[:, [COLUMNS.index(tag) for tag in JUDGED]] = IGNORED
    figures = {sheet.word_of[d.anchor] for d in sheet.drafts if d.layer == "figures"}
    tags[list(figures), COLUMNS.index("figures")] = 0
    for item in items:
        word = sheet.word_of[item.anchor]
        if item.layer == "figures" and word not in figures:
            continue
        for column, field, default in FROM_ROWS[item.layer]:
            value = item.row.get(field) or default
            if value in TAGS[column]:
                tags[word, COLUMNS.index(column)] = TAGS[column].index(value)
    return tags


def _spans(doc: Doc, sheet: Sheet, items: Sequence[Item]) -> NDArray[np.int64]:
    rows = []
    for item in items:
        words = [sheet.word_of[i] for i in tokens_in(doc, *item.span) if i in sheet.word_of]
        if words:
            anchor = sheet.word_of[item.anchor]
            rows.append([SPANNED.index(item.layer), anchor, words[0], words[-1]])
    return np.array(rows, np.int64).reshape(-1, 4)
