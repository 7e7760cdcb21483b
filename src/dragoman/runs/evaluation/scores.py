"""What an evaluation comes to."""

from collections.abc import Iterator
from typing import Literal

import msgspec


class Prf(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and F1 (0 to 1), and how many items the key and the export hold."""

    p: float
    r: float
    f1: float
    key: int
    export: int

    def __str__(self) -> str:
        return (
            f"P {self.p:.2f} R {self.r:.2f} F1 {self.f1:.3f} (key {self.key}, export {self.export})"
        )


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """The share of the key's named mentions that were found, and found with the right type."""

    r: float
    typed: float
    key: int

    def __str__(self) -> str:
        return f"r {self.r:.2f}  typed {self.typed:.2f}  key {self.key}"


Measure = Prf | Coverage | float | None
Layer = dict[str, Measure]


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """One item the export lacks ("missed") or the key lacks ("spurious").

    `kind` is its type, kind or hedge; `quote` its words, or the values of a disagreement.
    """

    what: Literal["missed", "spurious"]
    layer: str
    id: str
    kind: str | None
    file: str | None
    quote: str


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """All measures by layer and name; `cited` is the share of quotes that stand in the texts.

    `overall` is the mean of the strict F1 over the layers that the key holds.
    """

    layers: dict[str, Layer]
    cited: float | None
    overall: float
    misses: tuple[Miss, ...] = ()

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield layer, measure and value as text, a table's lines in order."""
        for layer, measures in self.layers.items():
            for name, value in measures.items():
                yield layer, name, in_words(value)
        yield "quotes", "verbatim", in_words(self.cited)
        yield "overall", "mean F1", in_words(self.overall)


def in_words(value: Measure) -> str:
    """Return a measure as it is printed: three digits, "-" where there is nothing to measure."""
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
