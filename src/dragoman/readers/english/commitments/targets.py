"""The numbers and dates a commitment can be checked against."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.spans import clause_tokens
from dragoman.readers.english.clauses.when import times_by_token
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
    if date is None or published is None:
        return False
    last = date.split("/")[-1]
    return last < published[: len(last)]


def figures_in(doc: Doc, span: tuple[int, int]) -> list[FigureDraft]:
    """Return the amounts told inside `span`, in text order."""
    inside = (f for f in doc._.figures or () if span[0] <= f.start and f.end <= span[1])
    return sorted((f for f in inside if f.kind != "limit"), key=lambda f: f.start)


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
        if figure.unit != "%" and _joined(doc, first, figure):
            yield _with(draft, figure, figure.start, figure.end)


def draft_span(doc: Doc, draft: CommitmentDraft, found: Found) -> tuple[int, int]:
    """Return the offsets of what is to be done, in which its numbers stand."""
    return min(draft.start, doc[found.content].left_edge.idx), draft.end


def _with(draft: CommitmentDraft, figure: FigureDraft, start: int, end: int) -> CommitmentDraft:
    return msgspec.structs.replace(
        draft, amount=figure.value, unit=figure.unit, start=start, end=end
    )


def _joined(doc: Doc, first: FigureDraft, other: FigureDraft) -> bool:
    """Whether two numbers stand in one list: "180 tanks and 81 vehicles"."""
    between = doc._.report.text[first.end : other.start]
    return len(between) < 160 and (" and " in between or "," in between)
