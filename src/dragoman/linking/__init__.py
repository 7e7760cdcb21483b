"""Readings to one record: who is who, one happening, one origin, disagreements."""
