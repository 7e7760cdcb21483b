"""Lines that name the outlet or a section of it."""

import re

from dragoman.documents.rules import segments
from dragoman.documents.words import bare_words, is_name_like, word_set

_WRITER_OF = re.compile(r"[^\W\d][^()]{2,40} \(([^()]{3,40})\)")
_MOST_WORDS = 6
_KEPT_IN_CAPITALS = 5
_SMALL_IN_TITLES = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "le", "el", "al"})


def is_section(text: str) -> bool:
    """Whether a line or a part of one names a section (“World”, “English Section”)."""
    return " ".join(text.casefold().strip(" :.").split()) in word_set("outlets", "sections")


def is_outlet(text: str, *, beside: bool) -> bool:
    """Whether `text` reads as the name of an outlet.

    `beside`: a date, a section or its own line at the very top speaks for it, so that words
    count which a headline may end on as well.
    """
    words = bare_words(text)
    if not words or not is_name_like(text, _MOST_WORDS) or text.rstrip()[-1] in ".?!:,)":
        return False
    last, weak = word_set("outlets", "last"), word_set("outlets", "last_weak")
    if is_section(text):
        return False
    if words[-1] in last or words[0] in word_set("outlets", "first"):
        return len(words) > 1
    titled = words[0] == "the" and len(words) <= 4
    return words[-1] in weak and len(words) > 1 and (beside or titled)


def is_agency(text: str) -> bool:
    """Whether `text` is the code or name of a news agency, or several."""
    parts = re.split(r"[/,&+]| and ", text.strip(" ()[]-–—."))
    agencies = word_set("outlets", "agencies")
    return all(part.strip().casefold() in agencies for part in parts)


def outlet_in(text: str, *, beside: bool) -> str | None:
    """Return the outlet a masthead line names, without its section; None if it names none."""
    parts = segments(text)
    named = [part for part in parts if is_outlet(part, beside=beside or len(parts) > 1)]
    if named and all(part in named or _is_minor(part) for part in parts):
        return outlet_name(named[0])
    return None


def outlet_above_section(text: str) -> str | None:
    """Return the name that stands beside a section (“NAME / WORLD”), whatever its words."""
    parts = segments(text)
    names = [part for part in parts if not is_section(part)]
    if len(parts) > 1 and len(names) == 1 and is_name_like(names[0], _MOST_WORDS):
        return outlet_name(names[0])
    return None


def outlet_after_writer(text: str) -> str | None:
    """Return the outlet of a byline such as “Jane Doe (The Herald)”."""
    match = _WRITER_OF.fullmatch(text)
    return outlet_name(match[1]) if match and is_outlet(match[1], beside=True) else None


def is_letterhead(text: str) -> bool:
    """Whether a line is an office's letterhead (“MINISTRY OF FOREIGN AFFAIRS”)."""
    opening = " ".join(text.casefold().split())
    heads = word_set("outlets", "letterheads")
    return is_name_like(text, 10) and any(f"{opening} ".startswith(f"{head} ") for head in heads)


def names_state(text: str) -> bool:
    """Whether a letterhead names the state alone and not the office."""
    return (
        re.match(r"(?:\w+ )?(?:republic|kingdom|state|commonwealth) of\b", text, re.I) is not None
    )


def outlet_name(text: str) -> str:
    """Return an outlet's name as it would stand in prose: no capitals, no marks, single spaces."""
    words = text.strip(" ,;:|-–—*_").split()
    if not any(len(word) > _KEPT_IN_CAPITALS for word in words) and len(words) == 1:
        return words[0]
    if " ".join(words).isupper():
        words = [_recased(word, first=index == 0) for index, word in enumerate(words)]
    return " ".join(words)


def _is_minor(part: str) -> bool:
    return is_section(part) or is_name_like(part, 3)


def _recased(word: str, *, first: bool) -> str:
    if word.casefold() in _SMALL_IN_TITLES and not first:
        return word.casefold()
    if len(word) <= 3 and word.casefold() not in _SMALL_IN_TITLES | {"new", "sun", "our", "day"}:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
