"""Saving a search and dropping it again."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.record.errors import QueryInvalid
from dragoman.web.saved import Saved, fit, keep, saved

_LONGEST = 120


async def save(request: Request) -> Response:
    """Save the search at an address under a name; one of that address is named anew."""
    async with request.form(max_files=0, max_fields=4) as form:
        name, address = str(form.get("name", "")), str(form.get("address", ""))
    if not fit(address):
        raise QueryInvalid("only lists and searches of this server can be saved")
    name = " ".join(name.split())[:_LONGEST] or address
    others = [one for one in saved(request) if one.address != address]
    response = RedirectResponse("/#saved", 303)
    if not keep(response, [*others, Saved(name, address)]):
        raise QueryInvalid("no more searches fit: drop one on the front page first")
    return response


async def drop(request: Request) -> Response:
    """Drop the search saved for an address."""
    async with request.form(max_files=0, max_fields=4) as form:
        address = str(form.get("address", ""))
    response = RedirectResponse("/#saved", 303)
    keep(response, [one for one in saved(request) if one.address != address])
    return response


routes = [
    Route("/saved", save, methods=["POST"]),
    Route("/saved/drop", drop, methods=["POST"]),
]
