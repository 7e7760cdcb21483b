"""Whose words a token stands in."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.drafts import StatementDraft


def statement_around(token: Token) -> StatementDraft | None:
    """Return the statement whose content a word stands in, the first told of several."""
    return _by_token(token.doc).get(token.i)


def speakers_of(token: Token) -> tuple[int, ...]:
    """Return who says the words around a token; nobody where the report itself does."""
    found = statement_around(token)
    return () if found is None else tuple(found.speakers)


def _by_token(doc: Doc) -> dict[int, StatementDraft]:
    cached: dict[int, StatementDraft] | None = doc.user_data.get("dragoman.voices")
    if cached is None:
        cached = {}
        for statement in doc._.statements or ():
            for start, end in statement.spans:
                span = doc.char_span(start, end, alignment_mode="expand")
                for token in span or ():
                    cached.setdefault(token.i, statement)
        doc.user_data["dragoman.voices"] = cached
    return cached
