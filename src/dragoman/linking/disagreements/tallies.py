"""Figures: what kindred texts count of one kind and fate, each once, in two numbers."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.linking.disagreements.sentences import Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.figures.numbers import number, ratio
from dragoman.linking.lexicon import table_of, words_of
from dragoman.linking.who.organization_names import state_code
from dragoman.linking.wording.words import stem
from dragoman.record.nouns import Mention

REACH = 6
LEAST_RATIO = 0.74
LEAST_SHARED = 2
SHARED = 0.15
_SMALL = frozenset(["of", "the", "its", "our", "their", "her", "his", "-"])
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


Counted = dict[tuple[str, str], set[float]]


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


def differing_tallies(book: Sentences, read: Sequence[Draft]) -> Iterator[Draft]:
    """Yield numbers that kindred reports give for things of one class, which `read` does not hold.

    Persons must have met the same fate or be called the same; the sentences must have words in
    common. A report that counts such things twice counts two things, and a number that is much
    less than the other is of a part, unless a zero or two digits slipped.
    """
    taken = {m for one in read if one.kind == "figure" for side in one.sides for m in side.mentions}
    by_kind: dict[tuple[str, str], dict[str, list[Tally]]] = defaultdict(lambda: defaultdict(list))
    counted: Counted = defaultdict(set)
    for sentence in book.all:
        for tally in tallies(sentence):
            counted[sentence.report, tally.kind].add(tally.value)
            for fate in (*tally.fates, stem(tally.noun)):
                by_kind[tally.kind, fate][tally.sentence.report].append(tally)
    for _, by_report in sorted(by_kind.items()):
        for one, kin in ((r, book.kin.get(r, frozenset())) for r in sorted(by_report)):
            for other in sorted(k for k in kin if k > one and k in by_report):
                found = _compared(by_report[one], by_report[other], counted, book)
                if found and not all(_in_any(m, taken) for s in found.sides for m in s.mentions):
                    yield found


def _in_any(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(
        m.report == mention.report and m.start < mention.end and mention.start < m.end
        for m in others
    )


def _compared(
    mine: list[Tally], theirs: list[Tally], counted: Counted, book: Sentences
) -> Draft | None:
    for a in mine:
        for b in theirs:
            if not _may_differ(a, b) or _told_in(a, b, counted) or _told_in(b, a, counted):
                continue
            if _sole(a, mine) and _sole(b, theirs) and _of_one_thing(a, b, book):
                return draft("figure", None, [(number(t.value), t.mention) for t in (a, b)])
    return None


def _may_differ(a: Tally, b: Tally) -> bool:
    if a.value == b.value or (a.state and b.state and a.state != b.state):
        return False
    off = ratio(a.value, b.value)
    return off >= LEAST_RATIO or math.isclose(off, 0.1) or _turned(a.value, b.value)


def _turned(a: float, b: float) -> bool:
    """Tell whether two numbers have the same two digits in another order: 31 and 13."""
    return 10 <= a < 100 and 10 <= b < 100 and sorted(f"{a:.0f}") == sorted(f"{b:.0f}")


def _told_in(tally: Tally, other: Tally, counted: Counted) -> bool:
    """Tell whether the report of another tally gives this number of such things too."""
    return tally.value in counted[other.sentence.report, other.kind]


def _sole(tally: Tally, own: list[Tally]) -> bool:
    """Tell whether a report counts such things of such a state in but one number."""
    alike = {t.value for t in own if not t.state or not tally.state or t.state == tally.state}
    return len(alike) == 1


def _of_one_thing(a: Tally, b: Tally, book: Sentences) -> bool:
    words, others = a.sentence.words, b.sentence.words
    same = words & others
    if a.kind == "person" and a.fates & b.fates:
        return True
    if a.kind == "person" and a.state and a.state == b.state:
        return bool(same)
    return len(same) >= LEAST_SHARED and book.rarity.shared(words, others) >= SHARED


def tallies(sentence: Sentence) -> Iterator[Tally]:
    """Yield the numbers of a sentence that are followed by what they count."""
    text = sentence.text
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        value, size = spoken(tokens, at)
        if value is None:
            at += 1
            continue
        run = _run(tokens, at + size)
        kinds = [(t, k) for t in run if (k := table_of("counted_classes").get(t.group().lower()))]
        kinds = kinds or _plural(run)
        if kinds and value >= 1:
            last, kind = kinds[-1]
            start, end = tokens[at].start(), last.end()
            own = sentence.mention
            mention = Mention(
                report=own.report,
                start=own.start + start,
                end=own.start + end,
                quote=text[start:end],
            )
            state = next((c for t in run if (c := state_code(t.group()))), None)
            fates = _fates(text, start, end) if kind == "person" else frozenset()
            yield Tally(value, kind, state, fates, mention, sentence, last.group().lower())
        at += size


def _plural(run: list[re.Match[str]]) -> list[tuple[re.Match[str], str]]:
    """Return the first plural of a run, a class of its own: of "six illegal wells" the wells."""
    for token in run:
        word = token.group().lower()
        if word in words_of("measures_of_time"):
            return []
        if (
            len(word) > 3
            and word.endswith("s")
            and not word.endswith(("ss", "us", "is", "'s", "’s"))
        ):
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


def _fates(text: str, start: int, end: int) -> frozenset[str]:
    """Return what befell those counted, as the clause around the number tells."""
    low = max(0, start - 90)
    clause = text[low : end + 90].lower()
    table = table_of("fates")
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
