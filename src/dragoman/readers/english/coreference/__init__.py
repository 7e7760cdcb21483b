"""Ties the mentions of one report to its entities."""
