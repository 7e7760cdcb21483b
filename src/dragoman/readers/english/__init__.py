"""The default reader: English coverage of diplomacy, trade and defence."""
