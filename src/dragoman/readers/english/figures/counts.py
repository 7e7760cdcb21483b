"""Counts of things: "980 K2 tanks", "120 MW", "twelve standing committees", "64 of them"."""

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.figures.money import Amount, free
from dragoman.readers.english.figures.nouns import is_plural, singular
from dragoman.readers.english.figures.numerals import Numeral, numerals
from dragoman.readers.english.times.tense import sentence_start
from dragoman.readers.english.figures.lists import table, word_set

_SPAN = 7
_REACH = 600
_ELLIPTIC = re.compile(
    r"\b(?:(?:the|an?)\s+(?:other|remaining|first|last|further|next|initial)|another|all but|"
    r"stop(?:ping)? at|down to|not)\s+$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:[-–—]|\b(?:to|or|and)\b)\s?\d")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their|our|all|other)\s+$", re.IGNORECASE)


class Count(msgspec.Struct, frozen=True):
    """A number and the head of what it counts (None where another phrase names it)."""

    numeral: Numeral
    end: int
    unit: str


def find_counts(doc: Doc, taken: list[Amount]) -> list[Amount]:
    """Return the counts of a Doc that overlap none of `taken`, in text order.

    The unit is the counted noun in the singular, as the text has it; a unit of measure with a
    symbol is written as that. Uses the parse where the Doc has one, the words' order else.
    """
    parsed = doc.has_annotation("DEP")
    out: list[Amount] = []
    for numeral in numerals(doc.text):
        if not free(taken, numeral.start, numeral.end) or _labelled(doc.text, numeral):
            continue
        if out and numeral.start < out[-1].end:  # "18 Leopard 2 tanks"
            continue
        count = (
            _measured(doc, numeral)
            or _of_them(doc, numeral)
            or _counted(doc, numeral, parsed)
            or _elliptic(doc, numeral, out)
        )
        if count is not None and _carries(doc.text, count):
            end = numeral.end if _RANGE.match(doc.text, numeral.end) else count.end
            out.append(Amount(numeral.start, end, numeral.value, count.unit))
    return out


def _labelled(text: str, numeral: Numeral) -> bool:
    """Whether the number is a name's ("Article 5", "Boeing 787", "Group of 20")."""
    before = re.search(
        r"(\w[\w.]*)(?:\s+of)?\s+$", text[max(0, numeral.start - 24) : numeral.start]
    )
    if before is None or numeral.in_words:
        return False
    word = before.group(1)
    if word.lower().rstrip(".") in word_set("counts", "labels"):
        return not re.match(r"(?:\s[a-z]+)?\s[a-z]+s\b", text[numeral.end : numeral.end + 40])
    named = word[0].isupper() and not before.group().rstrip().endswith(" of")
    opens = re.search(
        r"(?:^|[.!?:;\n“\"(–—-]\s*)$", text[: numeral.start - len(before.group())][-4:]
    )
    follows = re.match(r"[\s-]+[A-Za-z]", text[numeral.end : numeral.end + 3])
    return named and not opens and not follows


def _measured(doc: Doc, numeral: Numeral) -> Count | None:
    """Return a count whose unit is a unit of measure, in any number: "5,000-tonne", "120 MW"."""
    measures: dict[str, str] = table("counts")["measures"]
    found = re.match(
        r"[\s-]{1,2}([A-Za-z]+(?:[\s-][a-z]+)?)\b", doc.text[numeral.end : numeral.end + 40]
    )
    if found is None:
        return None
    two, one = found.group(1), re.split(r"[\s-]", found.group(1))[0]
    for written in (two, one):
        for form in (written, singular(written), singular(written).lower()):
            if form in measures:
                return Count(numeral, numeral.end + found.start(1) + len(written), measures[form])
    return None


def _counted(doc: Doc, numeral: Numeral, parsed: bool) -> Count | None:
    span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if span is None or _fused(doc, numeral, span.start, span.end):
        return None
    of = span.end < len(doc) and doc[span.end].lower_ == "of"
    first = span.end + of
    head = (_head_by_parse(doc, span[-1], first) if parsed else None) or _head_by_words(doc, first)
    if head is None or (of and not _definite_after(doc, first) and not is_plural(head.text)):
        return None
    return Count(numeral, head.idx + len(head), _unit(head))


def _fused(doc: Doc, numeral: Numeral, start: int, end: int) -> bool:
    """Whether the number is only a piece of a longer sign ("K-2 tanks", "5G")."""
    last = doc[end - 1]
    tail = doc.text[numeral.end : last.idx + len(last)]
    return doc[start].idx < numeral.start or (bool(tail) and not tail.startswith("-"))


def _definite_after(doc: Doc, at: int) -> bool:
    return at < len(doc) and doc[at].lower_ in ("the", "these", "those", "its", "their")


def _head_by_parse(doc: Doc, number: Token, first: int) -> Token | None:
    head = number.head
    while (
        head.dep_ in ("nummod", "compound", "flat") and head.pos_ == "NUM" and head.head is not head
    ):
        head = head.head
    if not first <= head.i < first + _SPAN or head.pos_ not in ("NOUN", "PROPN"):
        return None
    if number.dep_ not in ("nummod", "compound", "amod", "dep", "flat"):
        return None
    return head if is_plural(head.text) else None


