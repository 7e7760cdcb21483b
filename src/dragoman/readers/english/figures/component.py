"""The spaCy component `dragoman_figures`: sets `doc._.figures`."""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.document import register
from dragoman.readers.english.drafts import FigureDraft
from dragoman.readers.english.figures.counts import find_counts
from dragoman.readers.english.figures.kinds import kind_of
from dragoman.readers.english.figures.located import Located
from dragoman.readers.english.figures.measures import measure_of
from dragoman.readers.english.figures.money import Amount, Spans, find_money
from dragoman.readers.english.figures.percentages import find_percentages
from dragoman.readers.english.figures.worth import is_stray


def find_figures(doc: Doc) -> tuple[FigureDraft, ...]:
    """Return the figures of a Doc in text order: money, percentages, counts.

    What overlaps a time of `doc._.times` or lies in furniture is left out.
    """
    located = Located(doc)
    text = located.text
    times = [Amount(t.start, t.end, 0.0, "") for t in doc._.times or ()]
    money = [a for a in find_money(text) if not is_stray(text, a.start, a.end)]
    shares = [a for a in find_percentages(text) if not is_stray(text, a.start, a.end)]
    taken = [*money, *shares]
    counts = find_counts(located, [*times, *taken])
    at_times = Spans(times)
    found = [a for a in taken if at_times.free(a.start, a.end)] + counts
    return tuple(
        FigureDraft(
            start=a.start,
            end=a.end,
            value=exact(a.value),
            unit=a.unit,
            measure=measure_of(text, a.start, a.end),
            kind=kind_of(located, a.start, a.end, a.unit),
        )
        for a in sorted(found, key=lambda a: (a.start, a.end))
        if _is_readable(located, a)
    )


def exact(value: float) -> float:
    """Return a number without the dust of binary arithmetic: 64.38 billion is 64380000000."""
    return float(f"{value:.12g}")


def _is_readable(located: Located, amount: Amount) -> bool:
    readable = located.doc._.readable
    return not readable or bool(readable[located.span(amount.start, amount.end).start])


@Language.component("dragoman_figures", assigns=["doc._.figures"], requires=["doc._.times"])
def dragoman_figures(doc: Doc) -> Doc:
    """Set `doc._.figures`."""
    register()
    doc._.figures = find_figures(doc)
    return doc
