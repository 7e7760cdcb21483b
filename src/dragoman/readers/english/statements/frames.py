"""The cues as data: which word forms bring what somebody says, and in which shape."""

from collections import defaultdict
from functools import cache

import msgspec
from spacy.tokens import Token

from dragoman.readers.english.lexicon import mapping
from dragoman.record.nouns import Hedge

KINDS: tuple[tuple[str, str, Hedge], ...] = (
    ("clause", "clause", "stated"),
    ("alleged", "clause", "alleged"),
    ("unconfirmed", "clause", "unconfirmed"),
    ("object", "object", "stated"),
    ("object_attitude", "attitude", "stated"),
    ("object_addressed", "addressed", "stated"),
    ("object_unnamed", "unnamed", "stated"),
    ("value", "value", "stated"),
    ("act", "act", "stated"),
    ("for", "call", "stated"),
    ("ask", "ask", "stated"),
    ("accuse", "accuse", "alleged"),
    ("deny", "deny", "denied"),
    ("as", "as", "stated"),
    ("as_bare", "bare", "stated"),
    ("quoting", "quoting", "stated"),
)
"""Key in cues.yaml, the shape it stands for, the hedge it gives."""

_GAP = 2


class Frame(msgspec.Struct, frozen=True):
    """A cue: its verb's lemma, the fixed words after it, the shape of its content, its hedge."""

    verb: str
    tail: tuple[str, ...]
    kind: str
    hedge: Hedge


@cache
def words(key: str) -> frozenset[str]:
    """Return the list `key` of cues.yaml as a set."""
    return frozenset(mapping("statements", "cues.yaml")[key])


@cache
def speakers(key: str) -> frozenset[str]:
    """Return the list `key` of speakers.yaml as a set."""
    return frozenset(mapping("statements", "speakers.yaml")[key])


def forms(lemma: str) -> set[str]:
    """Return the written forms of a verb, with "z" beside "s" in verbs on "ise"."""
    irregular = mapping("statements", "cues.yaml")["irregular"]
    if lemma in irregular:
        return {lemma, *irregular[lemma]}
    found: set[str] = set()
    for base in (lemma, lemma[:-3] + "ize") if lemma.endswith("ise") else (lemma,):
        found |= {base, *_endings(base)}
    return found


def _endings(base: str) -> tuple[str, str, str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    plural = base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else base + "s"
    if base.endswith("e"):
        return plural, base + "d", base + "ing" if base.endswith("ee") else base[:-1] + "ing"
    return plural, base + "ed", base + "ing"


@cache
def frames_by_form() -> dict[str, tuple[Frame, ...]]:
    """Return all frames by the forms of their verb, those with the most fixed words first."""
    table: dict[str, list[Frame]] = defaultdict(list)
    for key, kind, hedge in KINDS:
        for entry in mapping("statements", "cues.yaml")[key]:
            verb, *tail = entry.split()
            for form in forms(verb):
                table[form].append(Frame(verb, tuple(tail), kind, hedge))
    return {form: tuple(sorted(f, key=lambda x: -len(x.tail))) for form, f in table.items()}


@cache
def hearsay_forms() -> frozenset[str]:
    """Return the participles of verbs that make hearsay in the passive: "is said to"."""
    return frozenset(f for verb in words("hearsay") for f in forms(verb.split()[0]))


@cache
def value_forms() -> frozenset[str]:
    """Return the forms of verbs that put a value at something: "is put at"."""
    return frozenset(f for verb in words("value") for f in forms(verb))


def match(token: Token) -> tuple[tuple[Frame, ...], int]:
    """Return the frames a verb opens and the position of its last fixed word.

    Frames with fixed words that follow win over the bare verb's; a particle may be parted from
    its verb by up to two words ("called once more on").
    """
    known = frames_by_form().get(token.lower_, ())
    best: list[Frame] = []
    last = token.i
    for frame in known:
        if best and len(frame.tail) < len(best[0].tail):
            break
        end = _tail_end(token, frame.tail)
        if end is not None:
            best.append(frame)
            last = max(last, end)
    return tuple(best), last


def _tail_end(token: Token, tail: tuple[str, ...]) -> int | None:
    if not tail:
        return token.i
    doc = token.doc
    for first in range(token.i + 1, min(token.i + 2 + _GAP, len(doc))):
        if [t.lower_ for t in doc[first : first + len(tail)]] == list(tail):
            return first + len(tail) - 1
        if doc[first].pos_ not in ("ADV", "PART") and not doc[first].lower_.endswith("ly"):
            return None
    return None
