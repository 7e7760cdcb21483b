"""Offices told around a person's name: before it, in apposition, or by "who is" and "as"."""

import re

import msgspec
from spacy.tokens import Doc

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.offices import (
    is_honorific,
    is_office_head,
    office_start,
    state_before,
    state_of,
)
from dragoman.readers.english.mentions.words import titles

_PAST = frozenset(("former", "ex", "late", "then", "outgoing", "then-"))
_DROP = frozenset(("the", "a", "an", "then", "new", "newly", "current", "visiting", "late", "outgoing", "his", "her", "its", "their"))
_LIFESPAN = 14


class Office(msgspec.Struct, frozen=True):
    """One office: its words [start, end) in tokens, the state named with it, and whether past."""

    start: int
    end: int
    title: str
    country: str | None
    past: bool = False


def offices(doc: Doc, first: int, last: int) -> list[Office]:
    """Return the offices told of the person whose name is tokens [first, last)."""
    return [*_before(doc, first), *_after(doc, last)]


def name_tokens(doc: Doc, name: Name) -> tuple[int, int]:
    """Return the token span of a mention."""
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (name.head, name.head + 1)


def _before(doc: Doc, first: int) -> list[Office]:
    found = _title_phrase(doc, first)
    if found:
        return found
    return _preposed_apposition(doc, first)


def _title_phrase(doc: Doc, first: int) -> list[Office]:
    """Return "Deputy Prime Minister and Foreign Minister" right before the name."""
    sent_start = doc[first].sent.start
    start = office_start(doc, first, sent_start)
    if start == first:
        return []
    country = state_before(doc, start)
    return list(_split(doc, start, first, country))


def _preposed_apposition(doc: Doc, first: int) -> list[Office]:
    """Return the office in "Chile's foreign secretary, X"."""
    if first < 3 or doc[first - 1].text != ",":
        return []
    end = first - 1
    start = office_start(doc, end, doc[first].sent.start)
    if start == end or not any(is_office_head(t) for t in doc[start:end]):
        return []
    return list(_split(doc, start, end, state_before(doc, start)))


def counterpart_state(doc: Doc, first: int) -> str | None:
    """Return the state in "her Omani counterpart, X" before the name that starts at `first`."""
    at = first
    least = doc[first].sent.start
    while at > least and (doc[at - 1].text == "," or is_office_head(doc[at - 1]) or is_honorific(doc[at - 1])):
        at -= 1
        if doc[at].lower_ in ("counterpart", "opposite"):
            return state_before(doc, at)
    if at > least and doc[at - 1].lower_ == "counterpart":
        return state_before(doc, at - 1)
    return None


def _after(doc: Doc, last: int) -> list[Office]:
    """Return the offices in apposition after a name: ", the foreign minister of X," or "(…)"."""
    sent_end = doc[min(last, len(doc)) - 1].sent.end
    at = last
    if at < sent_end and doc[at].text in (",", "–", "—", "-"):
        at += 1
    elif at < sent_end and doc[at].lower_ in ("is", "was", "became", "as"):
        at += 1
    else:
        return []
    if at < sent_end and doc[at].lower_ == "who":
        at += 1
        while at < sent_end and (doc[at].lower_ in ("is", "was", "serves", "also", "as", "currently", "served")):
            at += 1
    start = at
    while at < sent_end and at - start < _LIFESPAN:
        if doc[at].text in (",", ";", ".", "–", "—") or doc[at].pos_ == "VERB":
            break
        at += 1
    return _in_phrase(doc, start, at)


def _in_phrase(doc: Doc, start: int, end: int) -> list[Office]:
    """Return the office that a phrase opens with: "Chief of Army Staff", "head of …"."""
    at = start
    if at < end and doc[at].lower_ in ("and", "or", "but", "&"):
        return []
    while at < end and (doc[at].lower_ in _DROP or doc[at].lower_ in ("also", "'s", "’s")):
        at += 1
    country, at = _leading_state(doc, at, end)
    head = at
    while head < end and not is_office_head(doc[head]):
        if doc[head].pos_ in ("ADP", "VERB", "PRON", "AUX") or doc[head].is_punct and doc[head].text not in ("-", "("):
            return []
        head += 1
    if head == end or head - at > 5:
        return []
    stop = _last_head(doc, head, end) + 1
    stop = _complement(doc, stop, end)
    if stop < end and doc[stop].ent_type_ in ("PER", "PERSON"):
        return []
    stop = _further_office(doc, stop, end)
    return list(_split(doc, at, stop, country or _state_after(doc, stop, end)))


def _last_head(doc: Doc, head: int, end: int) -> int:
    """Return the last head of an unbroken office: "deputy prime | minister"."""
    at = head
    while at + 1 < end and (is_office_head(doc[at + 1]) or doc[at + 1].lower_ in titles("modifiers")):
        at += 1
    while at > head and not is_office_head(doc[at]):
        at -= 1
    return at


def _further_office(doc: Doc, stop: int, end: int) -> int:
    """Return the end of a second office joined by "and": "Chief of Staff and Chief of …"."""
    if stop >= end or doc[stop].lower_ not in ("and", "&"):
        return stop
    at = stop + 1
    while at < end and (doc[at].lower_ in _DROP or doc[at].lower_ in titles("modifiers")):
        if is_office_head(doc[at]):
            break
        at += 1
    if at >= end or not is_office_head(doc[at]):
        return stop
    further = _complement(doc, _last_head(doc, at, end) + 1, end)
    if further < end and doc[further].ent_type_ in ("PER", "PERSON"):
        return stop
    return further


