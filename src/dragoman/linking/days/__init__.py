"""Days and periods: dates as spans, and the days of reports and happenings that tell none."""
