"""What the sentences around a commitment, and what bears on it, say of how it stands."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.days.dates import days
from dragoman.linking.facts import ReportFacts
from dragoman.linking.follow_ups.acts import Act
from dragoman.linking.follow_ups.marks import VERDICTS, verdict_stems
from dragoman.linking.lexicon import words_of
from dragoman.linking.told import Merged
from dragoman.linking.wording.clauses import tells_keeping, tells_lapse
from dragoman.linking.wording.surroundings import next_sentence, sentence_span
from dragoman.linking.wording.words import content_words, stem, tokens
from dragoman.record.nouns import Commitment, Mention, Status

STATUSES: tuple[Status, ...] = ("open", "progressing", "fulfilled", "lapsed", "denied")
NEXT, OWN, LINKED = "next", ("clause", "sentence", "tail"), "linked"
OLD_DAYS = 14
LONG_AGO = 180
_MOST = 3.0
_FAILED = frozenset({"refusal_words", "delay_words", "lapse", "failed", "never", "not", "nothing"})
_TELLING: Mapping[Status, frozenset[str]] = {
    "progressing": frozenset({"achieved_words", "shortfall_words", "kept"}),
    "fulfilled": frozenset({"achieved_words", "kept"}),
    "lapsed": _FAILED | {"shortfall_words", "but", "however", "instead", "should", "would"},
    "denied": _FAILED,
}
"""The marks of a sentence that can tell of each status."""
Told = tuple[float, Mapping[Status, float], Mapping[str, float]]
"""How likely an act bears on a commitment, how likely each status is if it does, its marks."""
_SHOWN = (*VERDICTS, "told as lapsed", "sentence tells lapse", "told as kept", "undoes it")
_SHOWN_BY_RULE = ("a visit", "a deed", "as much", "less")


@dataclass(frozen=True)
class Around:
    """What stands around the tellings of a commitment, by part, and where."""

    texts: Mapping[str, str]
    sentence: Mention | None
    behind: Mention | None


def around(merged: Merged[Commitment]) -> Around:
    """Return the clauses, the sentences and what follows on the tellings of a commitment."""
    told = [(t.report, m) for t in merged.told for m in t.item.mentions if t.report.text]
    own = [(r, *sentence_span(r, m)) for r, m in told]
    behind = [(r, *next_sentence(r, m)) for r, m in told]
    texts = {
        "clause": [m.quote for m in merged.row.mentions],
        "sentence": [r.text[a:b] for r, a, b in own],
        "tail": [r.text[m.end : b] for (r, m), (_, _, b) in zip(told, own, strict=True)],
        NEXT: [r.text[a:b] for r, a, b in behind],
    }
    return Around(
        {part: " ".join(found) for part, found in texts.items()}, _first(own), _first(behind)
    )


def _first(spans: Iterable[tuple[ReportFacts, int, int]]) -> Mention | None:
    found = ((r, a, b) for r, a, b in spans if a < b)
    report, start, end = next(found, (None, 0, 0))
    if report is None:
        return None
    return Mention(report=report.id, start=start, end=end, quote=report.text[start:end])


def status_marks(
    own: Act, near: Around, told: Sequence[Told], known: str | None
) -> dict[str, float]:
    """Return what speaks for each status; `known` is the last day that any report is of."""
    marks = {"any": 1.0, str(getattr(own.row, "kind", "")): 1.0}
    for part, text in near.texts.items():
        marks |= {f"{part}: {mark}": 1.0 for mark in _said(text)}
    marks["next: on it"] = float(bool(content_words(near.texts[NEXT]) & own.words))
    return marks | _times(own, known) | linked_marks(told)


def telling_sentence(near: Around, status: Status, why: str) -> Mention | None:
    """Return the sentence whose words tell of a status; None where none does.

    `why` is what speaks most for the status: the sentence behind, if "next", is looked at first.
    """
    own = "sentence" if status in ("lapsed", "denied") else "tail"
    parts = [(near.texts[own], near.sentence), (near.texts[NEXT], near.behind)]
    for text, place in reversed(parts) if why == NEXT else parts:
        if place is not None and set(_said(text)) & _TELLING.get(status, frozenset()):
            return place
    return None


def _said(text: str) -> list[str]:
    said = set(tokens(text))
    stems = {stem(t) for t in said}
    marks = [name for name in VERDICTS if stems & verdict_stems(name)]
    marks += sorted(said & words_of("turning_words"))
    told = {"lapse": tells_lapse(text), "kept": tells_keeping(text)}
    return marks + [mark for mark, holds in told.items() if holds]


def _times(own: Act, known: str | None) -> dict[str, float]:
    made, first, until = days(own.row.date), days(own.published), days(known)
    marks = {"due": float(bool(own.due))}
    if made and first:
        marks["told long after"] = float((first.first - made.last).days > OLD_DAYS)
    if own.due and first:
        marks["due before it was told"] = float(own.due.last < first.first)
    since = own.due or made or first
    if until and since:
        marks["time since"] = min(1.0, max(0, (until.last - since.last).days) / LONG_AGO)
    return marks


def linked_marks(told: Sequence[Told]) -> dict[str, float]:
    """Return how far what bears on a commitment speaks for each status."""
    marks = {f"{LINKED}: likeliest": max((likely for likely, *_ in told), default=0.0)}
    for status in STATUSES[1:]:
        each = sorted(likely * made.get(status, 0.0) for likely, made, _ in told)
        marks[f"{LINKED}: some {status}"] = 1 - math.prod(1 - one for one in each)
        marks[f"{LINKED}: all {status}"] = min(_MOST, math.fsum(each))
    for likely, _, held in told:
        for mark in _telling(held):
            name = f"{LINKED}: {mark}"
            marks[name] = max(marks.get(name, 0.0), likely)
        if held.get("by rule"):
            marks |= {
                f"{LINKED}: {mark}": max(marks.get(f"{LINKED}: {mark}", 0.0), held["by rule"])
                for mark in (f"by rule: {what}" for what in _SHOWN_BY_RULE)
                if held.get(mark)
            }
    return marks


def _telling(marks: Mapping[str, float]) -> list[str]:
    """Return those marks of an act that say what became of a thing: its sort, its verdict."""
    return [mark for mark, v in marks.items() if v and (mark.isupper() or mark in _SHOWN)]


def part_of(mark: str) -> str:
    """Return what a mark is taken from: "linked", "next", "own" or "" of any other."""
    part = mark.partition(": ")[0]
    return "own" if part in OWN else part if part in (LINKED, NEXT) else ""
