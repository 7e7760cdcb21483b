"""A report in a notebook: its text with what rests on it marked."""

from collections.abc import Mapping

from dragoman.notebook.rendering import marked
from dragoman.record.nouns import Report
from dragoman.store.views.marks import Layer, Mark


class Text:
    """A report (`report`), the spans that items rest on (`marks`), and the items in words."""

    def __init__(
        self, report: Report, marks: list[Mark], words: Mapping[tuple[Layer, str], str]
    ) -> None:
        self.report = report
        self.marks = marks
        self.words = words

    def only(self, *layers: Layer) -> "Text":
        """Return the same text with the spans of these layers alone."""
        kept = [mark for mark in self.marks if mark.layer in layers]
        return Text(self.report, kept, self.words)

    def __repr__(self) -> str:
        return f"<{self.report.file}, {len(self.marks)} spans>"

    def _repr_html_(self) -> str:
        return marked(self.report.text, self.marks, self.words)
