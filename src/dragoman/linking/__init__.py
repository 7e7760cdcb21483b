"""Linking: readings to one record; a folder for each question it answers."""

from dragoman.linking.facts import Linked, LinkReason, ReportFacts
from dragoman.linking.linking import link, link_explained

__all__ = ["LinkReason", "Linked", "ReportFacts", "link", "link_explained"]
