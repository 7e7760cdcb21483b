"""Status: agreed in one report and only wished in another; called for here and done there."""

from collections.abc import Iterator

from dragoman.linking.disagreements.sides import Draft, Linkage, draft
from dragoman.linking.follow_ups.acts import Act, act_of
from dragoman.linking.grouping.blocking import candidate_pairs
from dragoman.linking.wording.words import Rarity, content_words
from dragoman.record.nouns import Commitment, Event
from dragoman.record.vocabulary import LADDER

WISHED = frozenset({"interest", "requested", "proposed"})
BOUND = frozenset({"agreed", "signed"})
SHARED = 0.4
DEED_SHARED = 0.25
DEED_ROWS = 4
LEAST_WORDS = 2


def wished_or_agreed(linkage: Linkage) -> Iterator[Draft]:
    """Yield what one report has as agreed and another of the same day as a wish alone."""
    parties = linkage.parties
    acts = [act_of(m, parties) for m in linkage.commitments]
    rarity = Rarity([a.words for a in acts])
    for i, j in candidate_pairs([{(a.row.date, w) for w in a.words} for a in acts]):
        low, high = sorted((acts[i], acts[j]), key=_step)
        if not _kinds_apart(low, high) or not _one_occasion(low, high):
            continue
        same = low.words & high.words
        if len(same) >= LEAST_WORDS and rarity.shared(low.words, high.words) >= SHARED:
            told = [
                (f"{a.row.kind}: {a.row.subject}", m)
                for a in (low, high)
                if isinstance(a.row, Commitment)
                for m in a.row.mentions
            ]
            found = draft("status", high.row.id, told)
            if found and not _reports(low) & _reports(high):
                yield found


def _step(act: Act) -> tuple[int, str]:
    return (LADDER.index(act.row.kind) if isinstance(act.row, Commitment) else -1, act.row.id)


def _kinds_apart(low: Act, high: Act) -> bool:
    if not isinstance(low.row, Commitment) or not isinstance(high.row, Commitment):
        return False
    return low.row.kind in WISHED and high.row.kind in BOUND


def _one_occasion(a: Act, b: Act) -> bool:
    """Tell whether a wish was voiced, by all or one of them, on the day others agreed."""
    if a.when is None or b.when is None or not a.row.date or not b.row.date:
        return False
    return a.when == b.when and a.when.length == 1 and a.sides <= b.sides


def _reports(act: Act) -> set[str]:
    return {m.report for m in act.row.mentions}


def called_for_or_done(linkage: Linkage) -> Iterator[Draft]:
    """Yield what one report has a side call for at home, and another has it do."""
    parties = linkage.parties
    acts = [act_of(m, parties) for m in linkage.events]
    rarity = Rarity([a.words for a in acts])
    for i, j in candidate_pairs([a.words for a in acts]):
        for asked, done in ((acts[i], acts[j]), (acts[j], acts[i])):
            if _asks_of_itself(asked, done) and _one_deed(asked, done, rarity):
                told = [
                    *(("called for", m) for m in asked.row.mentions),
                    *(("done", m) for m in done.row.mentions),
                ]
                found = draft("status", done.row.id, told)
                if found and not _reports(asked) & _reports(done):
                    yield found


def _one_deed(asked: Act, done: Act, rarity: Rarity) -> bool:
    """Tell whether two acts share a word that few others have, and a good part of all.

    Of a deed the word that tells it must be among them, where its reader gives that.
    """
    same = asked.words & done.words
    told_by = isinstance(done.row, Event) and content_words(done.row.trigger or "")
    if told_by and not told_by & same:
        return False
    rare = any(rarity.counts[w] <= DEED_ROWS for w in same)
    return rare and rarity.shared(asked.words, done.words) >= DEED_SHARED


def _asks_of_itself(asked: Act, done: Act) -> bool:
    """Tell whether a request is put to nobody else, and the other act is its own side's deed."""
    if not isinstance(asked.row, Event) or not isinstance(done.row, Event):
        return False
    if asked.row.type != "REQUEST" or done.row.type in ("REQUEST", "CONSULT"):
        return False
    parties = asked.parties
    own, acting = set(parties.sides(asked.all)), set(parties.sides(done.row.actors))
    dated = asked.when is None or done.when is None or asked.when.meets(done.when)
    return len(own) == 1 and own <= acting and dated
