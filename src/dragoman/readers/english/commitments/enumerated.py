"""Lists behind a colon: "The parties agreed: (a) to …; (b) that …", "Our demands:" and bullets."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import is_passive, logical_subject, parties_of
from dragoman.readers.english.clauses.parties import subject
from dragoman.readers.english.clauses.reality import reality
from dragoman.readers.english.clauses.voice import speakers_of
from dragoman.readers.english.commitments.cues import noun_cues, verb_cues
from dragoman.readers.english.commitments.found import Found
from dragoman.record.nouns import CommitmentKind

LISTED = frozenset(("signed", "agreed", "pledged", "planned", "proposed", "requested"))
"""Kinds whose content may be told as a list."""
TOGETHER = frozenset(("planned", "pledged"))
"""What several sides agree on, where they do it together."""
FEWEST = 2
REACH = 12
"""How many words before the colon, at most, the word stands that says what the list is of."""
MOST = 40
"""How many items a list has at most."""

_MARK = r"(?:[•▪◦·*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])"
_ITEM = re.compile(rf"\s*{_MARK}\s+")
_INLINE = re.compile(r"\s*;\s*(?:and\s+|or\s+)?")
_TRAIL = re.compile(r"[\s,;.]+(?:and|or)?[\s,;.]*$")


class Listed(Found, kw_only=True):
    """One item of a list; `opened` is the word before the colon that brings them all."""

    opened: int


def by_lists(doc: Doc) -> Iterator[Listed]:
    """Yield the items of each list that somebody agreed on, promised, asked for or planned."""
    text = doc._.report.text
    at = [token.idx for token in doc]
    for colon in re.finditer(r":", text):
        spans = list(_items(text, colon.end()))
        if len(spans) < FEWEST:
            continue
        cue = _cue(doc, bisect_left(at, colon.start()))
        kind = _kind(cue) if cue is not None else None
        if cue is None or kind is None:
            continue
        by = parties_of(logical_subject(cue)) if cue.pos_ == "VERB" else speakers_of(cue)
        if kind in TOGETHER and len({doc._.things[i].country for i in by} - {None}) > 1:
            kind = "agreed"
        for span in spans:
            one = _item(doc, span, kind, cue, by)
            if one is not None:
                yield one


def _items(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the items stand: in the rest of the line, then in the marked lines below."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    found = list(_in_line(text, start, end))
    yield from found if len(found) > 1 else ()
    if text[start:end].strip() and not found:
        return
    for _ in range(MOST):
        while end < len(text) and text[end].isspace():
            end += 1
        mark = _ITEM.match(text, end)
        if mark is None:
            return
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        yield _trimmed(text, mark.end(), stop)
        end = stop


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stop = re.search(r"[.!?](?:\s|$)", text[start:end])
    end = start + stop.start() if stop else end
    for part in _INLINE.split(text[start:end]):
        first = text.index(part, start)
        mark = _ITEM.match(part)
        start = first + len(part)
        if part.strip():
            yield _trimmed(text, first + (mark.end() if mark else 0), start)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return an item without what stands around it; of several sentences the first."""
    stop = re.search(r"(?<=[a-z\d)])\.\s+(?=[A-Z])", text[start:end])
    told = text[start : start + stop.start() if stop else end]
    start += len(told) - len(told.lstrip())
    return start, start + len(_TRAIL.sub("", told.strip()))


def _cue(doc: Doc, colon: int) -> Token | None:
    """Return the last word before the colon that brings commitments, in its sentence."""
    if not colon or colon > len(doc):
        return None
    first = max(doc[colon - 1].sent.start, colon - REACH)
    for token in reversed(doc[first:colon]):
        if not doc._.readable[token.i]:
            return None
        if token.pos_ == "VERB" and token.lower_ in verb_cues():
            return token
        if token.pos_ == "NOUN" and token.lower_ in noun_cues():
            return token
    return None


def _kind(cue: Token) -> CommitmentKind | None:
    if cue.pos_ == "VERB" and reality(cue) not in ("told", "present"):
        return None
    if cue.pos_ == "VERB":
        kinds = [c.kind for c in verb_cues()[cue.lower_] if not c.subjects]
    else:
        kinds = [c.kind for c in noun_cues()[cue.lower_]]
    return next((kind for kind in kinds if kind in LISTED), None)


def _item(
    doc: Doc, span: tuple[int, int], kind: CommitmentKind, cue: Token, by: tuple[int, ...]
) -> Listed | None:
    found = doc.char_span(*span, alignment_mode="contract")
    if found is None or not len(found) or not doc._.readable[found.root.i]:
        return None
    root = found.root
    if root.pos_ not in ("VERB", "NOUN", "ADJ"):
        return None
    named = None if is_passive(root) or root.pos_ == "NOUN" else subject(root)
    own = parties_of(named, inside=False) if named is not None and named.idx >= span[0] else ()
    asked = kind == "requested"
    return Listed(
        kind=kind,
        cue=root.i,
        content=root.i,
        span=span,
        by=by if asked else own or by,
        to=own if asked else (),
        opened=cue.i,
    )
