"""What the migrations compare with the tables."""


def include(_thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Keep the tables that FTS5 makes for itself out of the comparison."""
    return not (kind == "table" and name is not None and name.startswith("block_words"))
