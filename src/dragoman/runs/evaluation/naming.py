"""Who is who: the named mentions of the key, and whom the ids of an export stand for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from dragoman.runs.evaluation.form import EntityRow
from dragoman.runs.evaluation.matching import prf
from dragoman.runs.evaluation.placing import Placed, Span, dice
from dragoman.runs.evaluation.scores import Coverage, Prf

Linked = tuple[Span, set[str], str | None]
NEAR = 0.5
MAINLY = 0.3


class Naming:
    """The entities of a key and an export laid side by side.

    `linking` is B-cubed (Bagga and Baldwin 1998) over the mentions whose name belongs to one
    entity of the key, `coverage` what was found at all, `back` leads from an export's id to the ids
    of the key that it stands for.
    """

    def __init__(self, key: Placed, export: Placed) -> None:
        """Match every place where a name of the key stands with the export's nearest mention."""
        self.key_rows = key.document.entities or []
        export_rows = export.document.entities or []
        self.mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for row in export_rows:
            for span in export.spans(row.mentions):
                self.mentions[span[0]].append((span, row.id))
        self.names = _surfaces(self.key_rows)
        self.linked = [(s, ids, self._nearest(s)) for s, ids in self._named(key)]
        self.coverage = self._coverage({r.id: r.type for r in export_rows})
        self.linking = _b_cubed(self.linked)
        self.back = self._back(key)

    def _named(self, key: Placed) -> Iterator[tuple[Span, set[str]]]:
        longest_first = sorted(self.names, key=len, reverse=True)
        any_name = "|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in longest_first)
        pattern = re.compile(any_name or r"(?!)")
        files = set(key.files.values())
        for file, text in key.texts.items():
            for found in pattern.finditer(text.folded) if file in files else ():
                span = (file, found.start(), found.end())
                if not key.is_furniture(span) and span not in key.optional:
                    yield span, self.names[found.group()]

    def _nearest(self, span: Span) -> str | None:
        near = [(dice(span, s), own) for s, own in self.mentions[span[0]]]
        return max((n for n in near if n[0] >= NEAR), default=(0.0, None))[1]

    def _coverage(self, export_types: dict[str, str]) -> Coverage:
        key_types = {r.id: r.type for r in self.key_rows}
        found = [(ids, e) for _, ids, e in self.linked if e]
        typed = sum(_kin(export_types[e]) in {_kin(key_types[i]) for i in ids} for ids, e in found)
        total = max(1, len(self.linked))
        return Coverage(r=len(found) / total, typed=typed / total, key=len(self.linked))

    def _back(self, key: Placed) -> dict[str, set[str]]:
        stands: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for _, ids, own in self.linked:
            if own:
                for i in ids:
                    stands[own][i] += 1 / len(ids)
        seen = set().union(*(ids for _, ids, _ in self.linked))
        for row in self.key_rows:
            if row.id not in seen:
                # What has no written name is known by its other mentions.
                for span in key.spans(row.mentions):
                    for near, own in self.mentions[span[0]]:
                        if dice(span, near) >= NEAR:
                            stands[own][row.id] += 1
        within = {r.id: r.within for r in self.key_rows}
        back: dict[str, set[str]] = {}
        for own, counts in stands.items():
            most = max(counts.values())
            mainly = {i for i, n in counts.items() if n >= MAINLY * most}
            back[own] = mainly | {w for i in mainly if (w := within.get(i))}
        return back


def _surfaces(rows: list[EntityRow]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if not row.optional:
            for name in {*(row.names or ()), row.name}:
                names[" ".join(name.split())].add(row.id)
    return names


def _kin(kind: str) -> str:
    return "organization" if kind == "body" else kind


def _b_cubed(linked: list[Linked]) -> Prf:
    sole = [(next(iter(ids)), own) for _, ids, own in linked if len(ids) == 1]
    in_key = Counter(k for k, _ in sole)
    in_export = Counter(e for _, e in sole if e)
    both = Counter(sole)
    found = [(k, e) for k, e in sole if e]
    recall = sum(both[k, e] / in_key[k] for k, e in found)
    precision = sum(both[k, e] / in_export[e] for k, e in found)
    return prf(precision, len(found), recall, len(sole))
