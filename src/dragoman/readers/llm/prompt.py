"""What is asked: the instruction, and the report between marks that it cannot forge."""

import hashlib
import re
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.readers.llm.chunks import Chunk
from dragoman.readers.llm.schema import schema

Message = dict[str, str]

# Servers turn words like <|im_end|> or [INST] into the tokens that part one speaker from another,
# even within a report. Each sign is changed for one like it, so offsets stay and quotes are found.
_ANGLES = str.maketrans("<>", "‹›")
_CONTROL = re.compile(r"\[(/?[A-Z_]+)\]")


@cache
def instruction() -> str:
    """Return what the model is told."""
    room = files("dragoman.readers.llm")
    return (room / "data" / "instruction.md").read_text("utf-8").strip()


@cache
def prompt_version() -> str:
    """Return a digest of instruction and schema: it changes with them."""
    whole = msgspec.json.encode([instruction(), schema(), messages("", None, Chunk(pieces=()))])
    return hashlib.sha256(whole).hexdigest()[:8]


def messages(text: str, published: str | None, chunk: Chunk) -> list[Message]:
    """Return the messages for a chunk of a report: the instruction, then the text as data.

    The marks carry a digest of the text, which the text cannot hold itself.
    """
    body = disarmed("\n\n".join(text[start:end] for start, end in chunk.pieces))
    code = hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:16]
    asked = f"{_dated(published)}\n\n<report {code}>\n{body}\n</report {code}>"
    return [{"role": "system", "content": instruction()}, {"role": "user", "content": asked}]


def disarmed(text: str) -> str:
    """Return a text of the same length without the signs that part speakers and marks."""
    return _CONTROL.sub(r"⟦\1⟧", text.translate(_ANGLES))


def _dated(published: str | None) -> str:
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return "Date of the report: not known."
    return f"Date of the report: {day.isoformat()} ({day:%A})."
