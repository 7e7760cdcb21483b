"""What a report tells of which body stands under which."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.bodies.found import Spot, object_verbs, stretch, subject_verbs
from dragoman.readers.english.bodies.vocabulary import is_verb, listed, nouns
from dragoman.readers.english.clauses.reality import is_negated
from dragoman.readers.english.drafts import WorkingDraft

_ABOVE = ("body", "agreement")


def nesting(doc: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    """Yield under what the body that stands at `spot` is."""
    for thing, words in _above(doc, spot):
        if thing != spot.thing:
            start, end = stretch(spot.head, *words)
            yield WorkingDraft(
                start=start, end=end, body=spot.thing, kind="within", parties=(thing,)
            )


def _above(doc: Doc, spot: Spot) -> Iterator[tuple[int, tuple[Token, ...]]]:
    at = _things_at(doc)
    for word in _hung(spot.head):
        thing = at.get(word.i)
        case = {c.lower_ for c in word.children if c.dep_ == "case"}
        if thing is None:
            continue
        under = bool(case & listed("prepositions_above"))
        body = doc._.things[thing].type == "body"
        part = "of" in case or word.dep_ == "nmod:poss"
        if under or (part and body and spot.head.lower_ in nouns("under_others")):
            yield thing, (word,)
    for verb in object_verbs(spot.head):
        above = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        if above is not None and (is_verb(verb, "oversees") or is_verb(verb, "founds")):
            yield from _overseer(doc, above, verb)
    for verb in (spot.head.head, *subject_verbs(spot.head)):
        if is_verb(verb, "oversees") and spot.head.dep_ == "obl":
            above = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
            if above is not None:
                yield from _overseer(doc, above, verb)
        elif verb.lower_ in _answers() and spot.head.dep_.startswith("nsubj"):
            for child in verb.children:
                to = any(c.lower_ == "to" for c in child.children)
                if to and child.i in at and doc._.things[at[child.i]].type == "body":
                    yield at[child.i], (verb, child)


def _answers() -> frozenset[str]:
    return frozenset(f for w in listed("answers") for f in (w, f"{w}s", f"{w}ed", f"{w}ing"))


def _overseer(doc: Doc, above: Token, verb: Token) -> Iterator[tuple[int, tuple[Token, ...]]]:
    """Yield the body that oversees, also where "which" stands for it."""
    if above.lower_ in ("which", "that") and verb.dep_.startswith("acl"):
        above = verb.head
    thing = _things_at(doc).get(above.i)
    if thing is not None and doc._.things[thing].type == "body" and not is_negated(verb):
        yield thing, (above, verb)


def _hung(head: Token) -> Iterator[Token]:
    """Yield the words hung on a body's word, those of "formed under the council" among them."""
    for child in head.children:
        if child.dep_.startswith("nmod") or child.dep_ == "obl":
            yield child
        elif child.dep_.startswith("acl") and child.tag_ in ("VBN", "VBG"):
            yield from (c for c in child.children if c.dep_ == "obl")
    above = head.head
    for child in above.children if above.i != head.i else ():
        if child.dep_.startswith("acl") and child.i > head.i and child.i - head.i < 3:
            yield from (c for c in child.children if c.dep_ == "obl")


def _things_at(doc: Doc) -> dict[int, int]:
    """Return the bodies and agreements by the token that heads a mention of them."""
    return {
        name.head: name.things[0]
        for name in doc._.mentions
        if len(name.things) == 1 and doc._.things[name.things[0]].type in _ABOVE
    }
