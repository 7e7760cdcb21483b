"""`dragoman watch`."""

import json

from click.testing import CliRunner

from dragoman.cli.program import program
from website import serving

MET = "Kenya's foreign minister met Uganda's foreign minister in Nairobi on Tuesday."


def run(*words: str):
    return CliRunner().invoke(program, ["watch", *words])


def test_one_round_tells_what_was_read_and_logs_it(tmp_path):
    plan = tmp_path / "sources.yaml"
    with serving() as site:
        pages = f"{site.lay_article('/a', MET)}, {site.address}/gone"
        plan.write_text(f"log: log.jsonl\nsources: [{{pages: [{pages}], private: true}}]")
        done = run(str(plan), "--once", "--record", str(tmp_path / "record.db"))
    assert done.exit_code == 3
    assert "read: http://" in done.output
    assert "1 read, 0 unchanged, 0 skipped, 1 not read" in done.output
    (line,) = (tmp_path / "log.jsonl").read_text().splitlines()
    assert [step["state"] for step in json.loads(line)["steps"]] == ["read", "not read"]


def test_a_dry_run_tells_the_plan_and_asks_nobody(tmp_path):
    plan = tmp_path / "sources.yaml"
    with serving() as site:
        plan.write_text(f"sources: [{{feed: {site.address}/feed, states: [KEN], every: 30m}}]")
        done = run(str(plan), "--dry-run")
        assert site.asked == []
    assert "every 30m: feed http" in done.output
    assert "naming KEN" in done.output


def test_a_plan_that_is_not_there_is_a_clear_error(tmp_path):
    done = run(str(tmp_path / "none.yaml"), "--once")
    assert done.exit_code == 2 or "cannot be read" in str(done.exception)
