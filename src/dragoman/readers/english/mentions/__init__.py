"""Finds what a report names: persons, organizations, bodies, states, places, programmes, agreements."""
