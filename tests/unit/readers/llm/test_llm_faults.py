"""What can go wrong with a server, one error each; and what is done about it before."""

import json
import socket

import pytest

from answering import Reply, completion, rows, text_of
from dragoman.readers.llm import transport as module
from dragoman.readers.llm.reading import LlmReader
from dragoman.readers.llm.settings import Settings, key
from dragoman.readers.llm.transport import Transport
from dragoman.record.errors import (
    AnswerCutOff,
    AnswerInvalid,
    AnswerTooLarge,
    CacheUnusable,
    EndpointBusy,
    EndpointInvalid,
    EndpointMoved,
    EndpointUnreachable,
    KeyRefused,
    ModelUnknown,
    RequestRefused,
)

BUSY = Reply(429, {"error": {"message": "slow down"}}, Retry_After="7")


@pytest.fixture
def waits():
    return []


@pytest.fixture
def reader(answering, waits):
    return made(answering.url, waits)


@pytest.fixture
def report(coverage):
    return coverage.reports["fjord_wire"]


def made(url: str, waits: list[float], secret: str | None = None, **settings) -> LlmReader:
    chosen = Settings.made(url, "faultless", settings)
    return LlmReader(chosen, Transport(chosen, secret, waits.append))


def read(reader, report):
    (reading,) = reader.read([report])
    return reading


def test_a_busy_server_is_asked_again_when_it_says(answering, reader, report, waits):
    answering.replies = [BUSY, Reply(503, b"overloaded"), Reply(408, b"")]
    assert read(reader, report).events
    assert waits[0] == 7
    assert len(waits) == 3
    assert waits[1] < waits[2] <= 4


def test_a_wait_may_be_given_as_a_date(answering, reader, report, waits):
    answering.replies = [Reply(429, b"", Retry_After="Wed, 21 Oct 2015 07:28:00 GMT")]
    assert read(reader, report).events
    assert waits == [0]


def test_a_rate_limit_that_does_not_end(answering, reader, report, waits):
    answering.answer = lambda _: BUSY
    with pytest.raises(EndpointBusy, match="slow down"):
        read(reader, report)
    assert len(answering.requests) == module.TRIES
    assert len(waits) == module.TRIES - 1


def test_a_wait_that_is_too_long_is_not_waited(answering, reader, report, waits):
    answering.replies = [Reply(429, b"", Retry_After="3600")]
    with pytest.raises(EndpointBusy, match="3600 seconds"):
        read(reader, report)
    assert waits == []


def test_a_server_that_is_not_there_is_tried_at_length_only_once(coverage, waits, answering):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    reader = made(url, waits)
    for report in coverage.reports.values():
        with pytest.raises(EndpointUnreachable, match="cannot be reached"):
            read(reader, report)
    assert len(waits) == module.TRIES - 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_is_not_tried_again_nor_shown(answering, report, waits, status):
    answering.answer = lambda _: Reply(status, {"error": "wrong key sk-secret"})
    with pytest.raises(KeyRefused) as caught:
        read(made(answering.url, waits, "sk-secret"), report)
    assert "sk-secret" not in str(caught.value)
    assert answering.headers[0]["Authorization"] == "Bearer sk-secret"
    assert len(answering.requests) == 1


def test_a_key_in_what_a_server_says_is_not_shown(answering, report, waits):
    answering.answer = lambda _: Reply(500, b"cannot bear sk-secret today")
    with pytest.raises(EndpointBusy) as caught:
        read(made(answering.url, waits, "sk-secret"), report)
    assert "sk-secret" not in str(caught.value)
    assert "cannot bear ***" in str(caught.value)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(404, {"error": {"message": "model 'faultless' not found"}}),
        Reply(400, {"error": {"message": "The model faultless does not exist"}}),
    ],
)
def test_a_model_that_is_not_known(answering, reader, report, reply):
    answering.answer = lambda _: reply
    with pytest.raises(ModelUnknown, match="--model"):
        read(reader, report)


