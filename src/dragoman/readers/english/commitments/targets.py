"""The numbers and dates a commitment can be checked against."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.spans import clause_tokens
from dragoman.readers.english.clauses.when import beside_own_day, times_by_token
from dragoman.readers.english.commitments.found import Found
from dragoman.readers.english.drafts import CommitmentDraft, FigureDraft

FIRM = frozenset(("planned", "pledged", "agreed", "signed", "requested", "proposed"))


def due_of(content: Token, published: str | None) -> str | None:
    """Return the date named in what is to be done, if it does not lie in the past."""
    known = times_by_token(content.doc)
    for token in clause_tokens(content):
        time = known.get(token.i)
        if time is not None and not _before(time.date, published):
            return time.date
    return None


def _before(date: str | None, published: str | None) -> bool:
    both = beside_own_day(date, published)
    if both is None:
        return False
    last = both[0].split("/")[-1]
    return last < both[1][: len(last)]


def figures_in(doc: Doc, span: tuple[int, int]) -> list[FigureDraft]:
    """Return the amounts told inside `span`, in text order."""
    known = _sorted_figures(doc)
    first = bisect_left(known, span[0], key=lambda f: f.start)
    last = bisect_left(known, span[1], key=lambda f: f.start)
    found = [f for f in known[first:last] if f.end <= span[1] and not _bounds(f)]
    starts = {f.start for f, after in pairwise(found) if _is_start(doc, f, after)}
    return [f for f in found if f.start not in starts]


def _sorted_figures(doc: Doc) -> list[FigureDraft]:
    cached: list[FigureDraft] | None = doc.user_data.get("dragoman.figures_in_order")
    if cached is None:
        cached = sorted(doc._.figures or (), key=lambda f: f.start)
        doc.user_data["dragoman.figures_in_order"] = cached
    return cached


def _bounds(figure: FigureDraft) -> bool:
    """Whether a share only says from where on something holds: "more than 10 per cent"."""
    return figure.kind == "limit" and figure.unit == "%"


def _is_start(doc: Doc, figure: FigureDraft, after: FigureDraft) -> bool:
    """Whether a number is only where it starts: the first of "from 20 to 60 per cent"."""
    if after.unit != figure.unit:
        return False
    text: str = doc._.report.text
    opened = text[max(0, figure.start - 6) : figure.start].split()[-1:] == ["from"]
    return opened and text[figure.end : after.start].split() == ["to"]


def with_targets(doc: Doc, draft: CommitmentDraft, found: Found) -> Iterator[CommitmentDraft]:
    """Yield the draft with its first number, and one draft more for each number joined to it."""
    amounts = figures_in(doc, draft_span(doc, draft, found))
    if not amounts:
        yield draft
        return
    first, *rest = amounts
    yield _with(draft, first, draft.start, draft.end)
    if draft.kind not in FIRM:
        return
    for figure in rest:
        if figure.unit != "%" and joined(doc, first, figure):
            yield _with(draft, figure, figure.start, figure.end)


def draft_span(doc: Doc, draft: CommitmentDraft, found: Found) -> tuple[int, int]:
    """Return the offsets of what is to be done, in which its numbers stand."""
    return min(draft.start, doc[found.content].left_edge.idx), draft.end


def _with(draft: CommitmentDraft, figure: FigureDraft, start: int, end: int) -> CommitmentDraft:
    return msgspec.structs.replace(
        draft, amount=figure.value, unit=figure.unit, start=start, end=end
    )


def joined(doc: Doc, first: FigureDraft, other: FigureDraft) -> bool:
    """Return whether two numbers stand in one list: "40 cranes and 12 barges"."""
    between = doc._.report.text[first.end : other.start]
    return len(between) < 160 and (" and " in between or "," in between)
