"""What a format writes, whatever its form."""

import io
from pathlib import Path

from dragoman.exporters import find_exporter


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
