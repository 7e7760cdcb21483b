"""Names: what kindred reports spell so unlike that nothing else took it for one name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler, Levenshtein

from dragoman.linking.disagreements.kindred import kindred_reports
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.who.naming.letters import INITIAL, skeleton, sound, token_likeness
from dragoman.linking.who.organization_names import state_code
from dragoman.linking.who.person_names import name_tokens
from dragoman.record.nouns import Mention

LEAST_LETTERS = 5
LONE_LETTERS = 6
ALIKE = 0.77
LONE_ALIKE = 0.88
LETTERS_OFF = 3
_LONE = frozenset({"place", "programme", "person"})


@dataclass(frozen=True)
class Name:
    """A written name of one entity, as its parts are compared, and where it stands."""

    entity: str
    type: str
    country: str | None
    parts: tuple[str, ...]
    written: str
    mentions: tuple[Mention, ...]
    whole: frozenset[str]

    @property
    def reports(self) -> frozenset[str]:
        """Return the reports that write it so."""
        return frozenset(m.report for m in self.mentions)


def respelled_names(linkage: Linkage) -> Iterator[Draft]:
    """Yield two spellings of a name in kindred reports, none of which writes both.

    Of a name of several parts all but one must be the same, or sound the same, and that one be
    much alike; a name of one part must be long and differ in a letter or two. A word that only
    adds an ending ("Chile", "Chilean") is no other spelling.
    """
    kin = kindred_reports(linkage)
    names = list(_names(linkage))
    done: set[tuple[str, str]] = set()
    for i, j in sorted(candidate_pairs([set(_features(n)) for n in names])):
        a, b = names[i], names[j]
        key = (min(a.entity, b.entity), max(a.entity, b.entity))
        if key in done or not _may_be_one(a, b, kin) or not _respelled(a, b):
            continue
        told = [(n.written, m) for n in (a, b) for m in n.mentions]
        found = draft("name", min(a.entity, b.entity), told)
        if found:
            done.add(key)
            yield found


def _names(linkage: Linkage) -> Iterator[Name]:
    for own, entity in sorted(linkage.entities.items()):
        if entity.type in ("state", "agreement"):
            continue
        whole = {m.report for m in entity.mentions if m.form == "name"}
        written: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in entity.mentions:
            if mention.form == "name" and mention.quote and state_code(mention.quote) is None:
                written[name_tokens(mention.quote)].append(mention)
        for parts, mentions in sorted(written.items()):
            if parts:
                name = " ".join(mentions[0].quote.split())
                kept = tuple(mentions)
                yield Name(own, entity.type, entity.country, parts, name, kept, frozenset(whole))


def _features(name: Name) -> Iterator[tuple[str, str]]:
    for part in name.parts:
        if len(part) > 1:
            yield (name.type, skeleton(part))
            yield (name.type, sound(part)[:3])
    yield (name.type, sound("".join(name.parts)))


def _may_be_one(a: Name, b: Name, kin: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two names of a type and country stand in kindred reports, never in one."""
    if a.type != b.type or a.parts == b.parts:
        return False
    if a.country and b.country and a.country != b.country:
        return False
    if a.entity == b.entity or a.whole & b.whole:
        return False
    return any(kin.get(r, frozenset()) & b.reports for r in a.reports)


def _respelled(a: Name, b: Name) -> bool:
    if len(a.parts) == len(b.parts) == 1:
        return a.type in _LONE and _lone_respelled(a.parts[0], b.parts[0])
    if sound("".join(a.parts)) == sound("".join(b.parts)):
        return True
    if len(a.parts) != len(b.parts):
        return False
    pairs = list(zip(a.parts, b.parts, strict=True))
    same = [p for p in pairs if token_likeness(*p) > INITIAL]
    others = [p for p in pairs if p not in same]
    return bool(same) and len(others) <= 1 and all(_near(x, y) for x, y in others)


def _near(x: str, y: str) -> bool:
    if min(len(x), len(y)) < LEAST_LETTERS or (_is_ending(x, y) and len(y) != len(x) + 1):
        return False
    alike = JaroWinkler.similarity(sound(x), sound(y)) >= ALIKE
    return alike and Levenshtein.distance(sound(x), sound(y)) <= LETTERS_OFF


def _lone_respelled(x: str, y: str) -> bool:
    if min(len(x), len(y)) < LONE_LETTERS or _is_ending(x, y):
        return False
    if sound(x) == sound(y):
        return True
    alike = JaroWinkler.similarity(sound(x), sound(y)) >= LONE_ALIKE
    return alike and Levenshtein.distance(sound(x), sound(y)) <= LETTERS_OFF - 1


def _is_ending(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    return long.startswith(short)
