"""Counts that leave their noun out: "the other 36", "64 of them", "Of the 40 pacts, 17 …"."""

import re

from dragoman.readers.english.figures.currencies import signs
from dragoman.readers.english.figures.lists import table, word_set
from dragoman.readers.english.figures.located import Located
from dragoman.readers.english.figures.money import Amount
from dragoman.readers.english.figures.nouns import is_plural, singular
from dragoman.readers.english.figures.numerals import Numeral
from dragoman.readers.english.times.tense import sentence_start

_REACH = 600
_WORDS_BACK = 50
_REST = re.compile(r"\b(?:(?:the|an?)\s+(?:other|remaining|further)|another)\s+$", re.IGNORECASE)
_BARE = re.compile(
    r"\b(?:the\s+(?:first|last|next|initial)|all but|stop(?:ping)? at|down to|not)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:[,.;:!?)”\"’]|$)|\s+(?:is|are|was|were|in|will|had|have|has|of which|while|but|and|or|"
    r"as|by|to|from|for|so|when|where|which|who|if|until|since|at|on|under|"
    r"more|less|fewer|should|could|may|can|must|might|would|out of|"
    r"(?:this|last|next|an?)\s(?:day|week|month|year|night|quarter)|"
    r"\w+\s(?:days|weeks|months|years|decades))"
    r"(?!\w)"
)
_GAP = re.compile(r",?\s(?:and\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s")
# "43 were killed and | 200 were hurt", "… of ten boats. | Seven have sunk"
_OPENERS = ',.;:!?—–”"'
_JOINTS = ("and", "but", "while", "another")
_ACTS = re.compile(r"\s(?:are|were|have|had|will|would)\b")
_CLOSE, _ALIKE, _YEAR = 300, 10, 4
_OF_THEM = re.compile(r"\s+of\s+(?:them|which|these|those|whom)\b(?!\s+[a-z]+s\b)")
# "four of them | children," and "two of those | on board"
_TOLD_AS = re.compile(r"\s(children|women|men|[a-z]{3,}s)(?=[,.;)])")
_AS_PERSONS = re.compile(
    r"\s(?:on board|aboard|who\b|killed|arrested|detained|held|injured|wounded|hurt|accused|"
    r"convicted|charged|released|freed|missing|present|rescued|evacuated|deported|expelled)"
)
_NUMBER_OF = re.compile(
    r"\bnumber of (?:[\w’'-]+ ){0,3}?([\w’'-]+s|people|men|women|aircraft)\b[^.,;]{0,60}$|"
    r"\b([\w’'-]+s|people|men|women|aircraft), whose (?:total )?number\b[^.,;]{0,60}$"
)
_WHOLE = re.compile(r"Of\s(?:the|these|those|its|their)\s[^,]+,\s(?:\w+\s)?$")


def unit_left_out(text: str, numeral: Numeral, told: list[Amount]) -> str | None:
    """Return the unit of a number without noun: that of an amount told before, or of its phrase.

    None where the words around do not license it.
    """
    if numeral.value == 1:
        return None
    opening = sentence_start(text, numeral.start)
    phrase = _NUMBER_OF.search(text[opening : numeral.start].replace("\n", " "))
    if phrase:
        return singular(phrase.group(1) or phrase.group(2))
    if _licensed(text, numeral, opening):
        return _unit_before(numeral, told, _REACH)
    if _is_bare(text, numeral) or gapped(text, numeral, told):
        return _like(numeral, told, opening) or _unit_before(numeral, told, _CLOSE)
    return None


def _unit_before(numeral: Numeral, told: list[Amount], reach: int) -> str | None:
    """Return the unit of the count of things told last, at most `reach` characters back."""
    other = set(table("counts")["measures"].values())
    for amount in reversed(told):
        if numeral.start - amount.end >= reach:
            return None
        if amount.unit not in other and not is_money(amount.unit) and amount.unit != "%":
            return amount.unit
    return None


def _like(numeral: Numeral, told: list[Amount], opening: int) -> str | None:
    """Return the unit of the amount told last in the same sentence where it is of like size."""
    last = told[-1] if told else None
    if last is None or last.end < opening or not last.value or not numeral.value:
        return None
    return last.unit if 1 / _ALIKE <= numeral.value / last.value <= _ALIKE else None


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency's code."""
    return unit in signs()


def _licensed(text: str, numeral: Numeral, opening: int) -> bool:
    lead = text[max(0, numeral.start - 24) : numeral.start]
    if _REST.search(lead) or re.match(r"\s+of\s+an?\s", text[numeral.end : numeral.end + 8]):
        return True
    ends = _ENDS.match(text[numeral.end : numeral.end + 12])
    whole = _WHOLE.match(text[opening : numeral.start])
    return bool(ends) and bool(_BARE.search(lead) or whole)


def _is_bare(text: str, numeral: Numeral) -> bool:
    """Whether a number stands without noun where one is to be thought: "fell to 46 this year"."""
    if not _ENDS.match(text[numeral.end : numeral.end + 24]) or is_year(text, numeral):
        return False
    words = text[max(0, numeral.start - 24) : numeral.start].lower().split()
    leads = word_set("counts", "before_bare")
    led = bool(words) and (words[-1] in leads or " ".join(words[-2:]) in leads)
    opens = not words or words[-1] in _JOINTS or words[-1][-1] in _OPENERS
    return led or bool(opens and _ACTS.match(text, numeral.end))


def is_year(text: str, numeral: Numeral) -> bool:
    """Tell whether a number may be a year: four digits without a comma."""
    written = text[numeral.start : numeral.end]
    return written.isdigit() and len(written) == _YEAR and 1500 <= numeral.value < 2200


def gapped(text: str, numeral: Numeral, told: list[Amount]) -> bool:
    """Tell whether a number stands in a clause without verb: "Oslo counted 31, Lima | 29"."""
    return bool(told) and bool(_GAP.fullmatch(text[told[-1].end : numeral.start]))


def unit_of_them(located: Located, numeral: Numeral) -> tuple[int, str] | None:
    """Return end and unit of "64 of them": the plural noun named last, a sentence back at most."""
    text = located.text
    after = _OF_THEM.match(text, numeral.end)
    all_but = re.search(r"\ball but\s+$", text[max(0, numeral.start - 12) : numeral.start])
    if after is None or all_but or numeral.value == 1:
        return None
    told = _TOLD_AS.match(text, after.end())
    if told:
        return (after.end(), singular(told.group(1)))
    if _AS_PERSONS.match(text, after.end()):
        return (after.end(), "person")
    unit = _plural_before(located, numeral)
    return (after.end(), unit) if unit else None


def _plural_before(located: Located, numeral: Numeral) -> str | None:
    doc, span = located.doc, located.span(numeral.start, numeral.end)
    sentences = 0
    for token in reversed(doc[max(0, span.start - _WORDS_BACK) : span.start]):
        sentences += token.text in ".!?"
        if sentences > 1 or "\n\n" in token.text:
            return None
        if token.pos_ in ("NOUN", "") and is_plural(token.text) and token.is_alpha:
            return singular(token.text)
    return None
