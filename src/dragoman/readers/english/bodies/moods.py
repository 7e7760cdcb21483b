"""Whether a meeting lies ahead or behind, or was only to be held, by the verb that tells it."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.reality import auxiliaries

OPEN = ("future", "would", "modal", "unreal")


def is_perfect(verb: Token) -> bool:
    """Whether a meeting is only told as behind: "has met", "had either met"."""
    return any(a.lower_ in ("has", "have", "had", "'ve", "’ve") for a in auxiliaries(verb))


def is_bound(verb: Token) -> bool:
    """Whether a meeting was or is only to be held: "was to meet", "should have met"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    if any(h in ("should", "would", "could", "might", "must") for h in helpers):
        return True
    marked = any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    return marked and any(h in ("is", "are", "was", "were", "'s", "’s") for h in helpers)


def was_bound(verb: Token) -> bool:
    """Whether a meeting was to be held in the past: "was to meet", "should have met"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    return is_bound(verb) and any(h in ("was", "were", "have") for h in helpers)
