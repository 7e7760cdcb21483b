"""Descriptions of organizations, bodies, agreements and programmes to the named ones."""

import msgspec
from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.kinds import (
    classes_of,
    distinct,
    fits,
    number_in,
    says_nothing,
)
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.coreference.trail import Trail
from dragoman.readers.english.coreference.wording import (
    content_of,
    field_of,
    head_of,
    label_of,
    ordinals,
    shared,
    single,
)
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import gazetteer
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.phrases import is_signed
from dragoman.readers.english.mentions.words import written
from dragoman.record.nouns import EntityType

WINDOW = 40
OPENING = 5
ORGANIZATIONS: tuple[EntityType, ...] = ("organization", "body")


class Wanted(msgspec.Struct, frozen=True):
    """What a description asks for: its head, the words that tell it apart, its state."""

    head: str
    marks: frozenset[str]
    country: str | None


class Described:
    """Resolves descriptions of what is neither person nor state in one report, in text order."""

    def __init__(self, doc: Doc, things: Things, trail: Trail, main: list[str]) -> None:
        self.doc, self.things, self.trail, self.main = doc, things, trail, main

    def organization(self, name: Name, token: Token) -> tuple[int, ...]:
        """Return the organization last named that the description fits; a ministry may be new."""
        text = written(self.doc, name)
        content = content_of(text)
        head = head_of(text)
        wanted = Wanted(head, frozenset(content & distinct()), name.country)
        if head in mapping("mentions", "nominals.yaml")["people_groups"]:
            return (self._group(name, token, single(head)),)
        found = self._latest(token, wanted)
        if found is not None:
            return (found,)
        if head == "ministry" and content == {"ministry"}:
            return self._of_minister(token, name.country)
        if "company" in classes_of(head) or not _acts_unnamed(name, text, content):
            return ()
        return (self._open("organization", name.country, text),)

    def _group(self, name: Name, token: Token, head: str) -> int:
        """Return the people last spoken of by the same word, else new ones."""
        for passed in self.trail.before(token, WINDOW):
            for thing in passed.things:
                item = self.things.all[thing]
                same = item.label and single(head_of(item.label)) == head
                if same and name.country in (None, item.likely_country):
                    return thing
        return self._open("organization", name.country, written(self.doc, name))

    def _of_minister(self, token: Token, country: str | None) -> tuple[int, ...]:
        """Return the ministry of the minister last spoken of."""
        for passed in self.trail.before(token, WINDOW):
            for item in (self.things.all[i] for i in passed.things):
                field = next((f for o in item.offices if (f := field_of(o))), None)
                if field and item.country and country in (None, item.country):
                    return (self._open("organization", item.country, f"{field} ministry"),)
        return ()

    def _latest(self, token: Token, wanted: Wanted, but: tuple[int, ...] = ()) -> int | None:
        seen: set[int] = set()
        for passed in self.trail.before(token, WINDOW):
            for thing in passed.things:
                if thing in seen or thing in but:
                    continue
                seen.add(thing)
                if self._fits(thing, wanted):
                    return thing
        return None

    def _fits(self, thing: int, wanted: Wanted) -> bool:
        item = self.things.all[thing]
        if item.kind not in ORGANIZATIONS:
            return False
        if wanted.country and item.likely_country not in (None, wanted.country):
            return False
        names = [*item.names, item.label or ""]
        if wanted.marks and not any(wanted.marks <= content_of(n) for n in names):
            return False
        if any(fits(wanted.head, n) for n in names if n):
            return True
        company = "company" in classes_of(wanted.head)
        return company and item.kind == "organization" and all(says_nothing(n) for n in item.names)

    def organizations(self, name: Name, token: Token) -> tuple[int, ...]:
        """Resolve "the two companies": the last so many that fit."""
        text = written(self.doc, name)
        head = single(head_of(text))
        wanted = Wanted(head, frozenset(), name.country)
        found: list[int] = []
        for _ in range(number_in(text)):
            one = self._latest(token, wanted, tuple(found))
            if one is None:
                return ()
            found.append(one)
        return tuple(sorted(found))

    def other(self, name: Name, token: Token, kind: EntityType) -> tuple[int, ...]:
        """Return the body, agreement or programme a description stands for; it may be new."""
        text = written(self.doc, name)
        content = content_of(text)
        best: tuple[float, int] | None = None
        recent = self._recency(token)
        for i in self.things.of_kind(kind, *(("organization",) if kind == "body" else ())):
            item = self.things.all[i]
            if name.country and item.country not in (None, name.country):
                continue
            alike = max((shared(content, n) for n in [*item.names, item.label or ""]), default=0)
            if alike and (best is None or (alike, recent.get(i, -1)) > best):
                best = (alike, i)
        if best is not None and (best[0] >= len(content) or best[0] >= 2):
            return (best[1],)
        bare = self._bare(text, content, kind, recent)
        if bare is not None:
            return (bare,)
        if kind == "agreement" and is_signed(token) and token.tag_ == "NN":
            return (self._signed(name, token, content),)
        if not _worth_an_entity(kind, content):
            return ()
        return (self._open(kind, name.country, text),)

    def _signed(self, name: Name, token: Token, content: set[str]) -> int:
        """Return the agreement that a report opens with the signing of: named later, or new.

        A headline and the first sentences tell one signing; where one agreement is named in the
        report, it is that one.
        """
        known = self.things.of_kind("agreement")
        first = self.trail.sentence(token) < OPENING and not content & ordinals()
        if first and len(known) == 1:
            return known[0]
        text = written(self.doc, name)
        at = self._open("agreement", name.country, text)
        if len(content) == 1:
            names = [gazetteer().names.get(c, c) for c in self.main[:2]]
            self.things.all[at].label = f"{'–'.join(names)} {label_of(text)}".strip()
        return at

    def _recency(self, token: Token) -> dict[int, int]:
        """Return for each thing mentioned so far where it stood last."""
        out: dict[int, int] = {}
        for passed in self.trail.before(token, WINDOW):
            for thing in passed.things:
                out.setdefault(thing, passed.token)
        return out

    def _bare(
        self, text: str, content: set[str], kind: EntityType, recent: dict[int, int]
    ) -> int | None:
        """Return what "the deal" stands for: the only one named, else the last one spoken of."""
        definite = text.lower().split()[0] in ("the", "this", "that", "said")
        if not definite or len(content) > 1:
            return None
        heads = mapping("mentions", "nominals.yaml")[f"{kind}_heads"]
        options = [i for i in self.things.of_kind(kind) if i in recent]
        if kind != "agreement":
            head = single(head_of(text))
            options = [i for i in options if self._called(i, head)]
        return max(options, key=lambda i: recent[i]) if options and heads else None

    def _called(self, thing: int, head: str) -> bool:
        item = self.things.all[thing]
        return any(head in content_of(n) for n in [*item.names, item.label or ""])

    def _open(self, kind: EntityType, country: str | None, text: str) -> int:
        at = self.things.add(kind, country)
        self.things.all[at].label = label_of(text)
        return at


def _acts_unnamed(name: Name, text: str, content: set[str]) -> bool:
    """Whether a description that fits nothing named is an organization of its own.

    It is where its state or its field is told, and where it is an organ: "the police".
    """
    organs = mapping("mentions", "nominals.yaml")["organs"]
    low = text.lower().removeprefix("the ")
    return name.country is not None or len(content) > 1 or low in organs


def _worth_an_entity(kind: EntityType, content: set[str]) -> bool:
    return len(content) > (2 if kind == "agreement" else 1)
