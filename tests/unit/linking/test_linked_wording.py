"""Disagreements that only the wording of the texts gives away."""

import pytest
from making import Making

PLACES = ("Tromsdalen", "Hammerfest", "Punta Arenas")


def report(own: str, *sentences: str) -> Making:
    """A report of these sentences that names three places."""
    text = "\n".join((*sentences, ". ".join(PLACES)))
    made = Making(own, "2024-03-05", text=text)
    for place in PLACES:
        made.entity("place", place)
    return made


def found(linked, *made: Making) -> list[tuple[str, list[tuple[str, ...]]]]:
    rows = linked(*made).record.disagreements
    return [(d.kind, sorted(s.reports for s in d.sides)) for d in rows]


TOLD = "Norwegian inspectors opened the sealed herring crates at the quay."


@pytest.mark.parametrize(
    "denial",
    [
        "Oslo denied that inspectors had opened sealed crates.",
        "The ministry insists that nobody opened any sealed herring crates.",
        "He dismissed as a fairy tale the report that inspectors opened sealed crates.",
    ],
)
def test_a_denial_of_what_another_report_tells(linked, denial):
    assert found(linked, report("r0", TOLD), report("r1", denial)) == [
        ("status", [("r0",), ("r1",)])
    ]


def test_a_denial_that_points_back_is_of_the_sentence_before(linked):
    made = report("r0", "The post was empty that day, the drivers say.", "The colonel denies it.")
    assert found(linked, made) == [("status", [("r0",), ("r0",)])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two men were denied entry at the quay.",
        "Chile no longer denies that crates were opened.",
        "Oslo rejects the charge.",
        "Inspectors opened the crates again.",
    ],
)
def test_what_denies_nothing_in_particular(linked, sentence):
    assert found(linked, report("r0", TOLD, sentence)) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The navy seized nine fishermen.", "Eight sailors were detained.", True),
        ("The navy seized 4,000 rebels.", "The navy captured 40,000 rebels.", True),
        ("The navy seized nine fishermen.", "Two sailors were detained.", False),
        ("The navy seized nine fishermen.", "Eight sailors thanked the mayor.", False),
        ("The navy seized nine Chilean sailors.", "Eight Norwegian sailors were held.", False),
        ("The navy seized nine men.", "Nine sailors were held, then eight men.", False),
    ],
)
def test_persons_of_one_fate_counted_in_two_numbers(linked, one, other, told):
    result = found(linked, report("r0", one), report("r1", other))
    assert result == ([("figure", [("r0",), ("r1",)])] if told else [])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Seven men came over, not nine, says the forester.", True),
        ("Santiago replies that it was not nine men but seven.", True),
        ("Seven men came over in 2019, not by the bridge.", False),
    ],
)
def test_a_number_that_a_text_sets_right(linked, sentence, told):
    result = found(linked, report("r0", sentence))
    assert result == ([("figure", [("r0",), ("r0",)])] if told else [])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Officials in Oslo say it was Chile that asked.", True),
        ("An aide says it was she who paid the fines.", True),
        ("He maintains that the Chilean boats fired first.", True),
        ("It was announced that the fines are paid.", False),
        ("It was the quay which lacked staff.", False),
    ],
)
def test_a_stress_on_who_did_it(linked, sentence, told):
    made = report("r0", "The ministry settled the matter in May.", sentence)
    assert found(linked, made) == ([("attribution", [("r0",), ("r0",)])] if told else [])


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("Oslo puts it down to a broken sensor; Santiago calls it sabotage.",), True),
        (("Oslo blames the frequency office.", "Santiago blames a broken sensor instead."), True),
        (("Oslo blames the frequency office.", "Santiago will send herring."), False),
    ],
)
def test_two_causes_side_by_side(linked, sentences, told):
    result = found(linked, report("r0", *sentences))
    assert result == ([("cause", [("r0",), ("r0",)])] if told else [])


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("On 3 March the ministers signed the herring protocol in the old customs house.", True),
        ("On Monday the ministers signed the herring protocol in the old customs house.", False),
        ("Since 3 March the herring protocol signed in the customs house binds all.", False),
        ("On 3 March the mayor opened a school.", False),
    ],
)
def test_two_days_in_sentences_in_like_words(linked, other, told):
    one = "The ministers signed a herring protocol at the customs house on 4 March 2024."
    result = found(linked, report("r0", one), report("r1", other))
    assert result == ([("date", [("r0",), ("r1",)])] if told else [])


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("The trawler was stopped 6 miles inside the territorial waters of Chile.", True),
        ("The trawler was stopped in the waters of Norway.", False),
        ("The trawler flew over Chilean airspace.", False),
    ],
)
def test_in_whose_waters(linked, other, told):
    made = report("r0", "A gale rose in Norwegian waters."), report("r1", other)
    assert found(linked, *made) == ([("place", [("r0",), ("r1",)])] if told else [])
