"""The spaCy component `dragoman_bodies`: sets `doc._.workings`."""

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.bodies.chairs import chairs
from dragoman.readers.english.bodies.found import spots
from dragoman.readers.english.bodies.founding import founding, unheralded
from dragoman.readers.english.bodies.nesting import nesting
from dragoman.readers.english.bodies.sessions import bare_sessions, sessions
from dragoman.readers.english.drafts import WorkingDraft


@Language.component("dragoman_bodies")
def bodies(doc: Doc) -> Doc:
    """Collect what is told of how the bodies of a report work."""
    found: list[WorkingDraft] = []
    for spot in spots(doc):
        for tell in (nesting, chairs, founding, sessions):
            found += tell(doc, spot)
    kept = unheralded(_once([*found, *bare_sessions(doc, found)]), doc)
    doc._.workings = tuple(sorted(kept, key=lambda d: (d.start, d.end, d.kind)))
    return doc


def _once(found: list[WorkingDraft]) -> list[WorkingDraft]:
    """Return what was found, once where one clause tells it through two of its words.

    "A commission, which will hold its first session": the commission and "its" tell one session.
    """
    kept: list[WorkingDraft] = []
    for draft in sorted(found, key=lambda d: (d.start - d.end, d.start)):
        if not any(_tells_too(other, draft) for other in kept):
            kept.append(draft)
    return kept


def _tells_too(other: WorkingDraft, draft: WorkingDraft) -> bool:
    within = other.start <= draft.start and draft.end <= other.end
    return within and msgspec.structs.replace(draft, start=other.start, end=other.end) == other
