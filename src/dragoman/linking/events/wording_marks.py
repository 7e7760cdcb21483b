"""What the wording of two tellings of one type of event has in common, and what parts them."""

from dragoman.linking.events.happening import Happening
from dragoman.linking.events.likeness import other_documents
from dragoman.linking.figures.numbers import numbers_in
from dragoman.linking.wording.families import family_of
from dragoman.linking.wording.words import Rarity, stem


def told_words(a: Happening, b: Happening, rarity: Rarity, sort: str) -> dict[str, float]:
    """Return how far two tellings use the same words, numbers and sorts of deeds."""
    same = a.core & b.core
    shared = rarity.shared(a.core, b.core) if a.core and b.core else 0.0
    sorts, others = a.sorts, b.sorts
    marks = {
        "sorts of deeds shared": len(sorts & others) / max(1, min(len(sorts), len(others))),
        "words alike": rarity.likeness(a.core, b.core) if same else 0.0,
        "words shared": shared,
        f"words shared, {sort}": shared,
        "words in common": min(len(same), 4) / 4,
    }
    if not a.core or not b.core:
        marks["told barely"] = 1.0
    mine, theirs = set(numbers_in(a.quote)), set(numbers_in(b.quote))
    marks["a number in common"] = float(bool(mine & theirs))
    marks["other numbers"] = float(bool(mine and theirs and not mine & theirs))
    return marks


def told_how(a: Happening, b: Happening) -> dict[str, float]:
    """Return what modes, verbs and turns of phrase tell of two tellings."""
    marks = {}
    if a.event.mode and b.event.mode:
        marks["one mode" if a.event.mode == b.event.mode else "other modes"] = 1.0
    if a.event.trigger and b.event.trigger:
        marks["one verb"] = float(stem(a.event.trigger) == stem(b.event.trigger))
        family = family_of(a.event.trigger) == family_of(b.event.trigger)
        marks["one family of verbs"] = float(family)
    told = {
        "first and second": a.ordinal_clashes(b),
        "an earlier one": a.is_earlier != b.is_earlier,
        "another one": a.is_another != b.is_another,
        "one document and several": a.event.type == "AGREE" and a.documents_clash(b),
        "as many documents": a.event.type == "AGREE"
        and (a.documents or 0) > 1
        and a.documents == b.documents,
        "told as fact and not": (a.event.hedge is None) != (b.event.hedge is None),
        "other documents": a.event.type == "AGREE" and other_documents(a, b),
        "one accepts": a.accepts != b.accepts,
        "one signs": a.event.type == "AGREE" and a.signs != b.signs,
        "taken up": a.takes_up or b.takes_up,
    }
    return marks | {mark: 1.0 for mark, holds in told.items() if holds}
