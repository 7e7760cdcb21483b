"""The spaCy component `dragoman_coreference`: ties `doc._.mentions` to `doc._.things`."""

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.coreference.belonging import settle, vote
from dragoman.readers.english.coreference.facing import face
from dragoman.readers.english.coreference.named import collect
from dragoman.readers.english.coreference.pointing import Seen
from dragoman.readers.english.coreference.resolve import Resolver
from dragoman.readers.english.coreference.salience import main_states
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name


@Language.component("dragoman_coreference")
def coreference(doc: Doc) -> Doc:
    """Set `doc._.things` and the `things` of each mention; drop what stands for nothing known."""
    things = Things()
    named = [n for n in doc._.mentions if n.form == "name"]
    found = collect(doc, named, things)
    main = main_states(doc)
    vote(doc, named, found, things)
    tied = {id(n): (at,) for n, at in zip(named, found, strict=True)}
    heads = {n.head: at for n, at in zip(named, found, strict=True)}
    seen = Seen(doc, things)
    resolver = Resolver(doc, things, seen, main)
    kept: list[Name] = []
    covered = _covered(named)
    for name in doc._.mentions:
        if name.form == "nominal" and _titles_a_name(doc, name, covered):
            continue
        stands_for = tied.get(id(name)) or resolver.resolve(name)
        if not stands_for:
            continue
        token = doc[name.head]
        seen.add(token, stands_for)
        group = _joined(doc, name, heads)
        if len(group) > 1:
            seen.note_group(token, group)
        kind = things.all[stands_for[0]].kind
        kept.append(msgspec.structs.replace(name, things=stands_for, type=kind))
    face(doc, named, found, things, main)
    settle(doc, named, found, things, main)
    doc._.mentions = tuple(kept)
    doc._.things = tuple(thing.freeze() for thing in things.all)
    return doc


def _covered(named: list[Name]) -> frozenset[int]:
    return frozenset(n.start for n in named)


def _titles_a_name(doc: Doc, name: Name, starts: frozenset[int]) -> bool:
    """Whether a description only opens a name: "Foreign Minister | Amina Said"."""
    if name.type != "person":
        return False
    at = name.head + 1
    return at < len(doc) and doc[at].idx in starts


def _joined(doc: Doc, name: Name, heads: dict[int, int]) -> tuple[int, ...]:
    """Return the named things joined by "and" that end in this mention."""
    token = doc[name.head]
    first = token.head if token.dep_ == "conj" else token
    chain = [first, *(c for c in first.conjuncts)]
    group = [
        heads[t.i] for t in sorted(chain, key=lambda t: t.i) if t.i in heads and t.i <= token.i
    ]
    return tuple(dict.fromkeys(group))
