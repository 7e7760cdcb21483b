"""Places: whose waters, territory or airspace it was in."""

import re
from collections import defaultdict
from collections.abc import Iterator

from dragoman.linking.disagreements.sentences import Sentences
from dragoman.linking.disagreements.sides import Draft, draft
from dragoman.linking.who.organization_names import state_code
from dragoman.record.nouns import Mention

_REALM = r"(?:waters|airspace|territory|soil|zone)"
_WHOSE = re.compile(
    rf"\b(?:in|inside|within|into|off)\s+(?:the\s+)?(?:(?P<name>[A-Z][\w-]+)(?:['’]s)?\s+"
    rf"(?:own\s+)?(?:territorial\s+)?(?P<realm>{_REALM})"
    rf"|(?:territorial\s+)?(?P<realm2>{_REALM})\s+of\s+(?:the\s+)?(?P<of>[A-Z]\w+(?:\s+(?:of|and)?\s*[A-Z]\w+){{0,4}}))"
)


def whose_waters(book: Sentences) -> Iterator[Draft]:
    """Yield waters, territory or airspace that kindred reports, or one, lay to two states."""
    told: dict[str, list[tuple[str, str, Mention]]] = defaultdict(list)
    for sentence in book.all:
        for match in _WHOSE.finditer(sentence.text):
            state = state_code(match["name"] or match["of"])
            if state:
                realm = match["realm"] or match["realm2"]
                told[sentence.report].append((realm, state, sentence.mention))
    done: set[frozenset[str]] = set()
    for report in sorted(told):
        group = frozenset(r for r in (report, *book.kin.get(report, ())) if r in told)
        if group in done:
            continue
        done.add(group)
        for realm in sorted({r for r, _, _ in told[report]}):
            own = [t for r in sorted(group) for t in told[r] if t[0] == realm]
            sides = [(f"{realm} of {state}", mention) for _, state, mention in own]
            found = draft("place", None, sides, within=True)
            if found and len(found.sides) == 2:
                yield found
