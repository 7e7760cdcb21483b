"""The weights by which names are compared."""
