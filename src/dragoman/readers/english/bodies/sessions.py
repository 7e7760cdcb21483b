"""What a report tells of the meetings of bodies: held, ahead, put off, or not held at all."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Span, Token

from dragoman.readers.english.bodies.found import (
    Spot,
    governor,
    object_verbs,
    session_of,
    spots,
    stretch,
    subject_verbs,
)
from dragoman.readers.english.bodies.numbers import ordinal_of
from dragoman.readers.english.bodies.timing import behind, repeated, since, time_told
from dragoman.readers.english.bodies.vocabulary import is_verb, listed, nouns
from dragoman.readers.english.clauses.reality import auxiliaries, is_negated, reality
from dragoman.readers.english.clauses.when import times_by_token
from dragoman.readers.english.drafts import WorkingDraft
from dragoman.record.workings import WorkingState

_REACH = 90
_OPEN = ("future", "would", "modal", "unreal")


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
    yield from _idle(spot)


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
        yield from _meeting(spot, verb)
    elif _is_left_out(verb):
        yield from _unmet(spot, verb)


def _meeting(spot: Spot, verb: Token) -> Iterator[WorkingDraft]:
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
        yield from _none_since(spot, verb, *gone)
        return
    lasting = _for_how_long(verb) if state == "missed" else None
    if lasting is not None:
        start, end = stretch(spot.head, verb, lasting[-1])
        found = _session(spot, (start, end), state, None, None)
        yield msgspec.structs.replace(found, value=" ".join(t.text for t in lasting))
        return
    start, end = stretch(spot.head, verb, _last_of(verb, time))
    number = 1 if _first_time(verb) else None
    if _is_told(state, verb, time):
        date = behind(time, verb.doc) if _was_bound(verb) else time.date if time else None
        found = _session(spot, (start, end), state, number, date)
        by_then = state == "done" and date is None and _is_perfect(verb)
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
    if state != "planned" or time is not None or _is_bound(verb):
        return True
    told = reality(verb)
    return told in ("future", "would") or (told != "present" and verb.head.lower_ in listed("due"))


def _state_of(verb: Token) -> WorkingState:
    told = reality(verb)
    if told == "negated":
        return "missed"
    if told in _OPEN or _is_bound(verb):
        return "planned"
    return "planned" if told == "present" else "done"


def _is_perfect(verb: Token) -> bool:
    """Whether a meeting is only told as behind: "has met", "had either met"."""
    return any(a.lower_ in ("has", "have", "had", "'ve", "’ve") for a in auxiliaries(verb))


def _is_bound(verb: Token) -> bool:
    """Whether a meeting was or is only to be held: "was to meet", "should have met"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    if any(h in ("should", "would", "could", "might", "must") for h in helpers):
        return True
    marked = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    return marked and any(h in ("is", "are", "was", "were", "'s", "’s") for h in helpers)


def _was_bound(verb: Token) -> bool:
    """Whether a meeting was to be held in the past: "was to meet", "should have met"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    return _is_bound(verb) and any(h in ("was", "were", "have") for h in helpers)


def _is_left_out(verb: Token) -> bool:
    """Whether a clause denies what was told right before: "should have met, has not"."""
    return verb.lower_ in ("has", "have", "did", "had") and is_negated(verb)


def _unmet(spot: Spot, verb: Token) -> Iterator[WorkingDraft]:
    for meant in subject_verbs(spot.head):
        if meant.i < verb.i and is_verb(meant, "meets"):
            date = behind(time_told(meant), verb.doc)
            start, end = stretch(spot.head, meant, verb, *(_not_of(verb)))
            yield _session(spot, (start, end), "missed", None, date)
            return


def _not_of(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.lower_ in ("not", "n't", "n’t")]


def _none_since(spot: Spot, word: Token, told: str | None, last: Token) -> Iterator[WorkingDraft]:
    """Yield that none was held since a time, and that one was held then."""
    start, end = stretch(spot.head, word, last)
    yield msgspec.structs.replace(_session(spot, (start, end), "missed", None, told), value="since")
    if told is not None:
        yield _session(spot, (start, end), "done", None, told)


def _idle(spot: Spot) -> Iterator[WorkingDraft]:
    """Yield that a body lies idle: "the commission, frozen since 2013"."""
    for at in range(spot.head.i + 1, min(spot.head.sent.end, spot.head.i + 9)):
        word = spot.head.doc[at]
        if word.lower_ in listed("idle") and (gone := since(word)) and gone[1].i - at < 4:
            start, end = stretch(spot.head, word, gone[1])
            found = _session(spot, (start, end), "missed", None, gone[0])
            yield msgspec.structs.replace(found, value="since")
            return


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
    start, end = stretch(spot.head, noun, verb, own, _last_of(verb or noun, time))
    gone = since(verb) if verb is not None and state == "missed" else None
    if gone is not None and verb is not None:
        yield from _none_since(spot, verb, *gone)
    else:
        past = verb is not None and is_negated(verb) and reality(verb) == "negated"
        date = behind(time, noun.doc) if past and state == "missed" else None
        yield _session(spot, (start, end), state, number, date or (time.date if time else None))


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
    open_ = verb is not None and (_is_bound(verb) or reality(verb) in (*_OPEN, "present"))
    return "planned" if open_ else "done"


def _is_held(own: Token) -> bool:
    return is_verb(own, "holds") and reality(own) == "told"


_UNHELD: tuple[tuple[str, WorkingState], ...] = (("puts_off", "put off"), ("misses", "missed"))


def _is_session(word: Token) -> bool:
    return word.lower_ in nouns("sessions")


def _first_time(verb: Token) -> bool:
    words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 10)]]
    return any(words[k : k + 2] == ["first", "time"] for k in range(len(words)))


def _last_of(word: Token, time: object) -> Token:
    """Return the last word of a time told, else the word itself."""
    end = getattr(time, "end", None)
    if end is None:
        return word
    span = word.doc.char_span(time.start, end, alignment_mode="expand")  # type: ignore[attr-defined]
    return span[-1] if span is not None and span.sent == word.sent else word


def _session(
    spot: Spot,
    span: tuple[int, int],
    state: WorkingState,
    number: int | None,
    date: str | None,
) -> WorkingDraft:
    return WorkingDraft(
        start=span[0],
        end=span[1],
        body=spot.thing,
        kind="session",
        number=number,
        state=state,
        date=date,
    )
