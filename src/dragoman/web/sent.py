"""What a form of ours sent: its fields, no more of them than a form has."""

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

_LONGEST = 512 * 1024
_MOST = 2000
_FORM = "application/x-www-form-urlencoded"


class Sent:
    """The fields of a form, in the order they were sent."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def get(self, name: str) -> str:
        """Return the last value of a field without the blanks around it; "" where none is."""
        values = self.all(name)
        return values[-1].strip() if values else ""

    def all(self, name: str) -> list[str]:
        """Return all values of a field."""
        return [value for key, value in self._pairs if key == name]

    def under(self, lead: str) -> Mapping[str, str]:
        """Return the fields whose names begin with `lead`, by the rest of their names."""
        return {key[len(lead) :]: value for key, value in self._pairs if key.startswith(lead)}


async def sent(request: Request, *, signed: bool = True) -> Sent:
    """Return what was sent. Raises HTTPException for what no form of ours sends.

    `signed`: in a session the form must carry the token of it (OWASP, "Cross-Site Request
    Forgery").
    """
    if request.headers.get("content-type", _FORM).partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(415, "this takes what its form sends, and nothing else")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST:
            raise HTTPException(413, "this is more than a form takes: send less at once")
    try:
        pairs = parse_qsl(
            body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST, errors="strict"
        )
    except ValueError as error:
        raise HTTPException(400, "this is not what a form sends") from error
    found = Sent(pairs)
    token: str = getattr(request.state, "token", "")
    if signed and token and not hmac.compare_digest(token.encode(), found.get("token").encode()):
        raise HTTPException(403, "this form is of another session: load its page again")
    return found


def own(back: str) -> str | None:
    """Return an address if it is one of this server: "//host" and backslashes lead elsewhere."""
    safe = back.startswith("/") and not back.startswith("//") and "\\" not in back
    return back if safe and back.isprintable() else None
