"""Manifests: what they give, which of them counts, and what is wrong with them."""

import pytest

from dragoman.documents.manifest import Details, load_manifest, manifest_beside
from dragoman.record.errors import ManifestInvalid


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


CSV = "file,title,outlet,published,url,language\na.txt,A road,The Courier,2026-03-04,https://c.example/1,en\n"
YAML = """- file: a.txt
  title: A road
  outlet: The Courier
  published: 2026-03-04
  url: https://c.example/1
  language: en
"""
ROAD = Details(
    title="A road",
    outlet="The Courier",
    published="2026-03-04",
    url="https://c.example/1",
    language="en",
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("manifest.csv", CSV),
        ("manifest.csv", "\ufeff" + CSV.replace(",", ";")),
        ("manifest.csv", CSV.replace(",", "\t")),
        ("manifest.csv", CSV.replace("2026-03-04", "2026-03-04T10:20:00Z")),
        (
            "manifest.csv",
            CSV.replace("file,title", "x-note,FILE,Title").replace("a.txt", "n,a.txt"),
        ),
        ("manifest.yaml", YAML),
        ("list.yml", YAML + "  x-note: mine\n"),
    ],
)
def test_a_manifest_in_each_form(tmp_path, name, text):
    manifest = load_manifest(write(tmp_path / name, text))
    assert manifest.details_for(tmp_path / "a.txt") == ROAD
    assert manifest.details_for(tmp_path / "b.txt") is None


def test_empty_cells_give_nothing(tmp_path):
    manifest = load_manifest(write(tmp_path / "m.csv", "file,title,outlet\na.txt,,\nb.txt\n"))
    assert manifest.details_for(tmp_path / "a.txt") == Details()
    assert manifest.details_for(tmp_path / "b.txt") == Details()
    assert (
        load_manifest(write(tmp_path / "m.yaml", "- file: a.txt\n  title:\n")).details_for(
            tmp_path / "a.txt"
        )
        == Details()
    )


WRONG = [
    ("m.csv", "file,titel\na.txt,A road\n", "line 1: unknown column “titel”"),
    ("m.csv", "title\nA road\n", "line 1: the column “file” is missing"),
    ("m.csv", "file,file\na,b\n", "twice"),
    ("m.csv", "file,published\na.txt,4 March\n", "line 2, column published: “4 March”"),
    ("m.csv", "file,language\na.txt,English!\n", "line 2, column language"),
    ("m.csv", "file,url\na.txt,c.example\n", "line 2, column url"),
    ("m.csv", "file,title\na.txt,one,two\n", "line 2, column title: there are more cells"),
    ("m.csv", "file,title\n,A road\n", "line 2, column file"),
    ("m.csv", "file\na.txt\nb.txt\na.txt\n", "line 4, column file: “a.txt” is named twice"),
    ("m.csv", 'file,title\na.txt,"never closed\n', "not valid CSV"),
    ("m.csv", "file\n", "names no file"),
    ("m.yaml", "file: a.txt\n", "a list of entries"),
    ("m.yaml", "- a.txt\n", "line 1: an entry"),
    ("m.yaml", "- file: a.txt\n  titel: x\n", "line 1: unknown column “titel”"),
    ("m.yaml", "- file: a.txt\n  title: [x]\n", "line 2, column title: one value"),
    ("m.yaml", "- title: x\n", "column file: the name of the file is missing"),
    ("m.yaml", "- file: [\n", "not valid YAML"),
    ("m.yaml", "- " + "[" * 5000, "YAML"),
]


@pytest.mark.parametrize(("name", "text", "message"), WRONG)
def test_what_is_wrong_is_said_with_its_place(tmp_path, name, text, message):
    with pytest.raises(ManifestInvalid) as caught:
        load_manifest(write(tmp_path / name, text))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_manifest_that_is_missing_or_no_text(tmp_path):
    with pytest.raises(ManifestInvalid, match="cannot be read"):
        load_manifest(tmp_path / "gone.csv")
    (tmp_path / "m.csv").write_bytes(b"file\n\xff\xfe\n")
    with pytest.raises(ManifestInvalid, match="UTF-8"):
        load_manifest(tmp_path / "m.csv")


def test_the_manifest_of_a_folder_is_the_only_one_in_it(tmp_path):
    assert manifest_beside(tmp_path) is None
    first = write(tmp_path / "manifest.csv", "file\na.txt\n")
    assert manifest_beside(tmp_path) == first
    write(tmp_path / "manifest.yaml", "- file: a.txt\n")
    with pytest.raises(ManifestInvalid, match="keep one"):
        manifest_beside(tmp_path)


def test_entries_for_files_that_are_not_there_are_told(tmp_path):
    write(tmp_path / "a.txt", "text")
    manifest = load_manifest(write(tmp_path / "m.csv", "file\na.txt\ngone.txt\n"))
    assert manifest.absent() == (tmp_path / "gone.txt",)