def _leading_state(doc: Doc, at: int, end: int) -> tuple[str | None, int]:
    for size in (3, 2, 1):
        if at + size < end:
            country = state_before(doc, at + size)
            if country and doc[at].text[0].isupper():
                stop = at + size
                if doc[stop].lower_ in ("'s", "’s", "'"):
                    stop += 1
                return country, stop
    return None, at


def _complement(doc: Doc, stop: int, end: int) -> int:
    """Return the end of "of Army Staff", "for Commerce" after the head of an office."""
    if stop < end and doc[stop].lower_ in ("of", "for", "to"):
        at = stop + 1
        while at < end and doc[at].lower_ in ("the",):
            at += 1
        if at < end and _is_state(doc, at):
            return stop
        while at < end and (doc[at].text[0].isupper() or doc[at].lower_ in ("and", "of", "the", "-", "&") or doc[at].pos_ in ("NOUN", "ADJ")):
            at += 1
        while at > stop and doc[at - 1].lower_ in ("and", "of", "the", "-", "&"):
            at -= 1
        return at
    if stop < end and doc[stop].text == "(":
        at = stop
        while at < end and doc[at].text != ")":
            at += 1
        return min(end, at + 1)
    return stop


def _is_state(doc: Doc, at: int) -> bool:
    raw = [t.text for t in doc[at : at + 5]]
    hit = gazetteer().at([fold(w) for w in raw], raw, 0)
    return hit is not None and hit[1].type == "state"


def _state_after(doc: Doc, stop: int, end: int) -> str | None:
    """Return the state in "… of Kenya" or "… in Peru" right after an office."""
    if stop >= end or doc[stop].lower_ not in ("of", "to", "in", "for", "from"):
        return None
    at = stop + 1
    while at < end and doc[at].lower_ in ("the", "republic", "kingdom"):
        at += 1
    raw = [t.text for t in doc[at : at + 5]]
    if not raw:
        return None
    hit = gazetteer().at([fold(w) for w in raw], raw, 0)
    if hit is None or hit[1].type != "state" or doc[stop].lower_ in ("to", "for"):
        return None
    return hit[1].country if doc[stop].lower_ != "in" or hit[1].capital else None


def _split(doc: Doc, start: int, end: int, country: str | None) -> list[Office]:
    """Cut "Deputy Prime Minister and Foreign Minister" and ranks after offices into their parts."""
    parts: list[tuple[int, int]] = []
    begin = start
    for at in range(start, end):
        joined = doc[at].lower_ in ("and", "&", ",") and _between_offices(doc, begin, at, end)
        if joined:
            parts.append((begin, at))
            begin = at + 1
        elif at > begin and _new_rank(doc, begin, at, end):
            parts.append((begin, at))
            begin = at
    parts.append((begin, end))
    found = []
    for first, last in parts:
        office = _office(doc, first, last, country)
        if office is not None:
            found.append(office)
    return found


def _between_offices(doc: Doc, begin: int, at: int, end: int) -> bool:
    """Whether the words on both sides of `at` hold an office of their own."""
    if not any(is_office_head(t) for t in doc[begin:at]):
        return False
    for token in doc[at + 1 : end]:
        if is_office_head(token):
            return True
        if token.lower_ not in titles("modifiers") and token.lower_ not in _DROP:
            return False
    return False


def _new_rank(doc: Doc, begin: int, at: int, end: int) -> bool:
    """Whether a rank begins at `at`, after the head of an office: "Army Chief | Field Marshal"."""
    if not is_office_head(doc[at - 1]) or doc[at].lower_ in ("of", "for", "to", "(", "-"):
        return False
    rest = " ".join(t.lower_ for t in doc[at:end])
    own = " ".join(t.lower_ for t in doc[begin : at + 1])
    if any(phrase.startswith(own) for phrase in titles("rank_phrases")):
        return False
    return any(rest.startswith(phrase) for phrase in titles("rank_phrases")) or is_honorific(doc[at])


def _office(doc: Doc, first: int, last: int, country: str | None) -> Office | None:
    past = False
    while first < last and (doc[first].lower_ in _DROP or doc[first].lower_ in _PAST or doc[first].text in ("-", "–") or _plain_honorific(doc, first, last)):
        past = past or doc[first].lower_ in _PAST
        first += 1
    while last > first and _plain_honorific(doc, last - 1, last):
        last -= 1
    if first >= last or not any(is_office_head(t) for t in doc[first:last]):
        return None
    own, first_after = _leading_state(doc, first, last)
    if own and first_after < last:
        country, first = own, first_after
    inside = next((c for t in doc[first:last] if (c := state_of(t))), None)
    country = country or inside
    title = re.sub(r"\s+", " ", "".join(t.text_with_ws for t in doc[first:last] if not state_of(t))).strip()
    return Office(first, last, title, country, past)


def _plain_honorific(doc: Doc, at: int, last: int) -> bool:
    token = doc[at]
    return is_honorific(token) and not is_office_head(token)
