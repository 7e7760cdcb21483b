"""What is new after a round, told as an Atom feed, as a file of Markdown, by mail."""

import os
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from lxml import etree

from dragoman.record.errors import OutputNotWritten
from dragoman.runs.briefing import written
from dragoman.runs.watching.plan import Digest, Mail
from dragoman.runs.whole import whole_file
from dragoman.store.changes import load_runs
from dragoman.store.database import Database
from dragoman.store.views.brief.paper import Paper, paper
from dragoman.store.views.difference import changed_items
from dragoman.store.views.filters import Filters

_ATOM = "http://www.w3.org/2005/Atom"
# Items of earlier rounds that stay in the feed, for readers that ask seldom.
_MOST_ENTRIES = 200
_SECONDS = 60


def last_run(database: Database) -> int:
    """Return the number of the last run, 0 where there was none."""
    with database.reading() as connection:
        runs = load_runs(connection)
    return runs[-1].number if runs else 0


def tell(database: Database, since: int, at: str, digest: Digest, folder: Path) -> list[str]:
    """Tell what has changed after the run `since`; return a line for each way that failed.

    Nothing is told where nothing changed.
    """
    if last_run(database) == since or not (digest.feed or digest.file or digest.mail):
        return []
    with database.reading() as connection:
        only = changed_items(connection, str(since)) if since else None
        made = paper(connection, Filters(only=only))
    if not made.parts:
        return []
    failed = []
    for way in _ways(made, at, digest, folder):
        try:
            way()
        except (OSError, smtplib.SMTPException, OutputNotWritten) as error:
            failed.append(f"the digest could not be told: {error}")
    return failed


def _ways(made: Paper, at: str, digest: Digest, folder: Path) -> Iterator[Callable[[], None]]:
    feed, file, mail = digest.feed, digest.file, digest.mail
    if feed is not None:
        yield lambda: _write(folder / feed, _feed(folder / feed, made, at))
    if file is not None:
        yield lambda: _write(folder / file, written(made, "md"))
    if mail is not None:
        yield lambda: _send(mail, made, at)


def _feed(path: Path, made: Paper, at: str) -> bytes:
    """Return the feed with what is new before what it held."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    for name, text in (("title", "Dragoman: what is new"), ("updated", at), ("id", _urn("feed"))):
        etree.SubElement(feed, f"{{{_ATOM}}}{name}").text = text
    author = etree.SubElement(feed, f"{{{_ATOM}}}author")
    etree.SubElement(author, f"{{{_ATOM}}}name").text = "Dragoman"
    notes = {note.number: note for note in made.notes}
    for part in made.parts:
        for sentence in part.sentences:
            entry = etree.SubElement(feed, f"{{{_ATOM}}}entry")
            quotes = "\n".join(
                f"{notes[number].outlet}: “{notes[number].quote}” {notes[number].citation}"
                for number in sentence.notes
            )
            told = (
                ("title", _xml(f"{part.heading}: {sentence.text}")),
                ("id", _urn(f"{sentence.item}:{at}")),
                ("updated", at),
                ("content", _xml(quotes)),
            )
            for name, text in told:
                etree.SubElement(entry, f"{{{_ATOM}}}{name}").text = text
    for entry in list(_entries_before(path))[: _MOST_ENTRIES - len(feed)]:
        feed.append(entry)
    raw: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return raw


def _entries_before(path: Path) -> Iterator[Any]:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
        yield from etree.fromstring(path.read_bytes(), parser).findall(f"{{{_ATOM}}}entry")
    except (OSError, etree.XMLSyntaxError):
        return


def _urn(name: str) -> str:
    return f"urn:dragoman:{name}"


def _xml(text: str) -> str:
    return "".join(one for one in text if one >= " " or one == "\n").replace("\ufffe", "")


def _write(path: Path, data: bytes) -> None:
    with whole_file(path, binary=True) as stream:
        stream.write(data)


def _send(mail: Mail, made: Paper, at: str) -> None:
    message = EmailMessage()
    message["Subject"] = f"What is new: {made.intro}".replace("\n", " ")[:200]
    message["From"], message["To"] = mail.sender, ", ".join(mail.to)
    message["Date"] = at_mail(at)
    message.set_content(written(made, "md").decode())
    message.add_alternative(written(made, "html").decode(), subtype="html")
    with _server(mail) as server:
        server.send_message(message)


def at_mail(at: str) -> str:
    """Return a time as mail writes it (RFC 5322)."""
    from datetime import datetime
    from email.utils import format_datetime

    return format_datetime(datetime.fromisoformat(at))


@contextmanager
def _server(mail: Mail) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            mail.server, mail.port, timeout=_SECONDS, context=context
        )
    else:
        server = smtplib.SMTP(mail.server, mail.port, timeout=_SECONDS)
    with server:
        if mail.security == "starttls":
            server.starttls(context=context)
        if mail.user is not None:
            server.login(mail.user, os.environ.get(mail.password_env, ""))
        yield server
