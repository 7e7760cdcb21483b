"""Whether a clause tells what took place: tense, mood, negation and what governs it.

The classes follow the modality of TimeML events (Saurí et al., 2006, TimeML annotation
guidelines) cut down to what the record asks: only what took place or is taking place is told.
"""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from dragoman.readers.english.clauses.forms import irregular_pasts, noun_index, verb_forms
from dragoman.readers.english.lexicon import mapping
from dragoman.record.nouns import Hedge

Reality = Literal["told", "present", "future", "would", "modal", "unreal", "negated"]
DEEPEST = 8
NOBODY = frozenset(("nobody", "none", "neither", "nothing"))
HEADS = ("headline", "subhead", "caption")


@cache
def listed(key: str) -> frozenset[str]:
    """Return the list `key` of reality.yaml as a set of lower-case words."""
    return frozenset(mapping("clauses", "reality.yaml")[key])


@cache
def listed_verbs(key: str) -> frozenset[str]:
    """Return every written form of the verbs in list `key`."""
    return frozenset(form for verb in listed(key) for form in verb_forms(verb))


@cache
def listed_nouns(key: str) -> frozenset[str]:
    """Return singular and plural of the nouns in list `key`."""
    return frozenset(noun_index(listed(key)))


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb; a joined verb without its own shares the first one's."""
    own = [c for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "cop"]
    own = [c for c in own if c.i < verb.i or c.dep_ == "cop"]
    if not own and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and _shares(verb):
        return auxiliaries(verb.head)
    return own


def _shares(verb: Token) -> bool:
    has_subject = any(c.dep_.startswith("nsubj") for c in verb.children)
    return not has_subject and verb.tag_ in ("VB", "VBN", "VBG") and verb.head.tag_ == verb.tag_


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: "did not meet", "has yet to sign", "no deal was signed"."""
    for child in verb.children:
        if child.lower_ in listed("negative") and child.i < verb.i + 2:
            return True
        if child.lower_ == "yet" and any(c.lower_ == "to" for c in verb.children):
            return True
        if child.dep_ in ("nsubj:pass", "obj", "nsubj") and _none(child):
            return True
        if child.dep_ in ("nsubj:pass", "nsubj") and child.lower_ in NOBODY:
            return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _shares(verb):
        return is_negated(verb.head)
    return False


def _none(noun: Token) -> bool:
    return any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in noun.children)


def infinitive_mark(verb: Token) -> Token | None:
    """Return the "to" of an infinitive, an adverb or two between them or not."""
    passive = False
    for at in range(verb.i - 1, max(verb.sent.start, verb.i - 4) - 1, -1):
        token = verb.doc[at]
        if token.lower_ == "to":
            bare = verb.tag_ in ("VB", "VBP") and verb.dep_ not in ("aux", "aux:pass", "cop")
            return token if bare or passive else None
        if token.lower_ == "be" and token.head.i == verb.i and verb.tag_ == "VBN":
            passive = True
        elif token.pos_ != "ADV":
            return None
    return None


def in_headline(token: Token) -> bool:
    """Whether a word stands in a headline, a subhead or a caption, where the present tells."""
    kinds = token.doc._.kinds
    if kinds and kinds[token.i] in HEADS:
        return True
    last = token.sent[-1]
    while last.is_space and last.i > token.sent.start:
        last = token.doc[last.i - 1]
    return not last.is_punct and len(token.sent) < 20


def reality(verb: Token) -> Reality:
    """Return whether the clause of `verb` is told as done, and if not, why not."""
    return _reality(verb, 0)


def _reality(verb: Token, depth: int) -> Reality:
    if depth > DEEPEST:
        return "unreal"
    if is_negated(verb):
        return "negated"
    helpers = [a.lower_ for a in auxiliaries(verb)]
    for key, name in _MOODS:
        if any(h in listed(key) for h in helpers):
            return name
    mistaken = verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.children)
    bare = verb.tag_ == "VB" and not helpers and not mistaken
    infinitive = infinitive_mark(verb) is not None or bare
    if _is_condition(verb) or _is_asked(verb) or (not infinitive and _supposed(verb, helpers)):
        return "unreal"
    if infinitive:
        return _infinitive(verb, depth)
    gerund = verb.tag_ == "VBG" and not any(h in _BE for h in helpers)
    return _gerund(verb, depth) if gerund else _finite(verb, helpers, depth)


def _is_asked(verb: Token) -> bool:
    """Whether a clause is a question: "what did the envoy sign?" tells nothing."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in ("VERB", "AUX"):
        at = at.head
    last = verb.sent[-1]
    while last.i > at.i and (last.is_space or last.is_quote):
        last = last.nbor(-1)
    return at.dep_ == "ROOT" and last.text == "?"


def _is_condition(verb: Token) -> bool:
    opened = (c.lower_ for c in verb.children if c.dep_ == "mark" and c.i < verb.i)
    return any(word in listed("conditional") for word in opened)


_MOODS: tuple[tuple[str, Reality], ...] = (
    ("future", "future"),
    ("would", "would"),
    ("modal", "modal"),
)
_BE = frozenset(["is", "are", "am", "was", "were", "be", "been", "being", "'s", "'re", "’s", "’re"])


def _infinitive(verb: Token, depth: int) -> Reality:
    governor = verb.head
    if verb.dep_ == "ROOT" or governor.i == verb.i:
        return "future" if verb.tag_ == "VB" and in_headline(verb) else "unreal"
    if verb.dep_ == "conj":
        same = governor.pos_ == "VERB" and governor.tag_ == "VB"
        return _reality(governor, depth + 1) if same else "unreal"
    if verb.dep_ == "xcomp" and governor.lower_ in listed_verbs("carried_out"):
        return _reality(governor, depth + 1)
    if verb.dep_.startswith("acl") and _is_ranked(governor):
        return _around(governor, depth)
    return "unreal"


