"""What a report tells of the meetings of bodies by verbs: "the commission met in May"."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Span, Token

from dragoman.readers.english.bodies.drafting import last_of, none_since, session
from dragoman.readers.english.bodies.found import Spot, stretch, subject_verbs
from dragoman.readers.english.bodies.moods import OPEN, is_bound, is_perfect, was_bound
from dragoman.readers.english.bodies.timing import behind, repeated, since, time_told
from dragoman.readers.english.bodies.vocabulary import is_verb, listed
from dragoman.readers.english.clauses.reality import is_negated, reality
from dragoman.readers.english.drafts import WorkingDraft
from dragoman.record.workings import WorkingState


def meeting(spot: Spot, verb: Token) -> Iterator[WorkingDraft]:
    """Yield what a verb such as "met" or "is to convene" tells of a body."""
    often = repeated(verb)
    if often is not None:
        start, end = stretch(spot.head, verb, often[1])
        yield WorkingDraft(start=start, end=end, body=spot.thing, kind="rhythm", value=often[0])
    state = _state_of(verb)
    time = time_told(verb)
    if often is not None and (time is None or (state == "planned" and time.type == "SET")):
        return
    gone = since(verb)
    if state == "missed" and gone is not None:
        yield from none_since(spot, verb, *gone)
        return
    lasting = _for_how_long(verb) if state == "missed" else None
    if lasting is not None:
        start, end = stretch(spot.head, verb, lasting[-1])
        found = session(spot, (start, end), state, None, None)
        yield msgspec.structs.replace(found, value=" ".join(t.text for t in lasting))
        return
    start, end = stretch(spot.head, verb, last_of(verb, time))
    number = 1 if _first_time(verb) else None
    if _is_told(state, verb, time):
        date = behind(time, verb.doc) if was_bound(verb) else time.date if time else None
        found = session(spot, (start, end), state, number, date)
        by_then = state == "done" and date is None and is_perfect(verb)
        yield msgspec.structs.replace(found, value="by then") if by_then else found


def _for_how_long(verb: Token) -> Span | None:
    """Return "for two years" behind a verb."""
    for time in verb.doc._.times or ():
        span = verb.doc.char_span(time.start, time.end, alignment_mode="expand")
        if time.type == "DURATION" and span is not None and span.sent == verb.sent:
            led = span.start > verb.i and verb.doc[span.start - 1].lower_ in ("for", "in")
            if led and span.start - verb.i < 5:
                return verb.doc[span.start - 1 : span.end]
    return None


def _is_told(state: WorkingState, verb: Token, time: object) -> bool:
    """Whether a meeting is told of: "the commission meets" is a habit, a question nothing."""
    if verb.sent.text.rstrip(' \n"”’').endswith("?"):
        return False
    if state != "planned" or time is not None or is_bound(verb):
        return True
    told = reality(verb)
    return told in ("future", "would") or (told != "present" and verb.head.lower_ in listed("due"))


def _state_of(verb: Token) -> WorkingState:
    told = reality(verb)
    if told == "negated":
        return "missed"
    if told in OPEN or is_bound(verb):
        return "planned"
    return "planned" if told == "present" else "done"


def _first_time(verb: Token) -> bool:
    words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 10)]]
    return any(words[k : k + 2] == ["first", "time"] for k in range(len(words)))


def is_left_out(verb: Token) -> bool:
    """Whether a clause denies what was told right before: "should have met, has not"."""
    return verb.lower_ in ("has", "have", "did", "had") and is_negated(verb)


def unmet(spot: Spot, verb: Token) -> Iterator[WorkingDraft]:
    """Yield that a meeting told right before a bare "has not" was not held."""
    for meant in subject_verbs(spot.head):
        if meant.i < verb.i and is_verb(meant, "meets"):
            date = behind(time_told(meant), verb.doc)
            start, end = stretch(spot.head, meant, verb, *(_not_of(verb)))
            yield session(spot, (start, end), "missed", None, date)
            return


def _not_of(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.lower_ in ("not", "n't", "n’t")]


def idle(spot: Spot) -> Iterator[WorkingDraft]:
    """Yield that a body lies idle: "the commission, frozen since 2013"."""
    for at in range(spot.head.i + 1, min(spot.head.sent.end, spot.head.i + 9)):
        word = spot.head.doc[at]
        if word.lower_ in listed("idle") and (gone := since(word)) and gone[1].i - at < 4:
            start, end = stretch(spot.head, word, gone[1])
            found = session(spot, (start, end), "missed", None, gone[0])
            yield msgspec.structs.replace(found, value="since")
            return
