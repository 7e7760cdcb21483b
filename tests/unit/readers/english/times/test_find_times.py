"""Times are found and get the value and date a reader would give them."""

from datetime import date

import pytest

from dragoman.readers.english.times import find_times

WEDNESDAY = date(2024, 10, 16)


def told(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None, str | None]]:
    return [(text[t.start : t.end], t.value, t.date) for t in find_times(text, published)]


ONE = [
    ("They met on 9 July 2023.", "9 July 2023", "2023-07-09", "2023-07-09"),
    ("They met on Friday, July 9th, 2021.", "Friday, July 9th, 2021", "2021-07-09", "2021-07-09"),
    ("They met in July 2023.", "July 2023", "2023-07", "2023-07"),
    ("They met in 2018.", "2018", "2018", "2018"),
    ("Signed 2023-07-09 in Lima.", "2023-07-09", "2023-07-09", "2023-07-09"),
    ("Signed 09.07.2023 in Lima.", "09.07.2023", "2023-07-09", "2023-07-09"),
    ("The ministers met on Wednesday.", "Wednesday", "2024-10-16", "2024-10-16"),
    ("The ministers met on Thursday.", "Thursday", "2024-10-10", "2024-10-10"),
    ("The ministers will meet on Thursday.", "Thursday", "2024-10-17", "2024-10-17"),
    ("He arrived late Tuesday night.", "late Tuesday night", "2024-10-15TNI", "2024-10-15"),
    ("He left yesterday evening.", "yesterday evening", "2024-10-15TEV", "2024-10-15"),
    ("He left last Monday.", "last Monday", "2024-10-14", "2024-10-14"),
    ("Last week Peru wrote.", "Last week", "2024-W41", "2024-10-07/2024-10-13"),
    ("Next month Peru writes.", "Next month", "2024-11", "2024-11"),
    ("It fell last year.", "last year", "2023", "2023"),
    ("It fell last December.", "last December", "2023-12", "2023-12"),
    ("It fell in September last year.", "September last year", "2023-09", "2023-09"),
    ("It fell in November.", "November", "2023-11", "2023-11"),
    ("It will fall in November.", "November", "2024-11", "2024-11"),
    ("She came on 3 August.", "3 August", "2024-08-03", "2024-08-03"),
    ("It began in the 1950s.", "the 1950s", "195", "1950/1959"),
    ("It began in the early 1980s.", "the early 1980s", "198", "1980/1983"),
    ("It began in the 19th century.", "the 19th century", "18", "1801/1900"),
    ("Since 2000 it has grown.", "2000", "2000", "2000/2024"),
    ("Since June it has grown.", "June", "2024-06", "2024-06/2024-10"),
    ("Due by the end of 2026.", "the end of 2026", "2026", "2026-12-31"),
    ("Due by the end of next year.", "the end of next year", "2025", "2025-12-31"),
    ("Due before the end of the month.", "the end of the month", "2024-10", "2024-10-31"),
    ("Due by the middle of next year.", "the middle of next year", "2025", "2025-06"),
    ("Due by the end of the third quarter of 2025.", "the end of the third quarter of 2025",
     "2025-Q3", "2025-09-30"),
    ("Due by the end of next summer.", "the end of next summer", "2025-SU", "2025-08-31"),
    ("They meet on weekends.", "weekends", "XXXX-WXX-WE", None),
    ("It opens after New Year's.", "New Year's", "2025-01-01", "2025-01-01"),
    ("Built in mid-2021.", "mid-2021", "2021", "2021-05/2021-08"),
    ("Earlier this month it sank.", "Earlier this month", "2024-10", "2024-10-01/2024-10-16"),
    ("It will sail later this week.", "later this week", "2024-W42", "2024-10-16/2024-10-20"),
    ("A decade ago it sank.", "A decade ago", "201", "2014"),
    ("Three months ago it sank.", "Three months ago", "2024-07", "2024-07"),
    ("In the past six months it rose.", "the past six months", "P6M", "2024-04/2024-10"),
    ("In the first half of 2024 it rose.", "the first half of 2024", "2024-H1", "2024-01/2024-06"),
    ("In the third quarter it rose.", "the third quarter", "2024-Q3", "2024-07/2024-09"),
    ("In Q2 2023 it rose.", "Q2 2023", "2023-Q2", "2023-04/2023-06"),
    ("In fiscal year 2023-24 it rose.", "fiscal year 2023-24", "FY2024", "2023/2024"),
    ("In the summer of 2019 it rose.", "the summer of 2019", "2019-SU", "2019-06/2019-08"),
    ("Last summer it rose.", "Last summer", "2024-SU", "2024-06/2024-08"),
    ("The three-day visit ended.", "three-day", "P3D", None),
    ("It lasted two and a half years.", "two and a half years", "P2.5Y", None),
    ("It lasted several weeks.", "several weeks", "PXW", None),
    ("They meet annually.", "annually", "P1Y", None),
    ("They meet every two years.", "every two years", "P2Y", None),
    ("They meet every Monday.", "every Monday", "XXXX-WXX-1", None),
    ("They now agree.", "now", "PRESENT_REF", None),
    ("They recently agreed.", "recently", "PAST_REF", None),
    ("It opens at 18:30 UTC.", "18:30 UTC", "2024-10-16T18:30Z", "2024-10-16"),
    ("He left at 9 a.m. Monday.", "9 a.m. Monday", "2024-10-14T09:00", "2024-10-14"),
    ("They meet twice a week.", "twice a week", "P1W", None),
    ("In recent months it fell.", "recent months", "PXM", None),
    ("It opened at 1100 hours.", "1100 hours", "2024-10-16T11:00", "2024-10-16"),
    ("It lasted six and eight years.", "eight years", "P8Y", None),
    ("On the evening of 4 April 2023 he left.", "the evening of 4 April 2023", "2023-04-04TEV",
     "2023-04-04"),
    ("In the fourth quarter sales rose.", "the fourth quarter", "2024-Q4", "2024-10/2024-12"),
    ("Sales will rise in the first quarter.", "the first quarter", "2025-Q1", "2025-01/2025-03"),
    ("Last year's third quarter was bad.", "Last year's third quarter", "2023-Q3",
     "2023-07/2023-09"),
    ("In the first nine months of 2012 it rose.", "the first nine months of 2012", "P9M",
     "2012-01/2012-09"),
    ("In the last week of August 2023 it fell.", "the last week of August 2023", "P1W",
     "2023-08-25/2023-08-31"),
    ("The weeklong talks ended.", "weeklong", "P1W", None),
    ("The decades-old claim stood.", "decades-old", "PXDE", None),
    ("They waited half a century.", "half a century", "P50Y", None),
    ("They waited half an hour.", "half an hour", "PT30M", None),
    ("They waited a year and a half.", "a year and a half", "P1.5Y", None),
    ("It takes two or three weeks.", "two or three weeks", "PXW", None),
    ("They meet every morning.", "every morning", "XXXX-XX-XXTMO", None),
    ("It rained all day.", "all day", "P1D", None),
    ("They met before Easter 2024.", "Easter 2024", "2024-03-31", "2024-03-31"),
    ("They met on Good Friday.", "Good Friday", "2024-03-29", "2024-03-29"),
    ("They will meet on Thanksgiving.", "Thanksgiving", "2024-11-28", "2024-11-28"),
    ("It changed after 9/11.", "9/11", "2001-09-11", "2001-09-11"),
    ("The 2012 elections were close.", "2012", "2012", "2012"),
    ("In the week of 4 March 2024 he left.", "the week of 4 March 2024", "2024-W10",
     "2024-03-04/2024-03-10"),
    ("He died at dawn Friday.", "dawn Friday", "2024-10-11TMO", "2024-10-11"),
    ("Talks resume Friday in Oslo.", "Friday", "2024-10-18", "2024-10-18"),
    ("They have until Friday to reply.", "Friday", "2024-10-18", "2024-10-18"),
    ("They will question a man arrested Friday.", "Friday", "2024-10-11", "2024-10-11"),
    ("He proposed a meeting on 20 October.", "20 October", "2024-10-20", "2024-10-20"),
    ("It obliges them to answer within 15 days.", "15 days", "P15D", "2024-10-31"),
    ("Revenue for the year will rise.", "the year", "2024", "2024"),
    ("It closed earlier in the day.", "earlier in the day", "2024-10-16", "2024-10-16"),
    ("The pause will last six months.", "six months", "P6M", None),
    ("Days before the vote he left.", "Days", "PXD", None),
    ("It shut at 1:15pm.", "1:15pm", "2024-10-16T13:15", "2024-10-16"),
    ("It shut on May 8, 2023 1:00 AM.", "May 8, 2023 1:00 AM", "2023-05-08T01:00", "2023-05-08"),
    ("Lima promised to share its lists from March.", "March", "2025-03", "2025-03"),
    ("It would go, he said, on Friday.", "Friday", "2024-10-18", "2024-10-18"),
    ("Unions plan a march to the port on Friday.", "Friday", "2024-10-18", "2024-10-18"),
    ("Two hours later he left.", "Two hours later", "PT2H", None),
    ("He lived in the 1800s.", "the 1800s", "18", "1801/1900"),
    ("It opened on New Year's Day 2020.", "New Year's Day 2020", "2020-01-01", "2020-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "value", "when"), ONE)
def test_one_time(text: str, quote: str, value: str, when: str | None) -> None:
    assert told(text) == [(quote, value, when)]


FISCAL = [
    ("Kenya told of growth in fiscal year 2024.", "FY2024", "2023-07/2024-06"),
    ("Japan will spend more in fiscal 2024.", "FY2024", "2024-04/2025-03"),
    ("Thailand's budget for the 2023-24 fiscal year", "FY2024", "2023-10/2024-09"),
    ("Nepal's financial year 2024/25", "FY2025", "2024-07-16/2025-07-15"),
    ("Uganda borrows more in the current fiscal year", "FY2025", "2024-07/2025-06"),
    ("Peru borrows more in fiscal 2024", "FY2024", "2023/2024"),
]


@pytest.mark.parametrize(("text", "value", "when"), FISCAL)
def test_a_fiscal_year_is_its_countrys(text: str, value: str, when: str) -> None:
    assert [t[1:] for t in told(text)] == [(value, when)]


def test_a_year_earlier_is_that_of_the_quarter_told_before() -> None:
    text = "In the third quarter it sold 30 ships, up from 20 in the year-earlier period."
    assert told(text)[-1] == ("the year-earlier period", "2023-Q3", "2023-07/2023-09")


def test_one_far_year_does_not_move_a_story() -> None:
    text = (
        "The rising began in March 1931. In April 1931 the north fell, as it had in 1812. On 6 May "
        "the rebels took the port. They held it through 1931."
    )
    assert ("6 May", "1931-05-06", "1931-05-06") in told(text)


RANGES = [
    ("The fair ran from 3 to 5 May 2023.", "2023-05-03/2023-05-05"),
    ("The fair ran from April 28 to May 2, 2023.", "2023-04-28/2023-05-02"),
    ("It was built between July and November 2023.", "2023-07/2023-11"),
    ("It comes between 2025 and 2028.", "2025/2028"),
    ("The 2014–2016 talks failed.", "2014/2016"),
    ("It closed from December to February 2022.", "2021-12/2022-02"),
]


@pytest.mark.parametrize(("text", "interval"), RANGES)
def test_both_ends_of_a_range_carry_the_interval(text: str, interval: str) -> None:
    assert [when for _, _, when in told(text)] == [interval, interval]


def test_a_list_of_days_is_no_range() -> None:
    assert [d for _, _, d in told("It met on 3 and 5 May 2023.")] != ["2023-05-03/2023-05-05"] * 2


def test_later_and_earlier_count_from_the_date_told_before() -> None:
    text = "On 3 May 2023 he flew to Lima. Two days earlier he was ill; the next day he was well."
    assert [value for _, value, _ in told(text)] == ["2023-05-03", "2023-05-01", "2023-05-02"]


def test_the_following_friday_counts_from_the_day_told_before() -> None:
    text = "On 3 May 2023 he flew to Lima. The following Friday he was back."
    assert told(text)[-1] == ("The following Friday", "2023-05-05", "2023-05-05")


def test_the_evening_before_counts_from_a_day_not_from_a_year() -> None:
    text = "The king landed on Tuesday, his first visit this year. Guards came the evening before."
    assert told(text)[-1] == ("the evening before", "2024-10-14TEV", "2024-10-14")


def test_a_time_of_day_belongs_to_the_day_behind_it() -> None:
    assert told("She landed at 6 p.m. on Monday.")[0][1] == "2024-10-14T18:00"


def test_another_calendar_takes_the_gregorian_date_beside_it() -> None:
    text = "Signed on 12 Rabi al-Awwal 1446 (15 September 2024) in Rabat."
    assert told(text)[0] == ("12 Rabi al-Awwal 1446", "2024-09-15", "2024-09-15")


def test_an_undated_report_leaves_relative_times_open() -> None:
    text = (
        "Talks opened on Wednesday, and last week the envoy flew to Quito. A pact dates from 2018."
    )
    assert told(text, None) == [
        ("Wednesday", None, None), ("last week", None, None), ("2018", "2018", "2018"),
    ]  # fmt: skip


def test_an_undated_report_takes_the_year_of_another_date() -> None:
    assert told("It began on 3 May 2023 and ended on 9 June.", None)[1][2] == "2023-06-09"


def test_the_callers_tense_decides() -> None:
    text = "Ministers in Oslo on Friday"
    future = find_times(text, WEDNESDAY, tense=lambda start, end: "future")
    past = find_times(text, WEDNESDAY, tense=lambda start, end: "past")
    assert (future[0].date, past[0].date) == ("2024-10-18", "2024-10-11")


def test_a_history_is_counted_from_its_own_dates() -> None:
    text = (
        "In 1910 the war began. By March 1911 the north was lost. In May the capital fell. The "
        "treaty of 1912 failed; in 1913 and 1914 revolts followed. The king fled in 1915, came "
        "back in 1916 and died in 1917. Peace came in 1918."
    )
    assert ("May", "1911-05", "1911-05") in told(text)


NOT_TIMES = [
    "2000 troops and 1500 officers camped.",
    "The A2020 road, the FA-2018 jet and USD 2000 were named.",
    "May he visit? Theresa May said so.",
    "The Sunday Times and Radio Marti reported it.",
    "They march on; the sun sat low.",
    "A second minister took one quarter of it.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_only_looks_like_a_time_is_left(text: str) -> None:
    assert told(text) == []


def test_every_time_says_how_it_was_worked_out() -> None:
    times = find_times("On Monday and in 2018, a decade ago, annually and now.", WEDNESDAY)
    assert len(times) == 5
    assert all(time.reason for time in times)
    assert "2024-10-16" in times[0].reason


def test_a_comparison_with_a_year_earlier_keeps_the_part_of_the_year():
    text = "In the second quarter, sales rose 3% from a year earlier."
    assert [when for _, _, when in told(text)] == ["2024-04/2024-06", "2023-04/2023-06"]
    text = "Exports fell in February compared with a year ago."
    assert [when for _, _, when in told(text)] == ["2024-02", "2023-02"]