def _is_ranked(noun: Token) -> bool:
    """Whether an infinitive on a noun tells what is done: "the first country to join"."""
    return any(t.lower_ in listed("ranks") for t in (noun, *noun.children) if t.i <= noun.i)


def _supposed(verb: Token, helpers: list[str]) -> bool:
    """Whether the clause is the content of a wish, a demand or a forecast."""
    if helpers[:1] == ["be"]:
        return True  # "asked that the post be reopened"
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in ("VERB", "AUX"):
        at = at.head
    if at.dep_.split(":")[0] == "ccomp":
        return at.head.lower_ in listed_verbs("unreal") - listed_verbs("telling")
    if at.dep_ == "acl" and at.tag_ not in ("VBN", "VBD", "VBG"):
        return at.head.lower_ in listed_nouns("unreal_nouns")
    return False


def _gerund(verb: Token, depth: int) -> Reality:
    """Return how a bare -ing form is told: as its governor, unless something keeps it open."""
    governor = verb.head
    if verb.dep_ == "ROOT":
        return "present"
    if _is_open(verb):
        return "unreal"
    if governor.pos_ in ("NOUN", "PROPN", "PRON") and verb.dep_.startswith("acl"):
        return _around(governor, depth)
    return _reality(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else "told"


def _is_open(gerund: Token) -> bool:
    """Whether a gerund is only considered, wished or avoided: "without signing"."""
    governor = gerund.head
    cases = [c.lower_ for c in gerund.children if c.dep_ in ("mark", "case") and c.i < gerund.i]
    if any(c in listed("unreal_prepositions") for c in cases):
        return True
    if gerund.dep_.split(":")[0] in ("xcomp", "ccomp", "csubj", "obj", "nsubj"):
        return governor.lower_ not in listed_verbs("carried_out")
    if governor.pos_ in ("NOUN", "PROPN", "PRON") and gerund.dep_.startswith("acl"):
        return bool(cases) or governor.lower_ in listed_nouns("unreal_nouns")
    return "for" in cases and governor.lower_ in listed_verbs("unreal")


def _around(noun: Token, depth: int) -> Reality:
    """Return how the clause that holds a noun is told."""
    at = noun
    for _ in range(6):
        if at.dep_ == "ROOT" or at.pos_ in ("VERB", "AUX"):
            break
        at = at.head
    return _reality(at, depth + 1) if at.pos_ == "VERB" else "told"


def _finite(verb: Token, helpers: list[str], depth: int) -> Reality:
    if _is_past(verb, helpers):
        return "told"
    if any(h in ("has", "have", "'ve", "’ve") for h in helpers):
        return "told"
    if verb.tag_ == "VBN" and not helpers:
        return _participle(verb, depth)
    if verb.tag_ == "VBG":
        return "told"
    if any(h in _BE for h in helpers) and verb.tag_ == "VBN":
        return "told" if "being" in helpers or in_headline(verb) else "present"
    return "told" if in_headline(verb) else "present"


def _is_past(verb: Token, helpers: list[str]) -> bool:
    """Whether a clause is in the past, as "retook" is and "cut", which does for both tenses."""
    if verb.tag_ == "VBD" or any(h in ("was", "were", "had", "did") for h in helpers):
        return True
    return verb.tag_ in ("VB", "VBP") and not helpers and verb.lower_ in irregular_pasts()


def _participle(verb: Token, depth: int) -> Reality:
    """Return how a bare past participle is told: "the deal signed in May", "backed by Chad, …"."""
    if verb.dep_.split(":")[0] in ("advcl", "conj") and verb.head.pos_ in ("VERB", "AUX"):
        inherited = _reality(verb.head, depth + 1)
        return "told" if inherited == "present" else inherited
    return "told"


def hedge_of(token: Token) -> Hedge | None:
    """Return how far the report stands back from the clause around a word; None: told as fact."""
    at = token
    for _ in range(10):
        for child in at.children:
            if child.lower_ in listed("unconfirmed_words"):
                return "unconfirmed"
            if child.lower_ in listed("alleged_words"):
                return "alleged"
        if at.dep_ == "ROOT":
            return None
        governor = at.head
        found = _hedged_by(at, governor)
        if found is not None:
            return found
        at = governor
    return None


def _hedged_by(at: Token, governor: Token) -> Hedge | None:
    relation = at.dep_.split(":")[0]
    word = governor.lower_
    if relation in ("ccomp", "advcl", "xcomp"):
        if word in listed_verbs("alleged"):
            return "alleged"
        if word in listed_verbs("denied"):
            return "denied"
    if relation == "xcomp" and word in listed_verbs("passive_report") and governor.tag_ == "VBN":
        return "unconfirmed"
    if relation == "acl" and word in ("claim", "allegation", "accusation", "rumour", "rumor"):
        return "alleged" if word[0] != "r" else "unconfirmed"
    if word in ("report", "rumour", "rumor") and relation == "acl" and governor.tag_ == "NNS":
        return "unconfirmed"
    return None


def is_demanded(verb: Token) -> bool:
    """Whether a clause says what shall be done: "that Oslo withdraw", "that it must leave"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    if any(h in ("should", "must") for h in helpers) or helpers[:1] == ["be"]:
        return True
    return not helpers and verb.tag_ in ("VB", "VBP")
