"""Bodies of requests: JSON of a given form, no more of it than is sensible."""

from typing import Any

import msgspec
from starlette.requests import Request

from dragoman.web.api.problems import Problem

MOST_BYTES = 1024 * 1024


async def decoded(request: Request, kind: Any) -> Any:
    """Return the body of a request as a value of `kind`.

    Raises Problem: 415 where it is not sent as JSON, 413 for one that is too large, 400 for what is
    no JSON and 422 for JSON of another form.
    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise Problem(415, "MediaUnknown", "send JSON, with `Content-Type: application/json`")
    try:
        return msgspec.json.decode(await _raw(request), type=kind)
    except msgspec.ValidationError as error:
        raise Problem(422, "BodyInvalid", str(error)) from error
    except RecursionError as error:
        raise Problem(422, "BodyInvalid", "the body is nested too deeply") from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise Problem(400, "JsonInvalid", f"the body is no JSON: {error}") from error


async def _raw(request: Request) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise Problem(413, "BodyTooLarge", f"a body may have {MOST_BYTES} bytes at most")
        parts.append(part)
    return b"".join(parts)
