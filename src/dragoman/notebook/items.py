"""Items of one noun in their order: a sequence, a frame, a table in a notebook."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import msgspec

from dragoman.notebook.rendering import table
from dragoman.record.extras import needing
from dragoman.store.views.listing import Listed, Listing, Names

if TYPE_CHECKING:
    import pandas
    import polars

Item = TypeVar("Item", bound=msgspec.Struct)
Cells = Callable[[Listed[Any], Names], dict[str, Any]]


class Items(Sequence[Item], Generic[Item]):
    """Items as the record holds them (`dragoman.record.nouns`).

    `names` gives the name of every entity they speak of, by id.
    """

    def __init__(self, listing: Listing[Item], cells: Cells) -> None:
        self._listing = listing
        self._cells = cells
        self.names = listing.names

    def __len__(self) -> int:
        return len(self._listing.rows)

    def __iter__(self) -> Iterator[Item]:
        return (row.item for row in self._listing.rows)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> "Items[Item]": ...

    def __getitem__(self, place: int | slice) -> "Item | Items[Item]":
        if isinstance(place, slice):
            return Items(Listing(self._listing.rows[place], self.names), self._cells)
        return self._listing.rows[place].item

    def citations(self, place: int) -> tuple[str, ...]:
        """Return the citations of the item at a place, one for each of its mentions."""
        return self._listing.rows[place].citations

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each item, in words and names, as `--csv` gives it."""
        return [self._cells(row, self.names) for row in self._listing.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows as a frame of pandas. Raises ExtraMissing."""
        with needing("frames"):
            import pandas
        return pandas.DataFrame(self.to_dicts())

    def to_polars(self) -> "polars.DataFrame":
        """Return the rows as a frame of Polars. Raises ExtraMissing."""
        with needing("frames"):
            import polars
        # Numbers may come late in a column that begins with whole ones or with none.
        return polars.DataFrame(self.to_dicts(), infer_schema_length=None)

    def __repr__(self) -> str:
        return f"<{len(self)} items>"

    def _repr_html_(self) -> str:
        return table(self.to_dicts())
