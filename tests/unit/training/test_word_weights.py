"""How common words are, counted for linking."""

from training.linking.rarity import shares, weights


def test_the_fewer_sentences_have_a_word_the_more_it_weighs():
    common, rare = frozenset({"talk", "hold", "side"}), frozenset({"talk", "quay", "herring"})
    made = weights([shares(iter([common] * 5 + [rare] * 5))])
    assert made["talk"] < made["side"] == made["quay"]


def test_what_hardly_any_sentence_has_gets_no_weight_of_its_own():
    many = [frozenset({"talk", "hold", "side"})] * 2000
    assert "quay" not in weights([shares(iter([*many, frozenset({"talk", "hold", "quay"})]))])


def test_a_line_of_a_word_or_two_is_no_sentence():
    assert shares(iter([frozenset({"talk"}), frozenset({"talk", "hold", "side"})])) == {
        "talk": 1.0,
        "hold": 1.0,
        "side": 1.0,
    }
