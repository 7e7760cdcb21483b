"""The spaCy component `dragoman_joint`: weighs the frames' drafts and adds what they missed."""

from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.drafts import FigureDraft
from dragoman.readers.english.joint import drafting
from dragoman.readers.english.joint.belonging import settle_countries
from dragoman.readers.english.joint.candidates import Candidates
from dragoman.readers.english.joint.filling import fill
from dragoman.readers.english.joint.items import items
from dragoman.readers.english.joint.labels import FIGURES, NONE
from dragoman.readers.english.joint.links import Linker
from dragoman.readers.english.joint.mentions import add_mentions
from dragoman.readers.english.joint.networks import SHIPPED, JointNetworks, Seen, open_networks
from dragoman.readers.english.joint.sheet import Sheet, make_sheet
from dragoman.readers.english.joint.thresholds import Thresholds, thresholds
from dragoman.readers.english.pipeline.networks import SHIPPED as PARSER
from dragoman.readers.english.pipeline.networks import Labels
from dragoman.readers.english.pipeline.networks import open_networks as open_parser
from dragoman.record.nouns import FigureKind


class Joint:
    """Sees the whole report at once and settles its figures, statements, events, commitments."""

    def __init__(self, networks: JointNetworks, labels: Labels, least: Thresholds) -> None:
        self._networks = networks
        self._upos, self._relations = numbered(labels)
        self._least = least

    def __call__(self, doc: Doc) -> Doc:
        """Settle the drafts of a document and give it back."""
        sheet = make_sheet(doc, self._upos, self._relations)
        if not len(sheet.tokens):
            return doc
        seen = self._networks.read(sheet.vectors, sheet.marks)
        linker = Linker(doc, sheet, Candidates(doc, sheet), self._relations)
        settle_countries(doc, sheet, seen, linker, self._networks, self._least)
        add_mentions(doc, sheet, seen, linker, self._networks, self._least)
        linker = Linker(doc, sheet, Candidates(doc, sheet), self._relations)
        found = items(doc, sheet, seen, self._networks, self._least)
        filled = fill(found, linker, sheet, seen, self._networks, self._least)
        told = list(zip(found, filled, strict=True))
        doc._.figures = self._figures(doc, sheet, seen)
        doc._.statements = drafting.statements(
            sheet, [t for t in told if t[0].layer == "statements"]
        )
        of_events = [t for t in told if t[0].layer == "events"]
        doc._.events = drafting.events(doc, sheet, seen, of_events)
        of_commitments = [t for t in told if t[0].layer == "commitments"]
        doc._.commitments = drafting.commitments(doc, sheet, of_commitments)
        return doc

    def _figures(self, doc: Doc, sheet: Sheet, seen: Seen) -> tuple[FigureDraft, ...]:
        """Return the figures that carry meaning, with what kind they are."""
        anchors = {d.number: sheet.word_of[d.anchor] for d in sheet.drafts if d.layer == "figures"}
        kept: list[FigureDraft] = []
        for number, draft in enumerate(doc._.figures or ()):
            if number not in anchors:
                kept.append(draft)
                continue
            odds = seen.tags["figures"][anchors[number]]
            if 1.0 - odds[NONE] >= self._least.stays["figures"]:
                kind = msgspec.convert(FIGURES[1 + int(odds[1:].argmax())], FigureKind)
                kept.append(msgspec.structs.replace(draft, kind=kind))
        return tuple(kept)


def numbered(labels: Labels) -> tuple[dict[str, int], dict[str, int]]:
    """Return the numbers of the parser's tags and relations, from 1; spaCy's root is UD's."""
    upos = {tag: k for k, tag in enumerate(labels.upos, 1)}
    relations = {relation: k for k, relation in enumerate(labels.relations, 1)}
    return upos, {**relations, "ROOT": relations["root"]}


@Language.factory("dragoman_joint", default_config={"weights": None, "threads": 0})
def make_joint(nlp: Language, name: str, weights: str | None, threads: int) -> Joint:  # noqa: ARG001
    """Build the component; ``weights`` is a folder, by default the one that ships."""
    networks = open_networks(Path(weights) if weights else SHIPPED, threads)
    return Joint(networks, open_parser(PARSER, threads).labels, thresholds())
