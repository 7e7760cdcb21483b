"""Days a date covers."""

import pytest

from dragoman.record.days import days


@pytest.mark.parametrize(
    ("date", "covered"),
    [
        ("2025-07-09", ("2025-07-09", "2025-07-09")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2018", ("2018-01-01", "2018-12-31")),
        ("1950/1959", ("1950-01-01", "1959-12-31")),
        ("2022-02/2022-07-03", ("2022-02-01", "2022-07-03")),
        ("2022-13", None),
        ("2022-02-30", None),
        ("last week", None),
        (None, None),
    ],
)
def test_days(date, covered):
    assert days(date) == covered
