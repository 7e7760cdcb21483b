"""Happenings that a noun names: carried by a light verb, told of as a subject, or in passing."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.arguments import leaders_of, logical_subject, parties_of
from dragoman.readers.english.clauses.parties import case, subject
from dragoman.readers.english.clauses.phrases import noun_span
from dragoman.readers.english.clauses.reality import in_headline, reality
from dragoman.readers.english.clauses.spans import clause_span, clause_tokens, span_of
from dragoman.readers.english.clauses.when import own_time, time_after, times_by_token
from dragoman.readers.english.events.arguments import has_particle
from dragoman.readers.english.events.found import Found
from dragoman.readers.english.events.frames import (
    NounFrame,
    class_of,
    light,
    modifiers,
    noun_frames,
)

DROPPED = ("parataxis", "conj", "discourse", "advcl")
VOICED = frozenset(("SUPPORT", "ACCUSE", "REQUEST", "REJECT"))
"""What is done by saying it, so that the present tense tells it: "expresses its thanks"."""
DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "PROTEST", "MOBILIZE"))
"""What a noun that is definite tells as done, whoever did it: "the raids of 2021"."""
TELLING = ("nmod", "compound", "acl", "amod", "nummod")
"""What is hung on a noun that tells more of its happening."""
POINTING = frozenset(["the", "this", "that", "these", "those"])


def by_nouns(doc: Doc) -> Iterator[Found]:
    """Yield the happenings named by the nouns of what may be read."""
    frames = noun_frames()
    times, readable = times_by_token(doc), doc._.readable
    for token in doc:
        if token.i in times or not readable[token.i]:
            continue
        if token.lower_ in frames and token.pos_ in ("NOUN", "PROPN"):
            frame = next((f for f in frames[token.lower_] if _spelled(token, f)), None)
            found = (_on_a_visit(token, frame) or _told(token, frame)) if frame else None
            if found is not None:
                yield found


def _spelled(noun: Token, frame: NounFrame) -> bool:
    size = len(frame.first)
    if noun.i < size or (noun.i and noun.nbor(-1).lower_ in frame.never_after):
        return False
    return tuple(t.lower_ for t in noun.doc[noun.i - size : noun.i]) == frame.first


def _told(noun: Token, frame: NounFrame) -> Found | None:
    inside = noun.dep_ in ("compound", "nmod:desc", "flat")
    if inside or any(c.lower_ in modifiers() for c in noun.children if c.i < noun.i):
        return None
    verb = _reduced(noun)
    if verb is not None:
        return _with_verb(noun, verb, frame, by_subject=False)
    governor, relation = _governor(noun)
    if relation == "obj" and _is_light(governor, "carry"):
        if frame.mode == "demo" and _is_light(governor, "hand_in"):
            frame = _in_words() or frame
        return _with_verb(noun, governor, frame, by_subject=True)
    if relation == "subj":
        if _is_light(governor, "happen"):
            return _with_verb(noun, governor, frame, by_subject=False)
        if frame.tells and _is_light(governor, "tell") and _points(noun):
            return _again(noun, governor, frame)
    return _in_passing(noun, frame, governor)


def _on_a_visit(noun: Token, frame: NounFrame) -> Found | None:
    """Return the visit of "was on a visit to Lima"."""
    copular = any(c.dep_ == "cop" for c in noun.children)
    if frame.mode != "visit" or case(noun) != "on" or not copular:
        return None
    visitors = parties_of(subject(noun))
    _, hosts = participants(noun, frame)
    if reality(noun) not in ("told", "present") or not visitors:
        return None
    given = tuple(i for i in hosts if i not in visitors)
    return _found(noun, noun.i, frame, clause_span(noun), visitors, given)


def _reduced(noun: Token) -> Token | None:
    """Return the participle of "the talks held in Lima"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and _is_light(child, "carry"):
            return child
    return None


