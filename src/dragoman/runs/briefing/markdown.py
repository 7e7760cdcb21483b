"""A brief as Markdown with footnotes (`[^1]`), as GitHub, Pandoc and Obsidian read them."""

import re

from dragoman.runs.briefing.formats import left_words, note_words
from dragoman.store.views.brief.paper import Paper

# What CommonMark reads as markup, HTML included.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!^$])")


def write(made: Paper) -> bytes:
    """Return the paper as UTF-8."""
    lines = [f"# {_plain(made.title)}", "", _plain(made.intro), ""]
    for part in made.parts:
        lines += [f"## {part.heading}", ""]
        for sentence in part.sentences:
            marks = "".join(f"[^{number}]" for number in sentence.notes)
            lines.append(f"- {_plain(sentence.text)}{marks}")
        if part.left:
            lines += ["", f"*{_plain(left_words(part))}*"]
        lines.append("")
    lines += [
        f"[^{note.number}]: {_plain(note_words(note))}: “{_plain(note.quote)}”"
        for note in made.notes
    ]
    return "\n".join(lines).encode() + b"\n"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
