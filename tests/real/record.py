"""Write down what a real server says of the coverage in tests/golden, for the recorded server.

python tests/real/record.py http://127.0.0.1:8099/v1 MODEL FILE
"""

import json
import sys
from pathlib import Path

import httpx

from dragoman.readers.llm.asking import Asker
from dragoman.readers.llm.cache import Cache
from dragoman.readers.llm.chunks import Chunk
from dragoman.readers.llm.prompt import messages
from dragoman.readers.llm.settings import Settings

COVERAGE = Path(__file__).parents[1] / "golden" / "coverage"


def main(endpoint: str, model: str, target: str) -> None:
    recorded = {}
    settings = Settings.made(endpoint, model, {})
    asker = Asker(settings, None, Cache(Path("/nonexistent")))
    for path in sorted(COVERAGE.glob("*.txt")):
        text = path.read_text("utf-8")
        pieces = [(0, len(text.rstrip()))]
        asked = messages(text, "2025-03-04", Chunk(pieces=tuple(pieces)))
        body = asker._body(asker._form, asked, 700)
        said = httpx.post(settings.url, content=body, timeout=600).raise_for_status().json()
        kept = {key: said[key] for key in ("choices", "created", "object", "usage", "model")}
        kept["model"] = model
        recorded[path.stem] = kept
    Path(target).write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