def test_a_redirect_is_not_followed(answering, reader, report):
    answering.answer = lambda _: Reply(307, b"", Location="http://127.0.0.2:9/v1/chat/completions")
    with pytest.raises(EndpointMoved, match=r"127\.0\.0\.2"):
        read(reader, report)
    assert len(answering.requests) == 1


@pytest.mark.parametrize("body", [b"<html>", b'{"choices": []}', b'{"choices":[{"message":7}]}'])
def test_an_answer_that_is_no_completion(answering, reader, report, body):
    answering.answer = lambda _: Reply(200, body)
    with pytest.raises(AnswerInvalid):
        read(reader, report)


@pytest.mark.parametrize("content", ["", "I cannot help with that.", "[1, 2]", '{"a": 1}', "{" * 9])
def test_an_answer_that_is_not_the_json_asked_for(answering, reader, report, content):
    answering.answer = lambda _: completion(content)
    with pytest.raises(AnswerInvalid, match="JSON"):
        read(reader, report)


def test_an_answer_over_the_limit(answering, reader, report, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 10_000)
    answering.answer = lambda _: completion("x" * 20_000)
    with pytest.raises(AnswerTooLarge):
        read(reader, report)


def test_a_request_that_is_refused_in_every_form(answering, reader, report):
    answering.answer = lambda _: Reply(400, {"error": "no"})
    with pytest.raises(RequestRefused, match="no"):
        read(reader, report)
    forms = [request.get("response_format", {}).get("type") for request in answering.requests]
    assert forms == ["json_schema", "json_object", None]


def test_a_server_without_schemas_is_asked_in_the_form_it_takes(answering, reader, coverage):
    whole = answering.answer

    def answer(request):
        if "response_format" in request:
            return Reply(400, {"error": "response_format is not supported"})
        content = json.loads(whole(request).body)["choices"][0]["message"]["content"]
        return completion(f"<think>Let me see {{}}</think>Here it is:\n```json\n{content}\n```")

    answering.answer = answer
    for report in coverage.reports.values():
        assert read(reader, report).events
    # The form that got through is kept to.
    assert len(answering.requests) == 2 + len(coverage.reports)


def test_parameters_a_server_refuses_are_changed(answering, reader, report):
    whole = answering.answer

    def answer(request):
        if "max_tokens" in request:
            return Reply(400, {"error": "use max_completion_tokens instead of max_tokens"})
        if "temperature" in request:
            return Reply(400, {"error": "temperature does not support 0 with this model"})
        return whole(request)

    answering.answer = answer
    assert read(reader, report).events
    assert answering.requests[-1]["response_format"]["type"] == "json_schema"


def long(coverage):
    import msgspec

    from dragoman.record.nouns import Block

    lines = [f"In town {n} Ghana thanked Norway for boat number {n} of {n + 7}." for n in range(30)]
    text = "\n\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(start=at, end=at + len(line), kind="paragraph"))
        at += len(line) + 2
    report = coverage.reports["fjord_wire"]
    return msgspec.structs.replace(report, text=text, blocks=tuple(blocks))


def thanks(request):
    quotes = [line for line in text_of(request).split("\n\n") if line]
    return rows(events=[{"type": "SUPPORT", "quote": quote} for quote in quotes])


def test_an_answer_cut_off_is_asked_for_again_in_halves(answering, reader, coverage):
    def answer(request):
        finish = "length" if len(text_of(request)) > 1000 else "stop"
        return completion(thanks(request)[:300] if finish == "length" else thanks(request), finish)

    answering.answer = answer
    assert len(read(reader, long(coverage)).events) == 30
    assert len(answering.requests) == 3


def test_a_chunk_that_does_not_fit_is_asked_for_in_halves(answering, reader, coverage):
    def answer(request):
        if len(text_of(request)) > 1000:
            return Reply(400, {"error": {"message": "the request exceeds the context size"}})
        return completion(thanks(request))

    answering.answer = answer
    assert len(read(reader, long(coverage)).events) == 30


