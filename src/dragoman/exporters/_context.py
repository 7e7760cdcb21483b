"""The names that linked data of ours is written in: a JSON-LD context that no reader fetches."""

from typing import Any

OWN = "urn:dragoman:"
_LINK = {"@type": "@id"}
_COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
_LINKS_OF_SCHEMA = (
    *("about", "actionStatus", "agent", "appearance", "author", "containedInPlace"),
    *("hasOccupation", "location", "parentOrganization", "participant", "superEvent"),
)
_OWN_LINKS = ("actor", "recipient", "holder", "organization", "via", "followedBy")
_OWN_WORDS = (
    *("Disagreement", "category", "country", "drift", "due", "file", "firmness", "firstSeen"),
    *("hedge", "kind", "lastSeen", "mode", "side", "speakerAsTold", "status"),
)
# Names of annotations are those of https://www.w3.org/ns/anno.jsonld.
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "own": f"{OWN}terms:",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "body": {"@id": "oa:hasBody", **_LINK},
    "motivation": {"@id": "oa:motivatedBy", **_LINK},
    "target": {"@id": "oa:hasTarget"},
    "source": {"@id": "oa:hasSource", **_LINK},
    "selector": {"@id": "oa:hasSelector"},
    "start": {"@id": "oa:start", "@type": _COUNT},
    "end": {"@id": "oa:end", "@type": _COUNT},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_LINK},
    **{name: {"@id": f"https://schema.org/{name}", **_LINK} for name in _LINKS_OF_SCHEMA},
    **{name: {"@id": f"own:{name}", **_LINK} for name in _OWN_LINKS},
    **{name: f"own:{name}" for name in _OWN_WORDS},
}
