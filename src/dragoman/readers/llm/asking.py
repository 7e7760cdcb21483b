"""A question put to the model in the form its server takes, and counted."""

import hashlib
import threading
from collections.abc import Callable
from typing import Any, Literal

import msgspec

from dragoman.readers.llm.cache import Answer, Cache
from dragoman.readers.llm.chunks import tokens
from dragoman.readers.llm.prompt import Message, prompt_version
from dragoman.readers.llm.schema import schema
from dragoman.readers.llm.settings import Settings
from dragoman.readers.llm.transport import Refusal, Transport
from dragoman.record.errors import AnswerInvalid, ModelUnknown, RequestRefused
from dragoman.record.remote import Usage

TOO_LONG = "too long"
"""The `finish` of a question that does not fit into the model's context."""

_RECIPE = 1
_LONG = ("context", "too long", "too large", "maximum length", "exceed", "token limit")


class _Said(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Said
    finish_reason: str | None = None


class _Tokens(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Tokens | None = None


class _Form(msgspec.Struct, frozen=True):
    """How a server wants to be asked: the first form it does not refuse is kept to."""

    output: Literal["json_schema", "json_object", "text"] = "json_schema"
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    temperature: bool = True


class Asker:
    """Asks, looks up what was asked before, and counts. Safe to use from several threads."""

    def __init__(self, settings: Settings, transport: Transport, cache: Cache) -> None:
        self.usage = Usage()
        self.asked: Callable[[Usage], None] = lambda _: None
        self._settings = settings
        self._transport = transport
        self._cache = cache
        self._form = _Form()
        self._lock = threading.Lock()

    def known(self, messages: list[Message], limit: int) -> bool:
        """Say whether the answer is kept from before."""
        return self._cache.get(self._key(messages, limit)) is not None

    def ask(self, messages: list[Message], limit: int) -> Answer:
        """Return the answer to `messages`, of at most `limit` tokens.

        Raises EndpointError, AnswerError and CacheUnusable.
        """
        key = self._key(messages, limit)
        kept = self._cache.get(key)
        if kept is not None:
            self._count(cached=1)
            return kept
        try:
            completion = self._completion(self._post(messages, limit))
        except _DoesNotFit:
            answer = Answer(content="", finish=TOO_LONG)
        else:
            answer = self._answer(completion, messages)
        self._cache.put(key, answer)
        return answer

    def _key(self, messages: list[Message], limit: int) -> str:
        text = hashlib.sha256(msgspec.json.encode(messages)).hexdigest()
        deciding = [_RECIPE, self._settings.url, self._settings.model, prompt_version(), limit]
        return hashlib.sha256(msgspec.json.encode([*deciding, text])).hexdigest()

    def _post(self, messages: list[Message], limit: int) -> bytes:
        form = self._form
        while True:
            try:
                return self._transport.post(self._body(form, messages, limit))
            except Refusal as refusal:
                form = self._next(form, str(refusal))
                # Further questions begin where this one got through; a race costs a try.
                self._form = form

    def _next(self, form: _Form, words: str) -> _Form:
        said = words.lower()
        if "max_completion_tokens" in said and form.limit == "max_tokens":
            return msgspec.structs.replace(form, limit="max_completion_tokens")
        if "temperature" in said and form.temperature:
            return msgspec.structs.replace(form, temperature=False)
        if any(word in said for word in _LONG) and "response_format" not in said:
            raise _DoesNotFit
        if "model" in said and ("not found" in said or "not exist" in said or "unknown" in said):
            raise ModelUnknown(
                f"{self._settings.host} knows no model {self._settings.model!r} ({words}): "
                "check --model"
            )
        if form.output == "json_schema":
            return msgspec.structs.replace(form, output="json_object")
        if form.output == "json_object":
            return msgspec.structs.replace(form, output="text")
        raise RequestRefused(f"{self._settings.host} refuses the request ({words})")

    def _body(self, form: _Form, messages: list[Message], limit: int) -> bytes:
        body: dict[str, Any] = {"model": self._settings.model, "messages": messages}
        body |= {form.limit: limit, "stream": False}
        if form.temperature:
            body["temperature"] = 0
        if form.output == "json_schema":
            named = {"name": "reading", "strict": True, "schema": schema()}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif form.output == "json_object":
            body["response_format"] = {"type": "json_object"}
        return msgspec.json.encode(body)

    def _completion(self, raw: bytes) -> _Completion:
        try:
            found = msgspec.json.decode(raw, type=_Completion)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise AnswerInvalid(
                f"{self._settings.host} answered with something that is no chat completion "
                f"({error}): check --endpoint"
            ) from error
        if not found.choices:
            raise AnswerInvalid(f"{self._settings.host} answered without a choice: ask again later")
        return found

    def _answer(self, completion: _Completion, messages: list[Message]) -> Answer:
        (first, *_) = completion.choices
        content = first.message.content or ""
        counted = completion.usage or _Tokens()
        sent = sum(tokens(message["content"]) for message in messages)
        answer = Answer(
            content=content,
            finish=first.finish_reason,
            tokens_in=sent if counted.prompt_tokens is None else counted.prompt_tokens,
            tokens_out=(
                tokens(content) if counted.completion_tokens is None else counted.completion_tokens
            ),
        )
        guessed = None in (counted.prompt_tokens, counted.completion_tokens)
        self._count(calls=1, answer=answer, estimated=guessed)
        return answer

    def _count(
        self,
        *,
        calls: int = 0,
        cached: int = 0,
        answer: Answer | None = None,
        estimated: bool = False,
    ) -> None:
        with self._lock:
            so_far = self.usage
            tokens_in = so_far.tokens_in + (answer.tokens_in if answer else 0)
            tokens_out = so_far.tokens_out + (answer.tokens_out if answer else 0)
            self.usage = Usage(
                calls=so_far.calls + calls,
                cached=so_far.cached + cached,
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                estimated=so_far.estimated or estimated,
                cost=self._cost(tokens_in, tokens_out),
            )
            self.asked(self.usage)

    def _cost(self, tokens_in: int, tokens_out: int) -> float | None:
        price_in, price_out = self._settings.price_in, self._settings.price_out
        if price_in is None and price_out is None:
            return None
        return (tokens_in * (price_in or 0) + tokens_out * (price_out or 0)) / 1_000_000


class _DoesNotFit(Exception):
    """The question is longer than the model's context."""
