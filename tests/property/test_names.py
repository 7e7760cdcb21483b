"""Names: the order of two plays no part, and how a name is written does not make it another."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.who.naming import compare
from dragoman.linking.who.person_names import full_names_alike

GIVEN = ("Bjørn", "Łucja", "Şebnem", "Nguyễn", "Kofi", "Марта", "Élodie", "Abdul Karim", "محمد")
FAMILIES = ("Sæther", "Grčić", "Yıldız", "Asante", "Соколенко", "O’Rourke", "Öberg", "Waberi")
OTHERS = ("Penhaligon", "Quispe", "Thorvaldsen", "Zimba", "Ferreira")
NAMES = st.builds(
    lambda g, f: f"{g} {f}", st.sampled_from(GIVEN), st.sampled_from((*FAMILIES, *OTHERS))
)
TEXT = st.text(max_size=40)
KINDS = st.sampled_from(("person", "thing"))


@given(TEXT, TEXT, KINDS)
def test_any_two_texts_compare_alike_both_ways(one, other, kind):
    told = compare(one, other, kind)
    assert 0 <= told.score <= 1
    assert told.score == compare(other, one, kind).score


@given(TEXT, TEXT)
def test_one_person_either_way_or_neither(one, other):
    assert (full_names_alike(one, other) is None) == (full_names_alike(other, one) is None)


@given(NAMES)
def test_a_name_is_itself_in_capitals_without_diacritics_and_turned(name):
    from anyascii import anyascii

    *given_names, family = name.split()
    for written in (name.lower(), anyascii(name), f"{family}, {' '.join(given_names)}"):
        assert compare(name, written, "person").score == 1.0
        assert full_names_alike(name, written)


@given(st.sampled_from(GIVEN), st.lists(st.sampled_from(OTHERS), min_size=2, max_size=2))
def test_clearly_different_family_names_are_never_one_person(own, families):
    one, other = families
    assert bool(full_names_alike(f"{own} {one}", f"{own} {other}")) == (one == other)
