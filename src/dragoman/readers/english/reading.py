"""The English reader: the pipeline's components in order, one reading a report."""

import importlib
from collections.abc import Iterable, Iterator

from spacy.language import Language

from dragoman.readers.english import pipeline
from dragoman.readers.english.assemble import assemble
from dragoman.readers.english.document import make_doc
from dragoman.readers.english.version import version
from dragoman.record.nouns import Reading, Report

NAME = "english"
BATCH = 8
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
    """Reads reports in English; `pipeline_name` puts another installed spaCy pipeline under it.

    The model is loaded when the first report comes.
    """

    name = NAME

    def __init__(self, pipeline_name: str | None = None) -> None:
        self.version = version(pipeline_name)
        self._pipeline_name = pipeline_name
        self._nlp: Language | None = None

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield the reading of each report, in the order given.

        Raises PipelineNotFound where a named pipeline is not installed, WeightsInvalid where the
        model's files are missing or damaged.
        """
        if self._nlp is None:
            self._nlp = build(self._pipeline_name)
        nlp = self._nlp
        docs = (make_doc(nlp, report) for report in reports)
        for doc in nlp.pipe(docs, batch_size=BATCH):
            yield assemble(doc, self.name, self.version)


def build(pipeline_name: str | None = None, components: Iterable[str] = COMPONENTS) -> Language:
    """Return the pipeline with Dragoman's components behind the parser.

    Raises PipelineNotFound where a named pipeline is not installed.
    """
    nlp = pipeline.load(pipeline_name)
    for component in components:
        importlib.import_module(f"dragoman.readers.english.{component}.component")
        nlp.add_pipe(f"dragoman_{component}")
    return nlp
