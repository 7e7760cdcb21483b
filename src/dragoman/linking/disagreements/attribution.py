"""Attribution: one utterance, or one wish, laid to two mouths."""

from collections.abc import Iterator

from dragoman.linking.blocking import candidate_pairs
from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.parties import Parties
from dragoman.linking.told import Merged
from dragoman.linking.words import Rarity, content_words
from dragoman.record.nouns import Statement

SAME_WORDS = 0.85
LEAST_WORDS = 5


def differing_speakers(linkage: Linkage) -> Iterator[Draft]:
    """Yield statements of nearly the same words that reports give to speakers of two sides.

    A minister and the minister's ministry are one side.
    """
    parties = Parties(linkage.entities)
    rows = [m for m in linkage.statements if m.row.speaker]
    words = [frozenset().union(*(content_words(m.quote) for m in s.row.mentions)) for s in rows]
    rarity = Rarity(words)
    features = [set(rarity.rarest(own, 5)) for own in words]
    for i, j in candidate_pairs(features):
        if min(len(words[i]), len(words[j])) < LEAST_WORDS:
            continue
        if rarity.likeness(words[i], words[j]) < SAME_WORDS:
            continue
        if _two_sides(rows[i], rows[j], parties):
            told = [
                (linkage.entities[s.row.speaker].name, m)
                for s in (rows[i], rows[j])
                if s.row.speaker
                for m in s.row.mentions
            ]
            found = draft("attribution", rows[i].row.id, told)
            if found:
                yield found


def _two_sides(a: Merged[Statement], b: Merged[Statement], parties: Parties) -> bool:
    if a.row.speaker is None or b.row.speaker is None or a.row.speaker == b.row.speaker:
        return False
    kinds = {parties.entities[s].type for s in (a.row.speaker, b.row.speaker)}
    return parties.side(a.row.speaker) != parties.side(b.row.speaker) or kinds == {"person"}
