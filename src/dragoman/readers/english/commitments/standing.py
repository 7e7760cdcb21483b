"""What a verb makes of a commitment by who stands where: sides together, masters and servants."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.arguments import is_passive, logical_subject, parties_of
from dragoman.readers.english.clauses.parties import agent
from dragoman.readers.english.clauses.sides import counterpart
from dragoman.readers.english.commitments.cues import verbs_of, words_of
from dragoman.record.nouns import CommitmentKind

Parties = tuple[int, ...]


def settled(
    verb: Token, kind: CommitmentKind, by: Parties, to: Parties
) -> tuple[CommitmentKind, Parties, Parties]:
    """Return the kind and the parties of what a verb brings, as they bear on each other.

    What several sides decide together they agree on; what a state orders its own to do it plans;
    and who is promised something, with nobody named who promised it, got it from the other side.
    """
    if kind == "planned" and verb.lower_ in verbs_of("deciding") and _is_of_sides(verb, by):
        return "agreed", by, ()
    if kind == "requested" and verb.lower_ in verbs_of("ordering") and _commands(verb, by, to):
        return "planned", tuple(dict.fromkeys((*by, *to))), ()
    if kind == "pledged" and is_passive(verb) and agent(verb) is None:
        given = _promised(verb)
        if given:
            return kind, counterpart(verb.doc, given), given
    return kind, by, to


def is_joint(verb: Token) -> bool:
    """Return whether the subject of a verb stands for several sides: "both ministers"."""
    found = logical_subject(verb)
    return found is not None and (
        found.lower_ in words_of("sides")
        or any(c.lower_ in ("both", "two") and c.i < found.i for c in found.children)
    )


def _is_of_sides(verb: Token, by: Parties) -> bool:
    things = verb.doc._.things
    states = {things[i].country for i in by if things[i].country}
    return len(states) > 1 and len(by) > 1 and (is_joint(verb) or len(states) > 1)


def _commands(verb: Token, by: Parties, to: Parties) -> bool:
    """Whether who is told to do it belongs to who tells him."""
    things = verb.doc._.things
    told = {things[i].country or things[i].guess for i in to} - {None}
    if is_passive(verb) and agent(verb) is None:
        return bool(to) and not any(things[i].type in ("state", "person") for i in to)
    own = {things[i].country or things[i].guess for i in by} - {None}
    return bool(told) and told == own


def _promised(verb: Token) -> Parties:
    """Return who is promised something, where what is promised is told beside him."""
    for child in verb.children:
        if child.dep_ == "nsubj:pass":
            return parties_of(child, inside=False)
    return ()
