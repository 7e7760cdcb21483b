import hashlib

from dragoman.readers.english.pipeline.networks import NETWORKS, SHIPPED


def digests() -> dict[str, str]:
    lines = (SHIPPED / "SHA256SUMS").read_text("ascii").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def test_the_files_are_the_ones_the_digests_were_taken_of() -> None:
    assert {
        name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in digests()
    } == digests()
    assert {f"{name}.onnx" for name in NETWORKS} <= set(digests())


def test_the_card_describes_these_weights() -> None:
    assert digests()["encoder.onnx"] in (SHIPPED / "CARD.md").read_text("utf-8")


def test_the_weights_stay_small() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < 40_000_000
