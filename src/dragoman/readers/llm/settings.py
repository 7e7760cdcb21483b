"""What the user named: the endpoint, the model, and what bounds a call."""

import ipaddress
import os
from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

import msgspec

from dragoman.record.errors import EndpointInvalid

KEY = "DRAGOMAN_LLM_KEY"
PATH = "/chat/completions"
LEAST_CONTEXT = 3000


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a run; `url` is the address that is posted to. The key is not among them.

    `context` is in tokens, `timeout` in seconds, prices are for a million tokens.
    """

    url: str
    model: str
    context: int = 8192
    timeout: float = 600.0
    at_once: int = 1
    price_in: float | None = None
    price_out: float | None = None

    @classmethod
    def made(cls, endpoint: str | None, model: str | None, given: dict[str, Any]) -> Self:
        """Return the settings for what was named. Raises EndpointInvalid."""
        if not endpoint:
            raise EndpointInvalid(
                "the llm reader sends reports to a server that you name, and has none of its own: "
                "give --endpoint URL"
            )
        if not model or not model.strip():
            raise EndpointInvalid("name the model that is to read: give --model NAME")
        made = cls(url=_url(endpoint), model=model.strip(), **given)
        if made.context < LEAST_CONTEXT:
            raise EndpointInvalid(
                f"a context of {made.context} tokens is too small to read in: "
                f"give --context {LEAST_CONTEXT} or more"
            )
        return made

    @property
    def host(self) -> str:
        """Return host and port, as the user knows them."""
        return urlsplit(self.url).netloc

    @property
    def is_local(self) -> bool:
        """Return whether the endpoint is on this machine."""
        name = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return what the user should know before anything is sent."""
        if self.is_local or self.url.startswith("https:"):
            return ()
        what = "The key and the reports go" if os.environ.get(KEY) else "The reports go"
        return (f"{what} to {self.host} unencrypted: anyone on the way can read them (http)",)


def key() -> str | None:
    """Return the key of the environment. Raises EndpointInvalid where it cannot be a key."""
    found = os.environ.get(KEY, "").strip()
    if not found:
        return None
    if not (found.isascii() and found.isprintable()) or " " in found:
        raise EndpointInvalid(f"{KEY} holds characters that no key has: set it anew")
    return found


def _url(endpoint: str) -> str:
    try:
        parts = urlsplit(endpoint.strip())
        _refuse(parts)
    except ValueError as error:
        raise EndpointInvalid(f"the endpoint is no address ({error}): give http(s)://…") from error
    path = parts.path.rstrip("/")
    if not path.endswith(PATH):
        path = (path or "/v1") + PATH
    return f"{parts.scheme}://{parts.netloc}{path}"


def _refuse(parts: SplitResult) -> None:
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise EndpointInvalid(
            "the endpoint must be an http or https address: http://127.0.0.1:8080/v1, for instance"
        )
    if parts.username is not None or parts.query or parts.fragment or parts.port == 0:
        # What is in the address is stored with every reading, so a secret must not be.
        raise EndpointInvalid(
            "give the endpoint without user name, password, query or fragment: "
            f"the key belongs into {KEY}"
        )
