"""The frames of events, compiled from the data files to tables by written word."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from dragoman.readers.english.clauses.forms import noun_index, verb_forms, verb_index
from dragoman.readers.english.lexicon import mapping

ROOM = "events"
THINGS = frozenset(["person", "state", "organization", "body", "place"])
PARTIES = frozenset(["person", "state", "organization", "body"])


class VerbFrame(msgspec.Struct, frozen=True, kw_only=True):
    """One row of verbs.yaml for one verb; `particle` is the second word of "call on"."""

    type: str
    verb: str
    particle: str | None
    mode: str | None
    who: str
    to: tuple[str, ...]
    obj: tuple[str, ...]
    subj: tuple[str, ...]
    prep: tuple[str, ...]
    clause: str | None
    by: str | None
    bare: bool
    speech: bool
    plural: bool

    @property
    def asks(self) -> int:
        """How much the frame asks of its clause; of two that fit the one that asks more wins."""
        constraints = (self.obj, self.subj, self.prep, self.clause, self.by, self.mode)
        words = len(self.particle.split()) if self.particle else 0
        return sum(bool(c) for c in constraints) + (2 * words - 1 if words else 0)


class NounFrame(msgspec.Struct, frozen=True, kw_only=True):
    """One row of nouns.yaml for one noun; `first` holds the words before the last one.

    Behind one of `never_after` the noun means another thing ("press release").
    """

    type: str
    noun: str
    first: tuple[str, ...]
    mode: str | None
    who: tuple[str, ...]
    to: tuple[str, ...]
    sym: bool
    free: bool
    tells: bool
    never_after: tuple[str, ...] = ()


def _several(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(value.split("|")) if isinstance(value, str) else tuple(value)


@cache
def verb_frames() -> Mapping[str, tuple[VerbFrame, ...]]:
    """Return the verb frames by every written form of their verb, the most asking first."""
    frames: dict[str, list[VerbFrame]] = {}
    for category, rows in mapping(ROOM, "verbs.yaml").items():
        for row in rows:
            for entry in row["verbs"]:
                verb, *rest = entry.split()
                frames.setdefault(verb, []).append(_verb_frame(category, verb, rest, row))
    index = verb_index(frames)
    return {
        form: tuple(sorted(frames[lemma], key=lambda f: -f.asks)) for form, lemma in index.items()
    }


def _verb_frame(category: str, verb: str, rest: list[str], row: Mapping[str, Any]) -> VerbFrame:
    return VerbFrame(
        type=category,
        verb=verb,
        particle=" ".join(rest) or None,
        mode=row.get("mode"),
        who=row.get("who", "subj"),
        to=_several(row.get("to")),
        obj=_several(row.get("obj")),
        subj=_several(row.get("subj")),
        prep=_several(row.get("prep")),
        clause=row.get("clause"),
        by=row.get("by"),
        bare=bool(row.get("bare")),
        speech=bool(row.get("speech")),
        plural=bool(row.get("plural")),
    )


@cache
def noun_frames() -> Mapping[str, tuple[NounFrame, ...]]:
    """Return the noun frames by singular and plural of their last word, longer names first."""
    frames: dict[str, list[NounFrame]] = {}
    for category, rows in mapping(ROOM, "nouns.yaml").items():
        for row in rows:
            for entry in row["nouns"]:
                words = entry.lower().split()
                frames.setdefault(words[-1], []).append(_noun_frame(category, words, row))
    index = noun_index(frames)
    return {
        form: tuple(sorted(frames[n], key=lambda f: -len(f.first))) for form, n in index.items()
    }


def _noun_frame(category: str, words: list[str], row: Mapping[str, Any]) -> NounFrame:
    return NounFrame(
        type=category,
        noun=words[-1],
        first=tuple(words[:-1]),
        mode=row.get("mode"),
        who=_several(row.get("who")),
        to=_several(row.get("to")),
        sym=bool(row.get("sym")),
        free=bool(row.get("free")),
        tells=bool(row.get("tells")),
        never_after=_several(row.get("never_after")),
    )


@cache
def class_of(name: str) -> frozenset[str]:
    """Return the written words of a class of nouns; an unknown name is a class of one word."""
    members: Iterable[str] = mapping(ROOM, "classes.yaml").get(name, [name])
    return frozenset(noun_index(w.lower() for w in members))


@cache
def light(key: str) -> Mapping[str, frozenset[str]]:
    """Return list `key` of light.yaml: written verb form to the particles it may need ("" none)."""
    table: dict[str, set[str]] = {}
    for entry in mapping(ROOM, "light.yaml")[key]:
        verb, *rest = entry.split()
        for form in verb_forms(verb):
            table.setdefault(form, set()).add(" ".join(rest))
    return {form: frozenset(particles) for form, particles in table.items()}


@cache
def modifiers() -> frozenset[str]:
    """Return the words that keep a noun from being a happening: "planned", "possible"."""
    return frozenset(mapping(ROOM, "light.yaml")["unreal_modifiers"])
