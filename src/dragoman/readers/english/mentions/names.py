"""Names: candidates from the gazetteer, the model and the shape of words, the best kept."""

from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Span

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.acronyms import definitions
from dragoman.readers.english.mentions.offices import is_honorific, is_office_head, office_start
from dragoman.readers.english.mentions.words import (
    is_acronym,
    is_capital,
    is_designation,
    is_shouted,
    is_title_word,
    kind_words,
    readable_sentences,
    titles,
)
from dragoman.record.nouns import EntityType

INNER = frozenset(
    "of for and & the de del della di da al el la le bin bint ibn van von der den du des und dos y e".split()
)
_OF_FIRST = frozenset(("ministry", "department", "office", "bureau", "committee", "board"))
LABELS: dict[str, EntityType] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
}


class Candidate(msgspec.Struct, frozen=True):
    """A stretch of tokens that may be a name; `rank` breaks ties, the higher wins."""

    start: int
    end: int
    type: EntityType
    country: str | None
    rank: int
    capital: bool = False


@cache
def _body_marks() -> tuple[frozenset[str], tuple[str, ...]]:
    body = mapping("gazetteer", "kinds.yaml")["body"]
    return frozenset(body["marks"]), tuple(body["not_marks"])


def kind_of_name(words: list[str]) -> EntityType | None:
    """Return what a name's own words make it ("… Joint Commission": body), or None."""
    low = [w.lower() for w in words]
    last = low[-1]
    if last in kind_words("body", "last") or "task force" in " ".join(low[-2:]):
        marks, not_marks = _body_marks()
        text = " ".join(low)
        if any(w in marks for w in low) and not any(n in text for n in not_marks):
            return "body"
    if last in kind_words("agreement", "last") and len(low) > 1:
        return "agreement"
    if any(
        word in kind_words("agreement", "first") and low[at + 1] in ("on", "of", "for", "against")
        for at, word in enumerate(low[:-1])
    ):
        return "agreement"
    first_of = len(low) > 2 and low[1] in ("of", "for", "on")
    if first_of and low[0] in kind_words("organization", "first"):
        return "organization"
    if first_of and low[0] in kind_words("body", "last"):
        return "organization"
    if len(low) > 1:
        for kind in ("programme", "place", "organization"):
            if last in kind_words(kind, "last"):
                return kind  # type: ignore[return-value]
        if low[0] in kind_words("programme", "first"):
            return "programme"
    if low[0] in kind_words("place", "first") and first_of:
        return "place"
    return None


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield all candidates in the readable sentences of `doc`."""
    for sent in readable_sentences(doc):
        shouted = is_shouted(sent)
        yield from _from_gazetteer(doc, sent, shouted)
        yield from _from_model(doc, sent)
        if not shouted:
            for start, end in _runs(sent):
                yield from _from_run(doc, start, end)
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


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take titles, articles and possessives off the ends of a span of tokens."""
    while start < end and (
        doc[start].lower_ in ("the", "a", "an", "and", "of", "for", "in")
        or doc[start].is_punct
        or doc[start].is_space
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in ("'s", "’s", "'", "’", "and", "of", "for", "the", "in")
        or (doc[end - 1].is_punct and doc[end - 1].text not in (")", "."))
        or doc[end - 1].is_space
    ):
        end -= 1
    if end > start and doc[end - 1].text == ")" and "(" not in doc[start:end].text:
        end -= 1
    return start, end


def _whole_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take in the rest of a hyphenated word that a span cuts: "Kim Jong" of "Kim Jong-un"."""
    if start < end:
        while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
            if doc[end].whitespace_ or not doc[end + 1].is_alpha:
                break
            end += 2
        while start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
            if doc[start - 2].whitespace_ or not doc[start - 2].text[0].isupper():
                break
            start -= 2
    return start, end


def _from_model(doc: Doc, sent: Span) -> Iterator[Candidate]:
    for ent in doc[sent.start : sent.end].ents:
        kind = LABELS.get(ent.label_)
        if kind is None or not any(is_capital(t) for t in ent):
            continue
        start, end = _whole_words(doc, *_trim(doc, ent.start, ent.end))
        if kind == "person" and end - start == 1 and is_acronym(doc[start].text):
            kind = "organization"
        if kind == "person":
            start, end = _person_span(doc, start, end)
        if start >= end:
            continue
        words = [t.text for t in doc[start:end]]
        country = None
        if _is_never(words) or _holds_states(words) or _is_adjective(words):
            continue
        if _is_office(words) or _is_modifier(words):
            continue
        if kind != "person":
            kind = kind_of_name(words) or kind
            country = gazetteer().city(" ".join(words)) if kind == "place" else None
        yield Candidate(start, end, kind, country, 5)


def _is_adjective(words: list[str]) -> bool:
    text = " ".join(fold(w) for w in words)
    return text in gazetteer().adjectives or text in gazetteer().people


def _is_office(words: list[str]) -> bool:
    """Whether a span is only part of an office: "Deputy Defence", "Army Chief Field"."""
    return len(words) > 1 and all(
        is_title_word(w) or w.lower() in titles("modifiers") for w in words
    ) and kind_of_name(words) in (None, "place")


def _is_modifier(words: list[str]) -> bool:
    """Whether a span is one word that opens offices and names: "Army", "Foreign"."""
    return len(words) == 1 and words[0].lower() in titles("modifiers")


def _is_never(words: list[str]) -> bool:
    return len(words) == 1 and words[0].lower() in _never()


@cache
def _never() -> frozenset[str]:
    return frozenset(mapping("gazetteer", "kinds.yaml")["never"])


def _holds_states(words: list[str]) -> bool:
    """Whether a name is states run together or a state and more that is no typed name."""
    if len(words) == 1 or kind_of_name(words):
        return False
    known = gazetteer()
    folded = [fold(w) for w in words]
    hits = [known.at(folded, words, i) for i in range(len(words))]
    states = [h for h in hits if h and h[1].type == "state" and not h[1].capital]
    return len(states) > 1 or (bool(states) and states[0][0] < len(words) and hits[0] is not None)


def _person_span(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Drop the offices and adjectives that the model took into a person's name."""
    for at in range(end - 1, start, -1):
        if is_title_word(doc[at - 1].text) and is_capital(doc[at]) and not is_title_word(doc[at].text):
            start = at
            break
    while start < end and fold(doc[start].text) in gazetteer().adjectives:
        start += 1
    if start < end and all(is_title_word(t.text) for t in doc[start:end]):
        return end, end
    return start, end


