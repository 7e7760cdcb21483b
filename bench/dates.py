"""Accuracy and speed of times: `python bench/dates.py FOLDER`.

FOLDER holds test sets in TimeML (`.tml`) or MEANTIME's XML, anywhere below it. Prints strict,
relaxed and value F1 in the manner of TempEval-3 (UzZaman et al., 2013): a gold and a found
expression pair up where they overlap, best overlap first; strict asks for the same span, value
for the same TIMEX3 value of a relaxed pair. Document dates stand outside the text and do not
count (in MEANTIME, they stand in it and count where `--with-dates` is given).
"""

import argparse
import html
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dragoman.readers.english.times import find_times

LAST_SENTENCE = 5


class Marked(NamedTuple):
    """An expression: its span, value, and whether it is the document's own date."""

    start: int
    end: int
    value: str
    is_document_date: bool = False


class Document(NamedTuple):
    """A text with its date and its expressions."""

    name: str
    text: str
    published: date | None
    marked: list[Marked]


def read_tml(path: Path) -> Document:
    """Return the TEXT part of a TimeML file with its TIMEX3."""
    raw = path.read_text(encoding="utf-8")
    dct = re.search(r'<DCT>.*?value="([^"]+)"', raw, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    text, marked, stack, position = "", [], [], 0
    source = body.group(1) if body else ""
    for tag in re.finditer(r"<(/?)(\w+)([^>]*)>", source):
        text += html.unescape(source[position : tag.start()])
        position = tag.end()
        if tag.group(2) != "TIMEX3":
            continue
        if tag.group(1):
            start, value = stack.pop()
            marked.append(Marked(start, len(text), value))
        else:
            value = re.search(r'value="([^"]*)"', tag.group(3))
            stack.append((len(text), value.group(1) if value else ""))
    text += html.unescape(source[position:])
    return Document(path.name, text, as_date(dct.group(1) if dct else None), marked)


def read_meantime(path: Path) -> Document:
    """Return a MEANTIME document, its tokens joined as they are written in print.

    Times were annotated in the headline and the first five sentences only (Minard et al., 2016);
    the rest is left out.
    """
    root = ET.parse(path).getroot()
    spans: dict[str, tuple[int, int]] = {}
    text, sentence = "", None
    for token in root.iter("token"):
        word = token.text or ""
        if int(token.get("sentence", "0")) > LAST_SENTENCE:
            break
        if sentence not in (None, token.get("sentence")):
            text += "\n"
        elif text and not re.match(r"[.,;:!?%)\]]|['’]|n't$", word) and text[-1] not in "([$#":
            text += " "
        sentence = token.get("sentence")
        spans[token.get("t_id", "")] = len(text), len(text) + len(word)
        text += word
    marked, published = [], None
    for timex in root.iter("TIMEX3"):
        own = timex.get("functionInDocument") == "CREATION_TIME"
        value = timex.get("value", "")
        if own:
            published = as_date(value)
        anchors = [a.get("t_id", "") for a in timex.findall("token_anchor")]
        if anchors:
            marked.append(Marked(spans[anchors[0]][0], spans[anchors[-1]][1], value, own))
    marked.sort()
    if published is None:  # two documents lack the mark of their own date; it is the first one
        marked[0] = marked[0]._replace(is_document_date=True)
        published = as_date(marked[0].value)
    return Document(path.name, text, published, marked)


def as_date(value: str | None) -> date | None:
    """Return the day a value opens with."""
    day = re.match(r"\d{4}-\d\d-\d\d", value or "")
    return date.fromisoformat(day.group()) if day else None


def pairs(gold: list[Marked], found: list[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Pair each gold expression with the free found one that fits it best."""
    used: set[int] = set()
    for mark in gold:
        best = None
        for at, other in enumerate(found):
            shared = min(mark.end, other.end) - max(mark.start, other.start)
            rank = (mark[:2] == other[:2], shared)
            if at not in used and shared > 0 and (best is None or rank > best[0]):
                best = rank, at
        if best:
            used.add(best[1])
            yield mark, found[best[1]]


def score(documents: list[Document], results: list[list[Marked]]) -> dict[str, float]:
    """Return F1 (0 to 100) of strict spans, relaxed spans and values."""
    total = strict = relaxed = value = 0
    for document, found in zip(documents, results, strict=True):
        total += len(document.marked) + len(found)
        for gold, other in pairs(document.marked, found):
            relaxed += 1
            strict += gold[:2] == other[:2]
            value += gold.value == other.value
    return {
        name: 200 * hits / max(1, total)
        for name, hits in (("strict", strict), ("relaxed", relaxed), ("value", value))
    }


def measure(documents: list[Document], *, with_dates: bool) -> None:
    """Print one line for a test set."""
    find_times("on 1 May 2020", None)
    begun = time.process_time()
    told = [find_times(d.text, d.published) for d in documents]
    seconds = time.process_time() - begun
    results, kept = [], []
    for document, times in zip(documents, told, strict=True):
        own = [] if with_dates else [m for m in document.marked if m.is_document_date]
        found = [Marked(t.start, t.end, t.value or "") for t in times]
        results.append(
            [m for m in found if not any(m.start < o.end and o.start < m.end for o in own)]
        )
        kept.append(document._replace(marked=[m for m in document.marked if m not in own]))
    figures = "  ".join(f"{name} {f1:.1f}" for name, f1 in score(kept, results).items())
    gold = sum(len(d.marked) for d in kept)
    print(
        f"{len(documents):4} documents  {gold:5} expressions  {figures}  "
        f"{len(documents) / seconds:.0f} documents/s"
    )


def main() -> None:
    """Measure every folder of documents below the one given."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--with-dates", action="store_true", help="count documents' own dates too")
    arguments = parser.parse_args()
    readers = {".tml": read_tml, ".xml": read_meantime}
    files = sorted(p for p in arguments.folder.rglob("*") if p.suffix in readers)
    documents = [readers[path.suffix](path) for path in files]
    if not documents:
        parser.error(f"no .tml or .xml files below {arguments.folder}")
    measure(documents, with_dates=arguments.with_dates)


if __name__ == "__main__":
    main()
