"""One signing told several times in one report: headline, lead, and "the papers were signed"."""

from collections.abc import Iterator, Sequence

from dragoman.linking.events.happening import Happening
from dragoman.linking.grouping.clusters import Link
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.clauses import document_topic, takes_up_document

HEADLINE_WORDS = 2
REACH = 50
WHY = "one report on one signing of the day"


def signings(own: Sequence[int], items: Sequence[Happening]) -> Iterator[Link]:
    """Yield links between the tellings of a signing among the events of one report (positions).

    Two documents signed on one day are told apart by their number, by what they are on, or by
    a word that says that this is another one.
    """
    agreed = sorted((i for i in own if items[i].event.type == "AGREE"), key=lambda i: items[i].at)
    for k, i in enumerate(agreed):
        earlier = agreed[max(0, k - REACH) : k]
        for j in earlier:
            if _one_signing(items[j], items[i]):
                low, high = sorted((i, j))
                yield Link(low, high, 0.85, WHY)
        if takes_up_document(items[i].quote):
            before = [j for j in earlier if _fit(items[j], items[i])]
            if before:
                low, high = sorted((i, before[-1]))
                yield Link(low, high, 0.9, "it takes up the document told of just before")


def _one_signing(a: Happening, b: Happening) -> bool:
    if not (_is_signing(a) and _is_signing(b) and _fit(a, b)):
        return False
    if a.is_another != b.is_another:
        return False
    one, other = document_topic(a.quote), document_topic(b.quote)
    return one <= other or other <= one


def _is_signing(h: Happening) -> bool:
    return h.event.trigger in words_of("signing_words")


def _fit(a: Happening, b: Happening) -> bool:
    if a.event.date != b.event.date or a.documents_clash(b):
        return False
    subset = a.sides <= b.sides or b.sides <= a.sides
    return subset or (a.is_headline and len(a.core & b.core) >= HEADLINE_WORDS)
