"""Numbers: what they measure, for when, and how they grow from report to report."""
