"""Word lists of this room, and what can be told of a line from its words alone."""

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।؟۔]+[\"'”’»)\]*_]*$")
_ENDS_INITIALS = re.compile(r"(?:^|\W)(?:[A-Za-z]\.){2,}$")


@cache
def words_of(name: str) -> dict[str, Any]:
    """Return the word lists of `data/<name>.yaml`."""
    text = resources.files("dragoman.documents").joinpath("data", f"{name}.yaml").read_text("utf-8")
    # The base loader keeps every word a string: "on" and "no" are words here.
    lists: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return lists


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return one word list, folded to lower case."""
    return frozenset(str(word).casefold() for word in words_of(name)[key])


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, longest first, white space folded."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def count_words(text: str) -> int:
    """Return how many words `text` has; two signs count as a word where none are spaced."""
    foreign = len(_CJK.findall(text))
    return foreign // 2 if foreign > len(text) // 2 else len(text.split())


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, and not with initials as in “U.S.”."""
    return bool(_ENDS_SENTENCE.search(text)) and not _ENDS_INITIALS.search(text)


def is_prose(text: str) -> bool:
    """Whether a line is ordinary prose: long and closed as a sentence, or very long."""
    count = count_words(text)
    if count > 35:
        return True
    asks = text.rstrip("\"'”’»)]").endswith(("?", "!"))
    return count >= (20 if asks else 12) and ends_sentence(text)


def is_name_like(text: str, at_most: int) -> bool:
    """Whether `text` is made of names only: capitals, figures and the small words between them."""
    words = text.split()
    if not 0 < len(words) <= at_most:
        return False
    small = word_set("outlets", "small")
    bare = [re.sub(r"^\W+|\W+$", "", word) for word in words]
    large = [word for word in bare if word and word.casefold() not in small]
    return bool(large) and all(_is_name(word) for word in large)


def _is_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or not word[0].isascii() or word[0] == "@"


def bare_words(text: str) -> list[str]:
    """Return the words of `text` in lower case, without punctuation."""
    return _WORD.findall(text.casefold())


def folded(text: str) -> str:
    """Return the words of `text` in lower case with single spaces: two prints of a line compare."""
    return " ".join(bare_words(text))
