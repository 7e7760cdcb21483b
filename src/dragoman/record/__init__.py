"""The nouns of Dragoman, their ids, vocabulary, errors and protocols. Imports no other room."""
