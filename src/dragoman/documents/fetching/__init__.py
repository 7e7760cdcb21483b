"""Pages of the web to bytes: addresses are checked, bodies bounded, robots.txt kept to."""
