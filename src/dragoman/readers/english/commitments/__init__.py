"""What the report tells as pledged, agreed, asked, planned or expected."""
