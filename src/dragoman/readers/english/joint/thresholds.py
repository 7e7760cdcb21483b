"""How sure the model must be; set on the corpus's dev part (`python -m training.joint tune`)."""

import msgspec

from dragoman.readers.english.lexicon import mapping


class Thresholds(msgspec.Struct, frozen=True):
    """Least odds for each layer: that a frame's draft stays, that an item no frame drafted comes.

    Mentions that rules found stay; to those missed ``comes`` and ``part`` apply.
    ``trust`` is what a frame's label adds to the model's odds of it, ``trust_parts`` what its
    parts add to theirs; ``part`` are the odds from which a candidate takes part, ``faint`` those
    from which the likeliest one does where nobody is surer, ``time`` those of an event's date.
    """

    stays: dict[str, float]
    comes: dict[str, float]
    trust: dict[str, float]
    trust_parts: dict[str, float]
    part: dict[str, float]
    faint: float
    time: float


def thresholds() -> Thresholds:
    """Return what the data file (or an analyst's own one) says."""
    return msgspec.convert(mapping("joint", "thresholds.yaml"), Thresholds)
