"""Pronouns that may stand for something named in the report."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.readers.english.drafts import Name
from dragoman.readers.english.mentions.words import readable_sentences
from dragoman.record.nouns import EntityType

PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod")


def pronouns(doc: Doc) -> Iterator[Name]:
    """Yield the pronouns that may stand for a person, a state or several of them."""
    for sent in readable_sentences(doc):
        for token in sent:
            low = token.lower_
            if low in PERSONAL:
                yield _pointed(token, token, "person")
            elif low in PLURAL:
                yield _pointed(token, token, None, plural=True)
            elif low in NEUTER and token.dep_ != "expl":
                yield _pointed(token, token, None)
            elif low == "both" and _stands_alone(token):
                yield _pointed(token, token, None, plural=True)
            elif low == "two" and token.i > sent.start and _stands_alone(token):
                yield from _the_two(token)


def _the_two(token: Token) -> Iterator[Name]:
    article = token.doc[token.i - 1]
    if article.lower_ == "the":
        yield _pointed(article, token, None, plural=True)


def _stands_alone(token: Token) -> bool:
    """Whether a number word is itself what the clause speaks of: "both opposed", "the two met"."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    verbal = following.pos_ in ("VERB", "AUX", "ADV") or following.is_punct
    return verbal and (token.dep_ in ARGUMENTS or following.tag_ in ("VBD", "VBP", "MD", "VBN"))


def _pointed(first: Token, head: Token, kind: EntityType | None, *, plural: bool = False) -> Name:
    """Return a pronoun as a mention."""
    return Name(
        start=first.idx,
        end=head.idx + len(head),
        head=head.i,
        form="pronoun" if first.i == head.i else "nominal",
        type=kind,
        plural=plural,
    )
