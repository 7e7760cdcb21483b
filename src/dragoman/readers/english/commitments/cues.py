"""The cues of commitments, compiled from the data file to tables by written word."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from dragoman.readers.english.clauses.forms import noun_index, verb_forms, verb_index
from dragoman.readers.english.events.frames import class_of
from dragoman.readers.english.lexicon import mapping
from dragoman.record.nouns import CommitmentKind

FILE = ("commitments", "cues.yaml")


class VerbCue(msgspec.Struct, frozen=True, kw_only=True):
    """One verb of cues.yaml; `particle` is what stands after it in "call for"."""

    kind: CommitmentKind
    verb: str
    particle: str | None
    who: str
    to: tuple[str, ...]
    objects: frozenset[str]
    subjects: frozenset[str]
    progressive: bool
    would: bool
    content: tuple[str, ...]


class NounCue(msgspec.Struct, frozen=True, kw_only=True):
    """One noun of cues.yaml."""

    kind: CommitmentKind
    content: tuple[str, ...]
    alone: bool
    dated: bool


@cache
def verb_cues() -> Mapping[str, tuple[VerbCue, ...]]:
    """Return the verb cues by every written form; those with a particle or an object first."""
    cues: dict[str, list[VerbCue]] = {}
    for row in mapping(*FILE)["verbs"]:
        for entry in row["verbs"]:
            verb, *rest = entry.split()
            cues.setdefault(verb, []).append(_verb_cue(verb, rest, row))
    index = verb_index(cues)
    return {
        form: tuple(
            sorted(cues[verb], key=lambda c: (not c.subjects, not c.particle, not c.objects))
        )
        for form, verb in index.items()
    }


def _verb_cue(verb: str, rest: list[str], row: Mapping[str, Any]) -> VerbCue:
    return VerbCue(
        kind=row["kind"],
        verb=verb,
        particle=" ".join(rest) or None,
        who=row.get("who", "subj"),
        to=tuple(row.get("to") or ()),
        objects=_words(row.get("obj")),
        subjects=_words(row.get("subj")),
        progressive=bool(row.get("progressive")),
        would=bool(row.get("would")),
        content=tuple(row["content"]),
    )


def _words(names: str | list[str] | None) -> frozenset[str]:
    several = [names] if isinstance(names, str) else names or []
    return frozenset(word for name in several for word in class_of(name))


@cache
def noun_cues() -> Mapping[str, tuple[NounCue, ...]]:
    """Return the noun cues by singular and plural."""
    cues: dict[str, list[NounCue]] = {}
    for row in mapping(*FILE)["nouns"]:
        cue = NounCue(
            kind=row["kind"],
            content=tuple(row["content"]),
            alone=bool(row.get("alone")),
            dated=bool(row.get("dated")),
        )
        for noun in row["nouns"]:
            cues.setdefault(noun, []).append(cue)
    return {form: tuple(cues[noun]) for form, noun in noun_index(cues).items()}


@cache
def adjective_cues() -> Mapping[str, CommitmentKind]:
    """Return the kinds by the word that stands before "to"."""
    rows = mapping(*FILE)["adjectives"].items()
    return {word: kind for kind, words in rows for word in words}


@cache
def phrased_cues() -> Mapping[tuple[str, str], CommitmentKind]:
    """Return the kinds by adjective and preposition."""
    rows = mapping(*FILE)["phrased"].items()
    return {tuple(entry.split()): kind for kind, entries in rows for entry in entries}


@cache
def verbs_of(key: str) -> frozenset[str]:
    """Return every written form of the verbs in list `key`."""
    return forms_of(mapping(*FILE)[key])


def forms_of(verbs: Iterable[str]) -> frozenset[str]:
    """Return every written form of some verbs, of "fall through" those of the verb."""
    return frozenset(form for entry in verbs for form in verb_forms(entry.split()[0]))


@cache
def words_of(key: str) -> frozenset[str]:
    """Return the words of list `key`."""
    return frozenset(mapping(*FILE)[key])
