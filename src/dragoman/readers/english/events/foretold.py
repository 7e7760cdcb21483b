"""Threats, demands and refusals told by what shall be: "said it would expel", "said Oslo must"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import logical_objects, logical_subject, parties_of
from dragoman.readers.english.clauses.parties import subject
from dragoman.readers.english.clauses.reality import auxiliaries, is_negated, reality
from dragoman.readers.english.clauses.spans import clause_span
from dragoman.readers.english.clauses.voice import speakers_of
from dragoman.readers.english.events.arguments import actors_and_recipients, fits
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.frames import VerbFrame, verb_frames

HOSTILE = frozenset(("SANCTION", "COERCE", "ASSAULT", "PROTEST"))
CONCEDED = frozenset(("accept", "recognise", "recognize", "allow", "tolerate", "permit", "yield"))
REFUSING = frozenset(("will", "would", "wo", "can", "could", "ca"))
ITSELF = frozenset(("it", "they", "he", "she", "we", "i"))
CONDITIONS = frozenset(("if", "unless", "until", "should"))


def by_what_is_foretold(doc: Doc) -> Iterator[Found]:
    """Yield the threats and demands that reported clauses make."""
    for token in doc:
        if token.pos_ != "VERB" or not doc._.readable[token.i]:
            continue
        found = _demand(token) or _threat(token) or _refusal(token)
        if found is not None:
            yield found


def _demand(verb: Token) -> Found | None:
    """Return the request in "Oslo said Lima must pay"."""
    if not any(a.lower_ == "must" for a in auxiliaries(verb)):
        return None
    speakers = speakers_of(verb)
    asked = tuple(i for i in parties_of(logical_subject(verb)) if i not in speakers)
    if not asked or not speakers:
        return None
    return _found("REQUEST", verb, speakers, asked)


def _threat(verb: Token) -> Found | None:
    """Return the threat in "Oslo said it would expel the envoy", "will strike if …"."""
    frames = verb_frames().get(verb.lower_)
    if frames is None or reality(verb) not in ("would", "future"):
        return None
    frame = next((f for f in frames if fits(verb, f)), None)
    if frame is None or not (frame.type in HOSTILE or _leaves_unless(verb, frame)):
        return None
    actors, recipients = actors_and_recipients(verb, frame)
    said = _sayer(verb)
    actors = actors or said
    if not actors or not (said or _has_condition(verb) or set(actors) & set(speakers_of(verb))):
        return None
    return _found("THREATEN", verb, actors, recipients)


def _leaves_unless(verb: Token, frame: VerbFrame) -> bool:
    """Whether somebody will withdraw or stop helping if another does not do as told."""
    return frame.type == "RETREAT" and frame.mode == "withdraw" and _has_condition(verb)


def _sayer(verb: Token) -> tuple[int, ...]:
    """Return who says of themselves what they will do: "the rebels said they would strike"."""
    done_by = subject(verb)
    itself = done_by is not None and done_by.lower_ in ITSELF
    told = itself and verb.dep_.split(":")[0] == "ccomp"
    return parties_of(logical_subject(verb.head)) if told else ()


def _refusal(verb: Token) -> Found | None:
    """Return the rejection in "Oslo would not accept the terms"."""
    if verb.lower_ not in CONCEDED or not is_negated(verb):
        return None
    if not any(a.lower_ in REFUSING for a in auxiliaries(verb)):
        return None
    actors = parties_of(logical_subject(verb))
    given = tuple(i for t in logical_objects(verb) for i in parties_of(t))
    return _found("REJECT", verb, actors, given) if actors else None


def _has_condition(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and (_opens(c) or _is_inverted(c)) for c in verb.children)


def _opens(clause: Token) -> bool:
    opened = (m for m in clause.children if m.dep_ in ("mark", "advmod"))
    return any(m.lower_ in CONDITIONS for m in opened)


def _is_inverted(clause: Token) -> bool:
    """Whether a clause is a condition by its order: "should no payment arrive"."""
    helpers = [c for c in clause.children if c.dep_.startswith("aux") and c.i < clause.i]
    done_by = subject(clause)
    asked = bool(helpers) and helpers[0].lower_ == "should"
    return asked and done_by is not None and helpers[0].i < done_by.i < clause.i


def _found(
    category: str, verb: Token, actors: tuple[int, ...], recipients: tuple[int, ...]
) -> Found:
    return Found(
        type=category,
        mode=None,
        trigger=verb.i,
        clause=verb.i,
        span=clause_span(verb),
        actors=actors,
        recipients=tuple(i for i in recipients if i not in actors),
    )
