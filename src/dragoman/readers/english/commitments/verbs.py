"""Commitments that a verb brings: "agreed to", "pledged", "called for", "plans to"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import (
    is_party,
    is_passive,
    logical_objects,
    logical_subject,
    parties_of,
    phrases,
)
from dragoman.readers.english.clauses.parties import direct_object, subject
from dragoman.readers.english.clauses.reality import reality
from dragoman.readers.english.clauses.sides import counterpart
from dragoman.readers.english.commitments.content import content_of_verb, infinitive, objects_of
from dragoman.readers.english.commitments.cues import (
    VerbCue,
    adjective_cues,
    noun_cues,
    verb_cues,
    verbs_of,
)
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.commitments.spans import from_cue
from dragoman.readers.english.commitments.standing import is_joint, settled
from dragoman.readers.english.events.arguments import has_particle

ASKED = ("obj", "iobj", "obl")
"""How the parser hangs on a verb who is asked: "called on both to withdraw"."""


def by_verbs(doc: Doc) -> Iterator[Found]:
    """Yield the commitments that verbs bring in what may be read."""
    cues = verb_cues()
    for token in doc:
        if token.lower_ in cues and token.pos_ == "VERB" and doc._.readable[token.i]:
            found = _brought(token, cues[token.lower_])
            if found is not None:
                yield found


def _brought(verb: Token, cues: tuple[VerbCue, ...]) -> Found | None:
    told = reality(verb)
    if told not in ("told", "present", "would"):
        return None
    for cue in cues:
        content = _content(verb, cue) if cue.would == (told == "would") else None
        if content is not None and _is_empty(verb, cue, content):
            return None
        if content is not None:
            by, to = _sides(verb, cue, content)
            kind, by, to = settled(verb, cue.kind, by, to)
            if cue.who == "joint" and not by and not is_joint(verb):
                return None
            if cue.kind == "expected" and not by and content.i < verb.i:
                return None
            return Found(
                kind=kind,
                cue=verb.i,
                content=content.i,
                span=from_cue(verb, content),
                by=by,
                to=tuple(i for i in to if i not in by),
            )
    return None


def _is_empty(verb: Token, cue: VerbCue, content: Token) -> bool:
    """Whether a verb brings nothing by itself, though its cue fits."""
    return (cue.kind == "signed" and _says_nothing(content)) or _is_readiness(verb, content)


def _is_readiness(verb: Token, content: Token) -> bool:
    """Whether a participle only tells of being ready: "is prepared to pay"."""
    ready = adjective_cues().get(verb.lower_) == "interest"
    return ready and verb.tag_ == "VBN" and infinitive(verb) is content


def _says_nothing(content: Token) -> bool:
    """Whether only the topic of what was signed is told: "an agreement on fisheries"."""
    if content.dep_ == "acl:relcl":
        return reality(content) == "told"
    if content.pos_ == "VERB":
        return False
    inside = content.left_edge.idx, content.right_edge.idx
    return not any(inside[0] <= f.start <= inside[1] for f in content.doc._.figures or ())


def _content(verb: Token, cue: VerbCue) -> Token | None:
    if not _admits(verb, cue):
        return None
    content = content_of_verb(verb, cue.content, cue.particle)
    if content is None or (not cue.objects and _is_a_noun_cue(verb, content)):
        return None
    of_another = cue.kind == "requested" and cue.content[0] == "to" and cue.to[:1] == ("obj",)
    return content if not of_another or _asks(verb, cue, content) else None


def _admits(verb: Token, cue: VerbCue) -> bool:
    """Whether particle, subject, aspect and object are as the cue asks."""
    return (
        (cue.particle is None or has_particle(verb, cue.particle))
        and (not cue.subjects or _is_one(logical_subject(verb) or verb, cue.subjects))
        and (not cue.progressive or _in_progress(verb))
        and (
            not cue.objects or any(_is_one(o, cue.objects) for o in objects_of(verb, cue.particle))
        )
    )


def _in_progress(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.children)


def _is_one(noun: Token, words: frozenset[str]) -> bool:
    return any(t.lower_ in words for t in (noun, *noun.conjuncts))


def _is_a_noun_cue(verb: Token, content: Token) -> bool:
    """Whether the object decides ("offered its commitment to …"), not the verb."""
    if content.pos_ != "NOUN" or verb.lower_ not in verbs_of("voicing"):
        return False
    return content.lower_ in noun_cues()


def _asks(verb: Token, cue: VerbCue, content: Token) -> bool:
    """Whether somebody else is asked: "wants Oslo to leave", not "wants to leave"."""
    if is_passive(verb):
        return True
    if cue.particle is not None:
        return any(t.dep_ in ASKED and verb.i < t.i < content.i for t in verb.children)
    found = direct_object(verb)
    own = next((c for c in content.children if c.dep_.startswith("nsubj")), None)
    return (found is not None and found.i < content.i) or own is not None


def _sides(verb: Token, cue: VerbCue, content: Token) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if cue.who == "nobody":
        return (), ()
    if cue.who in ("obj", "giver"):
        named = parties_of(direct_object(verb), inside=False)
        if cue.who == "obj" or not named:
            return named, ()
        return counterpart(verb.doc, named), named
    if cue.who == "content":
        doer = subject(content) if content.pos_ in ("VERB", "AUX") else None
        asked = direct_object(verb)
        return parties_of(doer) or parties_of(asked) or _inside(content), ()
    by = parties_of(logical_subject(verb))
    to = _counterparts(verb, cue, content)
    if cue.who == "sym":
        return tuple(dict.fromkeys((*by, *to))), ()
    return by, to


def _counterparts(verb: Token, cue: VerbCue, content: Token) -> tuple[int, ...]:
    for slot in cue.to:
        if slot == "obj":
            heads = list(phrases(verb, cue.particle)) if cue.particle else logical_objects(verb)
            heads = [h for h in heads if is_party(h)]
        else:
            heads = [p for p in phrases(verb, slot) if p.i != content.i or is_party(p)]
        found = tuple(dict.fromkeys(i for h in heads for i in parties_of(h)))
        if found:
            return found
    if cue.kind == "requested" and content.pos_ in ("VERB", "AUX"):
        own = next((c for c in content.children if c.dep_.startswith("nsubj")), None)
        return parties_of(own)
    return ()


def _inside(content: Token) -> tuple[int, ...]:
    return parties_of(content)
