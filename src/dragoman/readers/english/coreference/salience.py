"""Which states a report is about, and where persons without a stated country belong."""

from collections import Counter

from spacy.tokens import Doc

from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.words import readable_sentences

OPENING = 3
OPENING_WEIGHT = 4


def main_states(doc: Doc) -> list[str]:
    """Return the states (ISO codes) of a report, the most spoken of first.

    Names, capitals and adjectives count; those in the first sentences count more.
    """
    known = gazetteer()
    weight: Counter[str] = Counter()
    for k, sent in enumerate(readable_sentences(doc)):
        gain = OPENING_WEIGHT if k < OPENING else 1
        raw = [t.text for t in sent]
        folded = [fold(w) for w in raw]
        at = 0
        while at < len(raw):
            step = 1
            if raw[at][:1].isupper():
                hit = known.at(folded, raw, at)
                two = " ".join(folded[at : at + 2])
                if hit and hit[1].type == "state" and hit[1].country:
                    weight[hit[1].country] += gain
                    step = hit[0] - at
                elif two in known.adjectives:
                    weight[known.adjectives[two]] += gain
                    step = 2
                elif folded[at] in known.adjectives:
                    weight[known.adjectives[folded[at]]] += gain
            at += step
    return sorted(weight, key=lambda c: (-weight[c], c))


def place_persons(doc: Doc, names: list[Name], found: list[int], things: Things) -> None:
    """Vote for the states of persons that no title tells: from lists and from possessives.

    Persons joined by "and" or commas with one whose state is known share it unless another
    state's adjective stands between; "X expressed Chile's interest" votes for Chile.
    """
    known = {i: things.all[i].country for i in things.of_kind("person")}
    ordered = sorted(range(len(names)), key=lambda k: names[k].start)
    for left, right in zip(ordered, ordered[1:], strict=False):
        a, b = found[left], found[right]
        if a == b or a not in known or b not in known:
            continue
        gap = doc.text[names[left].end : names[right].start]
        if len(gap) > 60 or "." in gap.strip(". ") or _verb_between(doc, names[left], names[right]):
            continue
        if known[a] and not known[b]:
            things.all[b].votes[str(known[a])] += 1
        elif known[b] and not known[a]:
            things.all[a].votes[str(known[b])] += 1


def _verb_between(doc: Doc, left: Name, right: Name) -> bool:
    span = doc.char_span(left.end, right.start, alignment_mode="contract")
    between = ("with", "to", "by", "his", "her", "counterpart")
    return span is not None and any(t.pos_ == "VERB" or t.lower_ in between for t in span)
