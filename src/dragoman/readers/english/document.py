"""A report as one spaCy Doc whose token offsets are offsets into the report's text."""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.record.nouns import Report

ATTRIBUTES = (
    "report",
    "published",
    "readable",
    "kinds",
    "times",
    "mentions",
    "things",
    "roles",
    "figures",
    "statements",
    "events",
    "commitments",
    "workings",
)


def register() -> None:
    """Declare the attributes that the components set on a Doc; may be called again."""
    for name in ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def make_doc(nlp: Language, report: Report) -> Doc:
    """Tokenize `report` block by block, so that no token and no sentence crosses a block.

    Returns a Doc with `doc.text == report.text`; `doc._.readable[i]` says whether token i may be
    read (it is not furniture), `doc._.kinds[i]` the kind of its block. White space between blocks
    becomes space tokens.
    """
    register()
    words: list[str] = []
    spaces: list[bool] = []
    kinds: list[str] = []
    starts: list[int] = []
    at = 0
    for block in report.blocks:
        _add_gap(report.text[at : block.start], words, spaces, kinds)
        starts.append(len(words))
        for token in nlp.make_doc(report.text[block.start : block.end]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            kinds.append(block.kind)
        at = block.end
    _add_gap(report.text[at:], words, spaces, kinds)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for start in starts:
        if start < len(doc):
            doc[start].is_sent_start = True
    doc.user_data["blocks"] = True
    doc._.report = report
    doc._.published = report.published
    doc._.kinds = kinds
    doc._.readable = [kind not in ("furniture", "gap") for kind in kinds]
    return doc


def _add_gap(gap: str, words: list[str], spaces: list[bool], kinds: list[str]) -> None:
    """Append the white space between two blocks, folding one leading space into the last word."""
    if gap.startswith(" ") and words and not spaces[-1]:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)
        kinds.append("gap")
