"""The numbers that what was found can be checked against, when its wording is settled."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import subject
from dragoman.readers.english.clauses.when import times_by_token
from dragoman.readers.english.commitments.targets import FIRM, figures_in, joined
from dragoman.readers.english.drafts import CommitmentDraft
from dragoman.readers.english.figures.numbers import DIGITS, parse_number, word_pattern
from dragoman.readers.english.lexicon import mapping

ONE = frozenset(("a", "an", "one"))
SHARED = frozenset(("obj", "nsubj", "nsubj:pass", "obl"))
"""How the parser hangs a share on what is done with it."""
COUNTED = frozenset(("obj", "nsubj", "nsubj:pass", "nummod", "obl"))
"""How it hangs a number that counts something."""


def with_amounts(doc: Doc, drafts: Iterable[CommitmentDraft]) -> Iterator[CommitmentDraft]:
    """Yield the drafts with their numbers; two numbers in one list make two of one."""
    given = list(drafts)
    told: dict[float, list[CommitmentDraft]] = {}
    for draft in given:
        if draft.amount is not None:
            told.setdefault(draft.amount, []).append(draft)
    for draft in given:
        if draft.amount is None:
            yield _first_amount(doc, draft)
            continue
        yield draft
        yield from _further(doc, draft, told)


def _further(
    doc: Doc, draft: CommitmentDraft, told: dict[float, list[CommitmentDraft]]
) -> Iterator[CommitmentDraft]:
    """Yield the draft once more for each number joined to its own that no other one tells."""
    found = figures_in(doc, (draft.start, draft.end))
    own = next((f for f in found if f.value == draft.amount), None)
    if own is None or draft.kind not in FIRM:
        return
    for figure in found:
        if figure.start <= own.start or figure.unit == "%" or not joined(doc, own, figure):
            continue
        same = (o for o in told.get(figure.value, ()) if o is not draft)
        if not any(o.start <= figure.start < o.end for o in same):
            yield msgspec.structs.replace(
                draft,
                amount=figure.value,
                unit=figure.unit,
                start=figure.start,
                end=figure.end,
            )


def _first_amount(doc: Doc, draft: CommitmentDraft) -> CommitmentDraft:
    """Return the draft with the number its shared subject tells, else a stretch of time."""
    for start, end in (
        (draft.start, draft.end),
        *_shared_subject(doc, draft),
        *_what_it_is_of(doc, draft),
    ):
        found = figures_in(doc, (start, end))
        if found:
            return msgspec.structs.replace(draft, amount=found[0].value, unit=found[0].unit)
    told: tuple[float, str | None] | None = _share(doc, draft)
    if draft.kind in FIRM:
        text = doc._.report.text[draft.start : draft.end]
        told = told or _single(doc, draft) or _lasting(text) or _bare(doc, draft)
    if told is None:
        return draft
    return msgspec.structs.replace(draft, amount=told[0], unit=told[1])


def _single(doc: Doc, draft: CommitmentDraft) -> tuple[float, str] | None:
    """Return the one thing that is to be built, opened or handed over: "a patrol boat"."""
    counted = mapping("bound", "bound.yaml")["single"]
    for token in doc.char_span(draft.start, draft.end, alignment_mode="expand") or ():
        one = any(c.lower_ in ONE and c.i < token.i for c in token.children)
        if one and token.lower_ in counted and token.dep_ in ("obj", "nsubj:pass"):
            return 1.0, token.lower_
    return None


def _shared_subject(doc: Doc, draft: CommitmentDraft) -> Iterator[tuple[int, int]]:
    """Yield where the subject stands that a clause shares with the one before it."""
    root = root_of(doc, draft)
    named = subject(root) if root.pos_ in ("VERB", "AUX") else None
    if named is not None and named.idx < draft.start and named.sent.start == root.sent.start:
        first, last = named.left_edge, named
        yield first.idx, last.idx + len(last)


def _what_it_is_of(doc: Doc, draft: CommitmentDraft) -> Iterator[tuple[int, int]]:
    """Yield where what a relative clause is told of stands: "the 40 cows that Oslo is to send"."""
    root = root_of(doc, draft)
    if root.dep_ in ("acl:relcl", "acl") and root.head.pos_ == "NOUN" and root.head.idx < root.idx:
        first, last = root.head.left_edge, root.head
        yield first.idx, last.idx + len(last)


def _share(doc: Doc, draft: CommitmentDraft) -> tuple[float, str] | None:
    """Return what share of a thing it is on, in per cent: "half of the costs"."""
    shares = mapping("bound", "bound.yaml")["shares"]
    for token in doc.char_span(draft.start, draft.end, alignment_mode="expand") or ():
        named = token.lower_ in shares and token.dep_ in SHARED
        if named and not any(c.pos_ in ("ADJ", "NUM") for c in token.children):
            return float(shares[token.lower_]), "%"
    return None


def _bare(doc: Doc, draft: CommitmentDraft) -> tuple[float, str | None] | None:
    """Return the number of a thing that its own sentence does not name: "return all 30"."""
    words = mapping("bound", "bound.yaml")
    numbering = frozenset((*words["numbering"], *words["units"]))
    dated = times_by_token(doc)
    for token in doc.char_span(draft.start, draft.end, alignment_mode="expand") or ():
        if token.pos_ != "NUM" or token.i in dated or token.head.i in dated:
            continue
        beside = {token.head.lower_} | {
            doc[i].lower_ for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)
        }
        value = parse_number(token.text)
        if value is None or beside & numbering or token.dep_ not in COUNTED:
            continue
        return value, token.head.lower_ if token.dep_ == "nummod" else None
    return None


def root_of(doc: Doc, draft: CommitmentDraft) -> Token:
    """Return the word that the clause of a draft hangs on."""
    span = doc.char_span(draft.start, draft.end, alignment_mode="expand")
    return doc[draft.token] if span is None else span.root


@cache
def _stretch() -> re.Pattern[str]:
    units = "|".join(mapping("bound", "bound.yaml")["units"])
    return re.compile(
        # Bounded, for a report may be hostile.
        rf"(?:\b(?P<before>\w{{1,20}})\s{{1,3}})?\b(?P<number>{DIGITS}|{word_pattern()})[\s-]{{1,3}}(?:(?:more|further|"
        rf"additional|calendar|working|consecutive)\s{{1,3}})?(?P<unit>{units})\b(?P<after>\s{{1,3}}\w{{1,20}})?",
        re.IGNORECASE,
    )


def _lasting(text: str) -> tuple[float, str] | None:
    """Return a stretch of time something is to last or be done in: "within 15 days"."""
    words = mapping("bound", "bound.yaml")
    for match in _stretch().finditer(text):
        beside = {(match[k] or "").strip().lower() for k in ("before", "after")}
        value = parse_number(match["number"])
        if value is not None and not beside & set(words["past"]):
            return value, words["units"][match["unit"].lower()]
    return None
