"""Figures: a number that a text sets against another: "nine, not eight", "not eighty but fifty"."""

import re
from collections.abc import Iterator, Sequence

from dragoman.linking.disagreements.counts import spoken, tallies
from dragoman.linking.disagreements.sentences import Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.figures.numbers import number, ratio
from dragoman.record.nouns import Mention

APART = 12
LEAST_RATIO = 0.3
Number = tuple[float, int, Mention]
_CLAIMED = re.compile(
    r"(?:\s+\w+)?,?\s+as\s+(?:\S+\s+){0,5}?(?:claim|say|said|report|alleg|put|wr[io]t|insist|suggest|announc|state)",
    re.I,
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


def corrected_numbers(book: Sentences, read: Sequence[Draft]) -> Iterator[Draft]:
    """Yield numbers of which a sentence denies one for the other, with reports that give that.

    A number that `read` has in a disagreement of figures is left out.
    """
    taken = {m for d in read if d.kind == "figure" for s in d.sides for m in s.mentions}
    for sentence in book.all:
        for right, wrong in _corrections(sentence):
            if any(m.report == sentence.report and m.start == right[2].start for m in taken):
                continue
            told = [(number(n[0]), n[2]) for n in (right, wrong)]
            told += [(number(wrong[0]), m) for m in _elsewhere(wrong[0], sentence, book)]
            found = draft("figure", None, told, within=True)
            if found:
                yield found


def _corrections(sentence: Sentence) -> Iterator[tuple[Number, Number]]:
    if not re.search(r"\b(?:not|rather than)\b", sentence.text):
        return
    tokens = list(_TOKEN.finditer(sentence.text))
    numbers = list(_numbers(sentence, tokens))
    for k, wrong in enumerate(numbers):
        before = [t.group().lower() for t in tokens[max(0, wrong[1] - 2) : wrong[1]]]
        if before[-1:] != ["not"] and before != ["rather", "than"]:
            continue
        after = numbers[k + 1] if k + 1 < len(numbers) else None
        if after and after[1] - wrong[1] <= APART and tokens[after[1] - 1].group() == "but":
            yield after, wrong
        elif k and wrong[1] - numbers[k - 1][1] <= APART:
            right = numbers[k - 1]
            said = _CLAIMED.match(sentence.text, wrong[2].end - sentence.mention.start)
            near = said or ratio(right[0], wrong[0]) >= LEAST_RATIO
            if right[0] != wrong[0] and near:
                yield right, wrong


def _numbers(sentence: Sentence, tokens: list[re.Match[str]]) -> Iterator[Number]:
    at = 0
    own = sentence.mention
    while at < len(tokens):
        value, size = spoken(tokens, at)
        if value is not None:
            start, end = tokens[at].start(), tokens[at + size - 1].end()
            quote = sentence.text[start:end]
            mention = Mention(
                report=own.report, start=own.start + start, end=own.start + end, quote=quote
            )
            yield value, at, mention
        at += size


def _elsewhere(value: float, sentence: Sentence, book: Sentences) -> Iterator[Mention]:
    """Yield where kindred reports count persons or things in the number that is denied."""
    for report in sorted(book.kin.get(sentence.report, ())):
        for other in book.of_report[report]:
            yield from (t.mention for t in tallies(other) if t.value == value)
