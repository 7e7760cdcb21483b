"""`python -m training.linking.rarity DATA`: count how common words are, for `word_weights.tsv`.

DATA is the folder of the treebanks (see the table in `training/README.md`). A word's weight is the
logarithm of one in how many sentences has it, in tenths: the mean of its share in the sentences of
the corpus's train part and of its share in general English. What fewer than one sentence in RAREST
has stands in no line: such words weigh most, and all the same.
"""

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import dragoman.linking
from dragoman.linking.wording.surroundings import SENTENCE_END
from dragoman.linking.wording.words import Words, content_words
from training.corpora import read_treebank
from training.corpus.cluster import NOTICE
from training.corpus.splits import clusters_of

RAREST = 1000
LEAST = 3
"""A sentence of fewer telling words is none: a subhead, an exclamation."""
HEAD = f"""\
# How rare a word is, by its stem: tenths of the logarithm of one in how many sentences has it.
# Made by `python -m training.linking.rarity` from the train part of the corpus (CC BY 4.0), UD
# English EWT (CC BY-SA 4.0) and UD English GUM (CC BY and CC BY-SA); not to be edited by hand.
# CC BY-SA 4.0. A word that stands in no line is rarer than those that do.
*\t{round(10 * math.log(1 + RAREST))}
"""


def shares(sentences: Iterator[Words]) -> dict[str, float]:
    """Return for each word the share of the sentences that have it."""
    held = [words for words in sentences if len(words) >= LEAST]
    counts = Counter(word for words in held for word in words)
    return {word: count / len(held) for word, count in counts.items()}


def weights(parts: list[dict[str, float]]) -> dict[str, int]:
    """Return the weights of the words that are common enough, from their shares in some texts."""
    mean = {w: sum(p.get(w, 0.0) for p in parts) / len(parts) for own in parts for w in own}
    common = {w: p for w, p in mean.items() if p > 1 / RAREST}
    return {w: round(10 * math.log(1 + 1 / p)) for w, p in common.items()}


def _corpus() -> Iterator[Words]:
    for folder in clusters_of("train"):
        for path in sorted(folder.glob("?.txt")):
            text = path.read_text("utf-8").replace(NOTICE, "")
            yield from (content_words(said) for said in SENTENCE_END.split(text))


def _english(data: Path) -> Iterator[Words]:
    for part in ("ewt.train", "gum.train"):
        yield from (content_words(" ".join(s.words)) for s in read_treebank(data, part))


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    made = weights([shares(_corpus()), shares(_english(parser.parse_args().data))])
    path = Path(dragoman.linking.__file__).parent / "data" / "word_weights.tsv"
    lines = [f"{word}\t{weight}" for word, weight in sorted(made.items())]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
