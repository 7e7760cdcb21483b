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


_CONNECTORS = frozenset(("and", "&", "-", "–", "for", "of", "to", "the", "on"))
_UNKNOWN = 2


def office_start(doc: Doc, name_start: int, least: int = 0) -> int:
    """Return the token where the offices before a name begin; `name_start` where there is none.

    Walks left from the name over honorifics, offices, their modifiers and the small words between
    them ("Deputy Prime Minister and Minister of Trade X"); a capitalised word of no entity may
    stand before a capitalised head ("Land Reform Secretary X"). A state's adjective or name is
    not part of the office.
    """
    at = name_start
    heads = unknown = 0
    while at > least:
        token = doc[at - 1]
        if is_office_head(token) or is_honorific(token):
            heads += 1
        elif token.lower_ in titles("modifiers"):
            pass
        elif token.text == "." and at - 1 > least and doc[at - 2].lower_ in titles("ranks"):
            pass  # "Lt. | Gen."
        elif token.lower_ in _CONNECTORS and at - 1 > least and at < name_start:
            if not _may_precede(doc[at - 2], token, doc[at]):
                break
        elif heads and unknown < _UNKNOWN and _is_unknown_modifier(token, doc[at]):
            unknown += 1
        else:
            break
        at -= 1
    while at < name_start and doc[at].lower_ in _CONNECTORS:
        at += 1
    return at if heads else name_start


def _may_precede(before: Token, connector: Token, after: Token) -> bool:
    """Whether an office may go on to the left of a connector."""
    if before.is_punct and before.text not in (",",):
        return False
    if connector.lower_ in ("for", "to") and (is_office_head(after) or is_honorific(after)):
        return False  # "a spokesman for President X" is not X
    if connector.lower_ == "the":
        return before.lower_ in ("of", "for", "and")
    if connector.lower_ in ("and", "&"):
        return is_office_head(before) or (_is_modifier(before) and not is_office_head(after))
    return _is_modifier(before)


def _is_unknown_modifier(token: Token, after: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.is_alpha
        and after.text[0].isupper()
        and not token.ent_type_
        and token.pos_ in ("ADJ", "NOUN", "PROPN")
        and state_of(token) is None
        and not token.is_sent_start
        and token.lower_ not in titles("calendar")
    )


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
    """Return the state named right before token `start`: "Omani …", "South Korean …", "Chile's …".

    Looks at up to three words: an adjective of one or two words, or a name with its possessive.
    """
    end = start
    if end and doc[end - 1].lower_ in ("'s", "’s", "'", "’"):
        end -= 1
    known = gazetteer()
    words = [doc[at].text for at in range(max(0, end - 3), end)]
    for size in range(len(words), 0, -1):
        raw = words[-size:]
        if not raw[0][0].isupper():
            continue
        folded = [fold(w) for w in raw]
        phrase = " ".join(folded)
        if phrase in known.adjectives:
            return known.adjectives[phrase]
        hit = known.at(folded, raw, 0)
        if hit and hit[0] == size and hit[1].type == "state":
            return hit[1].country
    return None
