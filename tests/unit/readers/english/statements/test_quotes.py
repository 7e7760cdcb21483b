"""Direct quotes: with the cue before, behind or inside, over sentences, in any marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from told import Told, told

from dragoman.readers.english.document import make_doc
from dragoman.readers.english.statements.quotes import find_quotes
from dragoman.record.nouns import Block, Report

NLP = English()
LUND = ("Kari Lund",)

QUOTES = [
    ('"This is not our war," Kari Lund said.', Told('"This is not our war,"', LUND)),
    ("“This is not our war,” Kari Lund said.", Told("“This is not our war,”", LUND)),
    ("‘This is not our war,’ Kari Lund said.", Told("‘This is not our war,’", LUND)),
    ('Kari Lund said: "This is not our war."', Told('"This is not our war."', LUND)),
    ('"This is not our war," said Kari Lund.', Told('"This is not our war,"', LUND)),
    (
        '"This is not our war," Kari Lund said, "and it never will be."',
        Told('"This is not our war," | "and it never will be."', LUND),
    ),
    (
        '"We could not wait," Kari Lund told reporters in Oslo. "Our crews need this now."',
        Told('"We could not wait," | "Our crews need this now."', LUND),
    ),
    (
        '"We tried. We failed. We will try again," Kari Lund said.',
        Told('"We tried. We failed. We will try again,"', LUND),
    ),
    (
        'Kari Lund said the ships would sail "within days".',
        Told('the ships would sail "within days"', LUND),
    ),
    (
        '"It is a matter of weeks," an official said on condition of anonymity.',
        Told('"It is a matter of weeks,"', source="an official"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_a_quote_and_its_speaker(read, text, expected):
    assert told(read(text)) == [expected]


def test_a_quote_that_opens_the_next_paragraph_goes_on(read):
    doc = read('"We could not wait," Kari Lund said.\n"Our crews need this equipment now."')
    assert [t.who for t in told(doc)] == [LUND]
    assert told(doc)[0].content.endswith('"Our crews need this equipment now."')


def test_a_line_that_opens_with_the_speaker(read):
    doc = read("Kari Lund: no troops will be sent\nNorwegian Prime Minister Kari Lund is in Lima.")
    assert told(doc) == [Told("no troops will be sent", LUND)]


@given(st.lists(st.sampled_from(["word ", '"', "“", "”", "‘", "’", "it's ", ". ", "\n"])))
def test_quotes_lie_in_order_and_never_overlap(pieces):
    text = "".join(["a ", *pieces, " z"])
    block = Block(start=0, end=len(text), kind="paragraph")
    report = Report(id="r", file="a.txt", text=text, media_type="text/plain", blocks=(block,))
    doc = make_doc(NLP, report)
    found = find_quotes(doc)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
