"""The record as it stood on a day, and what has changed since a run."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.record.errors import ItemNotFound, QueryInvalid
from dragoman.runs.exporting import export, export_seen
from dragoman.runs.linking import linked_now, put
from dragoman.runs.opening import open_record
from dragoman.runs.reading import Order, Pick, read
from dragoman.runs.standing import opened
from dragoman.store.changes import load_runs
from dragoman.store.linked.loading import load_events
from dragoman.store.run_tables import standing
from dragoman.store.search import search
from dragoman.store.standing import lay_over
from dragoman.store.views.difference import difference
from dragoman.store.views.dossier import dossiers
from dragoman.store.views.filters import Filters
from dragoman.store.views.ids import current_id
from dragoman.store.views.listing import commitments, timeline
from dragoman.store.views.shown import shown

NAMES = ("fjord_wire", "coast_mirror", "harbour_ledger")


@pytest.fixture
def take(scripted, tmp_path):
    """Read some of the coverage into a record."""

    def take(record: str, *names: str, manifest: Path | None = None) -> Path:
        paths = tuple(scripted.folder / f"{name}.txt" for name in names)
        path = tmp_path / record
        read(Order(paths=paths, record=path, pick=Pick(reader="scripted"), manifest=manifest))
        return path

    return take


@pytest.mark.parametrize(
    ("day", "there"),
    [("2025-03-03", 0), ("2025-03-04", 1), ("2025-03", 2), ("2025-06-30", 2), ("2026", 3)],
)
def test_a_day_shows_what_its_reports_alone_would(take, day, there):
    whole = take("whole.db", *NAMES)
    with opened(whole, day) as connection:
        then = export_seen(connection, "json", None)
    if there:
        alone = take("alone.db", *NAMES[:there])
        assert then == export(open_record(alone), "json", None)
    else:
        assert '"reports": []' in then


def test_no_view_tells_what_came_later(take):
    whole = take("whole.db", *NAMES)
    with opened(whole, "2025-03-31") as connection:
        told = [row.item.mentions for row in commitments(connection, Filters()).rows]
        (minister,) = dossiers(connection, "saether")
        assert not search(connection, "Tema")
        assert len(timeline(connection, Filters()).rows) > 0
    assert told
    assert all("arrived" not in mention.quote for mentions in told for mention in mentions)
    assert len({mention.report for mention in minister.entity.item.mentions}) == 1
    with opened(whole) as connection:
        assert search(connection, "Tema")


def test_an_undated_report_counts_from_the_latest_happening_it_tells_of(take, scripted):
    (scripted.folder / "manifest.yaml").unlink()
    whole = take("whole.db", *NAMES)
    with opened(whole, "2025-03-03") as connection:
        assert not timeline(connection, Filters()).rows
    with opened(whole, "2025-03-04") as connection:
        assert timeline(connection, Filters()).rows


def test_what_was_linked_for_a_day_is_kept_and_newer_reports_leave_it_good(take):
    whole = take("whole.db", *NAMES[:2])
    kept = select(func.count()).select_from(standing)
    for names in ((), ("harbour_ledger",)):
        if names:
            take("whole.db", *names)
        with opened(whole, "2025-03-31") as connection:
            export_seen(connection, "json", None)
        with opened(whole) as connection:
            assert connection.execute(kept).scalar_one() == 1


def test_a_day_that_is_none_is_refused(take):
    whole = take("whole.db", "fjord_wire")
    with (
        pytest.raises(QueryInvalid, match="--as-of yesterday is no date"),
        opened(whole, "yesterday"),
    ):
        pass


def test_what_came_with_later_reports_is_told_and_the_rest_is_not(take):
    whole = take("whole.db", *NAMES[:2])
    take("whole.db", "harbour_ledger")
    with opened(whole) as connection:
        since = difference(connection, "1")
        everything = difference(connection, load_runs(connection)[0].at[:10])
        nothing = difference(connection, "2")
    assert since.reports == ("harbour_ledger.txt",)
    new = {row.item.id for listing in since.new.values() for row in listing.rows}
    older = {row.item.id for listing in everything.new.values() for row in listing.rows} - new
    assert new
    assert older
    assert not since.gone
    assert not any((nothing.new, nothing.altered, nothing.lost, nothing.gone))


def test_a_run_that_was_not_and_a_day_that_is_none_are_refused(take):
    whole = take("whole.db", "fjord_wire")
    with opened(whole) as connection:
        with pytest.raises(ItemNotFound, match="no run 9: the last one was 1"):
            difference(connection, "9")
        with pytest.raises(QueryInvalid, match="or the number of a run"):
            difference(connection, "soon")


def test_what_a_publisher_took_out_is_lost_evidence_and_both_versions_stay(
    take, scripted, tmp_path
):
    manifest = tmp_path / "urls.csv"
    manifest.write_text(
        "file,url\ncoverage/fjord_wire.txt,https://fjord.example/1\n", encoding="utf-8"
    )
    whole = take("whole.db", "fjord_wire", manifest=manifest)
    path = scripted.folder / "fjord_wire.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("40 million", "several million"), encoding="utf-8")
    take("whole.db", "fjord_wire", manifest=manifest)
    with opened(whole) as connection:
        found = difference(connection, "1")
        reports = export_seen(connection, "json", None)
    assert found.lost
    assert all("40 million" in (one.quote or "") for one in found.lost)
    assert all(one.newer for one in found.lost)
    assert reports.count('"file": "fjord_wire.txt"') == 2


def test_an_id_of_today_leads_to_what_was_known_on_a_day(take):
    """An id comes from the first telling of all: without that report it is another one."""
    with open_record(take("whole.db", *NAMES)).reading() as connection:
        now = next(e for e in load_events(connection) if len({m.report for m in e.mentions}) > 1)
        others = sorted({m.report for m in now.mentions})[1:]
        lay_over(connection, others)
        put(connection, linked_now(connection), "none")
        ids = {e.id for e in load_events(connection)}
        assert now.id not in ids
        assert current_id(connection, now.id)[1] in ids
        assert f"of {now.id}" in shown(connection, now.id).decided[0]
