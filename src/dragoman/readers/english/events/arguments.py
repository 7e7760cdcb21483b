"""Whether the clause of a verb fits a frame, and who stands where in it."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.arguments import (
    is_party,
    logical_objects,
    logical_subject,
    parties_of,
    phrases,
)
from dragoman.readers.english.clauses.parties import mentions_by_head, subject
from dragoman.readers.english.clauses.reality import auxiliaries, is_demanded
from dragoman.readers.english.events.frames import PARTIES, THINGS, VerbFrame, class_of

OWN = frozenset(("MOBILIZE", "RETREAT"))
"""What is told of one's own people: with no subject, the object's state did it."""
OTHERS = frozenset(("release", "return", "access"))
"""Of these what is done to another's people or goods."""
MONEY = frozenset(["$", "€", "£", "¥", "usd", "eur", "rs", "rs.", "gbp"])
NEAR = 4
QUOTED = 14
"""How many words after "called" the mark of what something is called may stand."""
SAID_OF = ("obl", "obj", "advmod", "xcomp", "ccomp", "compound:prt", "acl", "advcl")
"""Where a word of a verb's clause may stand that a frame asks for by its class."""
FORETELLING = frozenset(("will", "would", "wo", "'d", "'ll"))
HUMAN = frozenset(("people", "detained"))
TURNING = frozenset(("out", "off", "down"))
ADVERBIAL = frozenset(("in", "out", "up", "down", "off", "away", "back", "over", "through"))


def fits(verb: Token, frame: VerbFrame) -> bool:
    """Whether particle, object, subject, preposition and clause are as the frame asks."""
    return (
        (_is_bare(verb) if frame.particle is None else has_particle(verb, frame.particle))
        and (not frame.obj or any(_is_one(t, frame.obj) for t in objects(verb, frame)))
        and not any(t.lower_ in class_of("only_stressed") for t in objects(verb, frame))
        and (not frame.subj or _is_one(logical_subject(verb), frame.subj))
        and (not frame.prep or any(_takes_part(p, frame) for p in phrases(verb, *frame.prep)))
        and (frame.clause is None or has_clause(verb, frame.clause))
        and (frame.by is None or _mentions_class(verb, frame.by))
        and (not frame.plural or _is_plural(verb))
        and (frame.type != "ASSAULT" or _can_fight(logical_subject(verb)))
    )


def _is_bare(verb: Token) -> bool:
    """Whether a verb has no particle that makes another verb of it: "carry out", "strike off"."""
    return not any(c.dep_ == "compound:prt" and c.lower_ in TURNING for c in verb.children)


def _can_fight(token: Token | None) -> bool:
    """Whether a subject can attack: an earthquake or a crisis that strikes a city cannot."""
    if token is None or is_party(token) or token.pos_ in ("PRON", "PROPN"):
        return True
    return any(token.lower_ in class_of(c) for c in ("people", "troops", "lethal", "attack"))


def _takes_part(phrase: Token, frame: VerbFrame) -> bool:
    return bool(parties_of(phrase)) or (bool(frame.obj) and phrase.lower_ in class_of("target"))


def has_particle(verb: Token, particle: str) -> bool:
    """Whether a verb has its particle, its preposition or the words of its idiom after it."""
    words = particle.split()
    after = verb.doc[verb.i + 1 : min(verb.i + 1 + NEAR + len(words), verb.sent.end)]
    low = [t.lower_ for t in after]
    if len(words) > 1:
        return any(low[k : k + len(words)] == words for k in range(NEAR))
    for child in verb.children:
        if child.lower_ == particle and child.dep_ in ("compound:prt", "advmod", "obj", "obl"):
            return child.i > verb.i
    if low[:1] == words and (after[0].dep_ != "case" or after[0].tag_ == "RP"):
        return True
    return particle not in ADVERBIAL and any(p.head.i == verb.i for p in phrases(verb, particle))


def objects(verb: Token, frame: VerbFrame) -> list[Token]:
    """Return the logical objects; of "call on" what follows the preposition."""
    if frame.particle is not None:
        governed = [p for p in phrases(verb, frame.particle) if p.head.i == verb.i]
        if governed:
            return governed
    found = logical_objects(verb)
    relative = [t for t in found if verb.dep_ == "acl:relcl" and t.i == verb.head.i]
    return [*found, *(h for t in relative for h in _nouns_over(t))]


def _nouns_over(noun: Token) -> list[Token]:
    """Return the nouns a phrase hangs on: a relative clause may be told of any of them."""
    out = []
    while noun.dep_.split(":")[0] == "nmod" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
        out.append(noun)
    return out


def _is_one(token: Token | None, names: tuple[str, ...]) -> bool:
    if token is None:
        return False
    heads = [token, *(c for c in token.conjuncts if c.i > token.i)]
    return any(_fits_class(head, name) for head in heads for name in names)


