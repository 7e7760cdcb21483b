"""Questions about single words that several components ask."""

import re
from functools import cache

from spacy.tokens import Doc, Span, Token

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.lexicon import mapping

_DESIGNATION = re.compile(r"^(?=.*\d)[A-Z]{1,6}[-–/]?\d{1,4}[A-Za-z]{0,5}\d?$")
_ACRONYM = re.compile(r"^[A-Z][A-Z&.]{1,7}[A-Z+]$|^[A-Z]{2,9}$|^[A-Z][a-z]?[A-Z]{1,6}$")


@cache
def titles(key: str) -> frozenset[str]:
    """Return the list `key` of titles.yaml as a set of lower-case words."""
    return frozenset(mapping("mentions", "titles.yaml")[key])


@cache
def kind_words(kind: str, place: str) -> frozenset[str]:
    """Return the words that stand `last` or `first` in names of things of `kind`."""
    return frozenset(mapping("gazetteer", "kinds.yaml")[kind].get(place, ()))


def is_capital(token: Token) -> bool:
    """Whether a word is written as part of a name: a capital first letter, or a designation."""
    return token.text[0].isupper() or is_designation(token.text)


def is_designation(text: str) -> bool:
    """Whether a word is the designation of a weapon, craft or model: letters with a number."""
    return bool(_DESIGNATION.match(text))


def is_acronym(text: str) -> bool:
    """Whether a word is written as an acronym."""
    return bool(_ACRONYM.match(text))


def is_shouted(sent: Span) -> bool:
    """Whether most words of a sentence carry capitals, so that a capital tells nothing."""
    words = [t for t in sent if t.is_alpha and len(t.text) > 3]
    return len(words) >= 3 and sum(t.text[0].isupper() for t in words) > 0.75 * len(words)


def readable_sentences(doc: Doc) -> list[Span]:
    """Return the sentences that are not furniture."""
    readable = doc._.readable
    return [s for s in doc.sents if any(readable[s.start : s.end])]


def is_title_word(text: str) -> bool:
    """Whether a word can be the head of an office, a rank or an honorific."""
    low = text.lower()
    return low in titles("heads") or low in titles("ranks") or low in titles("honorifics")


def written(doc: Doc, name: Name) -> str:
    """Return the words of a mention as the report has them."""
    text: str = doc._.report.text
    return text[name.start : name.end]
