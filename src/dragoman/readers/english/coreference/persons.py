"""Descriptions of persons to the persons: "the minister", "his host", "the two leaders"."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from dragoman.readers.english.coreference.kinds import described, number_in
from dragoman.readers.english.coreference.things import Things
from dragoman.readers.english.coreference.trail import Passed, Trail, place_of
from dragoman.readers.english.coreference.weighing import Weigher
from dragoman.readers.english.drafts import Name
from dragoman.readers.english.gazetteer.lookup import fold, gazetteer
from dragoman.readers.english.mentions.words import titles, written

WINDOW = 40
FADING = 0.12
NEAR_GROUP = 2
NEAR_NAME = 6
EXTRA, LACKING, SAME_STATE = 0.6, 0.25, 0.5


class Persons:
    """Resolves descriptions of persons in one report, in text order."""

    def __init__(self, doc: Doc, things: Things, trail: Trail) -> None:
        self.doc, self.things, self.trail = doc, things, trail

    def one(self, name: Name, token: Token, owner: tuple[int, ...]) -> tuple[int, ...]:
        """Return the person a description points at; `owner` is whose guest or host it is."""
        word = fold(token.text)
        if word in described("relative") and name.country is None:
            return self._other_than(token, owner)
        if word in gazetteer().people or word in described("unofficial") | described("relative"):
            return self._of_state(token, name.country)
        return self._by_office(name, token)

    def _by_office(self, name: Name, token: Token) -> tuple[int, ...]:
        words = [t.lower_ for t in self.doc[token.i - _length(self.doc, name) + 1 : token.i + 1]]
        own = [w for w in map(fold, words) if _tells(w)]
        weigher = Weigher(self.trail, token)
        best: tuple[float, int] | None = None
        for passed in self.trail.before(token, WINDOW):
            if not self._is_one(passed) or weigher.score(passed) is None:
                continue
            item = self.things.all[passed.things[0]]
            if name.country and item.likely_country not in (None, name.country):
                continue
            fit = max((_overlap(own, fold(token.text), o) for o in item.offices), default=0.0)
            if fit <= 0.0:
                continue
            fit += SAME_STATE * bool(name.country and item.country == name.country)
            away = self.trail.sentence(token) - passed.sentence
            score = fit - FADING * away + 0.05 * place_of(self.doc[passed.token])
            if best is None or score > best[0]:
                best = (score, passed.things[0])
        if best is None:
            later = self._named_later(own, fold(token.text), name.country)
            return later or self._unnamed(name, token, own)
        if name.country:
            self.things.all[best[1]].votes[name.country] += 2
        return (best[1],)

    def _named_later(self, own: list[str], head: str, country: str | None) -> tuple[int, ...]:
        """Return the only person of that office and state where the report names it further on."""
        fitting = [
            at
            for at in self.things.of_kind("person")
            if country is not None
            and self.things.all[at].likely_country == country
            and any(_overlap(own, head, o) > 0.0 for o in self.things.all[at].offices)
        ]
        return (fitting[0],) if len(fitting) == 1 else ()

    def _unnamed(self, name: Name, token: Token, own: list[str]) -> tuple[int, ...]:
        """Return a new person for an office of a state that nobody named holds, or none."""
        word = token.lower_
        if name.country is None or word not in titles("heads") or word in titles("no_offices"):
            return ()
        told = [w for w in own if w != fold(token.text) and not _is_state(w)]
        if (not told and word in titles("bare")) or self._before_a_name(token):
            return ()
        office = " ".join([*told, fold(token.text)])
        at = self.things.add("person", name.country)
        self.things.all[at].label = f"{office} of {gazetteer().names[name.country]}"
        self.things.all[at].offices.append(office)
        return (at,)

    def _before_a_name(self, token: Token) -> bool:
        """Whether a name follows behind a comma: "the air chief, Lt. Gen. | Amina Said"."""
        behind = self.doc[token.i + 1 : token.i + 1 + NEAR_NAME]
        return len(behind) > 1 and any(t.ent_type_ in ("PER", "PERSON") for t in behind)

    def _is_one(self, passed: Passed) -> bool:
        return passed.kind == "person" and len(passed.things) == 1

    def _other_than(self, token: Token, owner: tuple[int, ...]) -> tuple[int, ...]:
        """Return the person on the other side of `owner`: "his host", "her guest"."""
        whose = {self.things.all[i].likely_country for i in owner} - {None}

        def fits(passed: Passed) -> bool:
            country = self.things.all[passed.things[0]].likely_country
            return passed.things[0] not in owner and country is not None and country not in whose

        return self._latest(token, fits) if owner and whose else ()

    def _of_state(self, token: Token, country: str | None) -> tuple[int, ...]:
        if country is None:
            return ()
        return self._latest(token, lambda p: self.things.all[p.things[0]].likely_country == country)

    def _latest(self, token: Token, fits: Callable[[Passed], bool]) -> tuple[int, ...]:
        weigher = Weigher(self.trail, token)
        best: tuple[float, int] | None = None
        for passed in self.trail.before(token, 3):
            if not self._is_one(passed) or not fits(passed):
                continue
            weight = weigher.score(passed)
            if weight is not None and (best is None or weight > best[0]):
                best = (weight, passed.things[0])
        return () if best is None else (best[1],)

    def several(self, name: Name, token: Token) -> tuple[int, ...]:
        """Resolve "the two leaders", "the four ministers": the last so many of that office."""
        count = number_in(written(self.doc, name))
        single = fold(token.lemma_ or token.text)
        heads = described("leaders") if single == "leader" else frozenset((single,))
        found: list[int] = []
        for passed in self.trail.before(token, WINDOW):
            if passed.kind != "person":
                continue
            for thing in reversed(passed.things):
                if (
                    thing not in found
                    and self._holds(thing, heads)
                    and self._adds(thing, found, count)
                ):
                    found.append(thing)
            if len(found) >= count:
                return tuple(sorted(found[:count]))
        return ()

    def _holds(self, thing: int, heads: frozenset[str]) -> bool:
        item = self.things.all[thing]
        plain = heads & {"minister", "man", "woman"}
        if not item.offices:
            return bool(item.led) and "president" in heads
        if "minister" in plain:
            return any(
                o.endswith("minister") or "minister " in o or "secretary" in o for o in item.offices
            )
        return any(
            head in office.split() or head in office for office in item.offices for head in heads
        )

    def _adds(self, thing: int, found: list[int], count: int) -> bool:
        """Whether one more of two persons is of another state than the first."""
        if count != 2 or not found:
            return True
        country = self.things.all[thing].likely_country
        return country is None or country != self.things.all[found[0]].likely_country

    def officials(self, name: Name, token: Token) -> tuple[int, ...]:
        """Resolve "the Kenyan ministers": those named of that state."""
        wanted = fold(token.lemma_ or token.text)
        return tuple(
            sorted(
                {
                    p.things[0]
                    for p in self.trail.before(token, WINDOW)
                    if self._is_one(p)
                    and self.things.all[p.things[0]].country == name.country
                    and any(wanted in office for office in self.things.all[p.things[0]].offices)
                }
            )
        )


def _length(doc: Doc, name: Name) -> int:
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    return 1 if span is None else len(span)


def _is_state(word: str) -> bool:
    """Whether a folded word names a state: "brazil", "uae"."""
    return gazetteer().at([word], [word.upper()], 0) is not None


def _tells(word: str) -> bool:
    """Whether a word of a description tells something about an office."""
    return (
        word.isalpha()
        and word not in titles("determiners")
        and word not in ("this", "that", "s", "former")
        and word not in gazetteer().adjectives
    )


def _overlap(own: list[str], head: str, office: str) -> float:
    """Return how well an office fits the words of a description with this head; 0 if not at all."""
    words = [w for w in office.replace("-", " ").split() if w not in ("of", "the", "and", "for")]
    if head not in words:
        return 0.0
    shared = sum(w in own for w in words)
    extra = sum(w not in words for w in own)
    return max(0.0, shared - EXTRA * extra - LACKING * (len(words) > shared))
