"""Attribution: a sentence stresses who it was that did a thing, against what another tells."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.linking.disagreements.sentences import Sentence, Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.lexicon import lines_of

LEAST_SHARED = 2
SHARED = 0.3
_WHO = (
    r"(?:he|she|they|we|(?:the |their |his |her |our |an |a )[\w’'-]+(?: [\w’'-]+){0,4}?"
    r"|(?:[A-Z][\w’'-]+ ?){1,4}?|somebody|someone)"
)


def contested_doers(book: Sentences, read: Sequence[Draft]) -> Iterator[Draft]:
    """Yield sentences that say who it was that asked, paid or fired first, with what they answer.

    That is the sentence of the report or of a kindred one that shares most with it, else the
    sentence before. What `read` holds already, and a second stress in the same report, is left out.
    """
    held = {m.report for d in read if d.kind == "attribution" for s in d.sides for m in s.mentions}
    for report, own in book.of_report.items():
        stressed = [s for s in own if _patterns().search(s.text)]
        if stressed and report not in held:
            answered = _answered(stressed, book)
            told = [
                *((stressed[0].text, s.mention) for s in stressed[:1]),
                *((answered[0].text, s.mention) for s in answered),
            ]
            found = draft("attribution", None, told, within=True) if answered else None
            if found:
                yield found


@cache
def _patterns() -> re.Pattern[str]:
    lines = (p.replace("{who}", _WHO) for p in lines_of("contested_doers"))
    return re.compile("|".join(f"(?:{p})" for p in lines))


def _answered(stressed: Sequence[Sentence], book: Sentences) -> list[Sentence]:
    one = stressed[0]
    before = book.before(one)
    found = [before] if before else []
    for other in book.near(one, one.words):
        same = one.words & other.words
        if len(same) >= LEAST_SHARED and book.rarity.shared(one.words, other.words) >= SHARED:
            found.append(other)
    return list(dict.fromkeys((*found, *stressed[1:])))
