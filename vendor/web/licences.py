"""Print the licences of all packages that a bundle was made of: licences.py FOLDER."""

import json
import sys
from pathlib import Path

HEAD = """vega.min.js is made by vendor/web/build.sh from the packages below.
countries-110m.json is that of world-atlas 2.0.2: shapes of Natural Earth 1:110m (public domain,
https://www.naturalearthdata.com), as TopoJSON by Michael Bostock (ISC, below).
"""


def main() -> None:
    """Print each package with its version, licence and the text of the licence."""
    work = Path(sys.argv[1])
    meta = json.loads((work / "meta.json").read_text(encoding="utf-8"))
    names = {path.split("/")[1] for path in meta["inputs"] if path.startswith("node_modules/")}
    print(HEAD)
    for name in sorted(names | {"world-atlas"}):
        folder = work / "node_modules" / name
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        print(f"{'=' * 78}\n{name} {package['version']}: {package['license']}\n")
        for path in sorted(folder.glob("LICENSE*")):
            print(path.read_text(encoding="utf-8"))


main()
