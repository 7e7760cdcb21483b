"""The web application over one record."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dragoman.web.answers import KeptAnswers
from dragoman.web.assets import Assets
from dragoman.web.attempts import Attempts
from dragoman.web.counting import Counts
from dragoman.web.doubts import Doubts
from dragoman.web.failures import handlers
from dragoman.web.keeping import Kept
from dragoman.web.looks import templates
from dragoman.web.pool import Records
from dragoman.web.routes import found
from dragoman.web.security import SameOrigin, SecurityHeaders
from dragoman.web.shelves import count_ahead
from dragoman.web.signing import SignedIn

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
# Loopback has room to spare; a higher level costs more time than it saves.
_GZIP_LEVEL = 4


def create_app(record: Path, *, hosts: Sequence[str] = (), sign_in: bool = False) -> Starlette:
    """Return the application that serves the record at `record`.

    It answers to the names of loopback and to `hosts`, and to no other (DNS rebinding). The record
    is opened at the first request, so that a page can say what to do where there is none yet.
    With `sign_in` only users of the record, and programs with a token, see anything of it.
    """
    records = Records(record)
    assets = Assets()
    groups = found()
    app = Starlette(
        routes=[assets.mount(), *(route for group in groups for route in group.routes)],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, [*LOOPBACK, *hosts], www_redirect=False),
            Middleware(SameOrigin),
            *([Middleware(SignedIn, records)] if sign_in else []),
            Middleware(KeptAnswers, record),
            Middleware(GZipMiddleware, minimum_size=500, compresslevel=_GZIP_LEVEL),
        ],
        exception_handlers=handlers(),
        lifespan=_counted_ahead,
    )
    app.state.records = records
    app.state.sign_in = app.state.tokens_wanted = sign_in
    app.state.attempts = Attempts()
    app.state.kept = Kept()
    app.state.counts = Counts()
    app.state.doubts = Doubts()
    app.state.templates = templates(assets)
    app.state.navigation = sorted(entry for group in groups for entry in group.navigation)
    return app


@asynccontextmanager
async def _counted_ahead(app: Starlette) -> AsyncIterator[None]:
    """Count the lists as a whole while the server starts, so that no reader waits for it."""
    Thread(target=count_ahead, args=(app.state.records, app.state.counts), daemon=True).start()
    yield
