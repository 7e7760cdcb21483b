"""The written forms of verbs and nouns, so that no parser's lemma is needed."""

from collections.abc import Iterable
from functools import cache

from dragoman.readers.english.lexicon import mapping

VOWELS = "aeiou"


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """Return the forms of a verb: base, third person, past, participles."""
    forms = {lemma, third_person(lemma), gerund(lemma), *past_forms(lemma)}
    if lemma.endswith(
        ("vel", "cel", "nel", "bel", "del", "gnal", "tial", "ival", "tal", "uel", "sel")
    ):
        forms |= {lemma + "led", lemma + "ling"}  # travelled, signalled: the British spelling
    return frozenset(forms)


@cache
def past_forms(lemma: str) -> tuple[str, ...]:
    """Return the past and the past participle of a verb, one form where they are the same."""
    known = mapping("clauses", "irregular.yaml")["forms"].get(lemma)
    if known:
        return tuple(known.split())
    return _prefixed_past(lemma) or (_regular_past(lemma),)


def _prefixed_past(lemma: str) -> tuple[str, ...]:
    """Return the forms of a verb made of an irregular one: "retake", "overrun", "withhold"."""
    listed = mapping("clauses", "irregular.yaml")
    if lemma in listed["not_prefixed"]:
        return ()
    for prefix in listed["prefixes"]:
        plain = listed["forms"].get(lemma.removeprefix(prefix)) if lemma != prefix else None
        if plain and lemma.startswith(prefix):
            return tuple(prefix + form for form in plain.split())
    return ()


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the simple pasts of the irregular verbs, with their prefixes or without."""
    listed = mapping("clauses", "irregular.yaml")
    plain = frozenset(forms.split()[0] for forms in listed["forms"].values())
    return plain | {prefix + form for prefix in listed["prefixes"] for form in plain}


def _doubles(lemma: str) -> bool:
    return lemma in mapping("clauses", "irregular.yaml")["doubling"]


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    if _doubles(lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


@cache
def gerund(lemma: str) -> str:
    """Return the -ing form of a verb."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    if _doubles(lemma):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


@cache
def third_person(lemma: str) -> str:
    """Return a verb with -s; also the plural of a noun."""
    if lemma in ("be", "have"):
        return {"be": "is", "have": "has"}[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def verb_index(lemmas: Iterable[str]) -> dict[str, str]:
    """Return a table from every written form to its lemma, spelled with -s- or -z- alike."""
    table: dict[str, str] = {}
    for lemma in sorted(set(lemmas)):
        for form in verb_forms(lemma):
            table.setdefault(form, lemma)
            other = _other_spelling(form)
            if other:
                table.setdefault(other, lemma)
    return table


def noun_index(lemmas: Iterable[str]) -> dict[str, str]:
    """Return a table from singular and plural to the noun as listed."""
    table: dict[str, str] = {}
    for lemma in sorted(set(lemmas)):
        for form in (lemma, _plural(lemma)):
            table.setdefault(form, lemma)
            other = _other_spelling(form)
            if other:
                table.setdefault(other, lemma)
    return table


def _plural(noun: str) -> str:
    people = noun.endswith("man") and not noun.endswith(("human", "german", "roman"))
    return noun[:-2] + "en" if people else third_person(noun)


def _other_spelling(form: str) -> str | None:
    """Return the American spelling of a British form: "emphasised", "defence", "labelled"."""
    for british, american in (("is", "iz"), ("ys", "yz")):
        for ending in ("e", "ed", "es", "ing", "ation"):
            if form.endswith(british + ending):
                return form[: -len(british + ending)] + american + ending
    return None
