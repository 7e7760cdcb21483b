"""What a report tells of the meetings of bodies: held, ahead, put off, or not held at all."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.bodies.drafting import last_of, none_since, session
from dragoman.readers.english.bodies.found import (
    Spot,
    governor,
    object_verbs,
    session_of,
    spots,
    stretch,
    subject_verbs,
)
from dragoman.readers.english.bodies.meetings import idle, is_left_out, meeting, unmet
from dragoman.readers.english.bodies.moods import OPEN, is_bound
from dragoman.readers.english.bodies.numbers import ordinal_of
from dragoman.readers.english.bodies.timing import behind, repeated, since, time_told
from dragoman.readers.english.bodies.vocabulary import is_verb, listed, nouns
from dragoman.readers.english.clauses.reality import is_negated, reality
from dragoman.readers.english.clauses.when import times_by_token
from dragoman.readers.english.drafts import WorkingDraft
from dragoman.record.workings import WorkingState

_REACH = 90
_UNHELD: tuple[tuple[str, WorkingState], ...] = (("puts_off", "put off"), ("misses", "missed"))


def sessions(_: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    """Yield what is told of the meetings of the body that stands at `spot`."""
    noun = session_of(spot.head)
    if noun is not None:
        yield from _of_noun(spot, noun)
        return
    for verb in subject_verbs(spot.head):
        yield from _of_verb(spot, verb)
    for verb in object_verbs(spot.head):
        if is_verb(verb, "meets"):
            yield from _of_verb(spot, verb)
    yield from idle(spot)


def bare_sessions(doc: Doc, told: list[WorkingDraft]) -> Iterator[WorkingDraft]:
    """Yield what is told of a session right behind a body: "A session planned for May was dropped".

    Only where the report tells of one body alone, so that nothing else can be meant.
    """
    places = list(spots(doc))
    if len({spot.thing for spot in places}) != 1:
        return
    for token in doc:
        bare = token.lower_ in listed("bare_sessions") and doc._.readable[token.i]
        if not bare or _is_anothers(token):
            continue
        start, end = token.idx, token.idx + len(token)
        before = [s for s in places if 0 < token.i - s.head.i < _REACH]
        if before and not any(d.start <= start and end <= d.end for d in told):
            spot = msgspec.structs.replace(before[-1], head=token)
            yield from _of_noun(spot, token)


def _is_anothers(noun: Token) -> bool:
    """Whether a session's own words tell whose it is: "the budget session", "a round of talks"."""
    if noun.dep_ in ("compound", "nmod:desc"):
        return True
    whose = ("compound", "nmod", "nmod:poss", "nmod:desc")
    times = times_by_token(noun.doc)
    return any(
        c.dep_ in whose and c.lower_ != "its" and c.i not in times and not _is_where(c)
        for c in noun.children
    )


def _is_where(word: Token) -> bool:
    return any(c.lower_ in ("in", "at", "on", "for") and c.dep_ == "case" for c in word.children)


def _of_verb(spot: Spot, verb: Token) -> Iterator[WorkingDraft]:
    held = next((c for c in verb.children if c.dep_ == "obj" and _is_session(c)), None)
    if held is not None:
        yield from _told(spot, held, verb, "object")
    elif is_verb(verb, "meets") and verb.tag_ != "NN":
        yield from meeting(spot, verb)
    elif is_left_out(verb):
        yield from unmet(spot, verb)


def _of_noun(spot: Spot, noun: Token) -> Iterator[WorkingDraft]:
    verb, how = governor(noun)
    yield from _told(spot, noun, verb, how)


def _told(spot: Spot, noun: Token, verb: Token | None, how: str) -> Iterator[WorkingDraft]:
    often = repeated(noun) or (repeated(verb) if verb is not None else None)
    if often is not None:
        start, end = stretch(spot.head, noun, often[1])
        yield WorkingDraft(start=start, end=end, body=spot.thing, kind="rhythm", value=often[0])
    marks = {c.lower_ for c in noun.children}
    own = next((c for c in noun.children if c.dep_.startswith("acl")), None)
    due = next((c for c in noun.children if c.lower_ in listed("due")), None)
    state = _noun_state(verb, how, own, marks)
    number = ordinal_of(noun) or (1 if marks & {"first", "inaugural", "opening"} else None)
    if due is not None:
        time = time_told(due, noun)
    elif own is not None:
        time = time_told(own, noun)
    else:
        time = time_told(noun, verb if how != "beside" or _moves(verb) else None)
        time = time or (time_told(verb) if verb is not None and state == "done" else None)
    if often is not None and time is None and state != "missed":
        return
    start, end = stretch(spot.head, noun, verb, own, last_of(verb or noun, time))
    gone = since(verb) if verb is not None and state == "missed" else None
    if gone is not None and verb is not None:
        yield from none_since(spot, verb, *gone)
    else:
        past = verb is not None and is_negated(verb) and reality(verb) == "negated"
        date = behind(time, noun.doc) if past and state == "missed" else None
        yield session(spot, (start, end), state, number, date or (time.date if time else None))


def _moves(verb: Token | None) -> bool:
    return verb is not None and any(is_verb(verb, k) for k in ("holds", "puts_off", "misses"))


def _noun_state(verb: Token | None, how: str, own: Token | None, marks: set[str]) -> WorkingState:
    """Return whether a session named by a noun was held, by its own words and the verb over it."""
    if verb is not None and how != "beside":
        told = reality(verb)
        state = next((s for key, s in _UNHELD if is_verb(verb, key)), None)
        if state is not None and told in ("told", "present"):
            return state
        if told == "negated":
            return "missed"
    if marks & (listed("ahead") | listed("due")):
        return "planned"
    if marks & listed("behind") or (own is not None and _is_held(own)):
        return "done"
    open_ = verb is not None and (is_bound(verb) or reality(verb) in (*OPEN, "present"))
    return "planned" if open_ else "done"


def _is_held(own: Token) -> bool:
    return is_verb(own, "holds") and reality(own) == "told"


def _is_session(word: Token) -> bool:
    return word.lower_ in nouns("sessions")
