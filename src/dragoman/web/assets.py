"""Static files under addresses that carry a digest of what is in them, to be kept for long."""

import gzip
import hashlib
import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "static"
_DIGITS = 12
_FOREVER = "public, max-age=31536000, immutable"


class Assets:
    """The files of `static/`, by name; digests are worked out once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        self._digests: dict[str, str] = {}
        self._packed: dict[str, bytes] = {}

    def address(self, name: str) -> str:
        """Return the address of a file. Raises KeyError for one that is not there."""
        return f"/static/{self._digest(name)}/{name}"

    def mount(self) -> Route:
        """Return the route that serves the files."""
        return Route("/static/{digest}/{name:path}", self._serve, name="static")

    def _serve(self, request: Request) -> Response:
        name, digest = request.path_params["name"], request.path_params["digest"]
        if name not in self._files or digest != self._digest(name):
            return Response("no such file", 404, media_type="text/plain")
        headers = {"cache-control": _FOREVER, "vary": "Accept-Encoding"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return FileResponse(self._files[name], headers=headers)
        headers["content-encoding"] = "gzip"
        kind = mimetypes.guess_type(name)[0] or "text/plain"
        return Response(self._pack(name), 200, headers, kind)

    def _pack(self, name: str) -> bytes:
        """Return a file as small as it gets; worked out once, since it is the same for all."""
        if name not in self._packed:
            self._packed[name] = gzip.compress(self._files[name].read_bytes(), mtime=0)
        return self._packed[name]

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            content = self._files[name].read_bytes()
            self._digests[name] = hashlib.sha256(content).hexdigest()[:_DIGITS]
        return self._digests[name]
