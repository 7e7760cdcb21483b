"""Follow-ups and statuses beside the keys': `python -m bench.follow_ups [KEY.json=FOLDER …]`.

Reads the reports of each key, links them, and prints
- links: pairs of a commitment and what follows it up. `given our reading` counts pairs whose two
  ends our reading tells, `of all` every pair of either. A commitment is told where a mention of
  one of ours fits it, what follows where the clause is told as an event or commitment of any type;
- statuses other than open, over the commitments that our reading and the key both tell;
- our links by what they make of the commitment, beside the status that the key gives it.

The sample and the corpus's dev part are always read, `--train` adds its train part; other sets are
given by their keys. `--misses` lists the pairs that only one side has, of every set but dev.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.linking import stories
from training.linking.ends import Ends, Known, ends_of, key_links
from training.linking.keyed import read_story

from dragoman.linking.follow_ups.outcomes import HOWS
from dragoman.linking.linking import link
from dragoman.record.nouns import Record
from dragoman.runs.evaluation.matching import prf

Pair = tuple[str, str]


@dataclass
class Counts:
    """What was counted over the stories of a set."""

    links: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    hows: Counter[tuple[str, str]] = field(default_factory=Counter)


def our_links(record: Record) -> dict[Pair, str]:
    """Return our pairs of the same, and what each makes of the commitment."""
    return {
        (row.id, one.later): one.how or ""
        for row in record.commitments
        for one in row.follow_ups
        if one.event or one.commitment
    }


def count(counts: Counts, key: Mapping[str, Any], record: Record, ends: Ends) -> list[str]:
    """Add one story to the counts; return its misses, one a line."""
    wanted, given = key_links(key), our_links(record)
    status = {row["id"]: row.get("status") or "open" for row in key.get("commitments") or ()}
    within = {pair for pair in given if ends.meant(pair)}
    right = {pair for pair in within if ends.meant(pair) & wanted}
    found = wanted & {one for pair in given for one in ends.meant(pair)}
    reachable = {pair for pair in wanted if ends.reach(pair)}
    counts.links += Counter(
        key=len(wanted),
        ours=len(given),
        right=len(right),
        found=len(found),
        within=len(within),
        reachable=len(reachable),
    )
    for pair, how in given.items():
        sort = "right" if pair in right else "not in the key" if pair in within else "not told"
        counts.hows[how, sort] += 1
    count_statuses(counts, status, record, ends.bound)
    return [
        *(f"only ours {how} {pair}" for pair, how in given.items() if pair in within - right),
        *(f"only the key's {status[pair[0]]} {pair}" for pair in sorted(reachable - found)),
    ]


def count_statuses(counts: Counts, status: Mapping[str, str], record: Record, bound: Known) -> None:
    """Add the statuses of the commitments that both tell."""
    for row in record.commitments:
        for own in bound.get(row.id, ()):
            both = row.status != "open" and row.status == status[own]
            counts.statuses += Counter(
                ours=row.status != "open", key=status[own] != "open", right=both
            )
            counts.statuses[f"{status[own]} → {row.status}"] += 1


def lines_of(name: str, counts: Counts) -> Iterator[str]:
    """Yield the lines that tell what was counted over a set."""
    links, statuses = counts.links, counts.statuses
    rows = [
        ("links given our reading", "right", "within", "found", "reachable"),
        ("links of all", "right", "ours", "found", "key"),
    ]
    for what, *parts in rows:
        yield f"{name:13} {what:24} {_score(links[p] for p in parts)}"
    told = (statuses[p] for p in ("right", "ours", "right", "key"))
    yield f"{name:13} {'statuses not open':24} {_score(told)}"
    for how in HOWS.values():
        made = {s: counts.hows[how, s] for s in ("right", "not in the key", "not told")}
        if any(made.values()):
            yield f"{name:13}   {how:9} " + ", ".join(f"{n} {s}" for s, n in made.items())
    for key in HOWS:
        given = {own: statuses[f"{key} → {own}"] for own in HOWS}
        if any(given.values()):
            told_as = ", ".join(f"{n} {own}" for own, n in given.items() if n)
            yield f"{name:13}   key {key:12} ours: {told_as}"


def _score(counts: Iterable[int]) -> str:
    hit, ours, found, key = counts
    score = prf(hit, ours, found, key)
    return f"{score.p:6.3f} {score.r:6.3f} {score.f1:6.3f}  {hit} of {ours}, {found} of {key}"


def main() -> None:
    """Read the sets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="KEY.json=FOLDER")
    parser.add_argument("--train", action="store_true", help="the corpus's train part too")
    parser.add_argument("--misses", action="store_true", help="list what only one side has")
    asked = parser.parse_args()
    sets: dict[str, Counts] = {}
    for name, key, folder in stories(asked.sets, asked.train):
        story = read_story(key, folder)
        record = link(story.facts(), story.readings)
        missed = count(
            sets.setdefault(name, Counts()),
            key,
            record,
            ends_of(story, record.commitments, record.events),
        )
        if asked.misses and name != "corpus dev":
            print(*(f"{folder.name}: {line}" for line in missed), sep="\n")
    print(f"{'set':13} {'measure':24} {'P':>6} {'R':>6} {'F1':>6}  right of ours, found of key's")
    for name, counts in sets.items():
        print(*lines_of(name, counts), sep="\n")


if __name__ == "__main__":
    main()
