"""A brief as PDF, set by Typst with the fonts it brings."""

from pathlib import Path
from typing import Any

import msgspec

from dragoman.record.extras import needing
from dragoman.runs.briefing.formats import left_words, note_words
from dragoman.store.views.brief.paper import Paper, Sentence

_TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"


def write(made: Paper) -> bytes:
    """Return the paper as PDF. Raises ExtraMissing."""
    with needing("briefs"):
        import typst
    data = msgspec.json.encode(_data(made)).decode()
    pdf: bytes = typst.compile(_TEMPLATE, format="pdf", sys_inputs={"paper": data})
    return pdf


def _data(made: Paper) -> dict[str, Any]:
    seen: set[int] = set()
    return {
        "title": made.title,
        "intro": made.intro,
        "parts": [
            {
                "heading": part.heading,
                "left": left_words(part),
                "sentences": [_sentence(one, seen) for one in part.sentences],
            }
            for part in made.parts
        ],
        "notes": [{"words": note_words(one), "quote": one.quote} for one in made.notes],
    }


def _sentence(one: Sentence, seen: set[int]) -> dict[str, Any]:
    marks = []
    for number in one.notes:
        marks.append({"number": number, "first": number not in seen})
        seen.add(number)
    return {"text": one.text, "notes": marks}
