"""The phrase a description's head stands in: where it begins, which state it names, who acts."""

from spacy.tokens import Doc, Token

from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.mentions.offices import state_before
from dragoman.readers.english.mentions.words import titles

POSSESSIVES = ("'s", "’s", "'", "’")


LEFT = frozenset(
    ("amod", "compound", "nummod", "det", "nmod:poss", "det:predet", "advmod", "nmod:desc", "flat")
)


def noun_phrase_start(head: Token) -> int:
    """Return where the phrase that ends in `head` begins: its left words without clauses."""
    start = head.i
    inside = {head.i}
    for at in range(head.i - 1, head.sent.start - 1, -1):
        before = head.doc[at]
        hyphen = before.text in ("-", "–") and before.head.i in (*inside, at - 1, at + 1)
        owns = before.text in POSSESSIVES and at - 4 < before.head.i < at
        if not (hyphen or owns or (before.dep_ in LEFT and before.head.i in inside)):
            break
        inside.add(at)
        start = at
    return start


def is_state_word(doc: Doc, at: int) -> bool:
    """Whether the word at `at` is a state's name or adjective."""
    return state_before(doc, at + 1) is not None


def country_inside(doc: Doc, start: int, end: int) -> str | None:
    """Return the state that a phrase names before its head: "the Chilean delegation"."""
    for at in range(end, start, -1):
        country = state_before(doc, at)
        if country:
            return country
    return state_before(doc, start)


def country_behind(head: Token) -> str | None:
    """Return the state whose name or capital follows: "the ministry in Lima", "… of Peru"."""
    for child in head.children:
        behind = ("of",) if head.lower_ in titles("posted") else ("of", "in")
        if child.i > head.i and child.dep_ == "nmod" and case_of(child) in behind:
            size = 1 + sum(c.dep_ in ("flat", "compound") for c in child.children)
            first = min([child.i, *(c.i for c in child.children if c.dep_ in ("flat", "compound"))])
            if first - head.i <= 3:
                return state_before(head.doc, first + size)
    return None


def case_of(token: Token) -> str | None:
    """Return the preposition before a phrase, in lower case, or None."""
    return next((str(c.lower_) for c in token.children if c.dep_ == "case" and c.i < token.i), None)


def is_signed(token: Token) -> bool:
    """Whether a paper is what somebody signs, ratifies or concludes: "signed a pact"."""
    papered = mapping("coreference", "pronouns.yaml")["papered"]
    if token.dep_ in ("obj", "nsubj:pass"):
        return token.head.lemma_.lower() in papered
    return any(c.dep_ == "acl" and c.lemma_.lower() in papered for c in token.children)


def acts_there(token: Token) -> bool:
    """Whether a word is who agrees, confirms or says: "the parties agreed"."""
    agents = mapping("coreference", "pronouns.yaml")["agents"]
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in agents
