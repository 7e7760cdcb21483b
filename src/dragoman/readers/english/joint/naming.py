"""What rules take a mention or an office for, and what the model makes of both."""

from typing import Any

from spacy.tokens import Doc


def drafted_of(doc: Doc, layer: str, anchor: int) -> Any:
    """Return what rules found at an anchor: the things a mention speaks of, an office's draft."""
    if layer == "mentions":
        return next((n.things for n in doc._.mentions if n.head == anchor), None)
    at = doc[anchor].idx
    return next((r for r in doc._.roles or () if r.start <= at < r.end), None)
