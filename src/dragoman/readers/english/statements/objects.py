"""Contents that are no clause: what is stressed, asked for, thanked for, blamed on, denied."""

from spacy.tokens import Token

from dragoman.readers.english.clauses.parties import direct_object, things_of
from dragoman.readers.english.lexicon import mapping
from dragoman.readers.english.statements.cues import Cue
from dragoman.readers.english.statements.frames import match, speakers, words
from dragoman.readers.english.statements.spans import trimmed

Span = tuple[int, int]
_VERBAL = ("VERB", "AUX")
_NEAR = 9


def clause_end(verb: Token, first: int) -> int:
    """Return the token behind the clause of `verb`, from `first` on.

    What is joined to the verb, stands beside it, or goes on reporting ("…, adding that") is left
    out.
    """
    end = first
    for child in verb.children:
        if child.right_edge.i < first:
            continue
        if child.i >= first and _is_cut(child):
            return min(max(end, first), child.left_edge.i) if end > first else child.left_edge.i
        if child.dep_ != "punct":
            end = max(end, child.right_edge.i + 1)
    return end


def _is_cut(child: Token) -> bool:
    dep = child.dep_.split(":")[0]
    if dep == "advcl" and any(c.lower_ in ("while", "whereas") for c in child.children):
        return True
    if dep == "parataxis" or (dep == "conj" and child.pos_ in _VERBAL):
        return True
    participle = dep in ("advcl", "ccomp", "xcomp", "acl") and child.tag_ == "VBG"
    reports = participle and any(f.kind == "clause" for f in match(child)[0])
    return reports and any(c.dep_ == "ccomp" for c in child.children)


def _first_after(cue: Cue) -> int:
    """Return the first token of the content behind a cue: behind "also" and "once more"."""
    doc, at = cue.verb.doc, cue.last + 1
    if doc[at].lower_ == "with":
        mood = (t.i for t in doc[at + 1 : at + 4] if t.lower_ in words("attitudes"))
        return next(mood, at - 1) + 1
    while (
        at < cue.verb.sent.end
        and doc[at].head.i == cue.verb.i
        and doc[at].dep_ in ("advmod", "compound:prt")
    ):
        at += 1
    return at


def rest(cue: Cue) -> list[Span]:
    """Return all that follows a cue in its clause: "emphasised | the need for …"."""
    first = _first_after(cue)
    end = clause_end(cue.verb, first)
    if cue.last > cue.verb.i:
        end = max(end, _phrase_end(cue, first))
    target = _noun_behind(cue)
    if target is not None and target.head.i < target.i and target.head.i != cue.verb.i:
        end = max(end, target.right_edge.i + 1)
    span = trimmed(cue.verb.doc, first, end)
    return [span] if span else []


def _phrase_end(cue: Cue, first: int) -> int:
    """Return the end of the phrase behind fixed words that the parse hangs on one of them."""
    doc = cue.verb.doc
    end = first
    for at in range(cue.verb.i + 1, first):
        if doc[at].right_edge.i >= first and doc[at].head.i >= cue.verb.i:
            end = max(end, doc[at].right_edge.i + 1)
    return end


def object_of(cue: Cue) -> Token | None:
    """Return the object of a cue: direct, or behind its fixed words."""
    found = direct_object(cue.verb)
    if found is not None and found.i > cue.verb.i:
        return found
    after = [c for c in cue.verb.children if c.i > cue.last and c.dep_ in ("obl", "nmod")]
    if cue.last > cue.verb.i and after:
        return after[0]
    return _noun_behind(cue)


def _noun_behind(cue: Cue) -> Token | None:
    """Return the noun whose phrase begins right behind a cue, wherever the parse hangs it."""
    doc = cue.verb.doc
    for token in doc[cue.last + 1 : min(cue.last + _NEAR, cue.verb.sent.end)]:
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and token.dep_ != "nmod:poss":
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.left_edge.i == cue.last + 1:
            return token
    return None


def plain_object(cue: Cue) -> list[Span]:
    """Return the object's span where a cue has one: a noun phrase or a gerund, no clause."""
    target = object_of(cue)
    if target is None and not _has_gerund(cue):
        return []
    if target is not None and target.lower_ == "it" and _goes_on(target):
        return rest(cue)
    if (
        target is not None
        and target.pos_ == "PRON"
        and target.lower_
        in (
            "it",
            "itself",
            "himself",
            "herself",
            "themselves",
            "this",
            "that",
            "them",
            "him",
            "her",
        )
    ):
        return []
    return rest(cue)


def _goes_on(target: Token) -> bool:
    """Whether more is told of a pronoun: "expects it | to pass"."""
    behind = target.doc[min(target.i + 1, len(target.doc) - 1)]
    return behind.lower_ in ("to", "by", "before") or behind.text in "“\"'‘"


def _has_gerund(cue: Cue) -> bool:
    after = cue.verb.doc[min(cue.last + 1, len(cue.verb.doc) - 1)]
    return after.tag_ == "VBG" or _first_after(cue) > cue.last + 1 or cue.last > cue.verb.i


def attitude(cue: Cue) -> list[Span]:
    """Return the object's span where it is an attitude: "showed | interest in …"."""
    target = object_of(cue)
    if target is None or target.lower_ not in words("attitudes"):
        return []
    return rest(cue)


