"""The record's nouns, as linking made them, in and out of the tables."""