def _runs(sent: Span) -> Iterator[tuple[int, int]]:
    """Yield maximal stretches of capitalised words with small words inside."""
    doc = sent.doc
    at = sent.start
    while at < sent.end:
        if not is_capital(doc[at]) or not doc[at].text[0].isalpha():
            at += 1
            continue
        end = at + 1
        while end < sent.end:
            gap = end
            while gap < sent.end and gap - end < 2 and doc[gap].lower_ in INNER:
                gap += 1
            hyphen = doc[gap].text in ("-", "–") if gap < sent.end else False
            if hyphen and not doc[gap - 1].whitespace_ and not doc[gap].whitespace_:
                gap += 1
            if gap < sent.end and is_capital(doc[gap]):
                end = gap + 1
            else:
                break
        yield at, end
        at = end


def _from_run(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """Yield the persons and typed names inside one run of capitalised words."""
    head = _last_office(doc, start, end)
    if head is not None and head + 1 < end and doc[head + 1].lower_ not in INNER:
        yield from _person_after(doc, start, head, end)
        end = office_start(doc, head + 1, start)
    elif head is not None and head + 1 == end:
        end = office_start(doc, end, start)
    yield from _typed(doc, start, end)


def _last_office(doc: Doc, start: int, end: int) -> int | None:
    for at in range(end - 1, start - 1, -1):
        if is_office_head(doc[at]) or (is_honorific(doc[at]) and at + 1 < end):
            return at
    return None


def _person_after(doc: Doc, start: int, head: int, end: int) -> Iterator[Candidate]:
    words = [t.text for t in doc[head + 1 : end]]
    small = any(w.lower() in ("and", "of", "for") for w in words)
    if small or len(words) > 6 or not all(w[0].isalpha() for w in words):
        return
    if _ends_as_thing(words[-1].lower()) or _is_known(words):
        return
    yield Candidate(head + 1, end, "person", None, 4)


def _ends_as_thing(word: str) -> bool:
    kinds = ("organization", "body", "agreement", "programme", "place")
    return any(word in kind_words(kind, "last") for kind in kinds)


def _is_known(words: list[str]) -> bool:
    hit = gazetteer().at([fold(w) for w in words], words, 0)
    return hit is not None and hit[0] == len(words)


def _typed(doc: Doc, start: int, end: int) -> Iterator[Candidate]:
    """Yield the longest typed names in a run that has no office left in it."""
    if end - start > 1 and doc[start].text in kind_words("programme", "ship"):
        yield Candidate(start, end, "programme", None, 7)
        return
    for first, last in _pieces(doc, start, end):
        words = [t.text for t in doc[first:last]]
        kind = kind_of_name(words)
        if kind is None:
            continue
        if kind == "organization" and len(words) == 1:
            continue
        yield Candidate(first, last, kind, None, 7)


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run where one name ends and the next begins: "and the", or "and" between two heads."""
    cut = start
    for at in range(start, end):
        if doc[at].lower_ in ("and", "&") and at > cut:
            left = [t.text for t in doc[cut:at]]
            right = [t.text for t in doc[at + 1 : end]]
            apart = doc[at - 1].ent_type_ and not doc[at].ent_type_ and doc[at + 1].ent_type_
            both = kind_of_name(left) and kind_of_name(right)
            if right[:1] == ["the"] or both or (apart and doc[start].lower_ not in _OF_FIRST):
                yield cut, at
                cut = at + 1
    while cut < end and doc[cut].lower_ in INNER:
        cut += 1
    if cut < end:
        yield cut, end


def _from_shape(sent: Span, shouted: bool) -> Iterator[Candidate]:
    alone = mapping("gazetteer", "kinds.yaml")["alone"]
    for token in sent:
        if token.lower_ in _never():
            continue
        if token.lower_ in alone and token.text[0].isupper() and token.i > sent.start:
            yield Candidate(token.i, token.i + 1, "organization", None, 2)
        elif is_designation(token.text):
            yield Candidate(token.i, token.i + 1, "programme", None, 3)
        elif not shouted and is_acronym(token.text) and token.pos_ in ("PROPN", "NOUN", "X", ""):
            if token.lower_ not in titles("heads") and token.lower_ not in _never():
                yield Candidate(token.i, token.i + 1, "organization", None, 2)


def choose(found: list[Candidate]) -> list[Candidate]:
    """Keep candidates that do not overlap: the longest first, then the higher rank."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: (-(c.end - c.start), -c.rank, c.start)):
        if taken.isdisjoint(range(c.start, c.end)):
            taken.update(range(c.start, c.end))
            kept.append(c)
    return sorted(kept, key=lambda c: c.start)
