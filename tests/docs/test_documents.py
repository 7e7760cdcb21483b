"""What the documents say is so."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

import dragoman
from dragoman.cli.program import program
from dragoman.documents.manifest import load_manifest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def commands() -> set[str]:
    return set(re.findall(r"\bdragoman ([a-z]+)", README + CONTRIBUTING)) - {"reads", "import"}


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_that_is_named_is_there_and_has_an_example(command):
    result = CliRunner().invoke(program, [command, "--help"])
    assert result.exit_code == 0, result.output
    assert "Example:" in result.output


def test_every_command_is_in_the_readme():
    listed = CliRunner().invoke(program, ["--help"]).output
    names = re.findall(r"^  ([a-z]+)  +\S", listed.split("Commands:")[1], flags=re.M)
    assert names
    missing = [n for n in names if not re.search(rf"\b{n}\b", README)]
    assert missing == []


def test_the_manifest_of_the_readme_is_one(tmp_path):
    (block,) = [b for b in re.findall(r"```\n(.*?)```", README, flags=re.S) if "published:" in b]
    path = tmp_path / "manifest.yaml"
    path.write_text(block, "utf-8")
    assert load_manifest(path).details_for(tmp_path / "wire.txt").outlet == "Coastal Wire"


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README + CONTRIBUTING))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()


@pytest.mark.parametrize(
    "path", re.findall(r"`((?:src|tests|training|bench)/[^`]*)`", CONTRIBUTING)
)
def test_every_folder_on_the_map_is_there(path):
    assert (ROOT / path.replace("*", "")).exists()


def test_make_targets_of_the_documents_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", README + CONTRIBUTING))
    assert named <= targets


def test_the_changelog_has_this_version():
    assert f"## [{dragoman.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_list_that_ships_states_its_source():
    rooms = [
        p for p in (files("dragoman")).rglob("data/*") if p.suffix in (".yaml", ".tsv", ".txt")
    ]
    lists = [p for p in rooms if "sample" not in p.parts]
    assert lists
    silent = [p.name for p in lists if not p.read_text("utf-8").startswith("#")]
    assert silent == []
