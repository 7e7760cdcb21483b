"""What a record shows: listings, the dossier of a name, one item, the brief of a relationship."""
