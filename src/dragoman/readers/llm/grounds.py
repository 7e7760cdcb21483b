"""What the rows of one answer rest on: places in the text, entities of the answer, known values."""

from collections.abc import Iterable

from dragoman.readers.llm.answers import EntityRow
from dragoman.readers.llm.checking import is_country, is_date
from dragoman.readers.llm.chunks import Span
from dragoman.readers.llm.locating import Searchable
from dragoman.readers.llm.parsing import tidy
from dragoman.readers.llm.refusals import VALUE_LEFT_OUT
from dragoman.record.nouns import Form, Mention, Quarantined, Report


class Grounds:
    """Looks up what rows name, and takes note of what is not there.

    `number` tells the answers of a report apart: keys and ids get it in front ("0:e1").
    """

    def __init__(self, report: Report, searchable: Searchable, number: int) -> None:
        self.refused: list[Quarantined] = []
        self._report = report
        self._text = searchable
        self._number = number
        self._keys: dict[str, str] = {}

    def know(self, rows: Iterable[EntityRow]) -> None:
        """Let rows name these entities by key or, where models forget keys, by name."""
        listed = list(rows)
        for row in listed:
            self._keys.setdefault(_folded(row.key), self.mark(row.key))
        for row in listed:
            for name in row.names:
                self._keys.setdefault(_folded(name), self.mark(row.key))

    def mark(self, key: str) -> str:
        """Return an id that no other answer has."""
        return f"{self._number}:{tidy(key)}"

    def known(self, key: str | None) -> str | None:
        """Return the id of the entity that `key` names, or None."""
        return None if key is None else self._keys.get(_folded(key))

    def all_known(self, keys: Iterable[str], layer: str, quote: str) -> tuple[str, ...]:
        """Return the ids of the entities that `keys` name."""
        found = [self.known(key) for key in keys]
        if None in found:
            self.leave_out(layer, quote, "a party that is no entity of the answer")
        return tuple(dict.fromkeys(key for key in found if key is not None))

    def places(self, words: str) -> list[Span]:
        """Return all places where words stand."""
        return self._text.places(words)

    def place(
        self, quote: str, context: str | None = None, near: Iterable[Span] = ()
    ) -> Span | None:
        """Return where a quote stands: nearest to its context, else to one of the spans `near`."""
        around = self._text.nearest(context, None) if context else None
        if around is not None:
            return self._text.nearest(quote, around)
        found = [(self._text.nearest(quote, span), span) for span in near]
        placed = [(place, span) for place, span in found if place is not None]
        if not placed:
            return self._text.nearest(quote, None)
        return min(placed, key=lambda pair: abs(pair[0][0] - pair[1][0]))[0]

    def words(self, place: Span) -> str:
        """Return what stands at a place."""
        return self._report.text[slice(*place)]

    def holds(self, words: str) -> bool:
        """Say whether words stand in the text, or do in small letters."""
        return bool(self._text.places(words) or self._text.places(words.lower()))

    def mention(self, place: Span, form: Form | None = None) -> Mention:
        """Return a place as evidence."""
        start, end = place
        quote = self._report.text[start:end]
        return Mention(report=self._report.id, start=start, end=end, quote=quote, form=form)

    def country(self, code: str | None, layer: str, quote: str) -> str | None:
        """Return the country code if it is one."""
        if code is None or is_country(code):
            return code
        self.leave_out(layer, quote, "country")
        return None

    def date(self, value: str | None, layer: str, quote: str) -> str | None:
        """Return the date if it is one."""
        if value is None or is_date(value):
            return value
        self.leave_out(layer, quote, "date")
        return None

    def refuse(self, layer: str, quote: str, reason: str) -> None:
        """Take note of a row that is not kept."""
        self.refused.append(Quarantined(layer=layer, quote=tidy(quote), reason=tidy(reason)))

    def leave_out(self, layer: str, quote: str, what: str) -> None:
        """Take note of a value that is not kept."""
        self.refuse(layer, quote, f"{VALUE_LEFT_OUT}: {what}")


def _folded(words: str) -> str:
    return words.casefold().strip()
