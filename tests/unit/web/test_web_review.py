"""Deciding in the browser: the same decisions, refusals and words as on the command line."""

import json
import re
import stat
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from crawling import running
from starlette.testclient import TestClient

from conftest import ADDRESS
from dragoman.cli.program import program
from dragoman.runs.review import deciding
from dragoman.web.app import create_app


@pytest.fixture
def desk(scripted, monkeypatch):
    """A browser at a record that the scripted reader read: what it tells can be linked anew."""
    monkeypatch.setenv("DRAGOMAN_BY", "Ada")
    script = json.loads(scripted.script.read_text(encoding="utf-8"))
    for event in script["events"]:
        if event["type"] in ("ACCUSE", "AID"):
            event["actors"] = []
    scripted.script.write_text(json.dumps(script), encoding="utf-8")
    words = ("read", scripted.folder, "--reader", "scripted", "--record", scripted.record)
    done = CliRunner().invoke(program, list(map(str, words)), catch_exceptions=False)
    assert done.exit_code == 0
    app = create_app(scripted.record)
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


def key(desk, path: str, **fields: object) -> str:
    rows = desk.get(f"/{path}.json").json()
    return next(r["id"] for r in rows if all(r[k] == v for k, v in fields.items()))


def accuse(desk) -> str:
    return key(desk, "events", type="ACCUSE")


def log(desk) -> list[dict]:
    return desk.get("/decisions.json").json()


def decide(desk, item: str, do: str, **fields: object):
    data = {"do": do, "by": "Ada", **{name.replace("_", "-"): v for name, v in fields.items()}}
    return desk.post(f"/decide/{item}", data=data)


def text(answer) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.text).split()))


def test_a_correction_is_made_told_and_taken_back(desk):
    item = accuse(desk)
    sent = desk.post(
        f"/decide/{item}",
        data={"do": "correct", "to-date": "2025-06-30", "was-date": "", "by": "Ada", "why": "note"},
        follow_redirects=False,
    )
    assert sent.status_code == 303
    page = desk.get(sent.headers["location"])
    assert 'role="status"' in page.text
    assert "date 2025-06-30 (the reader said nothing)" in text(page)
    assert "date corrected by Ada" in text(page)
    (made,) = log(desk)
    assert (made["by"], made["why"], made["effects"][0]["state"]) == ("Ada", "note", "applied")
    back = f"/event/{item}"
    gone = desk.post(
        "/decisions/undo", data={"decision": made["id"], "back": back, "by": "Ada"},
    )  # fmt: skip
    assert "is taken back" in text(gone)
    assert gone.url.path == back
    assert "corrected by" not in text(desk.get(back))
    assert [one["kind"] for one in log(desk)] == ["correct", "undo"]


def test_only_what_was_changed_is_corrected(desk):
    same = {"to-type": "ACCUSE", "was-type": "ACCUSE", "to-hedge": "denied", "was-hedge": "alleged"}
    desk.post(f"/decide/{accuse(desk)}", data={"do": "correct", "by": "Ada", **same})
    assert [change["field"] for change in log(desk)[0]["changes"]] == ["hedge"]


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("to-date", "someday", "is no date"),
        ("to-type", "PARTY", "is none of"),
        ("to-actors", "Atlantis", "is nobody in the record"),
        ("to-shoe", "9", "has no field"),
    ],
)
def test_a_refused_correction_keeps_what_was_typed(desk, field, value, line):
    item = accuse(desk)
    data = {"do": "correct", field: value, "by": "Grace <b>", "why": 'because "so"'}
    answer = desk.post(f"/decide/{item}", data=data)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert line in text(answer)
    assert "because &#34;so&#34;" in answer.text
    if field != "to-shoe":
        assert f'"{value}"' in answer.text or f">{value}<" in answer.text
    assert log(desk) == []


def test_a_merge_is_looked_at_first_and_then_made(desk):
    one, other = (key(desk, "entities", name=n) for n in ("Fjord Wire", "Joint Fisheries Council"))
    looked = decide(desk, one, "merge", other=other)
    assert "Are these one?" in text(looked)
    assert "1 entity goes out of the record" in text(looked)
    assert log(desk) == []
    made = decide(desk, one, "merge", other=other, sure="yes", keep="other")
    assert "are one" in text(made)
    assert desk.get(f"/entity/{one}").url.path == f"/entity/{other}" or (
        desk.get(f"/entity/{other}").url.path == f"/entity/{one}"
    )
    assert log(desk)[0]["grounds"][0]["item"] == other


