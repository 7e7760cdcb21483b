from training.linking.fitting import fitted, write


def test_a_mark_that_goes_with_the_answer_weighs_for_it(tmp_path):
    marks = [{"any": 1.0, "alike": float(k % 2)} for k in range(40)]
    weights = fitted(marks, [bool(k % 2) for k in range(40)], 1.0)
    assert weights["alike"] > 1 > 0 > weights["any"]
    write(tmp_path / "w.tsv", "two are one", weights)
    lines = (tmp_path / "w.tsv").read_text("utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines if not line.startswith("#")] == ["alike", "any"]
