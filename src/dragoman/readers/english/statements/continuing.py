"""Indirect speech that goes on without a cue: "… would be released, he said. The draft would …"."""

from spacy.tokens import Doc, Span

from dragoman.readers.english.mentions.words import readable_sentences
from dragoman.readers.english.statements.found import Found
from dragoman.readers.english.statements.quotes import Quotes
from dragoman.readers.english.statements.spans import trimmed

_SHIFTED = frozenset(("would", "should", "might", "could"))
_REPORTED_BEFORE = 3


def go_on_reporting(doc: Doc, found: list[Found], quotes: Quotes) -> list[Found]:
    """Add sentences whose shifted mood shows that they still report the speaker before.

    Only right behind reported speech in the past tense, in the same paragraph, and only where a
    sentence has neither a cue nor a quote of its own.
    """
    by_sentence: dict[int, list[Found]] = {}
    for f in found:
        span = doc.char_span(f.spans[-1][0], f.spans[-1][1], alignment_mode="expand")
        if span is not None and len(span):
            by_sentence.setdefault(doc[max(span.start, f.cue)].sent.start, []).append(f)
            by_sentence.setdefault(span[-1].sent.start, []).append(f)
    quoted = {doc[q.first].sent.start for q in quotes.all if q.first < len(doc)}
    running: Found | None = None
    added: list[Found] = []
    for sent in readable_sentences(doc):
        own = by_sentence.get(sent.start)
        if own:
            running = own[-1] if _runs_on(doc, own[-1]) else None
        elif (
            running is not None
            and sent.start not in quoted
            and _same_line(doc, sent)
            and _is_shifted(sent)
        ):
            told = trimmed(doc, sent.start, sent.end)
            if told is not None:
                added.append(Found([told], running.cue, running.voice, "clause", running.hedge))
        else:
            running = None
    return [*found, *added]


def _runs_on(doc: Doc, f: Found) -> bool:
    """Whether a statement is reported speech that may go on: a clause told in the past tense."""
    return f.family == "clause" and doc[f.cue].tag_ in ("VBD", "VBN")


def _same_line(doc: Doc, sent: Span) -> bool:
    before = doc[sent.start - 1] if sent.start else None
    return (
        before is not None
        and not (before.is_space and "\n" in before.text)
        and not doc[sent.start].is_space
    )


def _is_shifted(sent: Span) -> bool:
    """Whether the main verb of a sentence is in the mood of reported speech."""
    root = sent.root
    auxiliaries = {c.lower_ for c in root.children if c.dep_.startswith("aux")}
    return bool(auxiliaries & _SHIFTED) and "if" not in {t.lower_ for t in sent[:_REPORTED_BEFORE]}