def test_the_other_one_of_a_merge_is_looked_for_by_name(desk):
    one, other = (key(desk, "entities", name=n) for n in ("Fjord Wire", "Joint Fisheries Council"))
    found = decide(desk, one, "merge", other="fisheries council", why="same house")
    assert found.status_code == 200
    assert f'value="{other}"' in found.text
    assert "same house" in found.text
    assert "No entity answers" in text(decide(desk, one, "merge", other="zzz nowhere"))
    assert decide(desk, accuse(desk), "merge", other='fish "').status_code in (200, 400)


def test_a_person_and_a_state_are_refused_in_the_same_words(desk):
    person, state = (key(desk, "entities", name=n) for n in ("Ama Owusu", "Ghana"))
    answer = decide(desk, person, "merge", other=state)
    assert answer.status_code == 400
    assert "cannot be one: a person and a state" in text(answer)
    assert log(desk) == []


def test_a_split_chooses_places_and_is_looked_at_first(desk):
    item = key(desk, "entities", name="Bjørn Sæther")
    page = desk.get(f"/decide/{item}")
    offered = re.findall(r'name="off" value="([^"]+:[^"]+)"', page.text)
    assert len(offered) >= 2
    none = decide(desk, item, "split")
    assert "choose at least one place" in text(none)
    everything = decide(desk, item, "split", off=offered)
    assert "rests on nothing else" in text(everything)
    looked = decide(desk, item, "split", off=offered[:1])
    assert "Are these two?" in text(looked)
    assert "1 entity comes into the record" in text(looked)
    assert log(desk) == []
    assert "set apart" in text(decide(desk, item, "split", off=offered[:1], sure="yes"))


def test_what_is_rejected_is_gone_and_comes_back(desk):
    item = accuse(desk)
    told = decide(desk, item, "reject", why="a hoax")
    assert told.url.path == "/decisions"
    assert "a hoax" in text(told)
    assert desk.get(f"/event/{item}").status_code == 410
    late = decide(desk, item, "correct", to_date="2025-06-30", why="as I know")
    assert late.status_code == 410
    assert "as I know" in text(late)
    assert "2025-06-30" in text(late)
    desk.post("/decisions/undo", data={"decision": log(desk)[0]["id"], "by": "Ada"})
    assert desk.get(f"/event/{item}").status_code == 200


def test_two_decisions_that_contradict(desk):
    one, other = (key(desk, "entities", name=n) for n in ("Fjord Wire", "Joint Fisheries Council"))
    decide(desk, one, "confirm")
    decide(desk, one, "merge", other=other, sure="yes")
    merged = desk.get(f"/entity/{one}").url.path.rpartition("/")[2]
    places = re.findall(r'name="off" value="([^"]+:[^"]+)"', desk.get(f"/decide/{merged}").text)
    answer = decide(desk, merged, "split", off=places[:1], sure="yes", why="kept words")
    assert answer.status_code == 409
    assert "contradicts" in text(answer)
    assert "kept words" in answer.text
    assert len(log(desk)) == 2


def test_a_clock_set_back_is_told(desk, monkeypatch):
    item = accuse(desk)
    decide(desk, item, "confirm")

    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz or UTC) - timedelta(days=3)

    monkeypatch.setattr(deciding, "datetime", Earlier)
    answer = decide(desk, item, "correct", to_hedge="denied")
    assert answer.status_code == 400
    assert "set the clock right" in text(answer)
    assert len(log(desk)) == 1


def test_a_record_that_cannot_be_written_is_looked_at_and_said_so(desk, scripted, monkeypatch):
    item = accuse(desk)
    monkeypatch.setattr("dragoman.store.database.writable", lambda _path: False)
    answer = decide(desk, item, "confirm", why="kept words")
    assert answer.status_code == 503
    assert "cannot be written" in text(answer)
    assert "kept words" in answer.text
    assert scripted.record.stat().st_mode & stat.S_IRUSR
    assert log(desk) == []


def test_nobody_decides_without_a_name(desk):
    answer = desk.post(f"/decide/{accuse(desk)}", data={"do": "confirm", "by": " "})
    assert answer.status_code == 400
    assert "who decides?" in text(answer)


def test_the_name_stays_with_the_browser(desk):
    decide(desk, accuse(desk), "confirm", by="Ngũgĩ wa")
    assert 'value="Ngũgĩ wa"' in desk.get("/review").text


