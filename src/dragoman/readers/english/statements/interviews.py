"""Interviews in questions and answers: what is answered is said by whoever is interviewed."""

import re
from bisect import bisect_right
from collections import Counter

import msgspec
from spacy.tokens import Doc

from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import speakers
from dragoman.readers.english.statements.quotes import Quotes, paragraphs
from dragoman.readers.english.statements.relayed import relayed_by
from dragoman.readers.english.statements.spans import trimmed

_QUESTION = re.compile(r"(?:Q|Question)\s?[:.–—-]\s")
_ANSWER = re.compile(r"(?:A|Answer)\s?[:.–—-]\s")
_ASKED, _LABELLED = 3, 2
_PROMPT = 45
_LEAST = 3
_OWN = frozenset(("i", "we", "my", "our", "me", "us"))

Stretch = tuple[int, int]


class Interview(msgspec.Struct, frozen=True):
    """The tokens of the answers, of what stands before the first question, and who answers."""

    answers: list[Stretch]
    lead: list[Stretch]
    voice: Voice


def find_interview(doc: Doc) -> Interview | None:
    """Return the interview that a report is, or None.

    Questions are labelled ("Q: …"), or stand in lines of their own that end with a question mark
    and are answered in the first person.
    """
    lines = list(paragraphs(doc))
    parts = _labelled(doc, lines) or _unlabelled(doc, lines)
    if parts is None:
        return None
    lead, answers = parts
    return Interview(answers, lead, _answering(doc, lead))


def _labelled(doc: Doc, lines: list[Stretch]) -> tuple[list[Stretch], list[Stretch]] | None:
    text = doc._.report.text
    asked = [k for k, (first, _) in enumerate(lines) if _QUESTION.match(text, doc[first].idx)]
    replied = [k for k, (first, _) in enumerate(lines) if _ANSWER.match(text, doc[first].idx)]
    if len(asked) < _LABELLED or len(replied) < _LABELLED:
        return None
    answers = [_behind_label(doc, lines[k]) for k in replied]
    return lines[: min(asked[0], replied[0])], answers


def _behind_label(doc: Doc, line: Stretch) -> Stretch:
    first, last = line
    return next((t.i + 1 for t in doc[first:last] if t.text in ":.–—-"), first), last


def _unlabelled(doc: Doc, lines: list[Stretch]) -> tuple[list[Stretch], list[Stretch]] | None:
    asked = [k for k, line in enumerate(lines) if _asks(doc, line)]
    if len(asked) < _ASKED:
        return None
    opening = _prompts(doc, lines, asked)
    answers = [line for k, line in enumerate(lines) if k > asked[0] and k not in opening]
    own = sum(any(t.lower_ in _OWN for t in doc[first:last]) for first, last in answers)
    if not answers or own * 2 < len(answers) or asked[0] == 0:
        return None
    return lines[: asked[0]], answers


def _asks(doc: Doc, line: Stretch) -> bool:
    first, last = line
    return last - first <= _PROMPT and doc[last - 1].text == "?" and doc[first].text not in "“\"'‘"


def _prompts(doc: Doc, lines: list[Stretch], asked: list[int]) -> frozenset[int]:
    """Return the lines that prompt: questions, and first lines of what is set like them."""
    text = doc._.report.text
    blank = [
        k == 0
        or text[doc[lines[k - 1][1] - 1].idx : doc[lines[k][0]].idx].rstrip(" ").count("\n") > 1
        for k in range(len(lines))
    ]
    closed = len(lines)
    if not all(blank[k] and (k + 1 >= closed or not blank[k + 1]) for k in asked):
        return frozenset(asked)
    pairs = {k for k in range(asked[0], closed - 1) if blank[k] and not blank[k + 1]}
    # What stands alone behind the last answer is the paper's own note.
    alone = {k for k in range(asked[-1] + 2, closed) if blank[k] and k not in pairs}
    return frozenset(pairs | alone)