def test_of_an_answer_cut_off_in_circles_the_whole_rows_are_kept(answering, reader, coverage):
    report = long(coverage)
    first = thanks({"messages": [{"content": f"<r>\n{report.text}\n</report r>"}]})
    whole = first[: first.index("}, {") + 1]
    around = '{"type": "SUPPORT", "quote": "again"}, ' * 100

    answering.answer = lambda _: completion(f"{whole[:-1]}}}, {around}"[:-30], "length")
    reading = read(reader, report)
    assert len(reading.events) == 1
    assert len(answering.requests) == 1
    assert "the answer was cut off" in {one.reason for one in reading.quarantined}


def test_an_answer_that_is_cut_off_however_little_is_asked(answering, reader, report):
    answering.answer = lambda _: completion('{"entities": [', "length")
    with pytest.raises(AnswerCutOff, match="--context"):
        read(reader, report)


def test_kept_answers_that_cannot_be_read(answering, reader, report, tmp_path):
    kept = tmp_path / "cache" / "dragoman" / "answers.db"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"no database" * 100)
    with pytest.raises(CacheUnusable, match="delete that file"):
        read(reader, report)


@pytest.mark.parametrize(
    ("endpoint", "told"),
    [
        (None, "--endpoint"),
        ("", "--endpoint"),
        ("ftp://host/v1", "http or https"),
        ("file:///etc/passwd", "http or https"),
        ("host:8080", "http or https"),
        ("http://[bad", "no address"),
        ("http://host:99999/", "no address"),
        ("https://me:secret@host/v1", "DRAGOMAN_LLM_KEY"),
        ("https://host/v1?key=secret", "DRAGOMAN_LLM_KEY"),
    ],
)
def test_endpoints_that_are_none(endpoint, told):
    with pytest.raises(EndpointInvalid, match=told) as caught:
        Settings.made(endpoint, "m", {})
    assert "secret" not in str(caught.value)


def test_a_model_must_be_named_and_have_room():
    with pytest.raises(EndpointInvalid, match="--model"):
        Settings.made("http://localhost/v1", " ", {})
    with pytest.raises(EndpointInvalid, match="--context"):
        Settings.made("http://localhost/v1", "m", {"context": 100})


def test_no_endpoint_comes_from_the_environment(monkeypatch):
    for name in ("OPENAI_BASE_URL", "OPENAI_API_BASE", "DRAGOMAN_LLM_ENDPOINT"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/v1")
    with pytest.raises(EndpointInvalid, match="--endpoint"):
        Settings.made(None, "m", {})


@pytest.mark.parametrize("value", ["two words", "line\nbreak", "schlüssel"])
def test_a_key_that_is_none(monkeypatch, value):
    monkeypatch.setenv("DRAGOMAN_LLM_KEY", value)
    with pytest.raises(EndpointInvalid) as caught:
        key()
    assert value not in str(caught.value)


@pytest.mark.parametrize(
    ("endpoint", "url"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions"),
        ("https://h/api/v1/", "https://h/api/v1/chat/completions"),
        ("https://h/v1/chat/completions", "https://h/v1/chat/completions"),
    ],
)
def test_the_address_that_is_posted_to(endpoint, url):
    assert Settings.made(endpoint, "m", {}).url == url


def test_the_user_is_told_of_reports_going_unencrypted(monkeypatch):
    monkeypatch.setenv("DRAGOMAN_LLM_KEY", "k")
    (line,) = Settings.made("http://far.example/v1", "m", {}).cautions
    assert "far.example" in line
    assert "key" in line
    for near in (
        "https://far.example/v1",
        "http://127.0.0.1:1/v1",
        "http://[::1]:1",
        "http://localhost",
    ):
        assert Settings.made(near, "m", {}).cautions == ()
