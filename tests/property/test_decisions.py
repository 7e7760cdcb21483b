"""Decisions and readings make one record, whatever came in which order and in how many goes."""

import itertools

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_linking import readings

from dragoman.linking import link_explained
from dragoman.linking.memory import Memory
from dragoman.record.decisions import Change, Decision, decision_id
from dragoman.record.telling import evidence_of, ground_of

RELAXED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MERGED = ("entity", "event", "commitment", "figure")
LAYERS = {
    "entity": "entities",
    "event": "events",
    "commitment": "commitments",
    "figure": "figures",
}


@st.composite
def decided(draw: st.DrawFn):
    """Draw reports and a few decisions, each on what the ones before made of them."""
    made = draw(readings())
    facts, read = [f for f, _ in made], [r for _, r in made]
    decisions: list[Decision] = []
    for number in range(draw(st.integers(0, 4))):
        record = link_explained(facts, read, decisions).record
        noun = draw(st.sampled_from(MERGED))
        rows = getattr(record, LAYERS[noun])
        kind = draw(st.sampled_from(("merge", "split", "correct", "confirm", "reject", "undo")))
        names = {e.id: e.name for e in record.entities}
        if kind == "undo":
            if not decisions:
                continue
            one = Decision(id="", kind=kind, noun=None, by="Ada", at="", undoes=decisions[-1].id)
        else:
            picked = draw(st.lists(st.sampled_from(rows), max_size=2, unique=True)) if rows else []
            grounds = [ground_of(noun, row, names) for row in picked]
            if kind == "split" and picked:
                halves = evidence_of(picked[0])[:1], evidence_of(picked[0])[1:]
                grounds = [ground_of(noun, picked[0], names, h) for h in halves if h]
            if len(grounds) < (2 if kind in ("merge", "split") else 1):
                continue
            if kind == "merge" and noun == "entity" and picked[0].type != picked[1].type:
                continue
            own = grounds if kind in ("merge", "split") else grounds[:1]
            field = {"entity": "name", "figure": "measure", "commitment": "subject"}.get(noun)
            change = Change(field=field or "date", value="2024-01-01" if not field else "renamed")
            one = Decision(
                id="",
                kind=kind,
                noun=noun,
                by="Ada",
                at="",
                grounds=tuple(own),
                changes=(change,) if kind == "correct" else (),
            )
        one = msgspec.structs.replace(one, at=f"2026-01-01T00:00:0{number}.000000Z")
        decisions.append(msgspec.structs.replace(one, id=decision_id(one)))
    return made, decisions


@RELAXED
@given(decided(), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_decisions_changes_nothing(drawn, rnd) -> None:
    made, decisions = drawn
    expected = link_explained([f for f, _ in made], [r for _, r in made], decisions)
    shuffled, taken = list(made), list(decisions)
    rnd.shuffle(shuffled)
    rnd.shuffle(taken)
    assert link_explained([f for f, _ in shuffled], [r for _, r in shuffled], taken) == expected


@RELAXED
@given(decided())
def test_undoing_everything_gives_the_record_without_decisions(drawn) -> None:
    made, decisions = drawn
    facts, read = [f for f, _ in made], [r for _, r in made]
    undone = [
        Decision(id=f"u{n}", kind="undo", noun=None, by="Ada", at=f"2027-{n}", undoes=one.id)
        for n, one in enumerate(d for d in decisions if d.kind != "undo")
    ]
    assert link_explained(facts, read, [*decisions, *undone]).record == (
        link_explained(facts, read).record
    )


@RELAXED
@given(decided())
def test_after_decisions_the_record_holds_together(drawn) -> None:
    made, decisions = drawn
    linked = link_explained([f for f, _ in made], [r for _, r in made], decisions)
    record = linked.record
    rows = [row for layer in LAYERS.values() for row in getattr(record, layer)]
    ids = {row.id for row in rows}
    assert len(ids) == len(rows)
    entities = {e.id for e in record.entities}
    for event in record.events:
        assert entities.issuperset((*event.actors, *event.recipients))
    for one in record.commitments:
        assert entities.issuperset((*one.by, *one.to))
        assert ids.issuperset(i for f in one.follow_ups for i in (f.event, f.commitment) if i)
    assert ids.issuperset(linked.redirects.values())
    assert not ids & linked.redirects.keys()
    rejected = {m for d in decisions if d.kind == "reject" for g in d.grounds for m in g.mentions}
    all_told = {m for _, r in made for e in r.events for m in e.mentions}
    assert {m for e in record.events for m in e.mentions} >= all_told - rejected


@RELAXED
@given(decided())
def test_ids_of_fewer_reports_lead_to_a_row_of_all(drawn) -> None:
    made, _ = drawn
    whole = link_explained([f for f, _ in made], [r for _, r in made])
    held = {row.id for layer in LAYERS.values() for row in getattr(whole.record, layer)}
    for facts, reading in itertools.islice(made, 3):
        part = link_explained([facts], [reading]).record
        for layer in LAYERS.values():
            for row in getattr(part, layer):
                assert whole.redirects.get(row.id, row.id) in held


@RELAXED
@given(decided(), st.randoms(use_true_random=False))
def test_what_was_linked_before_changes_nothing(drawn, rnd) -> None:
    made, decisions = drawn
    asked = [(made[: n + 1], decisions[:k]) for n in range(len(made)) for k in (0, len(decisions))]
    asked += [(made, decisions[:k]) for k in range(len(decisions) + 1)]
    rnd.shuffle(asked)
    memory = Memory()
    for some, taken in asked:
        facts, read = [f for f, _ in some], [r for _, r in some]
        assert link_explained(facts, read, taken, memory) == link_explained(facts, read, taken)
