"""Status: agreed, says one; only talked of, says the next."""

from collections import defaultdict
from collections.abc import Iterator

from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.lexicon import words_of
from dragoman.linking.wording.surroundings import sentence_of
from dragoman.linking.wording.words import tokens
from dragoman.record.nouns import Mention

NEAR = 300
_BOUND = frozenset({"agreed", "signed"})
Voiced = tuple[Mention, str]


def softened(linkage: Linkage) -> Iterator[Draft]:
    """Yield agreements that one voice in a report tells and the next grants as talk alone."""
    settled = _settled(linkage)
    for own in _voiced(linkage).values():
        for k, (firm, voice) in enumerate(own):
            if not any(m.start < firm.end and firm.start < m.end for m in settled[firm.report]):
                continue
            soft = next((m for m, other in own[k + 1 :] if other != voice), None)
            if soft and soft.start - firm.end <= NEAR and _grants_less(soft, linkage):
                told = [(firm.quote, firm), (soft.quote, soft)]
                found = draft("status", None, told, within=True)
                if found:
                    yield found


def _settled(linkage: Linkage) -> dict[str, list[Mention]]:
    """Return by report where a commitment is told as agreed or signed."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for bond in linkage.commitments:
        for told in bond.told:
            if told.item.kind in _BOUND:
                for mention in told.item.mentions:
                    found[mention.report].append(mention)
    return found


def _voiced(linkage: Linkage) -> dict[str, list[Voiced]]:
    """Return by report what is said and by whom, in the order of the text."""
    found: dict[str, list[Voiced]] = defaultdict(list)
    for said in linkage.statements:
        voice = said.row.speaker or said.row.source
        if voice:
            for mention in said.row.mentions:
                found[mention.report].append((mention, voice))
    return {r: sorted(own, key=lambda v: (v[0].start, v[0].end, v[1])) for r, own in found.items()}


def _grants_less(soft: Mention, linkage: Linkage) -> bool:
    around = set(tokens(sentence_of(linkage.reports[soft.report], soft)))
    tentative = set(tokens(soft.quote)) & words_of("tentative_words")
    return bool(tentative and around & words_of("limiting_words"))
