"""Which noun a number counts."""

import re

from spacy.tokens import Doc, Token

from dragoman.readers.english.figures.lists import table, word_set
from dragoman.readers.english.figures.nouns import is_plural, singular
from dragoman.readers.english.figures.numbers import number_words

_SPAN = 9
_NOT_NOUNS = ("VERB", "ADJ", "AUX", "ADV")
_DEPENDS = ("nummod", "compound", "amod", "dep", "flat")


def counted_head(doc: Doc, number: Token, first: int) -> Token | None:
    """Return the plural that `number` counts, `first` being the token after the number.

    By the parse where the Doc has one and it points ahead, else by the order of the words.
    """
    by_parse = _by_parse(number, first) if doc.has_annotation("DEP") else None
    if by_parse is None or any(t.lower_ == "and" for t in doc[first : by_parse.i]):
        by_parse = _by_words(doc, first) or by_parse
    return _owned(by_parse) if by_parse is not None else None


def _owned(head: Token) -> Token:
    """Return what a plural owns, where that is what is counted: "300 nurses' posts"."""
    doc, at = head.doc, head.i + 1
    if at + 1 < len(doc) and doc[at].text in ("'", "’") and doc[at + 1].is_alpha:
        return next((t for t in doc[at + 1 : at + 4] if is_plural(t.text)), head)
    return head


def _by_parse(number: Token, first: int) -> Token | None:
    head = number.head
    while head.dep_ in ("nummod", "compound", "flat") and head.pos_ == "NUM" and head.head != head:
        head = head.head
    if not first <= head.i < first + _SPAN or head.pos_ not in ("NOUN", "PROPN"):
        return None
    return head if number.dep_ in _DEPENDS and is_plural(head.text) else None


def _by_words(doc: Doc, first: int) -> Token | None:
    """Return the first plural after the number, within one noun phrase by its words alone."""
    stops = word_set("counts", "stops")
    for token in doc[first : first + _SPAN]:
        if token.i == first and token.lower_ in ("the", "these", "those", "its", "their"):
            continue
        if token.lower_ in ("and", "or", "to") and _goes_on(doc, token.i):
            continue
        if token.is_space or token.lower_ in stops or (token.is_punct and token.text != "-"):
            return None
        if _is_noun(token) and not _joined(token):
            return token
    return None


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether "and" joins two names or numbers of one plural ("40 to 50 tanks")."""
    after = doc[at + 1].text if at + 1 < len(doc) else ""
    if after.lower() in {**number_words()["ones"], **number_words()["tens"]}:
        return True
    return bool(re.match(r"\d", after)) or (
        doc[at].lower_ != "to" and bool(re.search(r"[A-Z]", after))
    )


def _is_noun(token: Token) -> bool:
    if table("counts")["irregular_plurals"].get(token.lower_) == "person":
        return True
    proper = token.text[0].isupper() and token.lower_.endswith(("us", "ss", "is"))
    short = re.search(r"[A-Z]s$", token.text)
    noun = token.pos_ not in _NOT_NOUNS or (token.pos_ != "AUX" and token.text[0].isupper())
    return is_plural(token.text) and noun and (bool(short) or not proper)


def _joined(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().text == "-"


def unit_of(head: Token) -> str:
    """Return the noun in the singular, with the common noun it is compounded with."""
    unit = singular(head.text)
    if head.i and head.doc.has_annotation("DEP"):
        before = head.nbor(-1)
        hyphened = before.i and before.nbor(-1).text == "-"
        if (
            before.dep_ == "compound"
            and before.head == head
            and before.text.islower()
            and not hyphened
        ):
            return f"{before.text} {unit}"
    return unit
