"""Mentions as the corpus writes them: report to quotes, "@N" behind a quote for its N-th place."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_OCCURRENCE = re.compile(r"(?P<quote>.*)@(?P<n>\d+)", re.DOTALL)


class Placed(NamedTuple):
    """A quote of one report, which occurrence is meant, and the form of an entity's mention."""

    report: str
    quote: str
    occurrence: int
    form: str | None


def placed(mentions: Mapping[str, Any] | None) -> Iterator[Placed]:
    """Yield the mentions of one row: {report: [quotes]} or {report: {form: [quotes]}}."""
    for report, quotes in (mentions or {}).items():
        by_form = quotes if isinstance(quotes, Mapping) else {None: quotes}
        for form, listed in by_form.items():
            for written in listed or ():
                match = _OCCURRENCE.fullmatch(str(written))
                quote, n = (match["quote"], int(match["n"])) if match else (str(written), 1)
                yield Placed(report, quote, n, form)


def folded(text: str) -> str:
    """Return text with its white space folded, as quotes are compared."""
    return " ".join(text.split())
