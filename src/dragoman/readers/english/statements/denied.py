"""Denials: of a clause, of a claim told with it, or of a claim told before."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import direct_object
from dragoman.readers.english.statements import clausal, objects
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import words

_NEAR = 4


def denial(cue: Cue, head: Token, voice: Voice) -> Found | None:
    """Return what a cue denies, or None where it denies nothing that was said.

    A bare "the claim" points back (`refers`): settling finds what it stands for.
    """
    if cue.frame("deny") is not None:
        return _denied(cue, head, voice)
    if cue.frame("bare") is not None:
        return _called_false(cue, voice)
    return None


def _denied(cue: Cue, head: Token, voice: Voice) -> Found | None:
    verb = cue.verb
    spans = clausal.after(verb, cue.last) or clausal.by_that(verb, cue.last)
    if spans:
        start, end = spans[-1]
        at = clausal.second_cue(verb.doc, verb.i, start, end, frozenset())
        if at is not None:
            spans[-1] = (start, clausal.end_before(verb.doc, at))
        return Found(spans, verb.i, voice, "deny", "denied")
    before = verb.doc[clausal.phrase_start(verb, head) - 1]
    if before.lower_ in words("claims"):
        return _pointing(cue, before, voice)
    target = objects.object_of(cue) or direct_object(verb)
    denies = any(" ".join((f.verb, *f.tail)) in words("deny_any") for f in cue.frames)
    if target is not None and target.lower_ in words("claims"):
        if _has_complement(target) or "as" in {t.lower_ for t in verb.subtree}:
            return _whole(cue, voice)
        return _pointing(cue, target, voice)
    gerund = verb.doc[min(cue.last + 1, len(verb.doc) - 1)].tag_ == "VBG"
    if denies and (gerund or (target is not None and target.i > verb.i and target.pos_ != "PRON")):
        return _whole(cue, voice)
    return None


def _whole(cue: Cue, voice: Voice) -> Found | None:
    spans = objects.rest(cue)
    return Found(spans, cue.verb.i, voice, "deny", "denied") if spans else None


def _has_complement(noun: Token) -> bool:
    return any(
        c.i > noun.i and c.dep_.split(":")[0] in ("acl", "nmod", "ccomp") for c in noun.children
    )


def _pointing(cue: Cue, noun: Token, voice: Voice) -> Found:
    span = (noun.idx, noun.idx + len(noun))
    return Found([span], cue.verb.i, voice, "deny", "denied", refers=True)


def _called_false(cue: Cue, voice: Voice) -> Found | None:
    """Return the claim that "called the charge absurd" denies."""
    doc, first = cue.verb.doc, cue.last + 1
    target = next((t for t in doc[first : first + _NEAR] if t.lower_ in words("claims")), None)
    if target is None or any(t.pos_ == "VERB" for t in doc[first : target.i]):
        return None
    end = objects.clause_end(cue.verb, cue.last + 1)
    behind = {t.lower_ for t in cue.verb.doc[target.i : end]}
    return _pointing(cue, target, voice) if behind & words("denials") else None
