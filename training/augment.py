"""Variants of a training sentence: headlines in capitals, curly quotes, names of the wide world.

A variant of a sentence with a tree keeps the number of words, so that all layers stay aligned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from training import corpora, organizations, world_names

if TYPE_CHECKING:
    import random

    from training.corpora import Sentence

_CURLY = {"'": "’", "n't": "n’t", "--": "—", "``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of sentences that each variant is made of."""

    capitals: float = 0.04
    title_case: float = 0.08
    typographic: float = 0.35
    people: float = 0.45
    places: float = 0.2
    organizations: float = 0.3
    hyphens: float = 0.2


class Augmenter:
    """Makes a variant of a sentence by chance, or gives it back as it is."""

    def __init__(self, chance: random.Random, shares: Shares) -> None:
        self._chance = chance
        self._shares = shares
        people, places = world_names.people(), world_names.places()
        self._with_hyphen = [name for size in (3, 4, 5) for name in people[size] if "-" in name]
        self._pools = {
            "PER": people,
            "LOC": places,
            "ORG": organizations.organizations(places, people[1], chance),
        }

    def __call__(self, sentence: Sentence) -> Sentence:
        """Return the sentence with other words in the same places."""
        named = self._hyphenated(self._other_names(sentence))
        words = named.words
        if self._chance.random() < self._shares.typographic:
            words = typographic(words)
        luck = self._chance.random()
        if luck < self._shares.capitals:
            words = capitals(words)
        elif luck < self._shares.capitals + self._shares.title_case:
            words = title_case(words)
        return replace(named, words=words)

    def _other_names(self, sentence: Sentence) -> Sentence:
        replaced = self._replaced_types(sentence)
        if not sentence.names or not replaced:
            return sentence
        words = list(sentence.words)
        lemmas = list(sentence.tree.lemmas) if sentence.tree else []
        for start, end, kind in corpora.name_spans(sentence.names):
            if kind not in replaced:
                continue
            if sentence.tree and set(sentence.tree.upos[start:end]) - {"PROPN", "PUNCT"}:
                continue
            other = world_names.pick(self._pools[kind], end - start, self._chance)
            words[start:end] = other or words[start:end]
            lemmas[start:end] = (other or lemmas[start:end]) if lemmas else []
        tree = replace(sentence.tree, lemmas=lemmas) if sentence.tree else None
        return replace(sentence, words=words, tree=tree)

    def _hyphenated(self, sentence: Sentence) -> Sentence:
        """Put two places ("Kenya-Ethiopia") for one, or a name with a hyphen for a person's."""
        if sentence.tree or not sentence.names or self._chance.random() >= self._shares.hyphens:
            return sentence
        spans = [span for span in corpora.name_spans(sentence.names) if span[2] in {"LOC", "PER"}]
        if not spans:
            return sentence
        start, end, kind = self._chance.choice(spans)
        if kind == "LOC":
            places = self._pools["LOC"][1]
            hyphen = self._chance.choice("--–")
            other = [*self._chance.choice(places), hyphen, *self._chance.choice(places)]
            labels = ["B-LOC", "O", "B-LOC"]
        else:
            other = self._chance.choice(self._with_hyphen)
            labels = ["B-PER"] + ["I-PER"] * (len(other) - 1)
        return replace(
            sentence,
            words=[*sentence.words[:start], *other, *sentence.words[end:]],
            names=[*sentence.names[:start], *labels, *sentence.names[end:]],
        )

    def _replaced_types(self, sentence: Sentence) -> set[str]:
        """Draw the types to replace; organizations only without a tree, for it would not fit."""
        shares = {"PER": self._shares.people, "LOC": self._shares.places}
        if sentence.tree is None:
            shares["ORG"] = self._shares.organizations
        return {kind for kind, share in shares.items() if self._chance.random() < share}


def capitals(words: list[str]) -> list[str]:
    """Return the words in capitals, as some outlets print headlines."""
    return [word.upper() for word in words]


def title_case(words: list[str]) -> list[str]:
    """Return the words as a headline: every word of four letters or more capitalised."""
    return [
        word[0].upper() + word[1:] if index == 0 or len(word) > 3 else word
        for index, word in enumerate(words)
    ]


def typographic(words: list[str]) -> list[str]:
    """Return the words with curly quotes and long dashes instead of typewriter ones."""
    opened = False
    curly: list[str] = []
    for word in words:
        if word == '"':
            curly.append("”" if opened else "“")
            opened = not opened
        else:
            curly.append(_CURLY.get(word, word.replace("'", "’")))
    return curly
