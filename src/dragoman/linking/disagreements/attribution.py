"""Attribution: one utterance, one wish or one request, laid to two mouths."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.linking.disagreements.sides import Draft, Linkage, days_apart, draft
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.who.parties import Parties
from dragoman.linking.wording.words import Rarity, Words, content_words, courtesies
from dragoman.record.nouns import Mention

ALIKE = 0.6
LEAST_SHARED = 3
DAYS = 14
_VOICED = frozenset({"interest", "requested", "proposed", "pledged"})


@dataclass(frozen=True)
class _Voiced:
    """What one voice says or asks for in one report."""

    item: str
    voice: str
    mention: Mention
    words: Words


def differing_speakers(linkage: Linkage) -> Iterator[Draft]:
    """Yield what reports of one time give in like words to speakers of two sides.

    A minister and the minister's ministry are one side; two persons of one state are two.
    """
    parties = linkage.parties
    rows = list(_voiced(linkage, parties))
    rarity = Rarity([v.words for v in rows])
    for i, j in candidate_pairs([set(rarity.rarest(v.words, 5)) for v in rows]):
        a, b = rows[i], rows[j]
        if not _two_sides(a.voice, b.voice, parties) or len(a.words & b.words) < LEAST_SHARED:
            continue
        reports = linkage.reports[a.mention.report], linkage.reports[b.mention.report]
        if days_apart(*reports) <= DAYS and rarity.likeness(a.words, b.words) >= ALIKE:
            told = [(linkage.entities[v.voice].name, v.mention) for v in (a, b)]
            found = draft("attribution", a.item, told)
            if found:
                yield found


def _voiced(linkage: Linkage, parties: Parties) -> Iterator[_Voiced]:
    states = parties.words(i for i, e in linkage.entities.items() if e.type == "state")
    empty = courtesies() | states
    for said in linkage.statements:
        if said.row.speaker and said.row.hedge == "stated":
            for m in said.row.mentions:
                yield _Voiced(said.row.id, said.row.speaker, m, content_words(m.quote) - empty)
    for bond in linkage.commitments:
        if bond.row.kind not in _VOICED:
            continue
        for told in bond.told:
            if len(parties.sides(told.item.by)) == 1:
                for m in told.item.mentions:
                    words = content_words(m.quote) - empty
                    yield _Voiced(bond.row.id, told.item.by[-1], m, words)


def _two_sides(a: str, b: str, parties: Parties) -> bool:
    kinds = {parties.entities[s].type for s in (a, b)}
    return a != b and (parties.side(a) != parties.side(b) or kinds == {"person"})
