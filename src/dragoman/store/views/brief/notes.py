"""Footnotes: report, outlet, date and quote of what a sentence rests on, numbered as they come."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman.record.nouns import Mention, Origin, Report
from dragoman.store.views.citations import Citer

# Longer quotes are cut here, at a word.
LONGEST_QUOTE = 150
# Embeddings, overrides and isolates of direction (Unicode Standard Annex 9).
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One footnote.

    `quote` is verbatim but for white space and marks of direction, and cut at a word with "…".
    """

    number: int
    quote: str
    citation: str
    outlet: str
    published: str | None
    title: str | None
    url: str | None


class Notes:
    """The footnotes of a paper; what rests on the same span of a report has the same number."""

    def __init__(
        self, reports: Mapping[str, Report], origins: Iterable[Origin], citer: Citer
    ) -> None:
        self._reports = reports
        self._origin = {key: one.id for one in origins for key in one.reports}
        self._citer = citer
        self._taken: dict[tuple[str, int, int], Note] = {}

    def __iter__(self) -> Iterator[Note]:
        return iter(self._taken.values())

    def origins_of(self, mentions: Iterable[Mention]) -> int:
        """Return how many origins stand behind mentions."""
        return len({self._origin.get(mention.report, mention.report) for mention in mentions})

    def apart(self, mentions: Iterable[Mention], most: int) -> tuple[Mention, ...]:
        """Return the first mention of each origin, `most` of them."""
        first: dict[str, Mention] = {}
        for mention in mentions:
            first.setdefault(self._origin.get(mention.report, mention.report), mention)
        return tuple(first.values())[:most]

    def take(self, mentions: Iterable[Mention]) -> tuple[int, ...]:
        """Return the numbers of the footnotes of mentions, new ones where there were none."""
        return tuple(dict.fromkeys(self._number(mention) for mention in mentions))

    def fresh(self, mentions: Iterable[Mention]) -> list[Note]:
        """Return the footnotes that mentions would add, without taking them."""
        return [self._note(one, 0) for one in mentions if _span(one) not in self._taken]

    def _number(self, mention: Mention) -> int:
        key = _span(mention)
        if key not in self._taken:
            self._taken[key] = self._note(mention, len(self._taken) + 1)
        return self._taken[key].number

    def _note(self, mention: Mention, number: int) -> Note:
        report = self._reports[mention.report]
        return Note(
            number=number,
            quote=shortened(mention.quote, LONGEST_QUOTE),
            citation=self._citer.cite(mention),
            outlet=report.outlet or report.file,
            published=report.published,
            title=report.title,
            url=report.url,
        )


def one_line(text: str) -> str:
    """Return a text on one line, without marks that would turn the words of others around."""
    return " ".join(text.translate(_TURNING).split())


def shortened(text: str, most: int) -> str:
    """Return a text on one line, cut at a word behind `most` characters with "…"."""
    line = one_line(text)
    if len(line) <= most:
        return line
    return f"{line[:most].rpartition(' ')[0] or line[:most]} …"


def _span(mention: Mention) -> tuple[str, int, int]:
    return mention.report, mention.start, mention.end
