"""One commitment told by many reports is one row."""
