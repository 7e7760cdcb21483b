"""Figures: a number that one voice gives, and the next in the same report gives otherwise."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.linking.disagreements.counts import Numbered, numbered_in
from dragoman.linking.disagreements.sentences import Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.figures.numbers import number, ratio
from dragoman.linking.lexicon import lines_of, words_of

BACK = 2
LEAST = 2
LEAST_RATIO = 0.1
ROUNDED = 0.97
_WEAK = re.compile(
    r"\b(?:says?|said|has|have|had|\w+(?:s|ed))(?:\s+(?:that|it|there|they|these|those|is|are|was"
    r"|were|had|has|have|been))*\s*$",
    re.I,
)


_BARE = re.compile(r"\s*(?:$|[.,;:!?\"”’)])")


def counted_otherwise(book: Sentences, read: Sequence[Draft]) -> Iterator[Draft]:
    """Yield numbers with which a voice answers the one told before: "the police count 3,000".

    The number must stand alone, or count what the other counts. What `read` holds is left out.
    """
    taken = {
        (m.report, m.start) for d in read if d.kind == "figure" for s in d.sides for m in s.mentions
    }
    for own in book.of_report.values():
        for k, sentence in enumerate(own):
            numbers = numbered_in(sentence)
            for at, one in enumerate(numbers):
                if (one.mention.report, one.mention.start) in taken or not _answers(sentence, one):
                    continue
                before = [*reversed(numbers[:at])]
                for earlier in reversed(own[max(0, k - BACK) : k]):
                    before += reversed(numbered_in(earlier))
                other = next((n for n in before if _of_one_thing(one, n)), None)
                found = other and draft(
                    "figure",
                    None,
                    [(number(n.value), n.mention) for n in (one, other)],
                    within=True,
                )
                if found:
                    yield found
                    break


def _answers(sentence: Sentence, one: Numbered) -> bool:
    """Tell whether a voice gives a number: by a verb that counts, or by one that says it bare."""
    start = one.mention.start - sentence.mention.start
    found = _voice().search(sentence.text[:start])
    if not found:
        return False
    end = one.mention.end - sentence.mention.start
    return bool(_BARE.match(sentence.text, end)) or not _WEAK.fullmatch(found.group().strip(' "“'))


def _of_one_thing(one: Numbered, other: Numbered) -> bool:
    if min(one.value, other.value) < LEAST or one.noun not in (None, other.noun):
        return False
    return other.noun is not None and LEAST_RATIO <= ratio(one.value, other.value) < ROUNDED


@cache
def _voice() -> re.Pattern[str]:
    lines = "|".join(f"(?:{line})" for line in lines_of("counting_voices"))
    about = "|".join(sorted(words_of("approximations"), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?:{lines})\s*[\"“'‘]?(?:(?:{about}|only|just|no|not|fewer)\s+)*[\"“'‘]?$", re.I
    )
