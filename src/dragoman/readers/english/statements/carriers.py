"""Who passes a statement on: "quoted by the agency", "told Radio Lima", "carried by …"."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.clauses.parties import mentions_by_head
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.frames import speakers

_BY = frozenset(
    ("quoted", "cited", "carried", "reported", "published", "run", "broadcast", "aired")
)
_WITH = frozenset(("interview", "interviews", "conversation"))
_NEAR = 9
_ON = 4
_TOP, _LINE = 200, 60


def carrier(cue: Cue) -> int | None:
    """Return the agency or outlet that a cue's sentence names as passing it on, or None.

    The report's own outlet passes on nothing.
    """
    sent = cue.verb.sent
    for token in sent:
        behind = token.doc[min(token.i + 1, len(token.doc) - 1)].lower_
        if token.lower_ in _BY and behind == "by":
            found = _organization(token, sent.end)
        elif token.lower_ in _WITH and behind in ("with", "to"):
            found = _press(token, sent.end)
        elif (token.i == cue.verb.i and token.lower_ in ("told", "tells", "telling", "tell")) or (
            token.lower_ == "on" and cue.verb.i < token.i <= cue.last + _ON
        ):
            found = _press(token, min(token.i + 5, sent.end))
        else:
            continue
        if found is not None:
            return found
    return None


def _organization(token: Token, end: int) -> int | None:
    """Return the organization named first behind a token."""
    doc = token.doc
    for at in range(token.i + 1, min(token.i + _NEAR, end)):
        named = mentions_by_head(doc).get(at)
        if named is None or not named.things:
            continue
        thing = named.things[0]
        if doc._.things[thing].type == "organization":
            return None if is_own(doc, thing) else int(thing)
    return None


def _press(token: Token, end: int) -> int | None:
    """Return the organization behind a token where its name is that of the press."""
    found = _organization(token, end)
    if found is None:
        return None
    words = {w.lower().strip(".") for n in token.doc._.things[found].names for w in n.split()}
    before = {t.lower_ for t in token.doc[token.i + 1 : end]}
    press = words & speakers("press_names") or before & speakers("press")
    return found if press else None


def is_own(doc: Doc, thing: int) -> bool:
    """Whether an organization is the outlet of the report itself."""
    report = doc._.report
    if report is None:
        return False
    outlet = (report.outlet or "").lower()
    own = [outlet] if outlet else _masthead(report.text)
    return any(
        n.lower() in name or name in n.lower() for n in doc._.things[thing].names for name in own
    )


def _masthead(text: str) -> list[str]:
    """Return the lines at the top that are no sentences, where an outlet names itself."""
    lines = (line.strip() for line in text[:_TOP].splitlines())
    return [line.lower() for line in lines if 0 < len(line) <= _LINE and line[-1] not in '.!?”"']
