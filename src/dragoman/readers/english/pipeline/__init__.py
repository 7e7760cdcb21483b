"""The spaCy pipeline that the reader stands on: ours by default, any installed one by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.record.errors import PipelineNotFound

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]

MAX_LETTERS = 2_000_000
"""Of one text at a time; the vectors of so long a text take about 300 MB."""


def load(name: str | None = None, *, threads: int = 0) -> Language:
    """Return a pipeline that sets sentences, tags, morphology, lemmas, dependencies and names.

    With no name it is Dragoman's own: UD labels (the root is spaCy's ``ROOT``), names of type PER,
    ORG, LOC and MISC, ``threads`` threads (0: as many as there are cores). With a name it is that
    installed spaCy pipeline, with the labels it has. Raises PipelineNotFound for a name that is not
    installed and WeightsInvalid where our own weights are missing or damaged.
    """
    import spacy

    if name is not None:
        try:
            return spacy.load(name)
        except OSError as error:
            raise PipelineNotFound(
                f"The spaCy pipeline {name!r} is not installed; install it with pip, or leave the "
                "name out to use Dragoman's own."
            ) from error
    from dragoman.readers.english.pipeline import parser, sentences  # noqa: F401 (the factories)

    nlp = spacy.blank("en")
    nlp.max_length = MAX_LETTERS
    nlp.add_pipe("dragoman_sentences", config={"threads": threads})
    nlp.add_pipe("dragoman_parser", config={"threads": threads})
    return nlp
