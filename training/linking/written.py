"""The commitments and events of a key as linking takes them: what a perfect reader would tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from dragoman.linking.facts import ReportFacts
from dragoman.linking.told import Merged, Told
from dragoman.linking.who.parties import Parties
from dragoman.record.nouns import Commitment, Entity, Event, Mention
from dragoman.runs.evaluation.form import Quote, name_of
from dragoman.runs.evaluation.placing import FoldedText
from training.linking.ends import Ends

Row = TypeVar("Row", Commitment, Event)


@dataclass(frozen=True)
class Written:
    """The merged rows of a key, who they speak of, and which row of the key each is: itself."""

    commitments: list[Merged[Commitment]]
    events: list[Merged[Event]]
    parties: Parties
    ends: Ends


def written(key: Mapping[str, Any], texts: Mapping[str, str]) -> Written:
    """Return the rows of a key whose quotes stand in `texts` (by file name)."""
    place = _Placing(key, texts)
    entities = {row["id"]: _entity(row, place.mentions(row)) for row in key["entities"]}
    commitments = [place.merged(row, Commitment, ("by", "to"), entities) for row in _of(key, 0)]
    events = [place.merged(row, Event, ("actors", "recipients"), entities) for row in _of(key, 1)]
    bonds = [m for m in commitments if m.told]
    acts = [m for m in events if m.told]
    ids = [m.row.id for m in bonds]
    later = [*ids, *(m.row.id for m in acts)]
    ends = Ends({i: frozenset([i]) for i in ids}, {i: frozenset([i]) for i in later})
    return Written(bonds, acts, Parties(entities), ends)


def _of(key: Mapping[str, Any], layer: int) -> list[dict[str, Any]]:
    return key.get(("commitments", "events")[layer]) or []


def _entity(row: Mapping[str, Any], mentions: tuple[Mention, ...]) -> Entity:
    return Entity(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        country=row.get("country"),
        names=tuple(row.get("names") or ()),
        mentions=mentions,
    )


class _Placing:
    """Places the quotes of a key on its texts as they stand."""

    def __init__(self, key: Mapping[str, Any], texts: Mapping[str, str]) -> None:
        files = {row["id"]: (name_of(row["file"]), row) for row in key["reports"]}
        held = {own: (file, row) for own, (file, row) in files.items() if file in texts}
        self.texts = {own: FoldedText(texts[file]) for own, (file, _) in held.items()}
        self.facts = {
            own: ReportFacts(id=own, published=row.get("published"), text=texts[file])
            for own, (file, row) in held.items()
        }

    def mentions(self, row: Mapping[str, Any]) -> tuple[Mention, ...]:
        quotes = (m for m in row.get("mentions") or () if m["report"] in self.texts)
        found = (self._mention(m) for m in quotes)
        return tuple(m for m in found if m is not None)

    def _mention(self, row: Mapping[str, Any]) -> Mention | None:
        text = self.texts[row["report"]]
        span = text.span_of(msgspec.convert(row, Quote))
        if span is None:
            return None
        start, end = text.offsets[span[0]], text.offsets[span[1] - 1] + 1
        return Mention(
            report=row["report"],
            start=start,
            end=end,
            quote=text.raw[start:end],
            form=row.get("form"),
        )

    def merged(
        self,
        row: Mapping[str, Any],
        noun: type[Row],
        parts: tuple[str, str],
        entities: Mapping[str, Entity],
    ) -> Merged[Row]:
        """Return a row of the key; `parts` are the fields that name its parties.

        Its status is left out: that is what is to be found.
        """
        fields = {f: row[f] for f in noun.__struct_fields__ if row.get(f) is not None}
        for name in ("follow_ups", "status", "drift"):
            fields.pop(name, None)
        known = {part: [e for e in row.get(part) or () if e in entities] for part in parts}
        item = msgspec.convert({**fields, **known, "mentions": []}, noun)
        mentions = self.mentions(row)
        told = tuple(
            Told(
                self.facts[own],
                msgspec.structs.replace(
                    item, mentions=tuple(m for m in mentions if m.report == own)
                ),
            )
            for own in sorted({m.report for m in mentions})
        )
        return Merged(msgspec.structs.replace(item, mentions=mentions), told)