def test_what_no_reader_found_is_added_with_its_source(desk):
    form = {"noun": "event", "to-type": "COOPERATE", "to-actors": "Norway, Ghana", "by": "Ada"}
    nowhere = desk.post("/add", data={**form, "report": "harbour_ledger.txt", "quote": "no such"})
    assert nowhere.status_code == 400
    assert "is not in it" in text(nowhere)
    assert 'value="Norway, Ghana"' in nowhere.text
    assert log(desk) == []
    source = {"report": "harbour_ledger.txt", "quote": "arrived in Tema"}
    added = desk.post("/add", data={**form, **source})
    assert added.url.path.startswith("/event/")
    assert "add new" in text(added)
    assert "needs type" in text(desk.post("/add", data={"noun": "event", "by": "A", **source}))
    assert desk.post("/add", data={"noun": "shoe", "by": "A", **source}).status_code == 400


def test_the_queue_is_gone_through(desk):
    first = desk.get("/review?kind=item")
    queue = desk.get("/review.json?kind=item").json()
    assert len(queue) >= 2
    doubt = re.search(r'name="doubt" value="([^"]+)"', first.text)[1]
    data = {"doubt": doubt, "do": "accept", "by": "Ada", "back": "/review?kind=item&n=1"}
    told = desk.post("/review?kind=item&n=1", data=data)
    assert told.url.path == "/review"
    assert "confirm" in text(told)
    assert len(desk.get("/review.json?kind=item").json()) == len(queue) - 1
    again = desk.post("/review?kind=item", data=data)
    assert again.status_code == 410
    assert "not in the queue any more" in text(again)
    assert [one["kind"] for one in log(desk)] == ["confirm"]
    assert desk.post("/review", data={**data, "do": "burn"}).status_code in (400, 410)


@pytest.mark.parametrize("query", ["n=0", "n=99999999", "n=-1", "n=x", "kind=none", "kind=draft"])
def test_any_place_in_the_queue_is_a_page(desk, query):
    assert desk.get(f"/review?{query}").status_code == 200


@pytest.mark.parametrize("query", ["from=x", "from=900", "on=<script>", "lost=1", "done=k%00"])
def test_any_place_in_the_log_is_a_page(desk, query):
    answer = desk.get(f"/decisions?{query}")
    assert answer.status_code == 200
    assert not running(answer.text)


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e{{7*7}}'


def test_nothing_typed_runs(desk):
    item = accuse(desk)
    decide(desk, item, "correct", to_hedge="denied", by=HOSTILE, why=HOSTILE)
    pages = [
        desk.get("/decisions"),
        desk.get(f"/event/{item}"),
        desk.get("/review"),
        decide(desk, item, "correct", to_date=HOSTILE, why=HOSTILE, by=HOSTILE),
        decide(desk, item, "merge", other=HOSTILE),
        decide(desk, item, "split", off=HOSTILE),
        desk.post("/add", data={"noun": "event", "report": HOSTILE, "quote": HOSTILE, "by": "A"}),
        desk.get(f"/decide/{item}?q={quote(HOSTILE)}&back={quote('//evil.example')}"),
    ]
    for page in pages:
        assert page.status_code < 500
        assert not running(page.text)
        assert 'name="back" value="//evil' not in page.text


def test_only_our_pages_may_decide_and_lead_nowhere_else(desk):
    item = accuse(desk)
    data = {"do": "confirm", "by": "Ada", "back": "https://evil.example/"}
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert desk.post(f"/decide/{item}", data=data, headers=headers).status_code == 403
    assert log(desk) == []
    sent = desk.post(f"/decide/{item}", data=data, follow_redirects=False)
    assert sent.headers["location"].startswith(f"/event/{item}?done=")


def test_what_is_no_form_is_refused(desk):
    item = accuse(desk)
    assert desk.post(f"/decide/{item}", json={"do": "confirm"}).status_code == 415
    assert desk.post(f"/decide/{item}", data={"why": "w" * 600_000}).status_code == 413
    assert desk.post(f"/decide/{item}", data={"do": "burn", "by": "A"}).status_code == 400
    assert desk.post("/decide/none", data={"do": "confirm", "by": "A"}).status_code == 404
    assert desk.get("/decide/none").status_code == 404


def test_an_office_is_corrected_on_its_own(desk):
    item = key(desk, "entities", name="Ama Owusu")
    (office,) = set(re.findall(rf"/decide/({item}/role/[^\"]+)", desk.get(f"/entity/{item}").text))
    decide(desk, office, "correct", to_title="Prime Minister")
    assert "Prime Minister" in desk.get(f"/entity/{item}").text


def test_nothing_is_decided_on_the_record_of_an_earlier_day(desk):
    item = key(desk, "entities", name="Ghana")
    assert 'id="decide"' in desk.get(f"/entity/{item}").text
    page = desk.get("/entities?as_of=2025-03-31")
    earlier = re.search(r'href="(/entity/[^"?]+\?as_of=[^"]+)"', page.text)[1]
    assert 'id="decide"' not in desk.get(earlier).text
