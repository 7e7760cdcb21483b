"""The spaCy component `dragoman_bound`: settles who is bound in `doc._.commitments`."""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.bound.amounts import with_amounts
from dragoman.readers.english.bound.parties import with_bound


@Language.component("dragoman_bound")
def bound(doc: Doc) -> Doc:
    """Settle the parties and the numbers of all that was found, frames' and model's alike."""
    drafts = with_amounts(doc, doc._.commitments or ())
    settled = (with_bound(doc, draft) for draft in drafts)
    doc._.commitments = tuple(sorted(settled, key=lambda d: (d.start, d.end)))
    return doc
