"""When a body met or is to meet, and since when it has not."""

import re

from spacy.tokens import Doc, Token

from dragoman.readers.english.bodies.vocabulary import listed
from dragoman.readers.english.clauses.when import own_time, time_after, time_of, times_by_token
from dragoman.readers.english.drafts import Time
from dragoman.record.relative import is_relative


def time_told(*words: Token | None) -> Time | None:
    """Return the time told of the first of `words` that has one of its own."""
    for word in words:
        if word is not None and (found := own_time(word) or _right_behind(word)):
            return found
    for word in words:
        if word is not None and (found := time_after(word)):
            return found
    verbs = [w for w in words if w is not None and w.pos_ == "VERB"]
    return next((found for v in verbs if (found := time_of(v))), None)


def behind(time: Time | None, doc: Doc) -> str | None:
    """Return the date of a time that is over: "due in March" is next March, unless it is missed.

    Only where the day of the report is known.
    """
    told = time.date if time else None
    published: str | None = doc._.published
    if told is None or not published or is_relative(told) or told[: len(published)] <= published:
        return told
    return re.sub(r"\d{4}", lambda m: f"{int(m[0]) - 1:04}", told)


def since(word: Token) -> tuple[str | None, Token] | None:
    """Return the year or day after "since" behind a word, and the last word of it."""
    known = times_by_token(word.doc)
    reach = min(word.sent.end, word.i + 8)
    for at in range(word.i + 1, reach):
        if word.doc[at].lower_ != "since":
            continue
        for behind in range(at + 1, min(word.sent.end, at + 5)):
            if behind in known:
                told = (known[behind].date or "").partition("/")[0]
                return told or None, word.doc[behind]
    return None


def repeated(word: Token) -> tuple[str, Token] | None:
    """Return how often something is done, in the report's words, and the word that tells it."""
    doc = word.doc
    for child in word.children:
        if child.lower_ in listed("rhythms" if child.i < word.i else "often"):
            return child.lower_, child
    for time in doc._.times or ():
        if time.type == "SET" and word.idx < time.start < word.idx + 90:
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None and span.start < word.sent.end and _near(word, span.root):
                return " ".join(span.text.split()), span[-1]
    return None


def _near(word: Token, other: Token) -> bool:
    """Whether a word hangs on another within three steps, by no clause of its own."""
    at = other
    for _ in range(4):
        if at.i == word.i:
            return True
        if at.pos_ == "VERB" and at.i != other.i:
            return False
        at = at.head
    return False


def _right_behind(word: Token) -> Time | None:
    known = times_by_token(word.doc)
    after = [i for i in (word.i + 1, word.i + 2) if i < word.sent.end]
    plain = (i for i in after if word.doc[i].lower_ not in ("and", "but", ",", "which"))
    return next((known[i] for i in plain if i in known), None)
