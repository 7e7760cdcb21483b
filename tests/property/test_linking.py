"""Linking is a function of the set of readings: order and splits change nothing."""

import json
from importlib.resources import files

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.linking import ReportFacts, link
from dragoman.record.nouns import Commitment, Entity, Event, Figure, Mention, Reading, Record

LAYERS = ("entities", "roles", "events", "commitments", "statements", "figures")
PEOPLE = ("Solveig Haugen", "Haugen", "Daniel Cruz", "Danyel Cruz", "Marta Rojas", "Rojas")
STATES = (("Norway", "NOR"), ("Oslo", "NOR"), ("Chile", "CHL"), ("Peru", "PER"))
DATES = (None, "2024", "2024-03", "2024-03-05", "2024-03-06", "2024-03-04/2024-03-06")
QUOTES = ("signed a salmon pact", "the salmon pact was signed", "met in Santiago", "held talks")


def mention(report: str, at: int, quote: str) -> Mention:
    return Mention(report=report, start=at, end=at + len(quote), quote=quote, form="name")


@st.composite
def readings(draw: st.DrawFn) -> list[tuple[ReportFacts, Reading]]:
    """Draw up to six reports on a handful of people and states."""
    made = []
    for number in range(draw(st.integers(1, 6))):
        report = f"r{number}"
        names = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
        states = draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True))
        entities = [
            Entity(
                id=f"e{i}",
                type="person" if country is None else "state",
                name=name,
                country=country,
                names=(name,),
                mentions=(mention(report, 50 * i, name),),
            )
            for i, (name, country) in enumerate([*((n, None) for n in names), *states])
        ]
        ids = st.lists(st.sampled_from([e.id for e in entities]), max_size=2, unique=True)
        events = [
            Event(
                id=f"v{i}",
                type=draw(st.sampled_from(("AGREE", "CONSULT"))),
                actors=tuple(draw(ids)),
                recipients=tuple(draw(ids)),
                date=draw(st.sampled_from(DATES)),
                mentions=(mention(report, 1000 + 50 * i, draw(st.sampled_from(QUOTES))),),
            )
            for i in range(draw(st.integers(0, 3)))
        ]
        commitments = [
            Commitment(
                id=f"c{i}",
                kind=draw(st.sampled_from(("interest", "agreed", "signed"))),
                subject=draw(st.sampled_from(QUOTES)),
                by=tuple(draw(ids)),
                date=draw(st.sampled_from(DATES)),
                mentions=(mention(report, 2000 + 50 * i, "salmon pact"),),
            )
            for i in range(draw(st.integers(0, 2)))
        ]
        figures = [
            Figure(
                id=f"f{i}",
                value=float(draw(st.integers(40, 42))),
                unit="boat",
                measure="patrol boats",
                kind="actual",
                mentions=(mention(report, 3000 + 50 * i, "40 boats"),),
            )
            for i in range(draw(st.integers(0, 2)))
        ]
        facts = ReportFacts(id=report, published=draw(st.sampled_from((None, "2024-03-06"))))
        reading = Reading(
            report=report,
            reader="made",
            version="1",
            entities=tuple(entities),
            events=tuple(events),
            commitments=tuple(commitments),
            figures=tuple(figures),
        )
        made.append((facts, reading))
    return made


def evidence(rows: object) -> set[Mention]:
    return {m for row in rows for m in row.mentions}  # type: ignore[attr-defined]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings(), st.randoms(use_true_random=False))
def test_order_changes_nothing(made, rnd) -> None:
    expected = link([f for f, _ in made], [r for _, r in made])
    shuffled = list(made)
    rnd.shuffle(shuffled)
    facts = [f for f, _ in shuffled]
    rnd.shuffle(facts)
    assert link(facts, [r for _, r in shuffled]) == expected


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_every_row_is_kept_with_its_evidence_under_an_id_of_its_own(made) -> None:
    record = link([f for f, _ in made], [r for _, r in made])
    for layer in ("entities", "events", "commitments", "figures"):
        rows = getattr(record, layer)
        assert evidence(rows) == evidence(x for _, r in made for x in getattr(r, layer))
        assert len({row.id for row in rows}) == len(rows)
    assert len({d.id for d in record.disagreements}) == len(record.disagreements)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_every_id_a_row_names_is_in_the_record(made) -> None:
    record = link([f for f, _ in made], [r for _, r in made])
    entities = {e.id for e in record.entities}
    events, commitments = {e.id for e in record.events}, {c.id for c in record.commitments}
    for event in record.events:
        assert entities.issuperset((*event.actors, *event.recipients))
    for row in record.commitments:
        assert entities.issuperset((*row.by, *row.to))
        assert all(f.event is None or f.event in events for f in row.follow_ups)
        assert all(f.commitment is None or f.commitment in commitments for f in row.follow_ups)
    reports = {r for o in record.origins for r in o.reports}
    assert reports == {f.id for f, _ in made}


@pytest.fixture(scope="module")
def sample() -> list[Reading]:
    """The sample coverage's key, taken apart into one reading a report."""
    key = json.loads((files("dragoman") / "data" / "sample" / "key.json").read_text("utf-8"))
    for layer in LAYERS:
        for row in key[layer]:
            for number, quote in enumerate(row.get("mentions") or ()):
                quote["start"] = 100 * number
                quote["end"] = 100 * number + len(quote["quote"])
    whole = msgspec.convert({layer: key[layer] for layer in LAYERS}, Record)
    return [_part(whole, r["id"]) for r in key["reports"]]


def _part(whole: Record, report: str) -> Reading:
    def own(rows):
        return tuple(
            msgspec.structs.replace(row, mentions=here)
            for row in rows
            if (here := tuple(m for m in row.mentions if m.report == report))
        )

    return Reading(
        report=report,
        reader="key",
        version="1",
        **{layer: own(getattr(whole, layer)) for layer in LAYERS},
    )


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(8)))
def test_real_coverage_gives_one_record_in_any_order(sample, order) -> None:
    expected = link([], sample)
    assert link([], [sample[i] for i in order]) == expected
