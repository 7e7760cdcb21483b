"""A small table as the answer to an address that ends in .csv."""

import io
from collections.abc import Iterable, Sequence

from starlette.responses import Response

from dragoman.exporters._cells import Cell, write_table


def as_table(name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """Return rows as a CSV file of this name, safe to open in a spreadsheet."""
    stream = io.StringIO()
    write_table(stream, head, rows)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(stream.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
