"""The measures of reports, roles, figures and disagreements, by their rows."""

from collections.abc import Mapping

from dragoman.runs.evaluation.comparing import DURATIONS, Back, unit, words
from dragoman.runs.evaluation.form import (
    DisagreementRow,
    FigureRow,
    ReportRow,
    RoleRow,
    name_of,
)
from dragoman.runs.evaluation.matching import merge_f1, pair_up, prf, share
from dragoman.runs.evaluation.placing import Placed, Span, overlap
from dragoman.runs.evaluation.scores import Layer, Miss

Amount = tuple[FigureRow, Span, float | None, str]


def score_reports(key: Placed, export: Placed) -> Layer:
    """Return the share read, and of these the share with the right date, outlet and origin."""
    read = {name_of(r.file): r for r in export.document.reports}
    rows = key.document.reports
    got = [(k, e) for k in rows if (e := read.get(name_of(k.file)))]
    layer: Layer = {
        "read": len(got) / max(1, len(rows)),
        "published": share(k.published == e.published for k, e in got if k.published),
        "outlet": share(_one_outlet(k, e) for k, e in got if k.outlet),
    }
    if all(k.origin is not None for k, _ in got):
        layer["origin"] = merge_f1([(k.origin, e.origin) for k, e in got])
    return layer


def _one_outlet(k: ReportRow, e: ReportRow) -> bool:
    return bool(words(k.outlet) & words(e.outlet))


def score_roles(key: Placed, export: Placed, back: Back) -> Layer:
    """Return strict: the person, half of the title's words, and the state or organization."""

    def fits(k: RoleRow, e: RoleRow) -> float:
        if k.person not in back.get(e.person, ()):
            return 0.0
        a, b = words(k.title), words(e.title)
        near = len(a & b) / max(1, len(a | b))
        return near if near >= 0.5 and _one_office(k, e, back) else 0.0

    ks, es = key.document.roles or [], export.document.roles or []
    hits = len(pair_up(ks, es, fits))
    return {"strict": prf(hits, len(es), hits, len(ks))}


def _one_office(k: RoleRow, e: RoleRow, back: Back) -> bool:
    if k.country is None or k.country == e.country:
        return True
    return bool(k.organization and k.organization in back.get(e.organization or "", ()))


def score_figures(key: Placed, export: Placed) -> Layer:
    """Return strict: the same value in the same unit, in the same report; and the kind."""
    loose = [s for row in key.document.optional_figures or () for s in key.spans(row.mentions)]

    def flat(record: Placed) -> list[Amount]:
        return [
            (row, span, row.value, unit(row.unit))
            for row in record.document.figures or ()
            if unit(row.unit) not in DURATIONS
            for span in record.spans(row.mentions)
            if not any(overlap(span, o) > 0.5 for o in loose) and not key.is_furniture(span)
        ]

    ks, es = flat(key), flat(export)
    pairs = [(ks[i][0], es[j][0]) for i, j in pair_up(ks, es, _figures_fit)]
    return {
        "strict": prf(len(pairs), len(es), len(pairs), len(ks)),
        "kind": share(k.kind == e.kind for k, e in pairs if k.kind),
    }


def _figures_fit(k: Amount, e: Amount) -> float:
    if k[1][0] != e[1][0] or k[2] is None or e[2] is None:
        return 0.0
    if abs(k[2] - e[2]) > 1e-6 * max(1, abs(k[2])):
        return 0.0
    if k[3] != e[3] and not words(k[3]) & words(e[3]):
        return 0.0
    return 1 + overlap(k[1], e[1])


def score_disagreements(key: Placed, export: Placed) -> tuple[Layer, list[Miss]]:
    """Return strict: the same kind, and two sides that two sides of the key share reports with."""

    def fits(k: DisagreementRow, e: DisagreementRow) -> float:
        ks, es = _sides(k, key.files), _sides(e, export.files)
        met = any(
            a & c and b & d
            for a in ks
            for b in ks
            if a is not b
            for c in es
            for d in es
            if c is not d
        )
        return float(k.kind == e.kind and met)

    ks, es = key.document.disagreements or [], export.document.disagreements or []
    pairs = pair_up(ks, es, fits)
    found = {i for i, _ in pairs}
    missed = [
        Miss(
            what="missed",
            layer="disagreements",
            id=row.id,
            kind=row.kind,
            file=None,
            quote=" / ".join(side.value for side in row.sides),
        )
        for i, row in enumerate(ks)
        if i not in found
    ]
    return {"strict": prf(len(pairs), len(es), len(pairs), len(ks))}, missed


def _sides(row: DisagreementRow, files: Mapping[str, str]) -> list[set[str]]:
    return [{files.get(r, r) for r in side.reports} for side in row.sides]
