"""What a report tells of how bodies came to be, or are to."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.bodies.found import Spot, object_verbs, stretch
from dragoman.readers.english.bodies.timing import time_told
from dragoman.readers.english.bodies.vocabulary import is_verb, nouns
from dragoman.readers.english.clauses.reality import in_headline, infinitive_mark, reality
from dragoman.readers.english.drafts import WorkingDraft
from dragoman.record.workings import WorkingState

_OVER = ("since", "after", "following", "upon")


def founding(_: Doc, spot: Spot) -> Iterator[WorkingDraft]:
    """Yield what is told of the founding of the body that stands at `spot`."""
    for verb in object_verbs(spot.head):
        if is_verb(verb, "founds"):
            time = time_told(verb)
            yield _draft(spot, (spot.head, verb, *_led(verb)), _state(verb), time)
    noun = spot.head.head
    if noun.lower_ in nouns("founding") and spot.head.dep_.startswith("nmod"):
        over = any(c.lower_ in _OVER for c in noun.children)
        yield _draft(spot, (spot.head, noun), "done" if over else _of_noun(noun), time_told(noun))


def unheralded(drafts: list[WorkingDraft], doc: Doc) -> list[WorkingDraft]:
    """Return what was found, a headline's "form a commission" told as the text tells it.

    Headlines shorten "agree to form" to "form".
    """
    planned = {d.body for d in drafts if d.kind == "founded" and d.state == "planned"}
    done = {
        d.body for d in drafts if d.kind == "founded" and d.state == "done" and not _heads(doc, d)
    }
    only = planned - done
    return [d for d in drafts if d.kind != "founded" or d.body not in only or not _heads(doc, d)]


def _heads(doc: Doc, draft: WorkingDraft) -> bool:
    span = doc.char_span(draft.start, draft.end, alignment_mode="expand")
    return span is not None and in_headline(span.root)


def _state(verb: Token) -> WorkingState:
    told = reality(verb)
    if told == "negated":
        return "missed"
    agreed = infinitive_mark(verb) is not None and verb.head.lower_ in ("agreed", "agree", "agrees")
    return "done" if told in ("told", "present") and not agreed else "planned"


def _of_noun(noun: Token) -> WorkingState:
    """Return whether the founding named by a noun has happened, by the verb above it."""
    verb = noun.head
    if verb.pos_ == "VERB" and verb.lower_ in ("announced", "marked", "welcomed", "saw"):
        return "done"
    return "planned"


def _led(verb: Token) -> list[Token]:
    """Return the verb that an infinitive hangs on: "agreed to set up"."""
    return [verb.head] if infinitive_mark(verb) is not None and verb.dep_ == "xcomp" else []


def _draft(spot: Spot, words: tuple[Token, ...], state: WorkingState, time: object) -> WorkingDraft:
    start, end = stretch(*words)
    return WorkingDraft(
        start=start,
        end=end,
        body=spot.thing,
        kind="founded",
        state=state,
        date=getattr(time, "date", None),
    )
