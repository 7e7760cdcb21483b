import pytest

from dragoman.linking.days.dates import days
from dragoman.linking.days.timing import when_told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2024-03-05", "2024-03-05", "one day"),
        ("2024-03", "2024-03", "one span"),
        ("2024-03", "2024-03-05", "days meet in a month"),
        ("2024-03-05", "2024-03-07", "apart by days"),
        ("2024-03-05", "2024-03-30", "apart by a month"),
        ("2020-03-05", "2024-03-05", "years apart"),
    ],
)
def test_how_two_dates_lie_to_each_other(one, other, told):
    assert when_told(days(one), days(other), None, None) == told


def test_the_day_of_the_report_stands_in_for_a_date_not_told():
    day, month = days("2024-03-05"), days("2024-03-25")
    assert when_told(None, day, month, None) == "one undated, within a month"
    assert when_told(None, None, day, day) == "both undated, near"
    assert when_told(None, None, None, None) == "no day to go by"
