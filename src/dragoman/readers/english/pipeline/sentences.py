"""Where sentences start: the model's judgement inside a line, and every line break."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language

from dragoman.readers.english.pipeline import encoding
from dragoman.readers.english.pipeline.networks import SHIPPED, open_networks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from dragoman.readers.english.pipeline.networks import Networks

MAX_SENTENCE = 200
"""Words; a longer stretch without a sentence end (a table, a list of names) is cut."""

_START, _NO_START = 1, 2**64 - 1
"""spaCy's 1 and -1, in the unsigned cells it takes."""

_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Sentences:
    """Sets ``token.is_sent_start``, and ``doc.tensor`` to one vector a token (float16).

    The vectors are what the parser goes on from; those of white space are zero.
    """

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of a document and give it back."""
        lines = list(line_words(doc))
        vectors, logits = encoding.encode(
            self._networks, [[doc[index].text for index in line] for line in lines]
        )
        tensor: NDArray[Any] = np.zeros((len(doc), vectors.shape[1]), np.float16)
        words = [index for line in lines for index in line]
        tensor[words] = vectors
        doc.tensor = tensor
        _mark(doc, lines, logits)
        return doc


@Language.factory(
    "dragoman_sentences",
    assigns=["token.is_sent_start", "doc.tensor"],
    default_config={"weights": None, "threads": 0},
)
def make_sentences(nlp: Language, name: str, weights: str | None, threads: int) -> Sentences:  # noqa: ARG001
    """Build the component; ``weights`` is a folder, by default the one that ships."""
    return Sentences(open_networks(Path(weights) if weights else SHIPPED, threads))


def line_words(doc: Doc) -> Iterator[list[int]]:
    """Yield the indices of the words of each line that has any.

    Where sentence starts were set before (``doc.user_data["blocks"]``: the blocks of a report),
    they part the lines; elsewhere line breaks do.
    """
    line: list[int] = []
    blocks = bool(doc.user_data.get("blocks"))
    for token in doc:
        if blocks and line and token.is_sent_start:
            yield line
            line = []
        if not token.is_space:
            line.append(token.i)
        elif line and not blocks and not _BREAKS.isdisjoint(token.text):
            yield line
            line = []
    if line:
        yield line


def _mark(doc: Doc, lines: Sequence[Sequence[int]], logits: NDArray[np.float32]) -> None:
    starts: set[int] = set()
    done = 0
    for line in lines:
        starts.update(line[start] for start in sentence_starts(logits[done : done + len(line)]))
        done += len(line)
    if lines:
        # White space before the first word belongs to its sentence.
        starts.remove(lines[0][0])
    if len(doc):
        # All at once: spaCy looks through the whole document at each single setting.
        marks: Any = np.full((len(doc), 1), _NO_START, np.uint64)
        marks[[0, *starts]] = _START
        doc.from_array(["SENT_START"], marks)


def sentence_starts(logits: NDArray[np.float32]) -> list[int]:
    """Return the indices of the words of one line that start a sentence, the first one included.

    A sentence longer than MAX_SENTENCE is cut where a start is most likely.
    """
    starts = [0, *(int(index) for index in np.flatnonzero(logits > 0) if index)]
    whole: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(logits)], strict=True):
        whole.append(start)
        while end - whole[-1] > MAX_SENTENCE:
            low, high = whole[-1] + MAX_SENTENCE // 2, whole[-1] + MAX_SENTENCE
            whole.append(low + int(logits[low:high].argmax()))
    return whole
