"""The Parquet files, read back by pyarrow and Polars."""

import polars
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from exporting import written
from hostile import hostile


@pytest.fixture
def folder(coverage, tmp_path):
    written("parquet", coverage.record, list(coverage.reports.values()), tmp_path / "tables")
    return tmp_path / "tables"


def test_lists_and_numbers_keep_what_they_are(folder):
    (pledge, _) = pq.read_table(folder / "commitments.parquet").to_pylist()
    assert pledge["by"] == ["e-nor"]
    assert pledge["target_amount"] == 40_000_000.0
    assert pledge["origins"] == sorted(pledge["origins"])
    assert [len(pledge["told"]), len(pledge["origins"])] == [2, 2]


def test_evidence_joins_its_reports_in_polars(folder):
    evidence = polars.read_parquet(folder / "evidence.parquet")
    reports = polars.read_parquet(folder / "reports.parquet")
    joined = evidence.join(reports, left_on="report", right_on="id")
    assert len(joined) == len(evidence)
    assert set(joined.filter(polars.col("item") == "v-sign")["outlet"]) == {
        "Fjord Wire",
        "Coast Mirror",
    }


def test_the_descriptor_is_one(folder):
    package = Package(str(folder / "datapackage.json"))
    assert {resource.format for resource in package.resources} == {"parquet"}
    assert all((folder / resource.path).exists() for resource in package.resources)


def test_texts_stand_as_they_came(coverage, tmp_path):
    record = hostile(coverage.record)
    written("parquet", record, hostile(tuple(coverage.reports.values())), tmp_path)
    found = pq.read_table(tmp_path / "evidence.parquet").to_pylist()
    quotes = {m.quote for event in record.events for m in event.mentions}
    assert quotes <= {row["quote"] for row in found}
