"""Pairing the rows of a key with those of an export, and what pairs come to."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Literal, TypeVar

from dragoman.runs.evaluation.form import Cited, Document
from dragoman.runs.evaluation.placing import Placed, Span, dice, overlap
from dragoman.runs.evaluation.scores import Miss, Prf

K = TypeVar("K")
E = TypeVar("E")
C = TypeVar("C", bound=Cited)

LEAST = 0.5


def prf(hit_export: float, in_export: int, hit_key: float, in_key: int) -> Prf:
    """Return precision over the export and recall over the key."""
    p = hit_export / in_export if in_export else (0.0 if in_key else 1.0)
    r = hit_key / in_key if in_key else 1.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Prf(p=p, r=r, f1=f1, key=in_key, export=in_export)


def pair_up(
    key: Sequence[K], export: Sequence[E], weight: Callable[[K, E], float]
) -> list[tuple[int, int]]:
    """Return one-to-one pairs of positions, greedily the heaviest first; weight 0 never pairs."""
    scored = [(weight(k, e), i, j) for i, k in enumerate(key) for j, e in enumerate(export)]
    used_key: set[int] = set()
    used_export: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted((s for s in scored if s[0] > 0), reverse=True):
        if i not in used_key and j not in used_export:
            used_key.add(i)
            used_export.add(j)
            pairs.append((i, j))
    return pairs


def merge_f1(pairs: Sequence[tuple[str | None, str | None]]) -> Prf | None:
    """Return pairwise F1 of two groupings, from (key id, export id) of each matched mention.

    None where neither groups anything.
    """
    both = _twos(Counter(pairs).values())
    in_key = _twos(Counter(k for k, _ in pairs).values())
    in_export = _twos(Counter(e for _, e in pairs).values())
    return prf(both, in_export, both, in_key) if in_key + in_export else None


def _twos(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def share(values: Iterable[float]) -> float | None:
    """Return the mean; None of nothing."""
    some = list(values)
    return sum(some) / len(some) if some else None


class Spanned(Generic[C]):
    """The mentions of one layer, matched one to one.

    `pairs` holds rows of the key and the export whose mentions match; `missed` and `spurious` are
    the mentions left over.
    """

    def __init__(
        self,
        key: Placed,
        export: Placed,
        layer: Callable[[Document], list[C] | None],
        *,
        same: Callable[[C, C], bool] = lambda _k, _e: True,
        near: Callable[[Span, Span], float] = overlap,
    ) -> None:
        """Match mentions that are `near` by 0.5 or more and whose rows are the `same`.

        What an export reads out of the key's furniture is neither right nor wrong.
        """
        self.key = [(r, s) for r in layer(key.document) or () for s in key.spans(r.mentions)]
        self.export = [
            (r, s)
            for r in layer(export.document) or ()
            for s in export.spans(r.mentions)
            if not key.is_furniture(s)
        ]

        def weight(k: tuple[C, Span], e: tuple[C, Span]) -> float:
            if k[1][0] != e[1][0] or not same(k[0], e[0]) or near(k[1], e[1]) < LEAST:
                return 0.0
            return near(k[1], e[1]) + dice(k[1], e[1])

        matched = pair_up(self.key, self.export, weight)
        self.pairs = [(self.key[i][0], self.export[j][0]) for i, j in matched]
        self.missed = _left(self.key, {i for i, _ in matched})
        self.spurious = _left(self.export, {j for _, j in matched})

    def rate(self, hits: int) -> Prf:
        """Return precision and recall of a number of matched mentions."""
        return prf(hits, len(self.export), hits, len(self.key))

    def misses(self, layer: str, kind: Callable[[C], str | None], texts: Placed) -> list[Miss]:
        """Return what found no partner; `kind` names a row's type, `texts` gives the words."""
        left: list[tuple[Literal["missed", "spurious"], list[tuple[C, Span]]]] = [
            ("missed", self.missed),
            ("spurious", self.spurious),
        ]
        return [
            Miss(
                what=what,
                layer=layer,
                id=row.id,
                kind=kind(row),
                file=span[0],
                quote=texts.texts[span[0]].folded[span[1] : span[2]],
            )
            for what, rows in left
            for row, span in rows
        ]


def _left(rows: list[tuple[C, Span]], used: set[int]) -> list[tuple[C, Span]]:
    """Return the mentions that are not used, nor told twice in a row that is."""
    taken = {(id(rows[i][0]), rows[i][1]) for i in used}
    return [(row, span) for row, span in rows if (id(row), span) not in taken]
