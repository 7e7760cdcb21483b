"""Accuracy against its floors, and the figures in a table.

A floor is raised when a change earns it; a lower one needs a line in the changelog.
`python -m pytest tests/quality -s` prints the figures.
"""

from pathlib import Path

import pytest
from measuring import FLOORS, corpora, digest, measured

STANDING = sorted(set(FLOORS) & set(corpora()))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records")


@pytest.mark.parametrize("name", STANDING)
def test_the_corpus_is_the_one_the_floors_were_set_on(name: str) -> None:
    assert digest(corpora()[name]) == FLOORS[name]["digest"]


@pytest.mark.parametrize("name", STANDING)
def test_no_layer_falls_below_its_floor(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = measured(name, folder).layers
    with capsys.disabled():
        print(f"\n{name:11}", "  ".join(f"{layer} {f1:.3f}" for layer, f1 in found.items()))
    floors = FLOORS[name]["floors"]
    low = {layer: (found[layer], floors[layer]) for layer in floors if found[layer] < floors[layer]}
    assert not low, f"below the floor (found, floor): {low}"


@pytest.mark.parametrize("name", STANDING)
def test_every_quote_stands_in_its_report(name: str, folder: Path) -> None:
    assert measured(name, folder).cited == 1.0
