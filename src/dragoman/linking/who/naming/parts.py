"""A written name taken apart: what each part is, and how much it tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from anyascii import anyascii

from dragoman.linking.lexicon import pairs_of, words_of

Kind = Literal["person", "thing"]
Word = tuple[str, str]
# How much a part tells of who is meant: a rank or a legal form next to nothing.
WEIGHTS = {
    "name": 1.0,
    "number": 0.6,
    "common": 0.5,
    "initial": 0.3,
    "particle": 0.1,
    "form": 0.1,
    "title": 0.05,
    "small": 0.05,
}
_SMALL = frozenset(["the", "of", "and", "for", "a", "an", "in", "on", "to", "at"])
_ROMAN = re.compile(r"(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})")
_DOTTED = re.compile(r"(?<!\w)(?:\w\.\s?){2,}(?!\w)|(?<!\w)(?:\w\.){2,}\w(?!\w)")
_WRITTEN = re.compile(r"[^\s\-–—.,;:/()\"“”]+")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One part of a name, folded; `kind` is a key of WEIGHTS, `shown` the part as written."""

    text: str
    kind: str = "name"
    shown: str = field(default="", compare=False)

    @property
    def weight(self) -> float:
        """Return how much the part tells of who is meant."""
        return WEIGHTS[self.kind]

    @property
    def tells(self) -> bool:
        """Tell whether two names can differ by this part alone."""
        return self.kind in ("name", "number", "common")


@lru_cache(maxsize=65536)
def parts_of(name: str, kind: Kind) -> tuple[Part, ...]:
    """Return the parts of a name in order, a family name before a comma put last."""
    if kind == "person":
        return tuple(_person_parts(_words(_turned(name))))
    bare = _DOTTED.sub(lambda m: m.group().replace(".", "").replace(" ", "") + " ", name)
    return tuple(_thing_part(w) for w in _with_numbers(_with_forms(_words(bare))))


def _words(name: str) -> list[Word]:
    """Return the words of a name in lower-case ASCII, each with its written form.

    "SergeiIvanov" is two words, and so is what another script writes without a space.
    """
    found: list[Word] = []
    for written in _WRITTEN.findall(name.replace("&", " and ")):
        plain = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", anyascii(re.sub(r"['`’]", "", written)))
        own = re.findall(r"[A-Za-z0-9]+", plain)
        found += [(w.lower(), written if len(own) == 1 else w) for w in own]
    return found


def _turned(name: str) -> str:
    family, comma, given = name.partition(",")
    suffix = given.strip(" .").lower() in ("jr", "sr", "junior", "senior")
    return name if not comma or "," in given or suffix else f"{given} {family}"


def _person_parts(words: list[Word]) -> Iterator[Part]:
    """Yield parts; titles stand before the name, "John Major" has none."""
    titles, suffixes = words_of("forms_of_address"), words_of("name_suffixes")
    first = next((i for i, (w, _) in enumerate(words) if w not in titles), 0)
    last = max((i for i, (w, _) in enumerate(words) if w not in suffixes), default=len(words))
    for i, (word, written) in enumerate(words):
        beside = i < first or i > last
        yield Part(word, "title" if beside else _person_kind(word), written)


def _person_kind(word: str) -> str:
    if word in words_of("name_particles"):
        return "particle"
    if len(word) == 1:
        return "initial"
    return "small" if word in _SMALL else "name"


@cache
def _forms() -> dict[tuple[str, ...], str]:
    return {tuple(written.split()): short for short, written in pairs_of("legal_forms")}


def _with_forms(words: list[Word]) -> list[Word]:
    """Put the short form of a legal form for each way to write it."""
    longest = max(len(form) for form in _forms())
    found: list[Word] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        plain = [w for w, _ in words]
        size = next((n for n in sizes if tuple(plain[at : at + n]) in _forms()), 0)
        if size:
            short = _forms()[tuple(plain[at : at + size])]
            found.append((short, " ".join(written for _, written in words[at : at + size])))
        else:
            found.append(words[at])
        at += max(1, size)
    return found


@cache
def _form_codes() -> frozenset[str]:
    return frozenset(short for short, _ in pairs_of("legal_forms"))


def _thing_part(told: Word) -> Part:
    word, written = told
    common = word in words_of("generic_words") or word in words_of("business_words")
    kinds = (
        (word.isdigit(), "number"),
        (word in _SMALL, "small"),
        (word in _form_codes(), "form"),
        (common, "common"),
    )
    return Part(word, next((kind for holds, kind in kinds if holds), "name"), written)


@cache
def _numbers() -> dict[str, str]:
    return dict((*pairs_of("number_names"), *pairs_of("spoken_numbers"), *pairs_of("ordinals")))


def _with_numbers(words: list[Word]) -> list[Word]:
    """Write numbers in figures: "forty four", "first", "2nd" and "VII" as 44, 1, 2 and 7."""
    found: list[Word] = []
    for word, written in words:
        bare = word[:-2] if re.fullmatch(r"\d+(?:st|nd|rd|th)", word) else word
        value = _numbers().get(bare, bare) if word not in _SMALL else word
        if _ROMAN.fullmatch(value):
            value = str(_roman(value))
        tens = found and re.fullmatch(r"[2-9]0", found[-1][0])
        if tens and re.fullmatch(r"[1-9]", value) and not word.isdigit():
            before, shown = found[-1]
            found[-1] = (str(int(before) + int(value)), f"{shown} {written}")
        else:
            found.append((value, written))
    return found


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[c] for c in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-v if v < after else v for v, after in pairs)
