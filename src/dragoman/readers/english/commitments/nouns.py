"""Commitments that a noun brings: "its interest in", "a plan for", "the commitment to"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import is_passive, logical_subject, parties_of
from dragoman.readers.english.clauses.parties import case
from dragoman.readers.english.clauses.phrases import noun_span
from dragoman.readers.english.clauses.reality import reality
from dragoman.readers.english.clauses.when import own_time
from dragoman.readers.english.commitments.content import content_of_noun, infinitive
from dragoman.readers.english.commitments.cues import NounCue, noun_cues, verbs_of
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.commitments.spans import from_cue
from dragoman.readers.english.events.nouns import by_adjective

BARE = frozenset(("no", "any"))
OWNING = ("by", "between", "from", "among")
"""Prepositions before whose a promise or a plan is."""


def by_nouns(doc: Doc) -> Iterator[Found]:
    """Yield the commitments that nouns bring in what may be read."""
    cues = noun_cues()
    for token in doc:
        if token.lower_ in cues and token.pos_ == "NOUN" and doc._.readable[token.i]:
            found = next(
                (f for cue in cues[token.lower_] if (f := _brought(token, cue)) is not None), None
            )
            found = found or _urged(token)
            if found is not None:
                yield found


def _urged(noun: Token) -> Found | None:
    """Return what was done at somebody's request: "was held at Peru's request"."""
    asked = any(cue.kind == "requested" for cue in noun_cues()[noun.lower_])
    doing = noun.head
    if not asked or case(noun) not in ("at", "on", "upon") or doing.pos_ != "VERB":
        return None
    owners = _owners(noun, "of")
    span = noun_span(noun)
    return (
        Found(kind="requested", cue=noun.i, content=doing.i, span=span, by=owners)
        if owners
        else None
    )


def _brought(noun: Token, cue: NounCue) -> Found | None:
    content = content_of_noun(noun, cue.content) or _beside(noun, cue)
    if content is None or any(c.lower_ in BARE for c in noun.children):
        return None
    verb = _voiced(noun)
    owners = _owners(noun)
    if verb is None:
        return _alone(noun, content, cue, owners)
    if reality(verb) not in ("told", "present"):
        return None
    speakers = () if is_passive(verb) else parties_of(logical_subject(verb))
    by = tuple(dict.fromkeys((*speakers, *owners)))
    return _found(noun, content, cue, from_cue(verb, content), by)


def _beside(noun: Token, cue: NounCue) -> Token | None:
    """Return the infinitive that hangs on the voicing verb: "repeated its call on Oslo to pay"."""
    verb = _voiced(noun)
    found = infinitive(verb) if verb is not None and cue.kind == "requested" else None
    return found if found is not None and found.i > noun.i else None


def _alone(noun: Token, content: Token, cue: NounCue, owners: tuple[int, ...]) -> Found | None:
    """Return what a noun brings that no verb voices: "Chad's plan to …", "an April deal to …"."""
    dated = own_time(noun) is not None
    if not (cue.alone or (cue.dated and dated)) or not (owners or (cue.kind == "agreed" and dated)):
        return None
    return _found(noun, content, cue, noun_span(noun), owners)


def _voiced(noun: Token) -> Token | None:
    """Return the verb that voices the noun: "expressed interest", "interest was expressed"."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    verb = at.head
    carried = at.dep_ in ("obj", "nsubj:pass") and verb.lower_ in verbs_of("voicing")
    return verb if carried else None


def _owners(noun: Token, *prepositions: str) -> tuple[int, ...]:
    out: list[int] = []
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (
            child.dep_.startswith("nmod")
            and case(child) in ("by", "between", "from", "among", *prepositions)
        ):
            out += parties_of(child)
        elif child.dep_ in ("amod", "compound") and child.i < noun.i:
            out += by_adjective(child, noun)
    return tuple(dict.fromkeys(out))


def _found(
    noun: Token, content: Token, cue: NounCue, span: tuple[int, int], by: tuple[int, ...]
) -> Found:
    return Found(kind=cue.kind, cue=noun.i, content=content.i, span=span, by=by)
