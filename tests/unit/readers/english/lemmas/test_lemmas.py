import pytest


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("She travelled to Lima.", "travel"),
        ("They underscored the need for talks.", "underscore"),
        ("He emphasised trade.", "emphasise"),
        ("Both met officials.", "meet"),
    ],
)
def test_a_verb_has_its_dictionary_form(read, text, lemma):
    assert lemma in {t.lemma_ for t in read(text)}


def test_names_are_left_alone(read):
    doc = read("Oslo welcomed Mr Banks on Monday.")
    assert "Banks" in {t.lemma_ for t in doc}
