"""The spaCy component `dragoman_statements`: sets `doc._.statements`."""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.readers.english.statements.attributed import attributions
from dragoman.readers.english.statements.hearsay import hearsay
from dragoman.readers.english.statements.labelled import labelled
from dragoman.readers.english.statements.quoted import quoted_tokens
from dragoman.readers.english.statements.quotes import Quotes, find_quotes
from dragoman.readers.english.statements.reported import Reporter
from dragoman.readers.english.statements.settling import settle


@Language.component("dragoman_statements")
def statements(doc: Doc) -> Doc:
    """Find quotes, reported speech, attributions and hearsay; set `doc._.statements` in order."""
    quotes = Quotes(find_quotes(doc))
    inside = quoted_tokens(doc, quotes)
    found = [
        *Reporter(doc, quotes, inside).all(),
        *attributions(doc, inside),
        *labelled(doc),
        *hearsay(doc, inside),
    ]
    settled = settle(doc, found, quotes)
    doc._.statements = tuple(f.draft() for f in sorted(settled, key=lambda f: (f.start, f.end)))
    return doc
