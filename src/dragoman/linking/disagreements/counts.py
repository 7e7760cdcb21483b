"""Numbers in the wording of a sentence, and what they count: persons by their fate, things."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.linking.disagreements.sentences import KEPT, Sentence
from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.who.organization_names import state_code
from dragoman.linking.wording.words import stem
from dragoman.record.nouns import Mention

REACH = 6
BESIDE = 90
_SMALL = frozenset(["of", "the", "its", "our", "their", "her", "his", "-"])
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")
_COMPANY = frozenset(["crew", "complement", "party", "group", "team", "delegation", "batch"])
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


@dataclass(frozen=True)
class Tally:
    """A number of things of a class, told in one sentence: whose, and what befell them."""

    value: float
    kind: str
    state: str | None
    fates: frozenset[str]
    mention: Mention
    sentence: Sentence
    noun: str


def tallies(sentence: Sentence) -> Iterator[Tally]:
    """Yield the numbers of a sentence with what they count: "nine men", "a crew of 21"."""
    tokens = _tokens(sentence.text)
    at = 0
    while at < len(tokens):
        value, size = spoken(tokens, at)
        if value is None:
            at += 1
            continue
        run = _run(tokens, at + size)
        of = [] if run or at < 2 or tokens[at - 1].group() != "of" else [tokens[at - 2]]
        kinds = _classed(run) or _nationals(run) or _plural(run)
        kinds = kinds or [(t, "person") for t in of if t.group().lower() in _COMPANY]
        if kinds and value >= 1:
            last, kind = kinds[-1]
            start, end = tokens[at].start(), max(last.end(), tokens[at + size - 1].end())
            state = next((c for t in run if (c := _state_of(t.group()))), None)
            fates = _fates(last, sentence.text, start, end) if kind == "person" else frozenset()
            mention = _mention(sentence, start, end)
            yield Tally(value, kind, state, fates, mention, sentence, last.group().lower())
        at += size


@dataclass(frozen=True)
class Numbered:
    """A number of a sentence; `noun` is the class of what follows it, None where nothing does."""

    value: float
    noun: str | None
    mention: Mention


def numbered_in(sentence: Sentence) -> list[Numbered]:
    """Return the numbers of a sentence in order, those before a word that is no plural left out."""
    tokens = _tokens(sentence.text)
    found: list[Numbered] = []
    at = 0
    while at < len(tokens):
        value, size = spoken(tokens, at)
        if value is not None:
            run = _run(tokens, at + size)
            kinds = _classed(run) or _nationals(run) or _plural(run)
            if kinds or not run:
                mention = _mention(sentence, tokens[at].start(), tokens[at + size - 1].end())
                found.append(Numbered(value, kinds[-1][1] if kinds else None, mention))
        at += size
    return found


@lru_cache(KEPT)
def _tokens(text: str) -> list[re.Match[str]]:
    """Return the tokens of a sentence; none where it has no number."""
    tokens = list(_TOKEN.finditer(text))
    return tokens if any(spoken(tokens, at)[0] is not None for at in range(len(tokens))) else []


def _mention(sentence: Sentence, start: int, end: int) -> Mention:
    own = sentence.mention
    quote = sentence.text[start:end]
    return Mention(report=own.report, start=own.start + start, end=own.start + end, quote=quote)


def _state_of(word: str) -> str | None:
    """Return the state of an adjective or of the plural of one: "Chilean", "Chileans"."""
    return state_code(word) or (state_code(word[:-1]) if word.endswith("s") else None)


def _classed(run: list[re.Match[str]]) -> list[tuple[re.Match[str], str]]:
    return [(t, k) for t in run if (k := table_of("counted_classes").get(t.group().lower()))]


def _nationals(run: list[re.Match[str]]) -> list[tuple[re.Match[str], str]]:
    """Return a nationality that stands for persons: the last word of a run, no adjective there."""
    last = run[-1:]
    return [(t, "person") for t in last if t.group()[0].isupper() and _state_of(t.group())]


def _plural(run: list[re.Match[str]]) -> list[tuple[re.Match[str], str]]:
    """Return the first plural of a run, a class of its own: of "six illegal wells" the wells."""
    for token in run:
        word = token.group().lower()
        if word in words_of("measures_of_time"):
            return []
        if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURALS):
            return [(token, stem(word))]
    return []


def _run(tokens: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    """Return the words after a number up to a comma, a small word or a next number."""
    found: list[re.Match[str]] = []
    for token in tokens[at : at + REACH]:
        word = token.group().lower()
        if word in _SMALL or word.isdigit():
            if word in _SMALL and len(found) < 2:
                continue
            break
        if word in words_of("stop_words") or not word[0].isalpha():
            break
        found.append(token)
    return found


def _fates(counted: re.Match[str], text: str, start: int, end: int) -> frozenset[str]:
    """Return what befell those counted: as they are called, else as the clause around tells."""
    table = table_of("fates")
    own = table.get(counted.group().lower())
    if own:
        return frozenset([own])
    clause = text[max(0, start - BESIDE) : end + BESIDE].lower()
    return frozenset(f for w in re.findall(r"[a-z]+", clause) if (f := table.get(w)))


def spoken(tokens: list[re.Match[str]], at: int) -> tuple[float | None, int]:
    """Return the number that begins at a token, and how many tokens it takes; None if none does."""
    first = tokens[at].group().lower()
    names, scales = _names(), table_of("scales")
    if first[0].isdigit():
        value = _digits(first)
        size = 1
    elif first in names:
        value, size = names[first], 1
        if value >= 20:
            rest = 2 if at + 2 < len(tokens) and tokens[at + 1].group() == "-" else 1
            unit = names.get(tokens[at + rest].group().lower(), 0) if at + rest < len(tokens) else 0
            if 0 < unit < 10:
                value, size = value + unit, 1 + rest
    else:
        return None, 1
    while value is not None and at + size < len(tokens):
        scale = scales.get(tokens[at + size].group().lower())
        if not scale:
            break
        value, size = value * float(scale), size + 1
    return value, size


def _digits(token: str) -> float | None:
    try:
        value = float(token.replace(",", ""))
        return None if 1900 <= value < 2100 and "," not in token else value
    except ValueError:
        return None


@cache
def _names() -> Mapping[str, float]:
    small = {k: float(v) for k, v in table_of("number_names").items() if k not in ("a", "an")}
    return {**small, **{k: float(v) for k, v in table_of("spoken_numbers").items()}}
