"""Finds what a report names, describes or points at."""
