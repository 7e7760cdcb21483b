"""Bodies and what is told of them: the order of reports plays no part, nor how they are cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.linking import ReportFacts, link
from dragoman.record.nouns import Entity, Mention, Reading, Record
from dragoman.record.workings import Working

NAMES = (
    "Joint Fisheries Commission",
    "Joint Commission on Fisheries",
    "commission",
    "Joint Mining Commission",
    "Joint Ministerial Commission",
    "JMC",
    "the 7th session of the Joint Mining Commission",
)
STATES = (("Norway", "NOR"), ("Chile", "CHL"), ("Peru", "PER"))
DATES = (None, "2019", "2024-03", "2024-03-05")


def mention(report: str, at: int, quote: str) -> Mention:
    return Mention(report=report, start=at, end=at + len(quote), quote=quote, form="name")


def entity(report: str, own: int, kind: str, name: str, country: str | None = None) -> Entity:
    mentions = (mention(report, 100 * own, name),)
    return Entity(
        id=f"e{own}", type=kind, name=name, country=country, names=(name,), mentions=mentions
    )


@st.composite
def working(draw: st.DrawFn, report: str, number: int, ids: list[str]) -> Working:
    """Draw one thing told of one of the bodies `ids`."""
    kind = draw(st.sampled_from(("within", "session", "rhythm", "founded")))
    return Working(
        id=f"w{number}",
        body=draw(st.sampled_from(ids)),
        kind=kind,
        parties=(draw(st.sampled_from(ids)),) if kind == "within" else (),
        value=draw(st.sampled_from(("annually", "every year"))) if kind == "rhythm" else None,
        number=draw(st.sampled_from((None, 3, 4))) if kind == "session" else None,
        state=draw(st.sampled_from(("done", "planned"))),
        date=draw(st.sampled_from(DATES)),
        mentions=(mention(report, 5000 + 50 * number, "it met"),),
    )


@st.composite
def readings(draw: st.DrawFn) -> list[tuple[ReportFacts, Reading]]:
    """Draw up to five reports on two of three states and a few bodies between them."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        report = f"r{number}"
        states = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True))
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        entities = [entity(report, k, "state", n, code) for k, (n, code) in enumerate(states)]
        entities += [entity(report, 2 + k, "body", n) for k, n in enumerate(names)]
        ids = [f"e{2 + k}" for k in range(len(names))]
        count = draw(st.integers(0, 3))
        reading = Reading(
            report=report,
            reader="made",
            version="1",
            entities=tuple(entities),
            workings=tuple(draw(working(report, k, ids)) for k in range(count)),
        )
        made.append((ReportFacts(id=report, published="2024-05-06"), reading))
    return made


def record(made: list[tuple[ReportFacts, Reading]]) -> Record:
    return link([facts for facts, _ in made], [reading for _, reading in made])


@settings(deadline=None, max_examples=60)
@given(made=readings(), turn=st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(made, turn):
    other = list(made)
    turn.shuffle(other)
    assert record(other) == record(made)


@settings(deadline=None, max_examples=60)
@given(made=readings())
def test_every_body_has_one_line_up_to_the_top(made):
    above = {e.id: e.within for e in record(made).entities}
    for own in above:
        line = [own]
        while (parent := above[line[-1]]) is not None:
            assert parent not in line
            line.append(parent)


@settings(deadline=None, max_examples=60)
@given(made=readings())
def test_bodies_of_two_pairs_of_states_are_never_one(made):
    pairs = {
        reading.report: frozenset(e.country for e in reading.entities if e.country)
        for _, reading in made
    }
    for body in (e for e in record(made).entities if e.type == "body"):
        assert len({pairs[m.report] for m in body.mentions}) == 1


@settings(deadline=None, max_examples=60)
@given(made=readings())
def test_nothing_told_of_bodies_is_lost_or_told_twice(made):
    told = [m for _, reading in made for w in reading.workings for m in w.mentions]
    kept = [m for w in record(made).workings for m in w.mentions]
    alone = [
        m
        for _, reading in made
        for w in reading.workings
        if w.kind == "within" and w.body in w.parties
        for m in w.mentions
    ]
    assert len(kept) == len(set(kept))
    assert set(told) - set(alone) >= set(kept)
