"""Title, outlet and date of a report: the manifest's, else the markup's, else the text's own."""

from collections.abc import Sequence

from dragoman.documents.layout import Clue
from dragoman.documents.manifest import Details


def details_of(clues: Sequence[Clue]) -> Details:
    """Return what the lines of a text say of the report itself, each by its best clue.

    A date without a year counts only if another line gives the year; the month or year of an issue
    where there is no day.
    """
    return Details(
        title=_best(clues, "title"),
        outlet=_best(clues, "outlet"),
        published=_published(clues),
    )


def _published(clues: Sequence[Clue]) -> str | None:
    dates = [clue for clue in clues if clue.noun == "published"]
    whole = [clue for clue in dates if not clue.value.startswith("--")]
    if whole:
        return _best(whole, "published")
    year = _best(clues, "year")
    if dates and year is not None:
        return year + min(dates, key=lambda clue: clue.rank).value[1:]
    return _best(clues, "issue")


def _best(clues: Sequence[Clue], noun: str) -> str | None:
    fitting = [clue for clue in clues if clue.noun == noun]
    return min(fitting, key=lambda clue: clue.rank).value if fitting else None
