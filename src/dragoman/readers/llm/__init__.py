"""Any model a user names: a server that speaks the OpenAI chat completions API reads the reports.

Nothing is sent unless the user names the endpoint.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.record.remote import RemoteReader


def reader(  # noqa: PLR0913 (one argument a setting)
    endpoint: str | None = None,
    model: str | None = None,
    context: int | None = None,
    timeout: float | None = None,
    at_once: int | None = None,
    price_in: float | None = None,
    price_out: float | None = None,
) -> "RemoteReader":
    """Return the reader that asks `model` at `endpoint`.

    `context` is the model's context in tokens, `timeout` in seconds a call, `at_once` how many
    reports are read side by side, `price_in` and `price_out` for a million tokens. The key comes
    from the environment variable DRAGOMAN_LLM_KEY. Raises EndpointInvalid.
    """
    from dragoman.readers.llm.reading import LlmReader
    from dragoman.readers.llm.settings import Settings

    asked = {
        "context": context,
        "timeout": timeout,
        "at_once": at_once,
        "price_in": price_in,
        "price_out": price_out,
    }
    given = {name: value for name, value in asked.items() if value is not None}
    return LlmReader(Settings.made(endpoint, model, given))
