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
FRAMES = (
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
"""What drafts by word lists and frames, each on what those before it found."""

SETTLING = ("bound", "bodies")
"""What settles by rule what frames drafted and the model weighed, and tells how bodies work."""

COMPONENTS = (*FRAMES, "joint", *SETTLING)
"""All that reads: behind the frames the model that weighs what they drafted and adds to it."""


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


def build(pipeline_name: str | None = None, components: Iterable[str] | None = None) -> Language:
    """Return the pipeline with Dragoman's components behind the parser, by default all of them.

    The joint model stands on our own parser's vectors: behind another pipeline frames read alone.

    Raises PipelineNotFound where a named pipeline is not installed.
    """
    nlp = pipeline.load(pipeline_name)
    if components is None:
        components = COMPONENTS if pipeline_name is None else (*FRAMES, *SETTLING)
    for component in components:
        importlib.import_module(f"dragoman.readers.english.{component}.component")
        nlp.add_pipe(f"dragoman_{component}")
    return nlp
