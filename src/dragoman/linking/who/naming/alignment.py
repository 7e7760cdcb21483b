"""Which part of one name stands for which part of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from dragoman.linking.who.naming.letters import nearness
from dragoman.linking.who.naming.parts import Part

_NEAR, _INITIAL = 0.34, 0.6
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Aligned:
    """A part of the left name (by place), the part of the right one it stands for, how near."""

    left: int
    right: int
    near: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two names part by part: `pairs` in the order of the left, and what is left over of each."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    pairs: tuple[Aligned, ...]

    @property
    def turned(self) -> bool:
        """Tell whether the parts stand in another order in the one name than in the other."""
        places = [p.right for p in self.pairs]
        return places != sorted(places)

    @property
    def over_left(self) -> list[Part]:
        """Return the parts of the left name that stand for none of the right."""
        used = {p.left for p in self.pairs}
        return [part for i, part in enumerate(self.left) if i not in used]

    @property
    def over_right(self) -> list[Part]:
        """Return the parts of the right name that none of the left stands for."""
        used = {p.right for p in self.pairs}
        return [part for j, part in enumerate(self.right) if j not in used]


def align(left: Sequence[Part], right: Sequence[Part]) -> Alignment:
    """Pair the parts of two names, the nearest first, initials after whole parts.

    Parts that one name writes as one word ("van der Bilt", "Vanderbilt") or as their initials are
    joined first. Of names of more than 24 parts the first 24 count.
    """
    a, b = tuple(left[:_LONGEST]), tuple(right[:_LONGEST])
    a, b = _shortened(a, b), _shortened(b, a)
    a = _joined(a, b)
    b = _joined(b, a)
    last = max(len(a), len(b), 2) - 1
    ranked = sorted(
        (
            (-near, abs(i - j) / last, i, j)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            if (near := _near(x, y)) >= _NEAR
        ),
    )
    ranked += sorted(
        (-_INITIAL, abs(i - j) / last, i, j)
        for i, x in enumerate(a)
        for j, y in enumerate(b)
        if "initial" in (x.kind, y.kind) and x.text[0] == y.text[0] and x.text != y.text
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs = []
    for near, _, i, j in ranked:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append(Aligned(i, j, -near))
    return Alignment(a, b, tuple(sorted(pairs, key=lambda p: p.left)))


def _near(x: Part, y: Part) -> float:
    if x.text != y.text and "initial" in (x.kind, y.kind):
        return 0.0
    return nearness(x.text, y.text)


def _shortened(parts: tuple[Part, ...], others: tuple[Part, ...]) -> tuple[Part, ...]:
    """Put their initials for three words or more where the other name is just these."""
    words = [p for p in parts if p.kind in ("name", "common", "number")]
    told = [p for p in others if p.kind not in ("small", "form")]
    initials = "".join(p.text[0] for p in words)
    if len(words) < 3 or [p.text for p in told] != [initials]:
        return parts
    return (Part(initials, told[0].kind, " ".join(p.shown for p in words)),)


def _joined(parts: tuple[Part, ...], others: tuple[Part, ...]) -> tuple[Part, ...]:
    """Join two or three parts where the other name has them as one."""
    own, theirs = {p.text for p in parts}, {p.text for p in others}
    for i in range(len(parts)):
        for j in range(i + 2, min(len(parts), i + 3) + 1):
            one = "".join(p.text for p in parts[i:j])
            if one in own:
                continue
            if one in theirs or any(_nearly(one, t) for t in theirs - own):
                shown = " ".join(p.shown for p in parts[i:j])
                return (*parts[:i], Part(one, shown=shown), *parts[j:])
    return parts


def _nearly(one: str, other: str) -> bool:
    return len(one) > 7 and OSA.distance(one, other, score_cutoff=1) <= 1
