"""Reading by a server that the user names, as a user types it."""

import json
import os
import subprocess
import sys

import pytest

from answering import Reply


@pytest.fixture
def dragoman(answering, scripted):
    """Run `dragoman read` on the coverage with the llm reader, in a process of its own."""

    def run(*words: object, endpoint: str | None = answering.url, **environment: str):
        code = "from dragoman.cli import main; main()"
        given = ["read", scripted.folder, "--reader", "llm", "--record", scripted.record]
        given += ["--endpoint", endpoint] if endpoint else []
        return subprocess.run(
            [sys.executable, "-c", code, *map(str, [*given, "--model", "faultless", *words])],
            capture_output=True,
            text=True,
            env=os.environ | environment,
            check=False,
        )

    return run


def test_a_run_tells_calls_tokens_and_cost(dragoman, answering):
    done = dragoman("--price-in", 1, "--price-out", 2)
    assert done.returncode == 0, done.stderr
    host = answering.url.split("/")[2]
    assert f"sent to {host}: 3 calls, 0 answered before, 300 tokens in, 60 out, cost 0.0004" in (
        done.stdout
    )
    assert "3 read" in done.stdout
    assert "Getting" not in done.stderr


def test_the_outcome_as_json(dragoman):
    told = json.loads(dragoman("--json").stdout)
    assert told["usage"]["tokens_in"] == 300
    assert told["rows"] > 10
    assert [one["state"] for one in told["taken"]].count("read") == 3


def test_several_reports_side_by_side_make_the_same_record(dragoman, scripted):
    assert "3 read" in dragoman("--at-once", 3).stdout
    export = [sys.executable, "-c", "from dragoman.cli import main; main()", "export"]
    words = [*export, "--format", "json", "--record", str(scripted.record)]
    side_by_side = subprocess.run(words, capture_output=True, check=True).stdout
    scripted.record.unlink()
    assert "3 read" in dragoman().stdout
    assert subprocess.run(words, capture_output=True, check=True).stdout == side_by_side


@pytest.mark.parametrize("at_once", [1, 2])
def test_a_report_the_endpoint_fails_on_costs_itself_alone(dragoman, answering, at_once):
    whole = answering.answer

    def answer(request):
        said = request["messages"][1]["content"]
        return Reply(422, b"not this one") if "foreign trawlers" in said else whole(request)

    answering.answer = answer
    done = dragoman("--at-once", at_once)
    assert done.returncode == 3
    assert "2 read, 1 skipped, 1 not read" in done.stdout
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("not read")]
    assert "harbour_ledger.txt" in line
    assert "not this one" in line


@pytest.mark.parametrize("at_once", [1, 3])
def test_a_key_that_is_refused_ends_the_run(dragoman, answering, at_once):
    answering.answer = lambda _: Reply(401, b"")
    done = dragoman("--at-once", at_once, DRAGOMAN_LLM_KEY="sk-secret")
    assert done.returncode == 1
    assert "refuses the key" in done.stderr
    assert "Traceback" not in done.stderr
    assert "sk-secret" not in done.stdout + done.stderr


def test_a_dry_run_tells_where_and_how_much_and_sends_nothing(dragoman, answering, scripted):
    done = dragoman("--dry-run")
    assert done.returncode == 0
    host = answering.url.split("/")[2]
    assert f"would send to {host}: 3 reports in 3 chunks, 0 of them answered before, about " in (
        done.stdout
    )
    assert answering.requests == []
    assert not scripted.record.exists()


def test_nothing_is_sent_without_an_endpoint(dragoman, answering):
    done = dragoman(endpoint=None)
    assert done.returncode == 2
    assert "--endpoint" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert answering.requests == []


def test_who_sends_reports_unencrypted_is_told(dragoman):
    done = dragoman("--dry-run", endpoint="http://far.example/v1")
    assert "far.example unencrypted" in done.stderr


def test_a_proxy_of_the_environment_gets_nothing_meant_for_this_machine(dragoman):
    done = dragoman(HTTP_PROXY="http://127.0.0.1:9", http_proxy="http://127.0.0.1:9", NO_PROXY="")
    assert "3 read" in done.stdout


def test_the_other_readers_take_no_endpoint(dragoman):
    done = dragoman("--reader", "scripted")
    assert done.returncode == 2
    assert "takes no --endpoint" in done.stderr


def test_an_evaluation_tells_what_was_sent_and_what_it_cost(answering, scripted, tmp_path):
    files = sorted(path.name for path in scripted.folder.iterdir())
    layers = ("entities", "roles", "events", "commitments", "statements", "figures")
    key = {"reports": [{"id": name, "file": name} for name in files], "disagreements": []}
    (tmp_path / "key.json").write_text(json.dumps(key | {layer: [] for layer in layers}))
    code = "from dragoman.cli import main; main()"
    words = ["evaluate", tmp_path / "key.json", "--texts", scripted.folder, "--reader", "llm"]
    words += ["--endpoint", answering.url, "--model", "faultless", "--price-in", 1]
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "3 calls, 0 answered before, 300 tokens in, 60 out, cost 0.0003" in done.stderr
    assert "overall" in done.stdout
