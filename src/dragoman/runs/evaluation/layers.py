"""The measures of events, commitments and statements, by their matched mentions."""

from collections.abc import Sequence

from dragoman.runs.evaluation.comparing import (
    Back,
    agree_on,
    same_amount,
    same_date,
    steps_apart,
)
from dragoman.runs.evaluation.form import CommitmentRow, EventRow, StatementRow
from dragoman.runs.evaluation.matching import Spanned, merge_f1, share
from dragoman.runs.evaluation.placing import Placed, dice
from dragoman.runs.evaluation.scores import Layer, Miss

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def score_events(key: Placed, export: Placed, back: Back) -> tuple[Layer, list[Miss]]:
    """Return found, typed, strict (parties and date right too) and the parts of an event."""
    typed = Spanned(key, export, lambda d: d.events, same=_one_type)
    loose = Spanned(key, export, lambda d: d.events)
    pairs = typed.pairs
    right = [_parties(k, e, back) >= 0.5 and same_date(k.date, e.date) for k, e in pairs]
    layer: Layer = {
        "found": loose.rate(len(loose.pairs)),
        "typed": typed.rate(len(pairs)),
        "strict": typed.rate(sum(right)),
        "parties": share(_parties(k, e, back) for k, e in pairs),
        "date": share(same_date(k.date, e.date) for k, e in pairs if k.date),
        "place": share(agree_on([k.place], [e.place], back) for k, e in pairs if k.place),
        "merge": merge_f1([(k.id, e.id) for k, e in pairs]),
    }
    return layer, typed.misses("events", lambda row: row.type, export)


def _one_type(k: EventRow, e: EventRow) -> bool:
    return e.type in (k.type, k.type_alt)


def _parties(k: EventRow, e: EventRow, back: Back) -> float:
    if k.type in SYMMETRIC or not k.recipients:
        return agree_on(k.actors + k.recipients, e.actors + e.recipients, back)
    did = agree_on(k.actors, e.actors, back)
    return (did + agree_on(k.recipients, e.recipients, back)) / 2


def score_commitments(key: Placed, export: Placed, back: Back) -> tuple[Layer, list[Miss]]:
    """Return found, strict (kind within a step, bound parties, number) and the parts."""
    found = Spanned(key, export, lambda d: d.commitments)
    pairs = found.pairs
    layer: Layer = {
        "found": found.rate(len(pairs)),
        "strict": found.rate(sum(_right(k, e, back) for k, e in pairs)),
        "kind": share(steps_apart(k.kind, e.kind) == 0 for k, e in pairs),
        "by": share(agree_on(k.by, e.by, back) for k, e in pairs),
        "to": share(agree_on(k.to, e.to, back) for k, e in pairs if k.to),
        "target": share(same_amount(k.amount, e.amount) for k, e in pairs if k.amount),
        "status": share(k.status == e.status for k, e in pairs if k.status),
        "merge": merge_f1([(k.id, e.id) for k, e in pairs]),
    }
    return layer, found.misses("commitments", lambda row: row.kind, export)


def _right(k: CommitmentRow, e: CommitmentRow, back: Back) -> bool:
    near = steps_apart(k.kind, e.kind) <= 1
    return near and agree_on(k.by, e.by, back) >= 0.5 and same_amount(k.amount, e.amount)


def score_statements(key: Placed, export: Placed, back: Back) -> tuple[Layer, list[Miss]]:
    """Return found (nearly the same span), strict (the speaker is right), via and hedge."""
    found = Spanned(key, export, lambda d: d.statements, near=dice)
    pairs = found.pairs
    layer: Layer = {
        "found": found.rate(len(pairs)),
        "strict": found.rate(sum(_speaks(k, e, back) for k, e in pairs)),
        "via": share(_stands([k.via], e.via, back) for k, e in pairs if k.via),
        "hedge": share(k.hedge == e.hedge for k, e in pairs if k.hedge),
    }
    return layer, found.misses("statements", lambda row: row.hedge, export)


def _speaks(k: StatementRow, e: StatementRow, back: Back) -> bool:
    return _stands([k.speaker, *(k.speakers or ())], e.speaker, back)


def _stands(key_ids: Sequence[str | None], export_id: str | None, back: Back) -> bool:
    """Tell whether an export's entity is one of the key's; nobody is nobody."""
    return any(agree_on([i], [export_id], back) == 1.0 for i in key_ids)
