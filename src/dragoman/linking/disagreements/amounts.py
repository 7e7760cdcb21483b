"""Figures: one thing counted or priced in two ways."""

import re
from collections.abc import Iterator
from itertools import combinations

from dragoman.linking.blocking import candidate_pairs
from dragoman.linking.disagreements.sides import Draft, Linkage, Told, draft
from dragoman.linking.figures import measure_words, unit_key
from dragoman.linking.told import Merged
from dragoman.linking.words import Rarity
from dragoman.record.nouns import Figure, Mention, Statement

SAME_MEASURE = 0.6
CLOSE = 0.75
SAME_WORDS = 0.9
CLOSE_IN_WORDS = 0.5
_MONEY = re.compile(r"[A-Z]{3}")
_INSTEAD = re.compile(r"\b(?:not|rather than|instead of|and not)\s+(?:the\s+)?$")


def differing_amounts(linkage: Linkage) -> Iterator[Draft]:
    """Yield targets of one commitment, figures of one measure and figures set against each other.

    Rounding is no disagreement, nor is a figure that is a target in one report and done in another.
    """
    yield from _targets(linkage)
    yield from _measures(linkage)
    yield from _contrasts(linkage)


def _targets(linkage: Linkage) -> Iterator[Draft]:
    for merged in linkage.commitments:
        given = [
            (t.item.target.amount, t.item.target.unit or "", t.item.mentions)
            for t in merged.told
            if t.item.target.amount is not None
        ]
        amounts = {(a, u) for a, u, _ in given}
        if any(_apart(a, b, u) for (a, u), (b, v) in combinations(sorted(amounts), 2) if u == v):
            told = [(f"{number(a)} {u}".strip(), m) for a, u, ms in given for m in ms]
            found = draft("figure", merged.row.id, told)
            if found:
                yield found


def _measures(linkage: Linkage) -> Iterator[Draft]:
    rows = linkage.figures
    words = [measure_words(m.row) for m in rows]
    rarity = Rarity(words)
    features = [{(unit_key(m.row), w) for w in own} for m, own in zip(rows, words, strict=True)]
    for i, j in candidate_pairs(features):
        a, b = rows[i].row, rows[j].row
        if a.kind != b.kind or unit_key(a) != unit_key(b) or not _apart(a.value, b.value, a.unit):
            continue
        same = rarity.likeness(words[i], words[j])
        close = CLOSE_IN_WORDS if same >= SAME_WORDS else CLOSE
        if same >= SAME_MEASURE and _ratio(a.value, b.value) >= close and _reports_differ(a, b):
            found = draft("figure", None, [*_values(a), *_values(b)])
            if found:
                yield found


def _contrasts(linkage: Linkage) -> Iterator[Draft]:
    """Yield figures that one speaker sets against another: "twelve, not nine"."""
    places: dict[str, list[tuple[Mention, Merged[Figure]]]] = {}
    for figure in linkage.figures:
        for mention in figure.row.mentions:
            places.setdefault(mention.report, []).append((mention, figure))
    for statement in linkage.statements:
        for span in statement.row.mentions:
            inside = [(m, f) for m, f in places.get(span.report, []) if _within(m, span)]
            denied = [f for m, f in inside if _is_denied(m, span)]
            for no in denied:
                yield from _against(no, [f for _, f in inside if f not in denied], statement)


def _against(
    no: Merged[Figure], others: list[Merged[Figure]], statement: Merged[Statement]
) -> Iterator[Draft]:
    for yes in others:
        if unit_key(yes.row) == unit_key(no.row) and len({m.report for m in no.row.mentions}) > 1:
            held = [m for m in no.row.mentions if m.report != statement.row.mentions[0].report]
            told = [*_values(yes.row), *((number(no.row.value), m) for m in held)]
            found = draft("figure", None, told)
            if found:
                yield found


def _within(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_denied(figure: Mention, span: Mention) -> bool:
    before = span.quote[: figure.start - span.start].lower()
    return bool(_INSTEAD.search(before)) or figure.quote.lower().startswith("not ")


def _values(figure: Figure) -> list[Told]:
    return [(number(figure.value), m) for m in figure.mentions]


def _reports_differ(a: Figure, b: Figure) -> bool:
    return not {m.report for m in a.mentions} & {m.report for m in b.mentions}


def _ratio(a: float, b: float) -> float:
    low, high = sorted((abs(a), abs(b)))
    return low / high if high else 1.0


def _apart(a: float, b: float, unit: str) -> bool:
    """Tell whether two numbers differ by more than rounding; counted things do not round."""
    if a == b:
        return False
    if unit != "%" and not _MONEY.fullmatch(unit):
        return True
    digits = min(_significant(a), _significant(b))
    return float(f"{a:.{digits}g}") != float(f"{b:.{digits}g}")


def _significant(value: float) -> int:
    return max(1, len(f"{value:.12g}".lstrip("-0.").split("e")[0].replace(".", "").rstrip("0")))


def number(value: float) -> str:
    """Return a number as people write it, thousands parted."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
