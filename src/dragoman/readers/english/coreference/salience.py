"""Which states a report is about."""

from collections import Counter

from spacy.tokens import Doc

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
