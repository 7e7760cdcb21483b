"""How firm a future makes what is to be done: a contract's term, an own undertaking, or a plan."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Token

from dragoman.readers.english.clauses.arguments import is_passive, parties_of
from dragoman.readers.english.clauses.parties import case, subject
from dragoman.readers.english.clauses.sides import with_states
from dragoman.readers.english.clauses.voice import speakers_of
from dragoman.readers.english.commitments.cues import verbs_of, words_of
from dragoman.readers.english.events.frames import class_of
from dragoman.record.nouns import CommitmentKind

CONTRACT = 900
"""How far before, in characters, a signing may be told whose terms these are."""

AHEAD = 500
"""How far on the signing may be told of what a report opens with."""


def firmness(
    verb: Token, by: tuple[int, ...], *, is_to: bool = False, counted: bool = False
) -> CommitmentKind:
    """Return the kind of what "will", "would" or "is to" tells of `by`; `counted` by a number."""
    if verb.lower_ in verbs_of("mild") and not is_passive(verb):
        return "interest"
    if _under_agreement(verb):
        return "signed"
    if verb.lower_ in verbs_of("schedule"):
        return "planned"
    speakers = speakers_of(verb)
    if (not speakers or is_to) and (by or is_to or counted):
        made = made_nearby(verb)
        if made is not None:
            return made
    if not speakers or not by:
        return "pledged" if by and not is_to else "planned"
    doc = verb.doc
    own = set(with_states(doc, speakers)) & set(with_states(doc, by))
    return "pledged" if own else "planned"


def _under_agreement(verb: Token) -> bool:
    """Whether a clause says that an agreement has it so: "under the deal", "the text says that"."""
    for child in verb.children:
        if case(child) in ("under", "by") and child.lower_ in words_of("instrument"):
            return True
    governor = verb.head
    if verb.dep_ == "acl:relcl" and governor.lower_ in words_of("instrument"):
        return True
    if verb.dep_.split(":")[0] == "ccomp":
        told = subject(governor)
        return told is not None and told.lower_ in words_of("instrument")
    return False


def made_nearby(verb: Token) -> CommitmentKind | None:
    """Return what an agreement that is told as made shortly before makes of its terms.

    At the opening it may be told right after. Terms are signed where a signing is told of.
    """
    events = verb.doc._.events or ()
    opening = AHEAD if verb.idx < AHEAD else 0
    first = bisect_right(events, verb.idx - CONTRACT, key=lambda e: e.start)
    last = bisect_left(events, verb.idx + opening, key=lambda e: e.start)
    near = [verb.doc[e.token].lower_ for e in events[first:last] if e.type == "AGREE"]
    if any(word in verbs_of("signing") or word in class_of("agreement") for word in near):
        return "signed"
    return "agreed" if any(word in verbs_of("agreeing") for word in near) else None


def is_vague(verb: Token, named: Token | None, counted: bool) -> bool:
    """Whether nobody who can act is told to do anything that can be checked."""
    if counted or verb.lower_ in verbs_of("schedule"):
        return False
    return named is not None and not parties_of(named)
