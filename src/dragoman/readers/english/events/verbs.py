"""Happenings that a verb tells."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import is_passive, logical_subject, parties_of
from dragoman.readers.english.clauses.forms import verb_forms
from dragoman.readers.english.clauses.reality import in_headline, reality
from dragoman.readers.english.clauses.spans import clause_tokens, span_of
from dragoman.readers.english.clauses.when import beside_own_day, direct_time
from dragoman.readers.english.events.arguments import actors_and_recipients, fits
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.frames import VerbFrame, verb_frames

DROPPED = ("parataxis", "conj", "discourse", "advcl")
JOINT = frozenset(("AGREE", "CONSULT"))
GIVEN = frozenset([("COOPERATE", "economic")])
"""What needs two sides to be more than a deed at home: "sold apples", "opened a road"."""
DAY = len("1947-05-30")
ATTEMPTED = frozenset(("ASSAULT", "COERCE"))
"""What is done to another by trying."""
TRYING = verb_forms("try") | verb_forms("attempt")
VOICED = frozenset(("ACCUSE", "REQUEST", "REJECT"))
"""What is done by saying it, so that the present tense tells it: "insists on an audit"."""
LASTING = frozenset(("SANCTION", "COERCE", "RETREAT"))


def by_verbs(doc: Doc) -> Iterator[Found]:
    """Yield the happenings told by the verbs of what may be read."""
    frames = verb_frames()
    for token in doc:
        if token.lower_ not in frames or not doc._.readable[token.i] or not _is_verb(token):
            continue
        found = _told(token, frames[token.lower_])
        if found is not None:
            yield found


def _is_verb(token: Token) -> bool:
    if token.pos_ == "VERB":
        return True
    return token.pos_ == "AUX" and token.dep_ in ("ROOT", "conj", "ccomp", "advcl")


def _told(verb: Token, frames: tuple[VerbFrame, ...]) -> Found | None:
    state = reality(verb)
    tried = state == "unreal" and _is_tried(verb)
    if state not in ("told", "present") and not tried:
        return None
    frame = next((f for f in frames if fits(verb, f)), None)
    if frame is None or (tried and frame.type not in ATTEMPTED):
        return None
    actors, recipients = actors_and_recipients(verb, frame)
    told_now = frame.speech or frame.type in VOICED or in_headline(verb) or _is_dated(verb)
    told_now = told_now or _shown(verb, frame) or _lasts(verb, frame)
    if state == "present" and not told_now:
        return None
    if (
        (frame.type, frame.mode) in GIVEN
        and not (actors and recipients)
        and not _between(frame, actors)
    ):
        return None
    return Found(
        type=frame.type,
        mode=frame.mode,
        trigger=verb.i,
        clause=verb.i,
        span=span_of(clause_tokens(verb, drop=_dropped(frame))),
        actors=actors,
        recipients=recipients,
    )


def _is_tried(verb: Token) -> bool:
    """Whether an attempt is told: "tried to kill the envoy" is an attack, hit or miss."""
    return verb.dep_ == "xcomp" and verb.head.lower_ in TRYING and reality(verb.head) == "told"


def _between(frame: VerbFrame, actors: tuple[int, ...]) -> bool:
    """Whether several do together what a frame tells of all of them."""
    return frame.who == "sym" and len(actors) > 1


def _shown(verb: Token, frame: VerbFrame) -> bool:
    """Whether a present tense tells one happening, as under a picture: "X receives Y in Oslo"."""
    things = verb.doc._.things
    doers = parties_of(logical_subject(verb))
    return frame.type in JOINT and any(things[i].type == "person" for i in doers)


def _is_dated(verb: Token) -> bool:
    """Whether a present tense tells of one day gone by: "On 9 May the army closes the bridge"."""
    found = direct_time(verb)
    both = None if found is None else beside_own_day(found.date, verb.doc._.published)
    return both is not None and len(both[0]) == len(both[1]) == DAY and both[0] <= both[1]


def _lasts(verb: Token, frame: VerbFrame) -> bool:
    """Whether a passive in the present tells what was done and lasts: "the border is closed"."""
    return frame.type in LASTING and is_passive(verb)


def _dropped(frame: VerbFrame) -> tuple[str, ...]:
    """Return what is cut from the clause; what is asked for stays in."""
    return DROPPED[:-1] if frame.type == "REQUEST" else DROPPED
