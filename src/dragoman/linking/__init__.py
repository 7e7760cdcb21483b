"""Linking: readings to one record. Who is who, one happening, one origin, what disagrees."""

from dragoman.linking.facts import Linked, LinkReason, ReportFacts
from dragoman.linking.linking import link, link_explained

__all__ = ["LinkReason", "Linked", "ReportFacts", "link", "link_explained"]
