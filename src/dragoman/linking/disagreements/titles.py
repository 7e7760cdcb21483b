"""Titles: two ranks at one time, or a deputy who is elsewhere the holder."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.linking.disagreements.sides import Draft, Linkage, days_apart, draft
from dragoman.linking.lexicon import words_of
from dragoman.linking.who.ranks import is_rank
from dragoman.linking.who.roles import title_key
from dragoman.record.nouns import Role

DAYS = 120


def differing_titles(linkage: Linkage) -> Iterator[Draft]:
    """Yield ranks and offices of one person that differ between reports of about one time.

    A short form ("General" of a lieutenant general) does not differ, nor an office changed later.
    """
    held: dict[str, list[Role]] = defaultdict(list)
    for role in linkage.roles:
        held[role.person].append(role)
    for person, roles in sorted(held.items()):
        for a, b in combinations(roles, 2):
            if _differ(title_key(a.title), title_key(b.title)) and _apart(a, b, linkage):
                told = [(r.title, m) for r in (a, b) for m in r.mentions]
                found = draft("title", person, told)
                if found:
                    yield found


def _differ(a: str, b: str) -> bool:
    if is_rank(a) and is_rank(b):
        return not (a.endswith(f" {b}") or b.endswith(f" {a}"))
    x, y = _without_deputy(a.split()), _without_deputy(b.split())
    return x == y and len(a.split()) != len(b.split())


def _without_deputy(words: Sequence[str]) -> list[str]:
    return [w for w in words if w not in words_of("deputies")]


def _apart(a: Role, b: Role, linkage: Linkage) -> bool:
    """Tell whether no report gives both titles, and two give one each at about one time."""
    mine, theirs = ({m.report for m in r.mentions} for r in (a, b))
    if mine & theirs:
        return False
    reports = linkage.reports
    return any(days_apart(reports[r], reports[s]) <= DAYS for r in mine for s in theirs)
