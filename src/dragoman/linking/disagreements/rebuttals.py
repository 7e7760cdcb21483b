"""Status: what a sentence of the text denies, and the sentence that tells it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.linking.disagreements.sentences import Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Free, Link, grouped
from dragoman.linking.lexicon import lines_of, words_of
from dragoman.linking.wording.words import Words, content_words
from dragoman.record.nouns import Mention

LEAST_SHARED = 2
SHARED = 0.3
POINTS_BACK = 5
DENIED = "denial: "
_NOT_DENIED = re.compile(
    r"\b(?:not|nor|never|no longer|without|rather than) den(?:y|ied|ies|ying)\b", re.I
)
_BARE_CHARGE = re.compile(
    r"\b(?:the|both|all|these|those|such|any|its|their)\s+(?:\w+\s+)?(?:charge|allegation|accusation|claim|insinuation)s?"
    r"(?!\s+(?:that|of \w+ing|of [a-z])|\s*[:;])",
    re.I,
)


def rebuttals(book: Sentences, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield denials that the texts word as such, with what they deny, where nobody found them yet.

    What is denied is told by the sentences, of the same report or of kindred ones, that share
    most with the denial; where it only points back ("denies it"), by the sentence before.
    """
    taken = _stated(found)
    denials = [
        one
        for one in book.all
        if _denies_something(one) and not _overlaps(one.mention, taken.get(one.report, ()))
    ]
    told = [_told(one, book) for one in denials]
    for members in grouped([Free() for _ in denials], _of_one_thing(denials, told, book)).members:
        claims = list(dict.fromkeys(s for m in members for s in told[m]))
        no = [denials[m] for m in members]
        sides = [
            *((f"{DENIED}{no[0].text}", s.mention) for s in no),
            *((claims[0].text, s.mention) for s in claims),
        ]
        made = draft("status", None, sides, within=True) if claims else None
        if made:
            yield made


def _of_one_thing(
    denials: Sequence[Sentence], told: Sequence[Sequence[Sentence]], book: Sentences
) -> Iterator[Link]:
    """Yield links between denials of one thing: in like words, or of the same telling."""
    words = [d.words - _cue_words() for d in denials]
    features = [{*w, *(s.mention for s in t)} for w, t in zip(words, told, strict=True)]
    for i, j in candidate_pairs(features):
        a, b = denials[i], denials[j]
        if b.report != a.report and b.report not in book.kin.get(a.report, ()):
            continue
        same = words[i] & words[j]
        alike = len(same) >= LEAST_SHARED and book.rarity.shared(words[i], words[j]) >= SHARED
        if alike or set(told[i]) & set(told[j]):
            yield Link(i, j, 1.0, "denials of one thing")


def _stated(found: Sequence[Draft]) -> dict[str, list[Mention]]:
    by_report: dict[str, list[Mention]] = {}
    for one in found:
        if one.kind == "status":
            for side in one.sides:
                for mention in side.mentions:
                    by_report.setdefault(mention.report, []).append(mention)
    return by_report


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in lines_of("rebuttals")), re.I)


def _is_rebuttal(text: str) -> bool:
    return bool(_patterns().search(text)) and not _NOT_DENIED.search(text)


def _denies_something(one: Sentence) -> bool:
    """Tell whether a sentence denies, and not just "the charge", whatever that was."""
    return _is_rebuttal(one.text) and not _BARE_CHARGE.search(one.text)


@cache
def _cue_words() -> Words:
    return content_words(" ".join(words_of("rebuttal_words")))


def _told(one: Sentence, book: Sentences) -> list[Sentence]:
    words = one.words - _cue_words()
    scored: list[tuple[float, str, int, Sentence]] = []
    for other in book.near(one, words):
        same = words & other.words
        share = book.rarity.total(same) / book.rarity.total(words)
        if len(same) >= LEAST_SHARED and share >= SHARED and not _is_rebuttal(other.text):
            scored.append((-share, other.report, other.mention.start, other))
    if scored:
        best: dict[str, Sentence] = {}
        for _, report, _, other in sorted(scored, key=lambda s: s[:3]):
            best.setdefault(report, other)
        return list(best.values())
    # A denial of many words names what it denies; where nobody tells that, there is one account.
    before = book.before(one) if len(words) <= POINTS_BACK else None
    return [before] if before else []


def _overlaps(a: Mention, others: Sequence[Mention]) -> bool:
    return any(a.start < m.end and m.start < a.end for m in others)
