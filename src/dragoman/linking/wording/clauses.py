"""How a clause tells what it tells: the document named before, the third round, two pacts."""

import re
from functools import cache

from dragoman.linking.lexicon import lines_of, table_of, words_of
from dragoman.linking.wording.words import Words, content_words, folded

_BEHIND = 6


@cache
def _documents() -> str:
    return "|".join(sorted(words_of("agreement_words"), key=lambda w: (-len(w), w)))


@cache
def _encounters() -> str:
    return "|".join(sorted(words_of("encounter_words"), key=lambda w: (-len(w), w)))


def takes_up_document(quote: str) -> bool:
    """Tell whether a clause is on a document told of before: "the papers were signed"."""
    return bool(_bare_document().search(folded(quote)))


@cache
def _bare_document() -> re.Pattern[str]:
    further = "on|of|for|between|that|which|to|about|under"
    return re.compile(rf"\bthe (?:{_documents()})\b(?! (?:{further})\b)")


def takes_up_encounter(quote: str) -> bool:
    """Tell whether a clause goes on about a meeting told of before: "the talks covered fish"."""
    return bool(_encounter_again().match(folded(quote)))


@cache
def _encounter_again() -> re.Pattern[str]:
    again = rf"(?:the|this|these|those) (?:{_encounters()})\b"
    they = (
        r"(?:where |when |there )?(?:they|both|the two|the (?:leaders|sides|ministers|officials))\b"
    )
    return re.compile(rf"(?:during |at )?(?:{again}|{they})")


def ordinal_of(quote: str) -> str | None:
    """Return which of a series of meetings a clause tells: "1" of "the first round of talks"."""
    found = _ordinal().search(folded(quote))
    return table_of("ordinals")[found.group(1)] if found else None


@cache
def _ordinal() -> re.Pattern[str]:
    which = "|".join(table_of("ordinals"))
    nouns = rf"(?:{_encounters()}|round|meet|met|time|visit)"
    return re.compile(rf"\b({which}) (?:[\w+-]+ ){{0,2}}{nouns}\b")


def documents_counted(quote: str) -> int | None:
    """Return how many documents a clause tells of; None where it does not say."""
    found = _many_documents().search(folded(quote))
    if not found:
        return None
    count = int(table_of("number_names").get(found.group(1), found.group(1)))
    return count if (count > 1) == found.group(2).endswith(("s", "da")) else None


@cache
def _many_documents() -> re.Pattern[str]:
    numbers = "|".join(table_of("number_names"))
    return re.compile(rf"\b({numbers}|\d+) (?:[\w-]+ ){{0,4}}?({_documents()})\b")


def document_topic(quote: str) -> Words:
    """Return the first words of what a document is on: "a pact on fish" is on fish."""
    found = _on_what().search(folded(quote))
    return content_words(" ".join(found.group(1).split()[:_BEHIND])) if found else frozenset()


@cache
def _on_what() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_documents()}) (?:on|for|about|covering)\b(.*)")


def document_sort(quote: str) -> Words:
    """Return the words right before a document's name: "a salmon pact" is one on salmon."""
    return content_words(" ".join(_of_what_sort().findall(folded(quote))))


@cache
def document_forms() -> Words:
    """Return the words that tell of a document what form it has, not what it is on."""
    return content_words(" ".join(words_of("document_forms")))


@cache
def _of_what_sort() -> re.Pattern[str]:
    return re.compile(rf"((?:[\w-]+ ){{1,2}})(?:{_documents()})\b")


def tells_another(quote: str) -> bool:
    """Tell whether a clause marks what it tells as another one besides: "also signed"."""
    return _holds("another_marks", folded(quote).replace("one another", ""))


def tells_earlier(quote: str) -> bool:
    """Tell whether a clause is on a visit or meeting before the one of the day."""
    return _holds("earlier_marks", quote)


def tells_lapse(text: str) -> bool:
    """Tell whether words say of what was to be done that it was not."""
    return _holds("lapse_phrases", text)


def tells_keeping(text: str) -> bool:
    """Tell whether words say that a thing bound, asked or planned before was done."""
    return _holds("keeping_phrases", text)


def _holds(marks: str, quote: str) -> bool:
    return bool(_any_of(marks).search(folded(quote)))


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lines_of(marks))})\b")
