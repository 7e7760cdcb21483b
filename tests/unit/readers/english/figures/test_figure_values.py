"""Values are the numbers that the report has."""


def test_billions_carry_no_dust(read):
    doc = read("Oslo lent Lima 64.38 billion kroner on Monday.")
    assert [f.value for f in doc._.figures] == [64_380_000_000]
