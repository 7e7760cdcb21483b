"""The spaCy component `dragoman_mentions`: sets `doc._.mentions`, not yet tied to entities."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.candidate import Candidate, choose
from dragoman.readers.english.mentions.capitals import is_place
from dragoman.readers.english.mentions.names import candidates
from dragoman.readers.english.mentions.nominals import nominals, words
from dragoman.readers.english.mentions.pronouns import pronouns
from dragoman.readers.english.mentions.words import readable_sentences, titles


@Language.component("dragoman_mentions")
def mentions(doc: Doc) -> Doc:
    """Find names, descriptions and pronouns; set `doc._.mentions` in text order."""
    found = choose(list(candidates(doc)))
    found = choose([*_unjoined(doc, found), *_repeats(doc, found)])
    found = list(_named(doc, found))
    named = [_name(doc, c) for c in found]
    taken = frozenset(i for c in found for i in range(c.start, c.end))
    rest = [*nominals(doc, taken), *pronouns(doc)]
    doc._.mentions = tuple(sorted([*named, *rest], key=lambda n: (n.start, -n.end)))
    return doc


def _named(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Leave out what only points back at a longer name: "the Front" after "Northern Front"."""
    ends = {doc[at].lower_ for c in found if c.end - c.start > 1 for at in (c.start, c.end - 1)}
    for c in found:
        word = doc[c.start]
        pointed = c.end - c.start == 1 and c.start > 0 and doc[c.start - 1].lower_ == "the"
        if not pointed or word.lower_ not in words("organization_heads") or word.lower_ not in ends:
            yield c


def _unjoined(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """Cut two persons that stand side by side in a headline, where each is named elsewhere too."""
    full = {
        tuple(fold(t.text) for t in doc[c.start : c.end])
        for c in found
        if c.type == "person" and c.end - c.start > 1
    }
    openings = {words[:size] for words in full for size in range(1, len(words) + 1)}
    for c in found:
        parts = tuple(fold(t.text) for t in doc[c.start : c.end])
        cut = next(
            (k for k in range(2, len(parts)) if parts[:k] in full and parts[k:] in openings), None
        )
        if c.type != "person" or cut is None:
            yield c
            continue
        yield Candidate(c.start, c.start + cut, "person", None, c.rank)
        yield Candidate(c.start + cut, c.end, "person", None, c.rank)


def _name(doc: Doc, c: Candidate) -> Name:
    start, end = c.start, c.end
    kind, country = c.type, c.country
    text = doc[start:end].text
    if (
        doc._.kinds[start] == "dateline"
        and kind in ("person", "organization")
        and start == doc[start].sent.start
    ):
        kind = "place"
    if c.capital and is_place(doc, start, end):
        kind = "place"
    elif kind == "place" and country is None:
        country = gazetteer().city(text)
    return Name(
        start=doc[start].idx,
        end=doc[end - 1].idx + len(doc[end - 1]),
        head=doc[start:end].root.i,
        form="name",
        type=kind,
        country=country,
    )


def _repeats(doc: Doc, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield further places where a name, an acronym or a part of a person's name stands again."""
    whole, parts = _known(doc, found)
    taken = {i for c in found for i in range(c.start, c.end)}
    for sent in readable_sentences(doc):
        at = sent.start
        while at < sent.end:
            hit = None if at in taken else _again(doc, at, sent.end, taken, whole, parts)
            if hit is None:
                at += 1
                continue
            yield hit
            at = hit.end


def _known(
    doc: Doc, found: Iterable[Candidate]
) -> tuple[dict[tuple[str, ...], Candidate], dict[str, Candidate]]:
    whole: dict[tuple[str, ...], Candidate] = {}
    parts: dict[str, Candidate] = {}
    for c in found:
        words = tuple(fold(t.text) for t in doc[c.start : c.end])
        whole.setdefault(words, c)
        if c.type == "person" and len(words) > 1:
            for part in _parts(words):
                if len(part) > 1:
                    whole.setdefault(part, c)
                elif len(part[0]) > 3 and part[0] not in titles("honorifics"):
                    parts.setdefault(part[0], c)
    return whole, parts


def _parts(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Cut a name into its words, the halves of a hyphenated word kept together."""
    cut: list[tuple[str, ...]] = []
    for k, word in enumerate(words):
        joined = word == "-" or (k and words[k - 1] == "-")
        if joined and cut:
            cut[-1] = (*cut[-1], word)
        else:
            cut.append((word,))
    return cut


def _again(  # noqa: PLR0913 - one search step over shared tables
    doc: Doc,
    at: int,
    last: int,
    taken: set[int],
    whole: dict[tuple[str, ...], Candidate],
    parts: dict[str, Candidate],
) -> Candidate | None:
    if not doc[at].text[0].isupper():
        return None
    words = tuple(fold(doc[k].text) for k in range(at, min(at + 6, last)))
    for size in range(len(words), 0, -1):
        span = range(at, at + size)
        if not taken.isdisjoint(span):
            continue
        known = whole.get(words[:size])
        if known is not None:
            return Candidate(at, at + size, known.type, known.country, 8, known.capital)
    person = parts.get(fold(doc[at].text))
    if person is not None and doc[at].pos_ in ("PROPN", "NOUN", "X", ""):
        return Candidate(at, at + 1, "person", None, 1)
    return None
