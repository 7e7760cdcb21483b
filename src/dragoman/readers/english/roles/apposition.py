"""Offices told behind a name: ", the foreign minister of Peru," or ", who is also …"."""

from functools import cache

from spacy.tokens import Doc

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.offices import (
    is_honorific,
    is_office_head,
    office_start,
    state_before,
)
from dragoman.readers.english.mentions.words import titles
from dragoman.readers.english.roles.parts import Office, leading_state, split

LONGEST = 14
REACH = 10
PERSONS = ("PER", "PERSON")
OPENERS = frozenset((",", "–", "—", "-", "is", "was", "became", "as"))


def after(doc: Doc, last: int) -> list[Office]:
    """Return the offices in apposition after a name: ", the foreign minister of X," or "(…)"."""
    sent_end = doc[min(last, len(doc)) - 1].sent.end
    at = last
    if at >= sent_end or doc[at].lower_ not in OPENERS:
        return []
    at += 1
    if at < sent_end and doc[at].lower_ == "who":
        at += 1
        led = _led(doc, at, sent_end)
        if led is not None:
            return [led]
        while at < sent_end and (
            doc[at].lower_ in ("is", "was", "serves", "also", "as", "currently", "served")
        ):
            at += 1
    start = at
    while at < sent_end and at - start < LONGEST:
        if doc[at].text in (",", ";", ".", "–", "—") or (
            doc[at].pos_ == "VERB" and doc[at].text[0].islower()
        ):
            break
        at += 1
    return _in_phrase(doc, start, at)


def _led(doc: Doc, at: int, sent_end: int) -> Office | None:
    """Return the office in "who heads the Ports Authority": the verb up to what is led by name."""
    title = leading().get(doc[at].lower_) if at < sent_end else None
    if title is None:
        return None
    stop = at + 1
    while stop < min(sent_end, at + REACH) and doc[stop].text not in (",", ";", "."):
        stop += 1
    if not any(t.text[0].isupper() for t in doc[at + 1 : stop]):
        return None
    return Office(at, stop, title, None, doc[at].tag_ == "VBD")


@cache
def leading() -> dict[str, str]:
    """Return the offices that verbs tell: "heads" a head."""
    return dict(pair.split() for pair in sorted(titles("leading")))


def before_comma(doc: Doc, end: int) -> list[Office]:
    """Return the office with a complement that ends at `end`: "the Minister of Ports of Oman,"."""
    least = max(doc[end].sent.start, end - LONGEST)
    for head in range(end - 2, least - 1, -1):
        verb = doc[head].pos_ in ("VERB", "AUX", "PUNCT", "PRON") and doc[head].text != "-"
        if verb and not doc[head].text[0].isupper():
            return []
        if not is_office_head(doc[head]) or doc[head + 1].lower_ not in ("of", "for", "to", "on"):
            continue
        stop = complement(doc, head + 1, end)
        country = _state_after(doc, stop, end)
        if stop != end and not (country and _only_names(doc, stop, end)):
            return []
        start = office_start(doc, head + 1, least)
        return list(split(doc, start, stop, country or state_before(doc, start)))
    return []


def _only_names(doc: Doc, start: int, end: int) -> bool:
    return all(t.text[0].isupper() or t.lower_ in ("of", "the", "and") for t in doc[start:end])


def _in_phrase(doc: Doc, start: int, end: int) -> list[Office]:
    """Return the office that a phrase opens with: "Chief of Army Staff", "head of …"."""
    at = start
    if at < end and doc[at].lower_ in ("and", "or", "but", "&"):
        return []
    while at < end and (
        doc[at].lower_ in titles("determiners") or doc[at].lower_ in ("also", "'s", "’s")
    ):
        at += 1
    country, at = leading_state(doc, at, end)
    head = at
    while head < end and not is_office_head(doc[head]):
        if doc[head].lower_ in ("'s", "’s"):
            at = head + 1  # "the agency's | director": an owner is no part of the office
        if doc[head].pos_ in ("ADP", "VERB", "PRON", "AUX") or (
            doc[head].is_punct and doc[head].text not in ("-", "(")
        ):
            return []
        head += 1
    if head == end or head - at > 5:
        return []
    stop = _last_head(doc, head, end) + 1
    stop = complement(doc, stop, end)
    if stop < end and doc[stop].ent_type_ in PERSONS:
        return []
    stop = _further_office(doc, stop, end)
    return list(split(doc, at, stop, country or _state_after(doc, stop, end)))


