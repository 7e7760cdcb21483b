"""The number of the sentence and of the paragraph a word stands in."""

from spacy.tokens import Doc


def sentence_numbers(doc: Doc) -> list[int]:
    """Return for each token the number of its sentence."""
    starts = doc.to_array("SENT_START") == 1
    starts[:1] = True
    numbers: list[int] = (starts.cumsum() - 1).tolist()
    return numbers


def paragraph_numbers(doc: Doc) -> list[int]:
    """Return for each token the number of its block of text."""
    out: list[int] = []
    count = -1
    previous = "gap"
    for kind in doc._.kinds:
        count += kind != "gap" and previous == "gap"
        previous = kind
        out.append(max(count, 0))
    return out
