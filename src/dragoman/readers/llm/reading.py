"""The llm reader: a report in chunks to the model, its answers through the checks to a reading."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

import msgspec

from dragoman.readers.llm.asking import TOO_LONG, Asker
from dragoman.readers.llm.cache import Answer, Cache, cache_path
from dragoman.readers.llm.chunks import Chunk, chunks, halves, readable, stretches, tokens
from dragoman.readers.llm.drafting import Drafts, drafted
from dragoman.readers.llm.locating import Searchable
from dragoman.readers.llm.merging import merged_entities, merged_roles, merged_rows, renamed
from dragoman.readers.llm.naming import with_all_mentions
from dragoman.readers.llm.parsing import NotJson, Rows, in_circles, parsed
from dragoman.readers.llm.prompt import instruction, messages, prompt_version
from dragoman.readers.llm.refusals import CUT_OFF
from dragoman.readers.llm.settings import Settings, key
from dragoman.readers.llm.transport import Transport
from dragoman.record.errors import AnswerCutOff, AnswerInvalid
from dragoman.record.nouns import Quarantined, Reading, Report
from dragoman.record.remote import Plan, Usage

RECIPE = "1"
"""Raised whenever a change of code changes what is read out of the same answers."""

_TEXT_SHARE = 0.3
"""Of what the instruction leaves of the context: an answer is some twice as long as its text."""
_ANSWER_SHARE = 0.9
_AROUND = 60


class LlmReader:
    """Reads by asking a model. `read` may be called from several threads."""

    name = "llm"

    def __init__(
        self, settings: Settings, transport: Transport | None = None, cache: Cache | None = None
    ) -> None:
        self.host = settings.host
        self.at_once = settings.at_once
        self.cautions = settings.cautions
        self.version = _version(settings)
        room = settings.context - tokens(instruction()) - _AROUND
        self._text_limit = int(room * _TEXT_SHARE)
        self._answer_limit = int((room - self._text_limit) * _ANSWER_SHARE)
        self._asker = Asker(
            settings, transport or Transport(settings, key()), cache or Cache(cache_path())
        )

    @property
    def usage(self) -> Usage:
        """Return what has been asked so far."""
        return self._asker.usage

    @property
    def asked(self) -> Callable[[Usage], None]:
        """Return what is called after every answer."""
        return self._asker.asked

    @asked.setter
    def asked(self, told: Callable[[Usage], None]) -> None:
        self._asker.asked = told

    def plan(self, report: Report) -> Plan:
        """Tell what reading the report would send; nothing is sent."""
        asked = [self._messages(report, chunk) for chunk in chunks(report, self._text_limit)]
        new = [one for one in asked if not self._asker.known(one, self._answer_limit)]
        return Plan(
            reports=1,
            chunks=len(asked),
            cached=len(asked) - len(new),
            tokens=sum(tokens(message["content"]) for one in new for message in one),
        )

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield the reading of each report, in the order given.

        Raises EndpointError where the endpoint will read no report, AnswerError where it did not
        read this one, CacheUnusable.
        """
        for report in reports:
            yield self._reading(report)

    def _reading(self, report: Report) -> Reading:
        drafts: list[Drafts] = []
        for chunk in chunks(report, self._text_limit):
            for asked, rows in self._rows(report, chunk):
                searchable = Searchable(report.text, stretches(asked.pieces, report.text))
                drafts.append(drafted(rows, report, searchable, len(drafts)))
        whole = Searchable(report.text, stretches(readable(report), report.text))
        entities, ids = merged_entities([entity for one in drafts for entity in one.entities])
        entities = with_all_mentions(entities, report, whole)
        kept = {entity.id for entity in entities}
        ids = {old: new for old, new in ids.items() if new in kept}
        return Reading(
            report=report.id,
            reader=self.name,
            version=self.version,
            entities=tuple(renamed(entity, ids) for entity in entities),
            roles=merged_roles([one.roles for one in drafts], ids),
            events=merged_rows([one.events for one in drafts], ids, ("type",)),
            commitments=merged_rows([one.commitments for one in drafts], ids, ("kind", "target")),
            statements=merged_rows([one.statements for one in drafts], ids, ()),
            figures=merged_rows([one.figures for one in drafts], ids, ("value", "unit")),
            quarantined=tuple(refused for one in drafts for refused in one.quarantined),
        )

    def _rows(self, report: Report, chunk: Chunk) -> Iterator[tuple[Chunk, Rows]]:
        """Yield what the model says of a chunk; of its halves where it did not come to an end."""
        answer = self._asker.ask(self._messages(report, chunk), self._answer_limit)
        if answer.finish not in ("length", TOO_LONG):
            yield chunk, self._parsed(answer)
            return
        # Less text does not bring a model out of a circle, and every try is paid for.
        parts = None if in_circles(answer.content) else halves(chunk, report.text)
        if parts is None:
            yield chunk, self._rest(answer)
            return
        for part in parts:
            yield from self._rows(report, part)

    def _parsed(self, answer: Answer) -> Rows:
        try:
            return parsed(answer.content, cut_off=False)
        except NotJson:
            raise AnswerInvalid(
                f"{self.host} answered without the JSON that was asked for: try another --model"
            ) from None

    def _rest(self, answer: Answer) -> Rows:
        try:
            rows = parsed(answer.content, cut_off=True)
        except NotJson:
            rows = None
        if rows is None or not any(rows.layers.values()):
            raise AnswerCutOff(
                f"{self.host} breaks off however little it is asked: "
                "give the model's --context, or try another --model"
            )
        rows.quarantined.append(Quarantined(layer="answer", quote="", reason=CUT_OFF))
        return rows

    def _messages(self, report: Report, chunk: Chunk) -> list[dict[str, str]]:
        return messages(report.text, report.published, chunk)


def _version(settings: Settings) -> str:
    deciding = msgspec.json.encode([settings.url, settings.model, settings.context])
    digest = hashlib.sha256(deciding).hexdigest()[:8]
    return f"{RECIPE}+{settings.model}+{prompt_version()}+{digest}"