def _governor(noun: Token) -> tuple[Token, str]:
    """Return the verb over a noun and whether the noun is its logical object or subject."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    relation = at.dep_
    if relation == "nmod" and at.head.lower_ in class_of("measured") | class_of("span"):
        return _governor(at.head)
    if relation in ("obj", "nsubj:pass"):
        return at.head, "obj"
    if relation == "nsubj":
        return at.head, "subj"
    return at.head, "other"


def _is_light(verb: Token, key: str) -> bool:
    particles = light(key).get(verb.lower_)
    if particles is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    return "" in particles or any(has_particle(verb, p) for p in particles)


def _in_words() -> NounFrame | None:
    """Return the frame of a complaint: a protest that is lodged is made in words."""
    return next((f for f in noun_frames().get("complaint", ()) if f.type == "ACCUSE"), None)


def _points(noun: Token) -> bool:
    return any(c.lower_ in POINTING for c in noun.children if c.i < noun.i)


def _is_real(governor: Token) -> bool:
    """Whether what governs a noun is told as done, not wished: "refused to stop the raids"."""
    return governor.pos_ not in ("VERB", "AUX") or reality(governor) in ("told", "present")


def _is_definite(noun: Token) -> bool:
    """Whether a noun speaks of a known happening: "the fruit ban", "Saturday's raid".

    A bare "the ban" only points back to what was told before.
    """
    more = any(c.dep_.split(":")[0] in TELLING for c in noun.children)
    return more and (_points(noun) or any(c.dep_ == "nmod:poss" for c in noun.children))


def _with_verb(noun: Token, verb: Token, frame: NounFrame, *, by_subject: bool) -> Found | None:
    state = reality(verb)
    now = verb.tag_ == "VBG" or (frame.type in VOICED and _is_light(verb, "carry"))
    if state != "told" and not (state == "present" and now):
        return None
    actors, recipients = participants(noun, frame)
    if by_subject:
        doers = parties_of(logical_subject(verb))
        given = _hung_on(verb, frame.to)
        if _is_light(verb, "undergone"):
            doers, given = (), (*given, *doers)
        recipients = tuple(dict.fromkeys((*recipients, *(i for i in given if i not in doers))))
        actors = doers or actors
    if frame.sym:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    whole = verb if verb.dep_ != "acl" else noun
    span = span_of(clause_tokens(verb, drop=DROPPED)) if whole is verb else noun_span(noun)
    return _found(noun, verb.i, frame, span, actors, recipients)


def _hung_on(verb: Token, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    out: list[int] = []
    for child in verb.children:
        if (child.dep_.startswith("obl") and case(child) in prepositions) or (
            child.dep_ == "iobj" and prepositions
        ):
            out += parties_of(child)
    return tuple(out)


def participants(noun: Token, frame: NounFrame) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who the phrase of a noun says did it, and to whom."""
    actors: list[int] = []
    recipients: list[int] = []
    for child in noun.children:
        relation = child.dep_.split(":")[0]
        if child.dep_ == "nmod:poss":
            (actors if "poss" in frame.who or frame.sym else recipients).extend(parties_of(child))
        elif relation in ("nmod", "obl"):
            preposition = case(child)
            if preposition in frame.to and not (preposition == "of" and "of" in frame.who):
                recipients += parties_of(child)
            elif preposition in frame.who:
                actors += parties_of(child)
        elif relation in ("amod", "compound") and child.i < noun.i:
            actors += by_adjective(child, noun)
    actors = [*leaders_of(noun), *actors]
    given = tuple(i for i in dict.fromkeys(recipients) if i not in actors)
    return tuple(dict.fromkeys(actors)), given


def by_adjective(child: Token, noun: Token) -> tuple[int, ...]:
    """Return the state that a word before a noun tells as an adjective: "Chadian aid"."""
    from dragoman.readers.english.mentions.offices import state_before

    country = state_before(noun.doc, child.i + 1)
    if country is None:
        return ()
    things = noun.doc._.things
    return tuple(i for i, t in enumerate(things) if t.type == "state" and t.country == country)


def _again(noun: Token, verb: Token, frame: NounFrame) -> Found | None:
    if reality(verb) != "told":
        return None
    actors, recipients = participants(noun, frame)
    span = span_of(clause_tokens(verb, drop=DROPPED))
    found = _found(noun, verb.i, frame, span, actors, recipients)
    found.again = True
    return found


def _in_passing(noun: Token, frame: NounFrame, governor: Token) -> Found | None:
    """Return a happening named inside a clause of something else, if its parties are told."""
    heads = noun.dep_ == "ROOT"
    if not frame.free or (in_headline(noun) and not heads) or not _is_real(governor):
        return None
    if governor.lower_ in _kept_open() or case(noun) in (
        "for",
        "towards",
        "toward",
        "without",
        "ahead",
    ):
        return None
    actors, recipients = participants(noun, frame)
    dated = own_time(noun) is not None or time_after(noun) is not None
    if frame.sym and dated and len({*actors, *recipients}) < 2:
        actors = (*actors, *_around(noun, frozenset((*actors, *recipients))))
    parties = len(set(actors) | set(recipients))
    known = dated or _is_definite(noun)
    if frame.type in ("AGREE", "COOPERATE"):
        enough = dated or (frame.tells and _points(noun))
    elif frame.type == "CONSULT":
        enough = parties >= 2 or (parties == 1 and known)
    elif frame.type in DEEDS:
        enough = bool(parties) or known
    else:
        enough = bool(actors) and (bool(recipients) or known)
    if not enough:
        return None
    if frame.sym:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    return _found(noun, noun.i, frame, noun_span(noun), actors, recipients)


def _around(noun: Token, known: frozenset[int]) -> tuple[int, ...]:
    """Return who the clause around a noun is about: "they built on an April agreement"."""
    at = noun
    for _ in range(6):
        if at.pos_ in ("VERB", "AUX") or at.dep_ == "ROOT":
            break
        at = at.head
    return tuple(i for i in parties_of(logical_subject(at)) if i not in known)


def _kept_open() -> frozenset[str]:
    return frozenset(light("unreal_governors"))


def _found(  # noqa: PLR0913 - one row of what was found
    noun: Token,
    clause: int,
    frame: NounFrame,
    span: tuple[int, int],
    actors: tuple[int, ...],
    recipients: tuple[int, ...],
) -> Found:
    return Found(
        type=frame.type,
        mode=frame.mode,
        trigger=noun.i,
        clause=clause,
        span=span,
        actors=actors,
        recipients=recipients,
    )