def _answering(doc: Doc, lead: list[Stretch]) -> Voice:
    """Return who is interviewed: the person whom the lines before the questions speak of most."""
    if not lead:
        return Voice()
    start, end = doc[lead[0][0]].idx, doc[lead[-1][1] - 1].idx
    told: Counter[int] = Counter()
    latest: dict[int, int] = {}
    for name in doc._.mentions or ():
        if start <= name.start <= end:
            for thing in name.things:
                if doc._.things[thing].type == "person":
                    told[thing] += 1
                    latest[thing] = name.start
    best = max(told, key=lambda thing: (told[thing], latest[thing]), default=None)
    return Voice() if best is None else Voice(things=(best,))


def answer(doc: Doc, found: list[Found], quotes: Quotes) -> list[Found]:
    """Give the answers of an interview to who answers, and what they tell of others through them.

    A sentence that tells what others said parts an answer in two.
    """
    interview = find_interview(doc)
    if interview is None:
        return found
    kept: list[Found] = []
    foreign: set[int] = set()
    spans = sorted((doc[a].idx, doc[b - 1].idx + 1) for a, b in interview.answers if b > a)
    for f in found:
        at = bisect_right(spans, (f.start, len(doc._.report.text))) - 1
        if at < 0 or f.start >= spans[at][1]:
            kept.append(f)
        elif f.family == "hearsay" and f.voice == Voice():
            foreign.add(doc[_token(doc, f)].sent.start)
            kept.append(f)
        elif _is_foreign(f, interview.voice):
            f.voice = relayed_by(f.voice, interview.voice)
            foreign.add(doc[_token(doc, f)].sent.start)
            kept.append(f)
    for first, last in interview.answers:
        kept += _runs(doc, first, last, foreign, interview.voice)
    return kept + _headlines(doc, interview, kept, quotes)


def _is_foreign(f: Found, voice: Voice) -> bool:
    if f.voice.source and f.voice.source.lower() in speakers("own"):
        return False
    return bool(f.voice.things or f.voice.source) and f.voice.things != voice.things


def _token(doc: Doc, f: Found) -> int:
    span = doc.char_span(*f.spans[0], alignment_mode="expand")
    return int(span.start) if span is not None and len(span) else f.cue


def _runs(doc: Doc, first: int, last: int, foreign: set[int], voice: Voice) -> list[Found]:
    """Return the sentences of an answer, those together that no word of others parts."""
    runs: list[Stretch] = []
    begin = first
    starts = [i for i in range(first, last) if i == first or doc[i].is_sent_start]
    for start, stop in zip(starts, [*starts[1:], last], strict=True):
        if doc[start].sent.start in foreign:
            runs.append((begin, start))
            begin = stop
    runs.append((begin, last))
    out = []
    for start, stop in runs:
        span = trimmed(doc, start, stop) if stop - start >= _LEAST else None
        if span is not None:
            end = max(i for i in range(start, stop) if not doc[i].is_space)
            out.append(
                Found([(span[0], doc[end].idx + len(doc[end]))], start, voice, "answer", "stated")
            )
    return out


def _headlines(doc: Doc, interview: Interview, found: list[Found], quotes: Quotes) -> list[Found]:
    """Return the quotes above an interview that nobody else is told to have said."""
    out = []
    told = {start: f for f in found for start, _ in f.spans}
    for first, last in interview.lead:
        quote = quotes.over(last - 1)
        alone = quote is not None and first <= quote.first <= first + _LEAST
        if quote is None or not alone:
            continue
        own = told.get(quote.start) or told.get(quote.start + 1)
        if own is None:
            span = (quote.start, quote.end)
            out.append(Found([span], quote.first, interview.voice, "answer", "stated"))
        elif not any(doc._.things[i].type == "person" for i in own.voice.things):
            own.voice = interview.voice
    return out
