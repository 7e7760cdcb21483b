"""A small coverage of two states, its record made by hand, and places to keep it."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from answering import Answering, answer_from, completion, text_of
from dragoman.exporters.json import exporter
from dragoman.record.ids import report_id
from dragoman.record.nouns import (
    Block,
    Commitment,
    Disagreement,
    Entity,
    Event,
    Figure,
    FollowUp,
    Mention,
    Origin,
    Record,
    Report,
    Role,
    Side,
    Statement,
    Target,
)
from dragoman.store.database import Database, create
from dragoman.store.linked.saving import replace_record
from dragoman.store.reports import save_report

COVERAGE = Path(__file__).parent / "golden" / "coverage"
FACTS = {
    "fjord_wire": ("Ghana and Norway sign fisheries pact", "Fjord Wire", "2025-03-04"),
    "coast_mirror": ("Fisheries deal for Accra and Oslo", "Coast Mirror", "2025-03-05"),
    "harbour_ledger": ("Norway to pay for Ghana's patrol boats", "Harbour Ledger", "2025-07-01"),
}


class Coverage:
    """The reports, by the stem of their file, and the record they make."""

    def __init__(self) -> None:
        self.raw = {stem: (COVERAGE / f"{stem}.txt").read_bytes() for stem in FACTS}
        self.reports = {stem: self._report(stem) for stem in FACTS}
        self.record = _record(self)

    def _report(self, stem: str) -> Report:
        title, outlet, published = FACTS[stem]
        text = self.raw[stem].decode()
        lines = [match.span() for match in re.finditer(r"\S[^\n]*", text)]
        return Report(
            id=report_id(self.raw[stem]),
            file=f"{stem}.txt",
            text=text,
            media_type="text/plain",
            title=title,
            outlet=outlet,
            published=published,
            language="en",
            blocks=tuple(
                Block(start=start, end=end, kind="paragraph" if number else "headline")
                for number, (start, end) in enumerate(lines)
            ),
        )

    def at(self, stem: str, quote: str, form: str | None = None, nth: int = 1) -> Mention:
        """Return the `nth` place where `quote` stands in a report."""
        report = self.reports[stem]
        start = -1
        for _ in range(nth):
            start = report.text.index(quote, start + 1)
        return Mention(
            report=report.id, start=start, end=start + len(quote), quote=quote, form=form
        )

    def script(self) -> str:
        """Return the record in its published form, which the scripted reader reads."""
        stream = io.StringIO()
        exporter().write(self.record, list(self.reports.values()), stream)
        return stream.getvalue()


def _entity(cover: Coverage, key: str, kind: str, name: str, country: str | None, *at: tuple):
    mentions = tuple(cover.at(stem, quote, "name") for stem, quote in at)
    names = tuple(dict.fromkeys((name, *(quote for _, quote in at))))
    return Entity(id=key, type=kind, name=name, country=country, names=names, mentions=mentions)


def _record(cover: Coverage) -> Record:
    fjord, ledger, mirror = "fjord_wire", "harbour_ledger", "coast_mirror"
    signed = "Ghana and Norway signed a fisheries agreement in Accra on Tuesday"
    gift = "Norway will give Ghana 40 million kroner for patrol boats by 2027"
    promise = "Norway has promised Ghana 45 million kroner for patrol boats"
    arrived = "Two of the boats arrived in Tema in June"
    entities = (
        _entity(
            cover,
            "e-gha",
            "state",
            "Ghana",
            "GHA",
            (fjord, "Ghana"),
            (ledger, "Ghana"),
            (mirror, "Accra"),
        ),
        _entity(
            cover,
            "e-nor",
            "state",
            "Norway",
            "NOR",
            (fjord, "Norway"),
            (ledger, "Norway"),
            (mirror, "Oslo"),
        ),
        _entity(
            cover,
            "e-min",
            "person",
            "Bjørn Sæther",
            "NOR",
            (fjord, "Bjørn Sæther"),
            (ledger, "Bjorn Saether"),
        ),
        _entity(cover, "e-pre", "person", "Ama Owusu", "GHA", (fjord, "Ama Owusu")),
        _entity(cover, "e-acc", "place", "Accra", "GHA", (fjord, "Accra"), (ledger, "Accra")),
        _entity(
            cover,
            "e-cou",
            "body",
            "Joint Fisheries Council",
            None,
            (fjord, "Joint Fisheries Council"),
        ),
        _entity(cover, "e-wire", "organization", "Fjord Wire", None, (mirror, "Fjord Wire")),
        _entity(
            cover, "e-tra", "organization", "foreign trawlers", None, (ledger, "foreign trawlers")
        ),
    )
    return Record(
        entities=entities,
        roles=(
            Role(
                person="e-min",
                title="Foreign Minister",
                country="NOR",
                mentions=(cover.at(fjord, "Foreign Minister"),),
            ),
            Role(
                person="e-pre",
                title="President",
                country="GHA",
                mentions=(cover.at(fjord, "President"),),
            ),
        ),
        events=(
            Event(
                id="v-sign",
                type="AGREE",
                actors=("e-gha", "e-nor"),
                place="e-acc",
                date="2025-03-04",
                mentions=(
                    cover.at(fjord, signed),
                    cover.at(
                        mirror, "Ghana and Norway have put their names to a fisheries agreement"
                    ),
                ),
            ),
            Event(
                id="v-visit",
                type="CONSULT",
                mode="visit",
                actors=("e-min",),
                recipients=("e-gha",),
                place="e-acc",
                date="2025-03-04",
                mentions=(
                    cover.at(
                        ledger, "Norwegian foreign minister Bjorn Saether visited Accra on 4 March"
                    ),
                ),
            ),
            Event(
                id="v-accuse",
                type="ACCUSE",
                actors=("e-gha",),
                recipients=("e-tra",),
                hedge="alleged",
                mentions=(cover.at(ledger, "Ghana accused foreign trawlers of illegal fishing"),),
            ),
            Event(
                id="v-boats",
                type="AID",
                mode="military",
                actors=("e-nor",),
                recipients=("e-gha",),
                date="2025-06",
                mentions=(cover.at(ledger, arrived),),
            ),
        ),
        commitments=(
            Commitment(
                id="c-boats",
                kind="pledged",
                subject="40 million kroner for patrol boats",
                by=("e-nor",),
                to=("e-gha",),
                target=Target(amount=40_000_000.0, unit="NOK", due="2027"),
                status="progressing",
                date="2025-03-04",
                mentions=(cover.at(fjord, gift), cover.at(ledger, promise)),
                follow_ups=(FollowUp(event="v-boats"),),
            ),
            Commitment(
                id="c-meet",
                kind="planned",
                subject="meet every year",
                by=("e-cou",),
                mentions=(
                    cover.at(
                        fjord, "The Joint Fisheries Council of the two states is to meet every year"
                    ),
                ),
            ),
        ),
        statements=(
            Statement(id="s-gift", speaker="e-min", mentions=(cover.at(fjord, gift),)),
            Statement(id="s-boats", source="officials", mentions=(cover.at(ledger, arrived),)),
        ),
        figures=(
            Figure(
                id="f-40",
                value=40_000_000.0,
                unit="NOK",
                measure="aid for patrol boats",
                kind="target",
                mentions=(cover.at(fjord, "40 million kroner"),),
            ),
            Figure(
                id="f-45",
                value=45_000_000.0,
                unit="NOK",
                measure="aid for patrol boats",
                kind="target",
                mentions=(cover.at(ledger, "45 million kroner"),),
            ),
        ),
        disagreements=(
            Disagreement(
                id="d-aid",
                kind="figure",
                about="c-boats",
                sides=(
                    Side(
                        value="40 million kroner",
                        reports=(cover.reports[fjord].id,),
                        mentions=(cover.at(fjord, "40 million kroner"),),
                    ),
                    Side(
                        value="45 million kroner",
                        reports=(cover.reports[ledger].id,),
                        mentions=(cover.at(ledger, "45 million kroner"),),
                    ),
                ),
            ),
        ),
        origins=(
            Origin(
                id=cover.reports[fjord].id,
                reports=(cover.reports[fjord].id, cover.reports[mirror].id),
                reason="names Fjord Wire as its source",
            ),
            Origin(
                id=cover.reports[ledger].id, reports=(cover.reports[ledger].id,), reason="its own"
            ),
        ),
    )


@pytest.fixture(scope="session")
def coverage() -> Coverage:
    """Three reports on Ghana and Norway and their record."""
    return Coverage()


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """An empty record."""
    return create(tmp_path / "empty.db")


@pytest.fixture
def filled(coverage: Coverage, database: Database) -> Database:
    """A record that holds the coverage."""
    with database.writing() as connection:
        for stem, report in coverage.reports.items():
            save_report(connection, report, coverage.raw[stem])
        replace_record(connection, coverage.record, "by hand")
    return database


@pytest.fixture
def scripted(
    coverage: Coverage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> SimpleNamespace:
    """The coverage as files, with a script for the scripted reader in the environment."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    for path in COVERAGE.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    script = tmp_path / "script.json"
    script.write_text(coverage.script(), encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_SCRIPT", str(script))
    return SimpleNamespace(folder=folder, script=script, record=tmp_path / "talks.db")


@pytest.fixture
def answering(
    coverage: Coverage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Answering]:
    """A server on loopback that reads the coverage as a model without fault would.

    Nothing of the machine's own settings reaches the reader: no key, no kept answers.
    """
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("DRAGOMAN_LLM_KEY", raising=False)
    server = Answering()

    def answer(request):
        sent = text_of(request)
        (report,) = [r for r in coverage.reports.values() if r.text.split("\n")[0] in sent]
        return completion(answer_from(coverage.record, report))

    server.answer = answer
    yield server
    server.close()
