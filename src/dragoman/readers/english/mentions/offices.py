"""Offices, ranks and honorifics around a name: where they begin, and which words are the office."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.words import titles


def is_office_head(token: Token) -> bool:
    """Whether a word can end an office or a rank ("Minister", "Marshal")."""
    low = token.lower_
    return low in titles("heads") or low in titles("ranks")


def is_honorific(token: Token) -> bool:
    """Whether a word is a form of address that is no office ("Mr", "Dr.")."""
    return token.lower_ in titles("honorifics")


def _is_modifier(token: Token) -> bool:
    return token.lower_ in titles("modifiers") or is_office_head(token)


def office_start(doc: Doc, name_start: int, least: int = 0) -> int:
    """Return the token where the offices before a name begin; `name_start` where there is none.

    Walks left from the name over honorifics, offices and their modifiers: "Deputy Prime Minister
    and Foreign Minister X". A state's adjective or name before them is not part of the office.
    """
    at = name_start
    seen_head = False
    while at > least:
        token = doc[at - 1]
        if is_office_head(token) or is_honorific(token):
            seen_head = seen_head or is_office_head(token)
        elif seen_head and _is_modifier(token) and token.lower_ not in ("united", "nations"):
            pass
        elif seen_head and token.lower_ in ("and", "&", "-", "for", "of", "to") and _joins(doc, at - 1):
            pass
        else:
            break
        at -= 1
    while at < name_start and doc[at].lower_ in ("and", "&", "-", "for", "of", "to"):
        at += 1
    return at


def _joins(doc: Doc, at: int) -> bool:
    """Whether a connector stands between two parts of an office."""
    before = doc[at - 1] if at else None
    if before is None or before.is_punct:
        return False
    return is_office_head(before) if doc[at].lower_ in ("and", "&") else _is_modifier(before)


def state_of(token: Token) -> str | None:
    """Return the state (ISO code) a word tells as an adjective or a name, or None."""
    if not token.text[0].isupper():
        return None
    known = gazetteer()
    found = known.adjectives.get(fold(token.text))
    if found:
        return found
    return None


def state_before(doc: Doc, start: int) -> str | None:
    """Return the state named right before token `start`: "Turkish …", "South Korean …", "Chile's …".

    Looks at up to three words: an adjective of one or two words, or a name with its possessive.
    """
    end = start
    if end and doc[end - 1].lower_ in ("'s", "’s", "'", "’"):
        end -= 1
    known = gazetteer()
    for size in (3, 2, 1):
        first = end - size
        if first < 0 or not doc[first].text[0].isupper():
            continue
        phrase = " ".join(fold(t.text) for t in doc[first:end])
        if phrase in known.adjectives:
            return known.adjectives[phrase]
        raw = [t.text for t in doc[first:end]]
        hit = known.at([fold(w) for w in raw], raw, 0)
        if hit and hit[0] == size and hit[1].type == "state":
            return hit[1].country
    return None
