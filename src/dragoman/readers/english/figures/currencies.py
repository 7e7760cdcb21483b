"""Which currency a word or sign means, told from the places near it where several share it."""

import re
from collections import Counter
from functools import cache, lru_cache

from dragoman.readers.english.figures.lists import table

# How far into a paragraph places are looked for.
_PARAGRAPH = 3000


@cache
def signs() -> dict[str, tuple[str, ...]]:
    """Return the codes each sign may stand for; ISO codes are signs of themselves."""
    out: dict[str, tuple[str, ...]] = {}
    for code, entry in table("currencies")["currencies"].items():
        for sign in (code, *entry.get("signs", ())):
            out[sign] = (*out.get(sign, ()), code)
    return out


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Return the codes each word, singular or plural, may stand for."""
    out: dict[str, tuple[str, ...]] = {}
    for code, entry in table("currencies")["currencies"].items():
        for word in entry["words"]:
            for form in {word, word + "s"}:
                out[form] = (*out.get(form, ()), code)
    return out


@cache
def places() -> dict[str, str]:
    """Return the code of the money of each place or adjective of a place."""
    entries = table("currencies")["currencies"].items()
    return {place: code for code, entry in entries for place in entry["places"]}


@cache
def _place_pattern() -> re.Pattern[str]:
    ordered = sorted(places(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def currency_of(written: str, text: str, start: int, end: int) -> str:
    """Return the ISO 4217 code of the sign or word `written` at text[start:end].

    A shared one ("Rs", "pounds") goes to the place that qualifies it ("Egyptian pounds"), else to
    the first place of its paragraph whose money it can be, else to the one the text names most,
    else to the currency the word means by itself. Raises KeyError for no currency.
    """
    codes = signs().get(written) or words().get(written.lower()) or words()[written]
    if len(codes) == 1:
        return codes[0]
    if written in signs():
        qualifier = _code_after(text, end, codes)
    else:
        qualifier = _qualified(text, start, codes)
    if qualifier:
        return qualifier
    shared = table("currencies")["shared"]
    bare = written.lower() if written.lower() in shared else written.lower().rstrip("s")
    usual: str = shared.get(written) or shared.get(bare) or codes[0]
    if usual in ("USD", "GBP"):
        return usual
    return _by_place(text, start, codes) or usual


def _qualified(text: str, start: int, codes: tuple[str, ...]) -> str | None:
    """Return the currency of the place right before a word: "Egyptian pounds"."""
    before = text[max(0, start - 30) : start]
    for found in _place_pattern().finditer(before):
        if found.end() >= len(before.rstrip()) and places()[found.group()] in codes:
            return places()[found.group()]
    return None


def _code_after(text: str, end: int, codes: tuple[str, ...]) -> str | None:
    """Return the code after a sign and its number: "$5 million (CAD)"."""
    after = re.match(r"\s?\(?([A-Z]{3})\)?", text[end : end + 7])
    return after.group(1) if after and after.group(1) in codes else None


def _by_place(text: str, start: int, codes: tuple[str, ...]) -> str | None:
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", start, opening + _PARAGRAPH)
    paragraph = text[opening : closing if closing >= 0 else opening + _PARAGRAPH]
    first = next((code for code in _told_in(paragraph) if code in codes), None)
    if first:
        return first
    named = {code: times for code, times in _named(text) if code in codes}
    return min(named, key=lambda code: (-named[code], code)) if named else None


@lru_cache(maxsize=8)
def _told_in(paragraph: str) -> tuple[str, ...]:
    """Return the currencies of the places a paragraph names, in its order."""
    return tuple(places()[found.group()] for found in _place_pattern().finditer(paragraph))


@lru_cache(maxsize=2)
def _named(text: str) -> tuple[tuple[str, int], ...]:
    """Return how often a text names the places of each currency."""
    found = Counter(places()[match.group()] for match in _place_pattern().finditer(text))
    return tuple(sorted(found.items()))


def place_named(sign: str, text: str) -> bool:
    """Tell whether a text names a place whose money the sign stands for."""
    return any(code in signs()[sign] for code, _ in _named(text))
