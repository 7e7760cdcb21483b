"""Which offices the persons of a report hold."""
