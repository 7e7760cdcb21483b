"""Values are the numbers that the report has."""


def test_billions_carry_no_dust(read):
    doc = read("Oslo lent Lima 64.38 billion kroner on Monday.")
    assert [f.value for f in doc._.figures] == [64_380_000_000]


def kinds(read, text):
    return [f.kind for f in read(text)._.figures]


def test_what_a_verb_puts_in_the_future_is_aimed_at(read):
    assert kinds(read, "Chile will send 40 doctors to Haiti.") == ["target"]
    assert kinds(read, "Chile offered Haiti 40 doctors.") == ["target"]
    assert kinds(read, "The treaty, which will end in May, brought Haiti 40 doctors.") == ["actual"]


def test_what_a_definite_number_counts_is_there_already(read):
    assert kinds(read, "Norway asked Ghana to free the 23 sailors held in Tema.") == ["actual"]


def test_what_a_change_starts_from_is_what_is(read):
    text = "Norway will raise its share from 20% to 60%."
    assert kinds(read, text) == ["actual", "target"]
