"""Kinds and parties that follow from who stands where."""


def _told(doc):
    (one,) = doc._.commitments
    names = [{doc._.things[i].name for i in side} for side in (one.by, one.to)]
    return one.kind, *names


def test_what_sides_decide_together_they_agree_on(read):
    doc = read("Ghana and Togo decided to build a bridge over the Volta.")
    assert _told(doc) == ("agreed", {"Ghana", "Togo"}, set())


def test_what_one_side_decides_it_plans(read):
    assert _told(read("Ghana decided to build a bridge over the Volta."))[0] == "planned"


def test_an_order_to_ones_own_is_a_plan(read):
    doc = read("Ghana talked to Togo. Ghana ordered the Ghanaian navy to increase patrols.")
    assert doc._.commitments[0].kind == "planned"
    assert doc._.commitments[0].to == ()


def test_an_order_to_the_other_side_is_a_request(read):
    assert _told(read("Ghana ordered Togo to increase patrols."))[0] == "requested"
