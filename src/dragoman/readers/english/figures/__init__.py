"""Amounts of money, percentages and counts."""
