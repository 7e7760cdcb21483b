"""The rows of a manifest, CSV or YAML, with the line each stands on."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.record.errors import ManifestInvalid

COLUMNS = ("file", "title", "outlet", "published", "url", "language")


class Row(msgspec.Struct):
    """One entry as written: the line it stands on, and its cells by column."""

    line: int
    cells: dict[str, str]


def invalid(path: Path, line: int, column: str, problem: str) -> ManifestInvalid:
    """Return the error for one cell; the caller raises it."""
    return ManifestInvalid(f"{path}, line {line}, column {column}: {problem}.")


def csv_rows(text: str, path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV manifest; comma, semicolon or tab. Raises ManifestInvalid."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = [cell.strip().lower() for cell in cells]
                _check_columns(columns, path, reader.line_num)
                continue
            if len(cells) > len(columns):
                raise invalid(
                    path,
                    reader.line_num,
                    columns[-1],
                    "there are more cells than columns; put quotation marks around a value "
                    f"that holds “{delimiter}”",
                )
            named = zip(columns, cells, strict=False)
            yield Row(reader.line_num, {name: cell.strip() for name, cell in named})
    except csv.Error as error:
        raise ManifestInvalid(f"{path}, line {reader.line_num}: not valid CSV: {error}.") from error


def yaml_rows(text: str, path: Path) -> Iterator[Row]:
    """Yield the entries of a YAML manifest. Raises ManifestInvalid."""
    import yaml

    # Composed, not constructed: the nodes keep their line numbers, dates stay as written, and
    # aliases that would blow up when constructed stay shared.
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        problem = " ".join(str(error).split())[:200]
        raise ManifestInvalid(f"{path} is not valid YAML: {problem}.") from error
    if not isinstance(root, yaml.SequenceNode):
        raise ManifestInvalid(f"{path}: a list of entries is wanted, each with “file: …”.")
    for entry in root.value:
        line = entry.start_mark.line + 1
        if not isinstance(entry, yaml.MappingNode):
            raise ManifestInvalid(f"{path}, line {line}: an entry with “file: …” is wanted.")
        cells = {}
        for key, value in entry.value:
            name = str(key.value).strip().lower()
            _check_columns([name], path, line, whole=False)
            if name.startswith("x-"):
                continue
            if not isinstance(value, yaml.ScalarNode):
                raise invalid(path, value.start_mark.line + 1, name, "one value is wanted")
            empty = value.tag == "tag:yaml.org,2002:null"
            cells[name] = "" if empty else value.value.strip()
        yield Row(line, cells)


def _check_columns(names: list[str], path: Path, line: int, *, whole: bool = True) -> None:
    unknown = [name for name in names if name not in COLUMNS and not name.startswith("x-")]
    if unknown:
        raise ManifestInvalid(
            f"{path}, line {line}: unknown column “{unknown[0]}”; the columns are "
            f"{', '.join(COLUMNS)}; begin a name with “x-” to have it passed over."
        )
    if whole and "file" not in names:
        raise ManifestInvalid(f"{path}, line {line}: the column “file” is missing.")
    if whole and len(set(names)) < len(names):
        raise ManifestInvalid(f"{path}, line {line}: a column is there twice.")