def _last_head(doc: Doc, head: int, end: int) -> int:
    """Return the last head of an unbroken office: "deputy prime | minister"."""
    at = head
    while at + 1 < end and (
        is_office_head(doc[at + 1]) or doc[at + 1].lower_ in titles("modifiers")
    ):
        at += 1
    while at > head and not is_office_head(doc[at]):
        at -= 1
    return at


def _further_office(doc: Doc, stop: int, end: int) -> int:
    """Return the end of a second office joined by "and": "Chief of Staff and Chief of …"."""
    if stop >= end or doc[stop].lower_ not in ("and", "&"):
        return stop
    at = stop + 1
    while at < end and (
        doc[at].lower_ in titles("determiners") or doc[at].lower_ in titles("modifiers")
    ):
        if is_office_head(doc[at]):
            break
        at += 1
    if at >= end or not is_office_head(doc[at]):
        return stop
    further = complement(doc, _last_head(doc, at, end) + 1, end)
    if further < end and doc[further].ent_type_ in PERSONS:
        return stop
    return further


def complement(doc: Doc, stop: int, end: int) -> int:
    """Return the end of "of Army Staff", "for Commerce" after the head of an office."""
    if stop + 1 < end and doc[stop].lower_ == "of" and doc[stop + 1].lower_ == "state":
        stop += 2  # "Minister of State | for Trade"
    if stop < end and doc[stop].lower_ in ("of", "for", "to", "on"):
        at = stop + 1
        while at < end and doc[at].lower_ in ("the",):
            at += 1
        if at >= end or _is_state(doc, at) or _is_no_field(doc, stop):
            return stop
        while at < end and (
            (doc[at].text[0].isupper() and doc[at].ent_type_ not in PERSONS)
            or doc[at].lower_ in ("and", "of", "the", "-", "&")
            or doc[at].pos_ in ("NOUN", "ADJ")
        ):
            if doc[at].lower_ == "of" and _opens_state(doc, at + 1):
                break
            at += 1
        while at > stop and doc[at - 1].lower_ in ("and", "of", "for", "to", "on", "the", "-", "&"):
            at -= 1
        return at
    if stop < end and doc[stop].text == "(":
        at = stop
        while at < end and doc[at].text != ")":
            at += 1
        named = any(t.ent_type_ in PERSONS or is_honorific(t) for t in doc[stop:at])
        return stop if named else min(end, at + 1)
    return stop


def _is_no_field(doc: Doc, at: int) -> bool:
    """Whether "to" or "on" opens what is told of the act: "the envoy | on Monday | to sign"."""
    following = doc[at + 1]
    if doc[at].lower_ == "to":
        return doc[at].pos_ == "PART" or following.pos_ in ("VERB", "AUX")
    told = following.lower_ in titles("calendar") or following.lower_ in titles("determiners")
    return doc[at].lower_ == "on" and (told or following.like_num)


def _opens_state(doc: Doc, at: int) -> bool:
    """Whether a state is named at `at`, with or without an article."""
    if at < len(doc) and doc[at].lower_ == "the":
        at += 1
    return at < len(doc) and _is_state(doc, at)


def _is_state(doc: Doc, at: int) -> bool:
    raw = [t.text for t in doc[at : at + 5]]
    hit = gazetteer().at([fold(w) for w in raw], raw, 0)
    return hit is not None and hit[1].type == "state"


def _state_after(doc: Doc, stop: int, end: int) -> str | None:
    """Return the state in "… of Kenya" or "… in Peru" right after an office."""
    if stop >= end or doc[stop].lower_ not in ("of", "to", "in", "for", "from"):
        return None
    at = stop + 1 + (doc[stop + 1 : stop + 2].text.lower() == "the")
    raw = [t.text for t in doc[at : at + 7]]
    if not raw:
        return None
    hit = gazetteer().at([fold(w) for w in raw], raw, 0)
    if hit is None or hit[1].type != "state" or doc[stop].lower_ in ("to", "for"):
        return None
    posted = doc[stop - 1].lower_ in titles("posted")
    within = doc[stop].lower_ != "in" or (hit[1].capital and not posted)
    return hit[1].country if within else None
