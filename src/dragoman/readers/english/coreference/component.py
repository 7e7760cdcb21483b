"""The spaCy component `dragoman_coreference`: ties `doc._.mentions` to `doc._.things`."""

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import SUBJECTS, case
from dragoman.readers.english.coreference.belonging import vote
from dragoman.readers.english.coreference.facing import face
from dragoman.readers.english.coreference.home import settle
from dragoman.readers.english.coreference.named import collect
from dragoman.readers.english.coreference.owned import own
from dragoman.readers.english.coreference.places import locate
from dragoman.readers.english.coreference.resolve import Resolver
from dragoman.readers.english.coreference.salience import main_states
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.coreference.trail import Trail, first_of
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.lexicon import mapping


@Language.component("dragoman_coreference")
def coreference(doc: Doc) -> Doc:
    """Set `doc._.things` and the `things` of each mention; drop what stands for nothing known."""
    things = Things()
    named = [n for n in doc._.mentions if n.form == "name"]
    found = collect(doc, named, things)
    locate(doc, named, found, things)
    main = main_states(doc)
    vote(doc, named, found, things)
    face(doc, named, found, things, main)
    settle(doc, named, found, things, main)
    trail = Trail(doc, things, doc._.mentions)
    resolver = Resolver(doc, things, trail, main)
    resolver.know({n.head: (at,) for n, at in zip(named, found, strict=True)})
    tied = _tie(doc, named, found, things, trail, resolver)
    own(doc, tied, things)
    doc._.mentions = tuple(tied)
    doc._.things = tuple(thing.freeze() for thing in things.all)
    return doc


def _tie(  # noqa: PLR0913 - one walk over shared tables
    doc: Doc,
    named: list[Name],
    found: list[int],
    things: Things,
    trail: Trail,
    resolver: Resolver,
) -> list[Name]:
    """Return the mentions that stand for something, in text order, each with what it stands for."""
    tied = {id(n): (at,) for n, at in zip(named, found, strict=True)}
    heads = {n.head: at for n, at in zip(named, found, strict=True)}
    starts = frozenset(n.start for n in named)
    kept: list[Name] = []
    for name in doc._.mentions:
        if name.form == "nominal" and _titles_a_name(doc, name, starts):
            continue
        token = doc[name.head]
        trail.advance(token)
        stands_for = tied.get(id(name)) or resolver.resolve(name)
        if not stands_for:
            if name.form == "nominal":
                trail.skip(token)
            continue
        trail.add(token, stands_for)
        for group in (_joined(token, heads), _partners(token, heads)):
            if len(group) > 1 and len({things.all[i].kind for i in group}) == 1:
                trail.group(token, group)
        kind = things.all[stands_for[0]].kind
        kept.append(msgspec.structs.replace(name, things=stands_for, type=kind))
    return kept


def _titles_a_name(doc: Doc, name: Name, starts: frozenset[int]) -> bool:
    """Whether a description only opens a name: "Foreign Minister | Amina Said"."""
    if name.type != "person":
        return False
    at = name.head + 1
    return at < len(doc) and doc[at].idx in starts


def _joined(token: Token, heads: dict[int, int]) -> tuple[int, ...]:
    """Return the named things joined by "and" that end in this mention."""
    first = token.head if token.dep_ == "conj" else token
    chain = [first, *(c for c in first.conjuncts)]
    group = [
        heads[t.i] for t in sorted(chain, key=lambda t: t.i) if t.i in heads and t.i <= token.i
    ]
    return tuple(dict.fromkeys(group))


def _partners(token: Token, heads: dict[int, int]) -> tuple[int, ...]:
    """Return two that meet, sign or talk with each other, where `token` is the second of them."""
    first = first_of(token)
    verb = first.head
    if verb.lemma_.lower() not in mapping("coreference", "verbs.yaml")["facing"]:
        return ()
    if first.dep_ != "obj" and case(first) != "with":
        return ()
    acting = [c.i for c in verb.children if c.dep_ in SUBJECTS and c.i in heads and c.i < token.i]
    if len(acting) != 1 or token.i not in heads:
        return ()
    return tuple(dict.fromkeys((heads[acting[0]], heads[token.i])))
