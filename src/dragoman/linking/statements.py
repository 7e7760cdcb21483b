"""One statement told by several reports is one row where speaker and content are the same."""

from collections.abc import Sequence

from dragoman.linking.grouping.apart import Apart, own_numbers
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.grouping.clusters import Link, grouped
from dragoman.linking.grouping.merging import Joined, merged_rows
from dragoman.linking.grouping.votes import most_common
from dragoman.linking.told import Told, all_mentions
from dragoman.linking.wording.words import Rarity, Words, content_words
from dragoman.record.nouns import Statement

BAR = 0.75
LEAST_WORDS = 3


def link_statements(
    told: Sequence[Told[Statement]],
) -> Joined[Statement]:
    """Merge statements of one speaker with one hedge whose words are nearly the same."""
    words = [_words(t) for t in told]
    rarity = Rarity(words)
    features = [
        {(_speaker(t), t.item.hedge, w) for w in rarity.rarest(own, 5)} if _speaker(t) else set()
        for t, own in zip(told, words, strict=True)
    ]
    links: list[Link] = []
    for i, j in candidate_pairs(features):
        same = rarity.likeness(words[i], words[j])
        if same >= BAR and min(len(words[i]), len(words[j])) >= LEAST_WORDS:
            links.append(Link(i, j, round(same, 4), f"one speaker, words alike {same:.2f}"))
    numbers = own_numbers(told, links)
    profiles = [Apart({t.report.id: n}) for t, n in zip(told, numbers, strict=True)]
    return merged_rows("statement", told, grouped(profiles, links), _row)


def _words(told: Told[Statement]) -> Words:
    return frozenset().union(*(content_words(m.quote) for m in told.item.mentions))


def _speaker(told: Told[Statement]) -> str:
    return told.item.speaker or ",".join(sorted(told.item.speakers))


def _row(own: str, told: Sequence[Told[Statement]]) -> Statement:
    rows = [t.item for t in told]
    return Statement(
        id=own,
        speaker=rows[0].speaker,
        speakers=rows[0].speakers,
        via=most_common([r.via for r in rows if r.via]),
        source=most_common([r.source for r in rows if r.source]),
        hedge=rows[0].hedge,
        cue=most_common([r.cue for r in rows if r.cue]),
        mentions=all_mentions(told),
    )
