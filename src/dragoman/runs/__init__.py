"""The stages in order: read, link, evaluate. The only room that wires rooms together."""
