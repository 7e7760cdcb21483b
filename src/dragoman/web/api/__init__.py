"""The API: one table of endpoints, from which answers, checks and the description are made."""