def addressed(cue: Cue) -> list[Span]:
    """Return what somebody is briefed on: "briefed the guests on | …"."""
    at = _behind_somebody(cue, frozenset(("on", "about", "of", "over", "regarding")))
    if at is None:
        return []
    span = trimmed(cue.verb.doc, at + 1, max(clause_end(cue.verb, at + 1), at + 1))
    return [span] if span else []


def _behind_somebody(cue: Cue, prepositions: frozenset[str]) -> int | None:
    """Return where one of the prepositions stands behind a noun that follows the cue."""
    doc, somebody = cue.verb.doc, False
    for at in range(cue.last + 1, min(cue.last + 14, cue.verb.sent.end)):
        if doc[at].lower_ in prepositions and somebody:
            return at
        if doc[at].pos_ == "VERB" or doc[at].text in (".", ";", ","):
            return None
        somebody = somebody or doc[at].pos_ in ("NOUN", "PROPN", "PRON")
    return None


def act(cue: Cue) -> list[Span]:
    """Return the cue's clause from its verb on: "| thanked the hosts for …"."""
    target = object_of(cue)
    if target is None and cue.last == cue.verb.i and not _leans(cue):
        return []
    if cue.verb.lower_[:5] in _greetings() and (target is None or _is_somebody(target)):
        return []
    end = max(clause_end(cue.verb, cue.last + 1), cue.last + 1)
    span = trimmed(cue.verb.doc, cue.verb.i, end)
    return [span] if span and target is not None else []


def _leans(cue: Cue) -> bool:
    return any(c.dep_ in ("ccomp", "obl") for c in cue.verb.children)


def _greetings() -> frozenset[str]:
    return frozenset(w[:5] for w in words("greeting"))


def _is_somebody(token: Token) -> bool:
    """Whether an object is somebody or something come, not something done."""
    things = token.doc._.things
    if token.lower_ in speakers("groups") | speakers("unnamed"):
        return True
    if token.lower_ in words("deeds") or token.lower_.endswith(_DEED_ENDINGS):
        return False
    found = things_of(token)
    return not found or any(things[i].type in ("person", "organization", "state") for i in found)


_DEED_ENDINGS = ("ion", "ions", "ment", "ments", "ship", "ing", "ity", "ance", "ence", "ism")


def asked(cue: Cue) -> list[Span]:
    """Return who is asked and what for: "invited | Chilean firms to invest"."""
    verb, doc = cue.verb, cue.verb.doc
    infinitive = any(
        doc[at].lower_ == "to" and at + 1 < len(doc) and doc[at + 1].tag_ in ("VB", "RB", "VBN")
        for at in range(cue.last + 1, min(clause_end(verb, cue.last + 1), cue.last + 40))
    )
    target = object_of(cue)
    if not infinitive or (target is None and cue.last == verb.i):
        return []
    if target is not None and doc[cue.last + 1].lower_ == "to":
        return []
    return rest(cue)


def accused(cue: Cue) -> list[Span]:
    """Return who is accused and of what: "accused | Chile of moving the posts"."""
    prepositions = mapping("statements", "cues.yaml")["accuse"]
    wanted = frozenset(prepositions[f.verb] for f in cue.frames if f.kind == "accuse")
    return rest(cue) if _behind_somebody(cue, wanted) is not None else []


def called(cue: Cue, *, bare: bool) -> list[Span]:
    """Return an object and what it is called: "described | the visit as a milestone"."""
    target = object_of(cue)
    doc = cue.verb.doc
    end = clause_end(cue.verb, cue.last + 1)
    if bare:
        quoted = any(t.text in '“"' for t in doc[cue.last + 1 : end])
        predicate = any(_is_predicate(t, target) for t in doc[cue.last + 1 : end])
        called_so = target is not None and target.i > cue.verb.i and (predicate or quoted)
        return rest(cue) if called_so else []
    if target is None or target.i < cue.verb.i:
        return []
    return rest(cue) if any(t.lower_ == "as" for t in doc[target.i : end]) else []


def _is_predicate(token: Token, target: Token | None) -> bool:
    """Whether a word tells what an object is called: "called the plan | wise"."""
    if target is None or token.i <= target.i:
        return False
    if token.dep_ in ("xcomp", "ccomp") and token.head.i < target.i:
        return True
    return token.pos_ == "ADJ" and token.head.i < token.i


def named_so(cue: Cue) -> list[Span]:
    """Return what follows in "in what it called | the largest order yet"."""
    doc = cue.verb.doc
    before = [t.lower_ for t in doc[max(cue.verb.i - 6, cue.verb.sent.start) : cue.verb.i]]
    if "what" not in before:
        return []
    first = cue.last + 1 + (doc[min(cue.last + 1, len(doc) - 1)].lower_ == "as")
    span = trimmed(doc, first, max(clause_end(cue.verb, first), first))
    return [span] if span else []


def put_at(cue: Cue) -> list[Span]:
    """Return an amount and its object: "put | the cost at 3 billion"."""
    doc, first = cue.verb.doc, cue.last + 1
    if any(f.verb in words("counting") for f in cue.frames):
        near = doc[first : first + 3]
        counted = [t for t in near if t.lower_ not in words("counting_hedges")]
        return rest(cue) if counted and counted[0].like_num else []
    target = direct_object(cue.verb)
    if target is None or target.i < cue.verb.i:
        return []
    end = clause_end(cue.verb, first)
    return (
        rest(cue)
        if any(t.lower_ == "at" for t in doc[target.i : end])
        and any(t.like_num for t in doc[target.i : end])
        else []
    )
