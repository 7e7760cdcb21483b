"""Whether a capital's name stands for the government or for the city."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.lexicon import mapping

WHERE = frozenset(["in", "at", "near", "around", "outside", "inside", "across", "throughout"])
WAY = frozenset(["to", "from", "into", "via", "through", "towards", "toward", "for"])


def is_place(doc: Doc, start: int, end: int) -> bool:
    """Return True where the capital at tokens [start, end) is a place things happen in or go to.

    A capital after "in" or "at", reached or left by a verb of motion, or in a dateline is the
    city; elsewhere it is the state.
    """
    if doc._.kinds[start] == "dateline":
        return True
    case = _case(doc, start)
    root = doc[start:end].root
    motion = mapping("mentions", "motion.yaml")
    if case in WHERE:
        return True
    if case in WAY:
        return _governor(root).lemma_.lower() in motion["ways"]
    if root.dep_ == "obj" or (root.dep_ in ("obl", "dep") and case is None):
        return _governor(root).lemma_.lower() in motion["objects"]
    if case == "of":
        return _governor(root).lemma_.lower() in motion["city_of"]
    return False


def _governor(token: Token) -> Token:
    """Return the word a name hangs on, over names it is joined with by "and"."""
    while token.dep_ == "conj":
        token = token.head
    return token.head


def _case(doc: Doc, start: int) -> str | None:
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ in ("the", "central", "downtown"):
        before = doc[start - 2] if start > 1 else None
    if before is not None and before.pos_ in ("ADP", "SCONJ", "PART", ""):
        return before.lower_
    for child in doc[start].children:
        if child.dep_ == "case" and child.i < start:
            return str(child.lower_)
    return None
