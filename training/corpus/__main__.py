"""`python -m training.corpus check FOLDER…` or `key FOLDER`: check clusters, print a key."""

import argparse
import json
import sys
from pathlib import Path

from training.corpus.check import faults
from training.corpus.cluster import key_of


def main() -> int:
    """Run the command; the exit code is 1 where a cluster has faults."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    parser.add_argument("what", choices=("check", "key"))
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    if asked.what == "key":
        for folder in asked.folders:
            print(json.dumps(key_of(folder), ensure_ascii=False, indent=1))
        return 0
    found = [fault for folder in asked.folders for fault in faults(folder)]
    print("\n".join(found) or f"{len(asked.folders)} clusters, no fault")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
