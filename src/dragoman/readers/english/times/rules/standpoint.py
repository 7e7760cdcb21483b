"""What "last", "next" and "that" count from, and by how much."""

from datetime import date

from dragoman.readers.english.times.context import Context

STEP = {
    "last": -1,
    "past": -1,
    "latest": -1,
    "recent": -1,
    "prior": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "that": 0,
    "same": 0,
    "next": 1,
    "following": 1,
    "coming": 1,
}
# Counted from the date told before, not from the day of writing.
_BACK_REFERENCE = ("previous", "prior", "preceding", "that", "same", "following")
# One of these words before a day, month or season.
MARKED = (
    r"(?P<which>(?i:last|this|that|next|that same|"
    r"the (?:previous|following|next|same|preceding|coming)))"
)


def standpoint(
    context: Context, which: str, unit: str = "D", *, article: bool = False
) -> tuple[date, str] | None:
    """Return the day to count from: what was told before for "that", else the report's date."""
    looks_back = which in _BACK_REFERENCE or (which == "next" and article)
    if looks_back or context.narrative:
        return context.before(unit)
    if context.published is None:
        return None
    return context.published, f"the report's date, {context.published}"


def counted(reason: str) -> str:
    """Return the reason of a value counted from what `reason` names."""
    return f"counted from {reason}"
