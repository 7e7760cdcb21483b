"""Decisions made, reviewed, shared: checked against the record, and carried out in one go."""
