"""Denials: of a clause, of a claim told with it, or of a claim told before."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import direct_object
from dragoman.readers.english.statements import clausal, objects
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.found import Found, Voice
from dragoman.readers.english.statements.frames import words
from dragoman.readers.english.statements.spans import trimmed
from dragoman.record.nouns import Hedge

_NEAR = 4
_POINTERS = frozenset(("this", "it", "that", "these", "them"))


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
    verb, doc = cue.verb, cue.verb.doc
    target = objects.object_of(cue) or direct_object(verb)
    before = doc[clausal.phrase_start(verb, head) - 1]
    if target is not None and target.lower_ in words("claims"):
        return _denied_claim(cue, target, voice)
    spans = clausal.after(verb, cue.last) or clausal.by_that(verb, cue.last)
    if spans:
        return Found(_cut(verb, spans), verb.i, voice, "deny", "denied")
    if before.lower_ in words("claims"):
        return _pointing(cue, before, voice)
    return _denied_thing(cue, target, voice)


def _denied_claim(cue: Cue, claim: Token, voice: Voice) -> Found | None:
    """Return what "rejected claims that …" or "mocked talk of …" denies."""
    doc = cue.verb.doc
    if claim.i + 1 < len(doc) and doc[claim.i + 1].lower_ == "that":
        end = objects.clause_end(cue.verb, cue.last + 1)
        span = trimmed(doc, claim.i + 2, max(end, claim.right_edge.i + 1))
        return Found([span], cue.verb.i, voice, "deny", "denied") if span else None
    if "as" in {t.lower_ for t in doc[claim.i : objects.clause_end(cue.verb, cue.last + 1)]}:
        return _whole(cue, voice, hedge="stated")
    inner = _claimed(claim)
    if inner is not None:
        return Found([inner], cue.verb.i, voice, "deny", "denied")
    if _has_complement(claim):
        return _whole(cue, voice)
    return _pointing(cue, claim, voice)


def _denied_thing(cue: Cue, target: Token | None, voice: Voice) -> Found | None:
    """Return any other thing denied: only by verbs that tell a denial by themselves."""
    if not any(" ".join((f.verb, *f.tail)) in words("deny_any") for f in cue.frames):
        return None
    if target is not None and target.lower_ in _POINTERS:
        return _pointing(cue, target, voice)
    gerund = cue.verb.doc[min(cue.last + 1, len(cue.verb.doc) - 1)].tag_ == "VBG"
    thing = target is not None and target.i > cue.verb.i and target.pos_ != "PRON"
    return _whole(cue, voice) if gerund or thing else None


def _cut(verb: Token, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """End a denied clause before a second cue: "…, dismissing the rumours"."""
    start, end = spans[-1]
    at = clausal.second_cue(verb.doc, verb.i, start, end, frozenset())
    return spans if at is None else [*spans[:-1], (start, clausal.end_before(verb.doc, at))]


def _whole(cue: Cue, voice: Voice, hedge: Hedge = "denied") -> Found | None:
    spans = objects.rest(cue)
    return Found(spans, cue.verb.i, voice, "deny", hedge) if spans else None


def _claimed(claim: Token) -> tuple[int, int] | None:
    """Return the clause of "a claim by the union that …"."""
    doc, end = claim.doc, claim.right_edge.i + 1
    at = next(
        (t.i for t in doc[claim.i + 1 : end] if t.lower_ == "that" and t.dep_ == "mark"), None
    )
    return None if at is None else trimmed(doc, at + 1, end)


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
    if doc[target.i + 1].text in '“"‘':
        return _whole(cue, voice, hedge="stated")
    behind = {t.lower_ for t in cue.verb.doc[target.i : end]}
    return _pointing(cue, target, voice) if behind & words("denials") else None
