"""A record written out; one file a format."""
