"""Whether a capital's name stands for the government or for the city."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.words import titles

WHERE = frozenset(["in", "at", "near", "around", "outside", "inside", "across", "throughout"])
WAY = frozenset(["to", "from", "into", "via", "through", "towards", "toward", "for"])


def is_place(doc: Doc, start: int, end: int) -> bool:
    """Return True where the capital at tokens [start, end) is a place things happen in or go to.

    A capital after "in" or "at", reached or left by a verb of motion, or in a dateline is the
    city; elsewhere it is the state.
    """
    if doc._.kinds[start] == "dateline" or _opens_dateline(doc, start, end):
        return True
    case = _case(doc, start) or _case_of_first(doc, start, end)
    root = doc[start:end].root
    motion = mapping("mentions", "motion.yaml")
    governor = _governor(root).lemma_.lower()
    if case in WHERE or (case == "from" and governor in motion["from_where"]):
        return True
    if case in WAY:
        return governor in motion["ways"]
    if root.dep_ == "obj" or (root.dep_ in ("obl", "dep") and case is None):
        return governor in motion["objects"]
    return case == "of" and governor in motion["city_of"]


def _governor(token: Token) -> Token:
    """Return the word a name hangs on, over names it is joined with by "and"."""
    while token.dep_ == "conj":
        token = token.head
    return token.head


def _opens_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether a block opens with the name and a date or an agency: "LIMA, 2 July", "Lima (X)"."""
    if start and not (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        return False
    behind = [t.text for t in doc[end : end + 3]]
    if not behind or behind[0] not in (",", "(", "/"):
        return False
    return behind[0] == "(" or any(
        w[:1].isdigit() or w.lower() in titles("calendar") for w in behind[1:]
    )


def _case_of_first(doc: Doc, start: int, end: int) -> str | None:
    """Return the preposition before the first of names joined by "and": "in Lima and Quito"."""
    root = doc[start:end].root
    if root.dep_ != "conj":
        return None
    return next((str(c.lower_) for c in root.head.children if c.dep_ == "case"), None)


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
