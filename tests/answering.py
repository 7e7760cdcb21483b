"""A real HTTP server on loopback that answers chat completions from a script."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from dragoman.record.nouns import Record, Report

LAYERS = ("entities", "roles", "events", "commitments", "statements", "figures")


class Reply:
    """What the server sends back: a status, a body, headers."""

    def __init__(self, status: int, body: Any, **headers: str) -> None:
        self.status = status
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def completion(content: str, finish: str = "stop", usage: tuple[int, int] | None = (100, 20)):
    body: dict[str, Any] = {
        "choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": finish}]
    }
    if usage is not None:
        body["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
    return Reply(200, body)


def rows(**layers: list[dict[str, Any]]) -> str:
    """Return an answer in the form that is asked for."""
    return json.dumps({layer: layers.get(layer, []) for layer in LAYERS})


class Answering:
    """The server. `replies` are played first, one a request; then `answer` makes one of each."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.answer: Callable[[dict[str, Any]], Reply] = lambda _: completion(rows())
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.paths.append(self.path)
                outer.headers.append(dict(self.headers.items()))
                outer.requests.append(json.loads(body))
                reply = outer.replies.pop(0) if outer.replies else outer.answer(json.loads(body))
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def text_of(request: dict[str, Any]) -> str:
    """Return what was sent of the report."""
    asked = request["messages"][-1]["content"]
    return asked.split(">\n", 1)[1].rsplit("\n</report", 1)[0]


def answer_from(record: Record, report: Report) -> str:
    """Return what a model without fault would say of a report, given the record made by hand."""
    here = {
        layer: [i for i in getattr(record, layer) if any(m.report == report.id for m in i.mentions)]
        for layer in LAYERS
    }
    quote = {
        id(i): next(m.quote for m in i.mentions if m.report == report.id)
        for one in here.values()
        for i in one
    }
    return rows(
        entities=[
            {
                "key": e.id,
                "type": e.type,
                "names": [m.quote for m in e.mentions if m.report == report.id],
                "country": e.country,
                "within": None,
                "mentions": [],
            }
            for e in here["entities"]
        ],
        roles=[
            {"person": r.person, "title": r.title, "country": r.country, "organization": None}
            | {"quote": quote[id(r)], "context": None}
            for r in here["roles"]
        ],
        events=[
            {"type": v.type, "mode": v.mode, "actors": v.actors, "recipients": v.recipients}
            | {"place": v.place, "date": v.date, "hedge": v.hedge, "quote": quote[id(v)]}
            for v in here["events"]
        ],
        commitments=[
            {"kind": c.kind, "subject": c.subject, "by": c.by, "to": c.to, "unit": c.target.unit}
            | {"amount": c.target.amount, "due": c.target.due, "status": c.status}
            | {"date": c.date, "quote": quote[id(c)]}
            for c in here["commitments"]
        ],
        statements=[
            {"speakers": [s.speaker] if s.speaker else [], "via": s.via, "source": s.source}
            | {"hedge": s.hedge, "quote": quote[id(s)]}
            for s in here["statements"]
        ],
        figures=[
            {"value": f.value, "unit": f.unit, "measure": f.measure, "kind": f.kind}
            | {"quote": quote[id(f)], "context": None}
            for f in here["figures"]
        ],
    )
