"""Mentions that rules pass over, and the thing each of them speaks of."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.wording import content_of, label_of
from dragoman.readers.english.drafts import Name, Thing
from dragoman.readers.english.joint.clauses import clauses
from dragoman.readers.english.joint.labels import MENTIONS, NONE
from dragoman.readers.english.joint.links import Anchored, Linker
from dragoman.readers.english.joint.networks import JointNetworks, Seen
from dragoman.readers.english.joint.sheet import MARKS, Sheet
from dragoman.readers.english.joint.thresholds import Thresholds
from dragoman.readers.english.mentions.phrases import country_behind, country_inside
from dragoman.record.nouns import EntityType


def add_mentions(  # noqa: PLR0913
    doc: Doc,
    sheet: Sheet,
    seen: Seen,
    linker: Linker,
    networks: JointNetworks,
    least: Thresholds,
) -> None:
    """Add the descriptions the model is sure of to the Doc's mentions, with their things."""
    words = [w for w in _sure(seen, least) if _is_new(doc, sheet, w)]
    spans = clauses(doc, sheet, seen, networks, "mentions", words)
    things = _linked(sheet, seen, linker, networks, least, words)
    known = list(doc._.things)
    opened: dict[tuple[str, frozenset[str]], int] = {}
    taken = {(name.start, name.end) for name in doc._.mentions}
    found: list[Name] = []
    for word, span, linked in zip(words, spans, things, strict=True):
        token = doc[int(sheet.tokens[word])]
        if not span[0] <= token.idx < span[1] or span in taken:
            continue
        drafted = _described(doc, seen, word, token, span)
        thing = linked
        if thing is None:
            text = doc._.report.text[span[0] : span[1]]
            key = (str(drafted.type), frozenset(content_of(text)))
            thing = opened.setdefault(key, len(known))
            if thing == len(known):
                known.append(_thing(drafted, text))
        found.append(msgspec.structs.replace(drafted, things=(thing,), type=known[thing].type))
    doc._.things = tuple(known)
    doc._.mentions = tuple(sorted((*doc._.mentions, *found), key=lambda n: (n.start, n.end)))


def _sure(seen: Seen, least: Thresholds) -> Iterator[int]:
    odds = seen.tags["mentions"]
    yield from np.flatnonzero(1.0 - odds[:, NONE] >= least.comes["mentions"]).tolist()


def _is_new(doc: Doc, sheet: Sheet, word: int) -> bool:
    token = doc[int(sheet.tokens[word])]
    return token.pos_ == "NOUN" and sheet.marks[word, MARKS.index("mention")] == 0


def _linked(  # noqa: PLR0913
    sheet: Sheet,
    seen: Seen,
    linker: Linker,
    networks: JointNetworks,
    least: Thresholds,
    words: Sequence[int],
) -> list[int | None]:
    """Return the thing that each mention speaks of, None where it is a thing of its own."""
    links = linker.links(
        [Anchored("mentions", int(sheet.tokens[word]), _label(seen, word)) for word in words]
    )
    best: list[tuple[float, int | None]] = [(least.part["mentions"], None)] * len(words)
    if len(links.items):
        odds = networks.parts(seen.vectors, links.anchors, links.words, links.features)[:, 1]
        for item, candidate, sure in zip(links.items, links.candidates, odds, strict=True):
            if sure >= best[item][0]:
                best[item] = (float(sure), linker.known[candidate].thing)
    return [thing for _, thing in best]


def _label(seen: Seen, word: int) -> int:
    return 1 + int(seen.tags["mentions"][word, NONE + 1 :].argmax())


def _described(doc: Doc, seen: Seen, word: int, token: Token, span: tuple[int, int]) -> Name:
    whole = doc.char_span(*span, alignment_mode="expand")
    start = token.i if whole is None else whole.start
    return Name(
        start=span[0],
        end=span[1],
        head=token.i,
        form="nominal",
        type=msgspec.convert(MENTIONS[_label(seen, word)], EntityType),
        country=country_inside(doc, start, token.i) or country_behind(token),
    )


def _thing(name: Name, text: str) -> Thing:
    return Thing(type=name.type or "organization", name=label_of(text), country=name.country)
