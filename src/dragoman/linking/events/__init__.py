"""One happening told by many reports, or twice by one, is one event."""
