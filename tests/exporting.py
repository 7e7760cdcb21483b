"""What a format writes, whatever its form."""

import io
from pathlib import Path

from msgspec.structs import replace

from dragoman.exporters import find_exporter
from dragoman.record.nouns import Explained, Point, Record, Series


def written(name, record, reports, folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file by its name; a single file is called ""."""
    exporter = find_exporter(name)
    if exporter.form == "folder":
        folder.mkdir(parents=True, exist_ok=True)
        exporter.write(record, reports, folder)
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    if exporter.form == "bytes":
        raw = io.BytesIO()
        exporter.write(record, reports, raw)
        return {"": raw.getvalue()}
    stream = io.StringIO(newline="")
    exporter.write(record, reports, stream)
    return {"": stream.getvalue().encode()}


def grown(record: Record) -> Record:
    """Return a record with nouns that most formats have no word of their own for."""
    (disputed,) = record.disagreements
    points = tuple(
        Point(date=day, value=one.value, kind=one.kind, figure=one.id, mentions=one.mentions)
        for day, one in zip(("2025-03-04", "2025-07-01"), record.figures, strict=True)
    )
    series = Series(id="q-aid", measure="aid", unit="NOK", between=("GHA", "NOR"), points=points)
    explained = Explained(
        id="x-aid",
        kind="figure",
        why="update",
        reason="the later report gives a later sum",
        about="c-boats",
        sides=disputed.sides,
    )
    return replace(record, series=(series,), explained=(explained,))
