"""Where a commitment stands in the text, and its wording in short."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.arguments import parties_of
from dragoman.readers.english.clauses.spans import clause_tokens, span_of

LONGEST = 160
OTHERS = ("parataxis", "conj", "discourse")


def from_cue(cue: Token, content: Token) -> tuple[int, int]:
    """Return the offsets from the cue to the end of its clause."""
    tokens = clause_tokens(cue, drop=OTHERS)
    first = next((t for t in tokens if t.i >= min(cue.i, content.i)), cue)
    last = max(tokens[-1].i, content.i)
    return span_of([first, cue.doc[last]])


def _first(content: Token) -> int:
    """Return where the wording begins: at the verb, or at its subject where that is no party."""
    if content.pos_ not in ("VERB", "AUX", "ADJ"):
        return content.left_edge.i
    own = next((c for c in content.children if c.dep_.startswith("nsubj")), None)
    if own is None:
        return content.i if content.pos_ == "VERB" else content.left_edge.i
    return content.i if parties_of(own, inside=False) else own.left_edge.i


def subject_text(content: Token) -> str:
    """Return what is to be done in the report's words, shortened at a word's end."""
    tokens = clause_tokens(content, drop=OTHERS)
    first = _first(content)
    tokens = [t for t in tokens if t.i >= first] or tokens
    while len(tokens) > 1 and tokens[0].dep_ in ("mark", "case", "det", "punct", "cc"):
        tokens = tokens[1:]
    start, end = span_of(tokens)
    text = " ".join(content.doc._.report.text[start:end].split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;")
    return text
