"""What a record is in the words of schema.org and PROV-O, and its evidence in Web Annotations.

schema.org names what there is, PROV-O (W3C, 2013) which reports it was derived from, the Web
Annotation Data Model (W3C, 2017) where in their text: a TextPositionSelector and, for a text whose
offsets have moved, a TextQuoteSelector. What none of them has a word for is a term of our own.
"""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.exporters._context import OWN
from dragoman.exporters._known import Known, web_address
from dragoman.exporters._things import Node, filled, links, role_id, thing
from dragoman.exporters._walk import distinct, mentions_of, nouns_of, origin_by_report
from dragoman.record.nouns import Entity, Mention, Record, Report, Role

# How much stands before and behind a quote, to find it again by.
_AROUND = 32


def nodes(record: Record, reports: Sequence[Report]) -> Iterator[Node]:
    """Yield a node for every report and item, and one for each place an item rests on."""
    known = Known(record, reports)
    origin_of = origin_by_report(record)
    nouns = nouns_of(record)
    ids = known.reports.keys() | {
        one.id for items in nouns.values() for one in items if not isinstance(one, Role)
    }
    offices: dict[str, list[str]] = {}
    for role in nouns["roles"]:
        offices.setdefault(role.person, []).append(role_id(role))
    for report in reports:
        yield _report(report, origin_of)
    for noun, items in nouns.items():
        for item in items if noun != "origins" else ():
            key = role_id(item) if isinstance(item, Role) else f"{OWN}{item.id}"
            mentions = distinct(list(mentions_of(item)))
            held = offices.get(item.id, []) if isinstance(item, Entity) else []
            node = thing(item, ids) | {"hasOccupation": held}
            came = {"wasDerivedFrom": links(m.report for m in mentions)}
            yield filled({"id": key} | node | came)
            for mention in mentions:
                yield _annotation(key, mention, known)


def _report(report: Report, origin_of: Mapping[str, str]) -> Node:
    origin = origin_of.get(report.id, report.id)
    told: Node = {
        "id": f"{OWN}{report.id}",
        "type": ["NewsArticle", "prov:Entity"],
        "headline": report.title,
        "publisher": {"type": "Organization", "name": report.outlet} if report.outlet else None,
        "datePublished": report.published,
        "inLanguage": report.language,
        "url": web_address(report.url),
        "file": report.file,
        "wasDerivedFrom": links([origin]) if origin != report.id else [],
    }
    return filled(told)


def _annotation(item: str, mention: Mention, known: Known) -> Node:
    report = known.reports.get(mention.report)
    text = report.text if report else ""
    quote = {
        "type": "TextQuoteSelector",
        "exact": mention.quote,
        "prefix": text[max(mention.start - _AROUND, 0) : mention.start],
        "suffix": text[mention.end : mention.end + _AROUND],
    }
    return {
        "id": f"{item}:{mention.report}:{mention.start}-{mention.end}",
        "type": "Annotation",
        "motivation": "oa:identifying",
        "body": item,
        "target": {
            "source": f"{OWN}{mention.report}",
            "selector": [
                {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
                quote,
            ],
        },
    }
