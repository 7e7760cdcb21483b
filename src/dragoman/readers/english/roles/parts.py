"""The offices in a stretch of words: "Deputy Prime Minister and Minister of Trade" are two."""

import re

import msgspec
from spacy.tokens import Doc

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.offices import (
    is_honorific,
    is_office_head,
    state_before,
    state_of,
)
from dragoman.readers.english.mentions.words import titles

_SEVERAL = re.compile(r"\b([Mm]inister)s\b")
"""Of several who hold an office each holds one: "trade ministers Amina Said and Juma Otieno"."""


class Office(msgspec.Struct, frozen=True):
    """One office: its words [start, end) in tokens, the state named with it, and whether past."""

    start: int
    end: int
    title: str
    country: str | None
    past: bool = False


def split(doc: Doc, start: int, end: int, country: str | None) -> list[Office]:
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
        if token.lower_ not in titles("modifiers") and token.lower_ not in titles("determiners"):
            return False
    return False


def _new_rank(doc: Doc, begin: int, at: int, end: int) -> bool:
    """Whether a rank begins at `at`, after the head of an office: "Army Chief | Field Marshal"."""
    if not is_office_head(doc[at - 1]) or doc[at].lower_ in ("of", "for", "to", "(", "-"):
        return False
    if doc[at].lower_ == "general" and doc[at - 1].lower_ in titles("general_after"):
        return False
    rest = " ".join(t.lower_ for t in doc[at:end])
    own = " ".join(t.lower_ for t in doc[begin : at + 1])
    if any(phrase.startswith(own) for phrase in titles("rank_phrases")):
        return False
    return any(rest.startswith(phrase) for phrase in titles("rank_phrases")) or is_honorific(
        doc[at]
    )


def _office(doc: Doc, first: int, last: int, country: str | None) -> Office | None:
    begin, first = first, _bare_start(doc, first, last)
    while last > first and _plain_honorific(doc, last - 1):
        last -= 1
    if first >= last or not any(is_office_head(t) for t in doc[first:last]):
        return None
    own, first_after = leading_state(doc, first, last)
    if own and first_after < last:
        country, first = own, _bare_start(doc, first_after, last)
    if last - first > 1 and _given_name(doc, last - 1):
        last -= 1
    past = any(t.lower_ in titles("past") for t in doc[begin:first])
    inside = next((c for t in doc[first:last] if (c := state_of(t))), None)
    country = country or inside or _of_place(doc, first, last)
    kept = [t for t in doc[first:last] if not state_of(t)]
    while kept and kept[-1].lower_ in titles("connectors"):
        kept.pop()
    title = re.sub(r"\s+", " ", "".join(t.text_with_ws for t in kept)).strip()
    title = _SEVERAL.sub(r"\1", title)
    return Office(first, last, title, country, past)


def _given_name(doc: Doc, at: int) -> bool:
    """Whether "Gen" behind a civil office is a name and no rank: "Minister | Gen Okuda"."""
    if doc[at].text != "Gen" or at + 1 >= len(doc):
        return False
    civil = is_office_head(doc[at - 1]) and doc[at - 1].lower_ not in titles("ranks")
    one_word = doc[at + 1].text[:1].isupper() and not doc[at + 2 : at + 3].text[:1].isupper()
    return civil and one_word


def _of_place(doc: Doc, first: int, last: int) -> str | None:
    """Return the state in which the place of an office lies: "the mayor of Lyon"."""
    for at in range(first + 1, last - 1):
        if doc[at].lower_ != "of" or doc[at - 1].lower_ in titles("posted"):
            continue
        place = at + 1 + (doc[at + 1].lower_ == "the")
        raw = [t.text for t in doc[place:last]]
        if not raw or not raw[0][:1].isupper():
            continue
        hit = gazetteer().at([fold(w) for w in raw], raw, 0)
        if hit is not None and hit[1].type == "place":
            return hit[1].country
        if len(raw) == 1:
            return gazetteer().city(raw[0])
    return None


def _bare_start(doc: Doc, first: int, last: int) -> int:
    """Return where an office begins behind articles, "former", "new" and forms of address."""
    while first < last and (
        doc[first].lower_ in titles("determiners")
        or doc[first].lower_ in titles("past")
        or _counts(doc, first, last)
        or doc[first].text in ("-", "–")
        or _plain_honorific(doc, first)
    ):
        first += 1
    return first


def _counts(doc: Doc, at: int, last: int) -> bool:
    """Whether an ordinal counts holders: "the | first | prime minister", not "first secretary"."""
    ordinal = doc[at].text in ("first", "second", "third", "last", "next")
    return ordinal and at + 1 < last and doc[at + 1].lower_ not in titles("numbered")


def _plain_honorific(doc: Doc, at: int) -> bool:
    token = doc[at]
    return is_honorific(token) and not is_office_head(token)


def leading_state(doc: Doc, at: int, end: int) -> tuple[str | None, int]:
    """Return the state that a phrase opens with and where the rest of it begins."""
    for size in (3, 2, 1):
        if at + size < end:
            country = state_before(doc, at + size)
            if country and doc[at].text[0].isupper():
                stop = at + size
                if doc[stop].lower_ in ("'s", "’s", "'"):
                    stop += 1
                return country, stop
    return None, at
