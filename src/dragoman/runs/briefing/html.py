"""A brief as one HTML file that needs nothing else: no script, no font, no address but links."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.runs.briefing.formats import left_words, note_words, web_address
from dragoman.store.views.brief.paper import Paper


def write(made: Paper) -> bytes:
    """Return the paper as UTF-8."""
    environment = Environment(
        loader=PackageLoader("dragoman.runs.briefing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("brief.html").render(
        paper=made, note_words=note_words, left_words=left_words, web_address=web_address
    )
    return page.encode() + b"\n"
