"""The English reader: the pipeline's components in order, one reading a report."""

import importlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from spacy.language import Language

from dragoman.readers.english import pipeline
from dragoman.readers.english.assemble import assemble
from dragoman.readers.english.document import make_doc
from dragoman.record.nouns import Reading, Report

NAME = "english"
VERSION = "1"
COMPONENTS = (
    "lemmas",
    "times",
    "mentions",
    "coreference",
    "roles",
    "figures",
    "statements",
    "events",
    "commitments",
)


class EnglishReader:
    """Reads reports in English; `pipeline_name` puts another spaCy pipeline under it."""

    name = NAME
    version = VERSION

    def __init__(self, pipeline_name: str | None = None) -> None:
        self._nlp = build(pipeline_name)

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield the reading of each report, in the order given."""
        docs = (make_doc(self._nlp, report) for report in reports)
        for doc in self._nlp.pipe(docs, batch_size=8):
            yield assemble(doc, self.name, self.version)


def build(pipeline_name: str | None = None) -> Language:
    """Return the pipeline with Dragoman's components behind the parser.

    Raises PipelineNotFound where a named pipeline is not installed.
    """
    nlp = pipeline.load(pipeline_name)
    for component in COMPONENTS:
        module = f"dragoman.readers.english.{component}.component"
        if find_spec(f"dragoman.readers.english.{component}") and find_spec(module):
            importlib.import_module(module)
            nlp.add_pipe(f"dragoman_{component}")
    return nlp