def _head_by_words(doc: Doc, first: int) -> Token | None:
    """Return the first plural after the number, within one noun phrase by its words alone."""
    stops = word_set("counts", "stops")
    for token in doc[first : first + _SPAN]:
        if token.lower_ in ("the", "these", "those", "its", "their") and token.i == first:
            continue
        if token.lower_ in ("and", "or") and _goes_on(doc, token.i + 1):
            continue
        if token.is_space or token.lower_ in stops or (token.is_punct and token.text != "-"):
            return None
        persons = table("counts")["irregular_plurals"].get(token.lower_) == "person"
        if persons or (is_plural(token.text) and not _adjective(token)):
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            joined = after is not None and after.text == "-"
            if not joined:
                return token
    return None


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether "and" joins two names of one plural ("40 and 50 tanks", "Mk1 and Mk2 tanks")."""
    return at < len(doc) and bool(re.search(r"[\dA-Z]", doc[at].text))


def _adjective(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.lower_.endswith(("us", "ss", "is"))
        or token.pos_ in ("VERB", "ADJ", "AUX", "ADV")
    )


def _unit(head: Token) -> str:
    """Return the noun in the singular, with the common noun it is compounded with."""
    unit = singular(head.text)
    if head.i and head.doc.has_annotation("DEP"):
        before = head.nbor(-1)
        if before.dep_ == "compound" and before.head == head and before.text.islower():
            return f"{before.text} {unit}"
    return unit


def _elliptic(doc: Doc, numeral: Numeral, told: list[Amount]) -> Count | None:
    """Return a count that leaves out its noun: "the other 36", "not seven", "800 of a new type"."""
    text = doc.text
    of_kind = re.match(r"\s+of\s+an?\s", text[numeral.end : numeral.end + 8])
    lead = text[max(0, numeral.start - 24) : numeral.start]
    ends = re.match(
        r"\s*(?:[,.;:!?)”\"’]|$)|\s+(?:is|are|was|were|in|will|had|have|of which)\b",
        text[numeral.end : numeral.end + 12],
    )
    number_of = _number_of(text, numeral)
    bare = ends and (_ELLIPTIC.search(lead) or _of_a_whole(text, numeral.start))
    if not (of_kind or bare or number_of) or numeral.value == 1:
        return None
    before = [
        a
        for a in told
        if 0 <= numeral.start - a.end < _REACH
        and a.unit not in table("counts")["measures"].values()
    ]
    unit = number_of or (before[-1].unit if before else None)
    return Count(numeral, numeral.end, unit) if unit else None


def _of_a_whole(text: str, start: int) -> bool:
    """Whether the sentence opens with the whole the number is of: "Of the 40 agreements, 17 …"."""
    opening = sentence_start(text, start)
    return bool(
        re.match(r"Of\s(?:the|these|those|its|their)\s[^,]+,\s(?:\w+\s)?$", text[opening:start])
    )


def _of_them(doc: Doc, numeral: Numeral) -> Count | None:
    """Return the count in "64 of them": of the plural noun named last."""
    after = re.match(
        r"\s+of\s+(?:them|which|these|those|whom)\b(?!\s+[a-z]+s\b)",
        doc.text[numeral.end : numeral.end + 40],
    )
    if (
        after is None
        or numeral.value == 1
        or re.search(r"\ball but\s+$", doc.text[max(0, numeral.start - 12) : numeral.start])
    ):
        return None
    unit = _plural_before(doc, numeral)
    return Count(numeral, numeral.end + len(after.group()), unit) if unit else None


def _number_of(text: str, numeral: Numeral) -> str | None:
    """Return the unit in "the number of officers rose to 40"."""
    opening = max(text.rfind(". ", 0, numeral.start), text.rfind("\n", 0, numeral.start), 0)
    found = re.search(
        r"\bnumber of (?:[\w’'-]+ ){0,3}?([\w’'-]+s|people|men|women|aircraft)\b[^.,;]{0,60}$",
        text[opening : numeral.start],
    )
    return singular(found.group(1)) if found else None


def _plural_before(doc: Doc, numeral: Numeral) -> str | None:
    """Return the nearest plural noun before the number, at most a sentence back, in the singular."""
    span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if span is None:
        return None
    sentences = 0
    for token in reversed(doc[max(0, span.start - 50) : span.start]):
        sentences += token.text in ".!?"
        if sentences > 1 or "\n\n" in token.text:
            return None
        if token.pos_ in ("NOUN", "") and is_plural(token.text) and token.is_alpha:
            return singular(token.text)
    return None


def _carries(text: str, count: Count) -> bool:
    """Whether a count carries meaning: not an idiom, a party of the story, a market or weather note."""
    number, unit = count.numeral, count.unit
    noun = unit.split()[-1].lower()
    if noun in word_set("counts", "not_counted") or (number.value <= 1 and number.in_words):
        return False
    before = text[max(0, number.start - 20) : number.start]
    if number.value <= 3 and number.in_words:
        if noun in word_set("counts", "parties") or text[count.end : count.end + 1] == ":":
            return False
        if number.value == 2 and _DEFINITE.search(before):
            return False
    return not any(_stray_words(text, number.start, count.end))


def _stray_words(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the words of the sentence around that mark a market or weather note."""
    opening = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), 0)
    closing = min(
        (p for p in (text.find(". ", end), text.find("\n", end)) if p >= 0), default=len(text)
    )
    sentence = text[opening:closing].lower()
    for word in word_set("counts", "stray"):
        if re.search(rf"\b{re.escape(word)}\b", sentence):
            yield word


def is_stray(text: str, amount: Amount) -> bool:
    """Tell whether an amount stands in a market or weather note."""
    return any(_stray_words(text, amount.start, amount.end))
