"""The spaCy component `dragoman_lemmas`: checks the model's lemmas against a dictionary.

Frames are found by lemma, so a lemma that is no word ("travell", "pledg") loses them. The
dictionary is LemmInflect's, made from the NIH SPECIALIST lexicon.
"""

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

WORDS = ("VERB", "NOUN", "ADJ")


@Language.component("dragoman_lemmas")
def lemmas(doc: Doc) -> Doc:
    """Replace the lemma of each verb, noun and adjective that the dictionary has otherwise."""
    for token in doc:
        if token.pos_ in WORDS and token.is_alpha:
            known = dictionary_forms(token.text, token.pos_)
            if known and token.lemma_ not in known:
                token.lemma_ = known[0]
    return doc


@lru_cache(maxsize=50_000)
def dictionary_forms(word: str, upos: str) -> tuple[str, ...]:
    """Return the lemmas that the dictionary gives a word form, the likeliest first."""
    from lemminflect import getAllLemmas

    low = word if word.islower() else word.lower()
    return tuple(getAllLemmas(low, upos=upos).get(upos, ()))
