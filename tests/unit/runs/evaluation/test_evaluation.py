"""The measures on a record small enough to count by hand."""

import copy

import pytest

from dragoman.record.errors import KeyInvalid, RecordInvalid
from dragoman.runs.evaluation import evaluate

TEXT = (
    "Norway and Chile signed a salmon pact on Tuesday. Foreign Minister Solveig Haugen called it a "
    "start. Norway will pay 40 million kroner. Haugen flew home.\nPhotos: Fjord Wire"
)


def at(quote: str, nth: int = 1, report: str = "r1") -> dict:
    start = -1
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    return {"report": report, "start": start, "end": start + len(quote), "quote": quote}


def entity(own, kind, names, mentions):
    return {"id": own, "type": kind, "name": names[0], "names": names, "mentions": mentions}


@pytest.fixture
def texts():
    return {"a.txt": TEXT}


@pytest.fixture
def key():
    signed = "Norway and Chile signed a salmon pact on Tuesday"
    return {
        "reports": [{"id": "r1", "file": "in/a.txt", "published": "2024-03-06", "outlet": None}],
        "entities": [
            entity("nor", "state", ["Norway"], [at("Norway"), at("Norway", 2)]),
            entity("chl", "state", ["Chile"], [at("Chile")]),
            entity(
                "haugen",
                "person",
                ["Solveig Haugen", "Haugen"],
                [at("Solveig Haugen"), at("Haugen", 2)],
            ),
        ],
        "roles": [
            {"person": "haugen", "title": "Foreign Minister", "country": "NOR", "mentions": []}
        ],
        "events": [
            {
                "id": "sign",
                "type": "AGREE",
                "actors": ["nor", "chl"],
                "recipients": [],
                "date": "2024-03-05",
                "mentions": [at(signed)],
            }
        ],
        "commitments": [
            {
                "id": "pay",
                "kind": "pledged",
                "by": ["nor"],
                "to": ["chl"],
                "target": {"amount": 40e6, "unit": "NOK"},
                "status": "open",
                "mentions": [at("will pay 40 million kroner")],
            }
        ],
        "statements": [
            {"id": "start", "speaker": "haugen", "hedge": "stated", "mentions": [at("a start")]}
        ],
        "figures": [
            {"id": "f", "value": 4e7, "unit": "NOK", "mentions": [at("40 million kroner")]}
        ],
        "disagreements": [],
        "furniture": [at("Photos: Fjord Wire")],
    }


@pytest.fixture
def export(key):
    made = copy.deepcopy(key)
    del made["furniture"]
    return made


def test_a_record_that_is_the_key_scores_full(key, export, texts):
    scores = evaluate(key, export, texts)
    assert scores.overall == 1.0
    assert scores.cited == 1.0
    assert scores.misses == ()


def test_two_persons_made_one_cost_precision(key, export, texts):
    chile = export["entities"].pop(1)
    export["entities"][0]["mentions"] += chile["mentions"]
    linking = evaluate(key, export, texts).layers["entities"]["strict"]
    # Norway's two mentions have precision 2/3, Chile's one 1/3, Haugen's two 1; recall is whole.
    assert linking.p == pytest.approx((2 * 2 / 3 + 1 / 3 + 2) / 5)
    assert linking.r == 1.0


def test_a_mention_that_was_not_found_costs_recall(key, export, texts):
    export["entities"][2]["mentions"].pop()
    layer = evaluate(key, export, texts).layers["entities"]
    assert layer["named"].r == pytest.approx(4 / 5)
    assert layer["strict"].p == 1.0


def test_an_event_with_the_wrong_date_is_typed_but_not_strict(key, export, texts):
    export["events"][0]["date"] = "2024-03-06"
    layer = evaluate(key, export, texts).layers["events"]
    assert (layer["typed"].f1, layer["strict"].f1, layer["date"]) == (1.0, 0.0, 0.0)


def test_a_more_precise_date_inside_the_keys_is_right(key, export, texts):
    key["events"][0]["date"] = "2024-03"
    assert evaluate(key, export, texts).layers["events"]["strict"].f1 == 1.0


def test_an_event_of_another_type_is_found_but_missed_and_spurious(key, export, texts):
    export["events"][0]["type"] = "AID"
    scores = evaluate(key, export, texts)
    assert scores.layers["events"]["found"].f1 == 1.0
    assert [(m.what, m.id, m.kind) for m in scores.misses] == [
        ("missed", "sign", "AGREE"),
        ("spurious", "sign", "AID"),
    ]
    assert scores.misses[0].quote.startswith("Norway and Chile signed")


def test_a_commitment_two_steps_off_the_ladder_is_not_strict(key, export, texts):
    export["commitments"][0]["kind"] = "proposed"
    layer = evaluate(key, export, texts).layers["commitments"]
    assert (layer["found"].f1, layer["strict"].f1, layer["kind"]) == (1.0, 0.0, 0.0)


def test_furniture_read_is_neither_right_nor_wrong(key, export, texts):
    photos = {"id": "x", "value": 1, "unit": "photo", "mentions": [at("Photos")]}
    export["figures"].append(photos)
    assert evaluate(key, export, texts).layers["figures"]["strict"].f1 == 1.0


def test_a_quote_that_does_not_stand_in_the_text_shows(key, export, texts):
    export["figures"][0]["mentions"][0]["quote"] = "41 million kroner"
    scores = evaluate(key, export, texts)
    assert scores.cited < 1.0
    assert scores.layers["figures"]["strict"].r == 0.0


def test_white_space_does_not_count(key, export, texts):
    texts = {"a.txt": TEXT.replace("salmon pact", "salmon\n  pact")}
    for row in export["events"]:
        row["mentions"][0]["quote"] = row["mentions"][0]["quote"].replace(
            "salmon pact", "salmon  pact"
        )
    assert evaluate(key, export, texts).layers["events"]["strict"].f1 == 1.0


def test_layers_the_key_does_not_hold_do_not_count(key, export, texts):
    key["roles"] = []
    assert evaluate(key, export, texts).overall == 1.0


def test_a_table_has_every_measure(key, export, texts):
    rows = list(evaluate(key, export, texts).rows())
    assert ("events", "strict", "P 1.00 R 1.00 F1 1.000 (key 1, export 1)") in rows
    assert ("events", "merge", "-") in rows
    assert rows[-1] == ("overall", "mean F1", "1.000")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reports": None}, "reports"),
        ({"reports": [{"id": "r1", "file": "other.txt"}]}, "none of the texts"),
        ({"events": [{"id": "v1"}]}, "events"),
        ({"figures": {"f": 1}}, "figures"),
    ],
)
def test_a_key_that_cannot_be_used_is_refused_by_name(key, export, texts, change, said):
    with pytest.raises(KeyInvalid, match=said):
        evaluate({**key, **change}, export, texts)


def test_a_key_that_is_no_record_is_refused(export, texts):
    with pytest.raises(KeyInvalid):
        evaluate({}, export, texts)


def test_an_export_that_is_no_record_is_refused(key, texts):
    with pytest.raises(RecordInvalid):
        evaluate(key, {"reports": 3}, texts)