def _fits_class(token: Token, name: str) -> bool:
    if token.lower_ in class_of("measured"):
        inner = (c for c in token.children if c.dep_ in ("nmod", "compound"))
        if any(_fits_class(c, name) for c in inner):
            return True
    if name == "any":
        return True
    if name == "party":
        return is_party(token)
    if name in HUMAN and (token.pos_ == "NUM" or token.lower_ in class_of("them")):
        return True
    return _is_thing(token, name) or (name not in THINGS and _is_word(token, name))


def _is_word(token: Token, name: str) -> bool:
    words = class_of(name)
    if token.lower_ in words or (name == "aid" and token.lower_ in MONEY):
        return True
    if name == "agreement" and _is_thing(token, name):
        return True
    after = (c for c in token.children if c.dep_ in ("flat", "compound") and c.i > token.i)
    return any(c.lower_ in words for c in after)


def _is_thing(token: Token, kind: str) -> bool:
    things = token.doc._.things
    name = mentions_by_head(token.doc).get(token.i)
    if name is not None and any(things[i].type == kind for i in name.things):
        return True
    if kind == "person":
        return token.lower_ in class_of("visitors") and bool(parties_of(token))
    return False


def has_clause(verb: Token, kind: str) -> bool:
    """Whether a "to" infinitive, or a "that" clause, follows the verb."""
    for child in verb.children:
        if child.i < verb.i or child.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        relation = child.dep_.split(":")[0]
        infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in child.children)
        if kind in ("to", "deed") and infinitive and relation in ("xcomp", "ccomp", "advcl"):
            return kind == "to" or child.lower_ not in class_of("comment")
        if kind == "that" and relation == "ccomp" and not infinitive:
            return True
        if relation == "ccomp" and _is_content(child, verb, kind):
            return True
    if kind == "to":
        return any(_has_infinitive(t) for t in logical_objects(verb))
    return False


def _is_content(content: Token, verb: Token, kind: str) -> bool:
    """Whether a finite clause is foretold, claimed of another party, or demanded."""
    if kind == "foretold":
        return _is_foretold(content)
    if kind == "claim":
        return _is_of_another(content, verb)
    return kind == "demand" and is_demanded(content)


def _is_foretold(content: Token) -> bool:
    return any(a.lower_ in FORETELLING for a in auxiliaries(content))


def _is_of_another(content: Token, verb: Token) -> bool:
    """Whether a clause speaks of a party other than the one who says it."""
    told = set(parties_of(subject(content)))
    return bool(told) and not told & set(parties_of(logical_subject(verb)))


def _has_infinitive(noun: Token) -> bool:
    return any(
        c.dep_.startswith("acl") and any(m.lower_ == "to" for m in c.children)
        for c in noun.children
    )


def _mentions_class(verb: Token, name: str) -> bool:
    if name == "quoted":
        return _is_quoted(verb)
    words = class_of(name)
    return any(c.lower_ in words for c in verb.children if c.dep_.startswith(SAID_OF))


def _is_quoted(verb: Token) -> bool:
    """Whether what something is called stands in quotation marks and is not meant as praise.

    Who writes quotes the word that stings: 'called the duty "a slap across the strait"'.
    """
    after = verb.doc[verb.i + 1 : min(verb.i + 1 + QUOTED, verb.sent.end)]
    at = next((t for t in after if t.is_quote), None)
    if at is None or any(t.pos_ in ("VERB", "AUX") for t in verb.doc[verb.i + 1 : at.i]):
        return False
    return not any(t.lower_ in class_of("praising") for t in verb.doc[at.i : verb.sent.end])


def _is_plural(verb: Token) -> bool:
    found = logical_subject(verb)
    if found is None:
        return False
    return len(parties_of(found)) > 1 or found.tag_ in ("NNS", "NNPS")


def actors_and_recipients(verb: Token, frame: VerbFrame) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the things that did it and those it was done to."""
    doers = parties_of(logical_subject(verb))
    given = _recipients(verb, frame)
    if frame.who == "obj":
        done = [i for t in objects(verb, frame) for i in parties_of(t)]
        return tuple(dict.fromkeys(done)), doers
    if not doers and frame.type in OWN and frame.mode not in OTHERS:
        doers = tuple(i for t in objects(verb, frame) for i in parties_of(t, inside=False))
    given = tuple(i for i in given if i not in doers)
    if frame.who == "sym":
        return tuple(dict.fromkeys((*doers, *given))), ()
    return doers, given


def _recipients(verb: Token, frame: VerbFrame) -> tuple[int, ...]:
    for slot in frame.to:
        if slot == "obj":
            heads = objects(verb, frame)
        elif slot == "iobj":
            heads = [c for c in verb.children if c.dep_ == "iobj"]
        else:
            heads = list(phrases(verb, slot))
        found = tuple(dict.fromkeys(i for t in heads for i in parties_of(t)))
        if found:
            return found
    if frame.clause in ("demand", "claim"):
        return _subject_of_content(verb)
    return ()


def _subject_of_content(verb: Token) -> tuple[int, ...]:
    """Return the subject of what is demanded: "demanded that Oslo withdraw"."""
    for child in verb.children:
        if child.dep_ == "ccomp":
            return tuple(
                i for i in parties_of(subject(child)) if verb.doc._.things[i].type in PARTIES
            )
    return ()
