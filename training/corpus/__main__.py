"""The corpus at the command line: check it, count it, print answer keys, convert it."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from training.corpus.agreement import agreement
from training.corpus.check import faults
from training.corpus.cluster import key_of
from training.corpus.docbin import docbin
from training.corpus.splits import PARTS, all_clusters, clusters_of, split_faults
from training.corpus.stats import stats


def main() -> int:
    """Run the command; the exit code is 1 where the corpus has faults."""
    asked = _parser().parse_args()
    if asked.what == "check":
        return _check(asked.folders)
    if asked.what == "key":
        print(json.dumps(key_of(asked.folder), ensure_ascii=False, indent=1))
    elif asked.what == "spacy":
        docbin(clusters_of(asked.part) if asked.part else all_clusters()).to_disk(asked.file)
    else:
        print("\n".join(stats() if asked.what == "stats" else agreement()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    check = commands.add_parser("check", help="tell every fault of form (all clusters, the split)")
    check.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    key = commands.add_parser("key", help="print the key that `dragoman evaluate` takes")
    key.add_argument("folder", type=Path, metavar="FOLDER")
    commands.add_parser("stats", help="print the numbers of the data card")
    commands.add_parser("agreement", help="print how well two annotators agree, by layer")
    spacy = commands.add_parser("spacy", help="write the reports as spaCy's DocBin")
    spacy.add_argument("file", type=Path, metavar="OUT.spacy")
    spacy.add_argument("--part", choices=PARTS, help="one part only")
    return parser


def _check(folders: Sequence[Path]) -> int:
    checked = folders or all_clusters()
    found = [fault for folder in checked for fault in faults(folder)]
    found += split_faults()
    print("\n".join(found) or f"{len(checked)} clusters, no fault")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
