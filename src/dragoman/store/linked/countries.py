"""Which states stand behind an item, for the filter `--between`.

A state is a *party* to an item when the item's actors, recipients, sides or speakers are the
state or belong to it; it stands in the *context* when something of it is named in the paragraph
that the evidence lies in, or in a headline of that report.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.record.nouns import Block, Entity, Mention, Record

Named = tuple[str, str, str]


def named_countries(record: Record, blocks: Mapping[str, Sequence[Block]]) -> set[Named]:
    """Return (item, country, "party" or "context") for events, commitments and the other nouns.

    `blocks` are the blocks of every report. Entities and roles are parties to themselves.
    """
    belongs = _belongings(record.entities)
    context = _Context(record.entities, belongs, blocks)
    found: set[Named] = set()
    for item, parties, mentions in _items(record):
        found.update((item, belongs[p], "party") for p in parties if p in belongs)
        found.update((item, country, "context") for country in context.around(mentions))
    for series in record.series:
        found.update((series.id, country, "party") for country in series.between)
    _inherit(record, found)
    return found


def _items(record: Record) -> Iterator[tuple[str, Sequence[str], Sequence[Mention]]]:
    for entity in record.entities:
        yield entity.id, (entity.id,), entity.mentions
    for event in record.events:
        yield event.id, (*event.actors, *event.recipients), event.mentions
    for commitment in record.commitments:
        yield commitment.id, (*commitment.by, *commitment.to), commitment.mentions
    for statement in record.statements:
        speakers = (statement.speaker, statement.via, *statement.speakers)
        yield statement.id, [speaker for speaker in speakers if speaker], statement.mentions
    for figure in record.figures:
        yield figure.id, (), figure.mentions
    for disagreement in record.disagreements:
        mentions = [mention for side in disagreement.sides for mention in side.mentions]
        yield disagreement.id, (), mentions
    for explained in record.explained:
        mentions = [mention for side in explained.sides for mention in side.mentions]
        yield explained.id, (), mentions
    for series in record.series:
        yield series.id, (), [mention for point in series.points for mention in point.mentions]


def _inherit(record: Record, found: set[Named]) -> None:
    """Let a disagreement stand between the states that what it is about stands between."""
    of_item = defaultdict(set)
    for item, country, stands in found:
        of_item[item].add((country, stands))
    differing = [(d.id, d.about) for d in record.disagreements]
    for own, about in (*differing, *((x.id, x.about) for x in record.explained)):
        for country, stands in of_item.get(about or "", ()):
            found.add((own, country, stands))


def _belongings(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the country of every entity that has one, its own or of what it lies in."""
    by_id = {entity.id: entity for entity in entities}
    found: dict[str, str] = {}
    for entity in by_id.values():
        seen: set[str] = set()
        above: Entity | None = entity
        while above is not None and above.country is None and above.id not in seen:
            seen.add(above.id)
            above = by_id.get(above.within or "")
        if above is not None and above.country is not None:
            found[entity.id] = above.country
    return found


class _Context:
    """The countries named in each block of each report."""

    def __init__(
        self,
        entities: Iterable[Entity],
        belongs: Mapping[str, str],
        blocks: Mapping[str, Sequence[Block]],
    ) -> None:
        self._starts = {report: [block.start for block in cut] for report, cut in blocks.items()}
        self._named: dict[tuple[str, int], set[str]] = defaultdict(set)
        for entity in entities:
            if entity.id in belongs:
                for mention in entity.mentions:
                    self._named[self._place(mention)].add(belongs[entity.id])
        self._headlines = {
            report: [place for place, block in enumerate(cut) if block.kind == "headline"]
            for report, cut in blocks.items()
        }

    def around(self, mentions: Iterable[Mention]) -> set[str]:
        """Return the countries named in the mentions' paragraphs and their reports' headlines."""
        places = {self._place(mention) for mention in mentions}
        places |= {
            (report, place) for report, _ in places for place in self._headlines.get(report, ())
        }
        return set().union(*(self._named.get(place, ()) for place in places))

    def _place(self, mention: Mention) -> tuple[str, int]:
        starts = self._starts.get(mention.report, [])
        return mention.report, bisect_right(starts, mention.start) - 1
