"""Names: candidates from the gazetteer, the model and the shape of words."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.acronyms import definitions
from dragoman.readers.english.mentions.candidate import Candidate
from dragoman.readers.english.mentions.kinds import kind_of_name
from dragoman.readers.english.mentions.modelled import from_model, never
from dragoman.readers.english.mentions.runs import from_run, runs
from dragoman.readers.english.mentions.words import (
    is_acronym,
    is_designation,
    is_shouted,
    readable_sentences,
    titles,
)


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield all candidates in the readable sentences of `doc`."""
    yield from from_model(doc)
    for sent in readable_sentences(doc):
        shouted = is_shouted(sent)
        yield from _from_gazetteer(doc, sent, shouted)
        if not shouted:
            for start, end in runs(sent):
                yield from from_run(doc, start, end)
        yield from _from_shape(sent, shouted)
        for start, end in definitions(doc, sent):
            kind = kind_of_name([t.text for t in doc[start:end]]) or "organization"
            yield Candidate(start, end, kind, None, 9)


def _from_gazetteer(doc: Doc, sent: Span, shouted: bool) -> Iterator[Candidate]:
    known = gazetteer()
    raw = [t.text for t in doc[sent.start : sent.end]]
    folded = [fold(w) for w in raw]
    at = 0
    while at < len(raw):
        hit = known.at(folded, raw, at)
        if hit is None:
            at += 1
            continue
        end, entry = hit
        single = end - at == 1
        token = doc[sent.start + at]
        doubtful = single and entry.type == "organization" and not is_acronym(raw[at])
        owned = token.i > 0 and doc[token.i - 1].lower_ in ("'s", "’s", "the")
        if not doubtful or (not shouted and (owned or (at > 0 and token.ent_type_ == "ORG"))):
            rank = 9 if not single or entry.type == "state" else 6
            country = entry.country
            yield Candidate(
                sent.start + at, sent.start + end, entry.type, country, rank, entry.capital
            )
        at = end


def _from_shape(sent: Span, shouted: bool) -> Iterator[Candidate]:
    alone = mapping("gazetteer", "kinds.yaml")["alone"]
    for token in sent:
        if token.lower_ in never():
            continue
        if token.lower_ in alone and token.text[0].isupper() and token.i > sent.start:
            yield Candidate(token.i, token.i + 1, "organization", None, 2)
        elif is_designation(token.text):
            yield Candidate(token.i, token.i + 1, "programme", None, 3)
        elif not shouted and is_acronym(token.text) and token.lower_ not in titles("heads"):
            yield Candidate(token.i, token.i + 1, "organization", None, 2)
