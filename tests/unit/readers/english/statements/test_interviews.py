"""Interviews in questions and answers, and programmes that a presenter leads."""

from told import Told, told

ODHIAMBO = ("Amina Odhiambo",)

LABELLED = """Kenya's health minister, Amina Odhiambo, returned from Oslo on Monday.

Q: What did you sign?
A: A letter of intent on vaccines. We pay for the flights.
Q: And the price?
A: Kari Lund, my Norwegian colleague, told me that Oslo would pay half. I believe her.
"""

UNLABELLED = """Amina Odhiambo, Kenya's health minister, came home from Oslo on Monday.

What did you sign?
A letter of intent on vaccines. We pay for the flights.

Who asked for it?
We did, two years ago.

Critics say it is too late.
I say we are on time.

What happens next?
I will go to Oslo again in May.

The interview was shortened.
"""

QUESTIONS = """Kenya has signed a letter of intent on vaccines with Norway.

Who will pay for it?

Amina Odhiambo, the health minister, said that Oslo would pay half.

And what if it does not?

Nobody in Nairobi could tell.
"""

PROGRAMME = """PRESENTER: Kenya says the clinics will open. Here is Kari Lund.

LUND: Amina Odhiambo, the health minister, said that Oslo would pay half.
"""


def test_answers_are_said_by_whoever_is_interviewed(read):
    assert told(read(LABELLED)) == [
        Told("A letter of intent on vaccines. We pay for the flights.", ODHIAMBO),
        Told("Oslo would pay half", ("Kari Lund",), via="Amina Odhiambo"),
        Told("I believe her.", ODHIAMBO),
    ]


def test_questions_without_a_label_are_known_by_their_marks_and_their_lines(read):
    found = told(read(UNLABELLED))
    assert Told("We did, two years ago.", ODHIAMBO) in found
    assert Told("I say we are on time.", ODHIAMBO) in found
    assert not any("shortened" in t.content or "sign?" in t.content for t in found)


def test_a_text_that_asks_itself_is_no_interview(read):
    assert told(read(QUESTIONS)) == [Told("Oslo would pay half", ODHIAMBO)]


def test_a_reporter_in_a_programme_only_tells(read):
    found = told(read(PROGRAMME))
    assert Told("Oslo would pay half", ODHIAMBO) in found
    assert all(t.who != ("Kari Lund",) for t in found)
