"""Whether a figure is what is, what is aimed at, what is reckoned, or how far it may go."""

import re
from functools import cache

from spacy.tokens import Token

from dragoman.readers.english.figures.lists import table, word_set
from dragoman.readers.english.figures.located import Located
from dragoman.readers.english.times.tense import guess_tense, sentence_start
from dragoman.record.nouns import FigureKind

_NEAR = 34
_CLIMB = 8
_AHEAD = re.compile(r"\W?(?:\w+\s){0,4}?\s?(?:will|would|(?:is|are|was|were) (?:due )?to|to be)\b")
_MOST = re.compile(r"(?:\s[\w’'-]+){0,3}?\sat (?:the )?most\b")
_ROUGHLY = re.compile(r"\s(?:or so|or more|or thereabouts)\b")
_SHORT = re.compile(r"\bwithin\s(?:[\w,.-]+\s)?$")
# What a change starts from is what is.
_BASE = re.compile(r"\bfrom\s$")
_DEFINITE = re.compile(r"\b(?:the|these|those)\s(?:full\s|other\s|remaining\s)?$", re.IGNORECASE)
_AHEAD_AUXILIARIES = frozenset(("will", "would", "shall", "'ll", "’ll", "should", "wo"))


@cache
def _cues(kind: str) -> re.Pattern[str]:
    options = sorted((str(c) for c in table("counts")["kinds"][kind]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, options))})", re.IGNORECASE)


@cache
def _hedges() -> re.Pattern[str]:
    options = sorted(word_set("counts", "hedges"), key=len, reverse=True)
    worded = "|".join(map(re.escape, options))
    over = r"(?<!hand )(?<!hands )(?<!handed )(?<!turn )(?<!turned )(?<!take )(?<!took )over"
    put = r"puts?\s[^.,;]{1,40}\sat"
    return re.compile(rf"\b(?:{worded}|{over}|{put})\s\W?$", re.IGNORECASE)


@cache
def _guesses() -> re.Pattern[str]:
    options = sorted(word_set("counts", "guesses"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, options))})", re.IGNORECASE)


def kind_of(located: Located, start: int, end: int, unit: str) -> FigureKind:
    """Return the kind of the figure at [start, end) from the words of its sentence.

    Words right before it tell limits and estimates; whether it is aimed at is told by the verb or
    noun that governs it where the Doc has a parse, else by the words before it.
    """
    text = located.text
    opening = sentence_start(text, start)
    near = text[max(opening, start - _NEAR) : start]
    if _cues("limit").search(near) or _MOST.match(text, end):
        return "limit"
    if unit in word_set("counts", "lengths") and _SHORT.search(text[max(0, start - _NEAR) : start]):
        return "limit"
    clause = text[opening:start]
    hedged = _hedges().search(clause) or _ROUGHLY.match(text, end)
    if (hedged and not _will_be(located, start, end)) or _guesses().search(clause):
        return "estimate"
    if not _BASE.search(near) and _is_aimed_at(located, start, end, opening):
        return "target"
    return "estimate" if _cues("estimate").search(near) else "actual"


def _will_be(located: Located, start: int, end: int) -> bool:
    """Whether the verb right above a number is in the future."""
    if not located.doc.has_annotation("DEP"):
        return False
    head = located.span(start, end).root.head
    return head.pos_ == "VERB" and bool({c.lower_ for c in head.children} & _AHEAD_AUXILIARIES)


def _is_aimed_at(located: Located, start: int, end: int, opening: int) -> bool:
    text = located.text
    if located.doc.has_annotation("DEP"):
        definite = _DEFINITE.search(text[max(opening, start - _NEAR) : start]) is not None
        governed = _governed(located.span(start, end).root, definite=definite)
        if governed is not None:
            return governed
    if _AHEAD.match(text, end) or guess_tense(text, start, end) == "future":
        return True
    return _cues("target").search(text[opening:start]) is not None


def _governed(token: Token, *, definite: bool) -> bool | None:
    """Whether the verbs and nouns above a number speak of what is to be; None where none tells."""
    sent, first = token.sent, token.i
    for _ in range(_CLIMB):
        if token.lemma_.lower() in word_set("counts", "aims"):
            return True
        if token.pos_ in ("VERB", "AUX") or any(c.dep_ == "cop" for c in token.children):
            told = _verb(token, definite=definite and token.i < first)
            if told is not None:
                return told
        if token.head.i == token.i or token.head.sent.start != sent.start:
            return None
        token = token.head
    return None


def _verb(verb: Token, *, definite: bool) -> bool | None:
    """Whether a verb speaks of what is to be: by its auxiliaries or as an infinitive.

    What a definite number counts is there before something is done to it: "to free the 23 men".
    """
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith(("aux", "cop"))}
    if helpers & _AHEAD_AUXILIARIES:
        return True
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark" or c.tag_ == "TO"}
    if "to" in marks and definite:
        return False
    if "to" in marks:
        return verb.head.i == verb.i or verb.head.lemma_.lower() not in word_set("counts", "done")
    if verb.tag_ in ("VBD", "VBZ", "VBP") or helpers & {"has", "have", "had", "was", "were"}:
        return False
    return None
