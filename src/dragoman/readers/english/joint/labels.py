"""The labels the joint model gives, in the order of its outputs, and the marks it is given."""

from typing import get_args

from dragoman.record.nouns import CommitmentKind, EntityType, FigureKind, Form, Hedge, Status
from dragoman.record.vocabulary import CATEGORIES

NONE = 0
"""The first label of every set: nothing of the kind."""

EVENTS = ("", *CATEGORIES)
COMMITMENTS = ("", *get_args(CommitmentKind))
STATEMENTS = ("", *get_args(Hedge))
FIGURES = ("", *get_args(FigureKind))
HEDGES = ("", *get_args(Hedge))
STATUSES = get_args(Status)

LAYERS = ("events", "commitments", "statements")
PARTS = {
    "events": ("actors", "recipients", "place"),
    "commitments": ("by", "to"),
    "statements": ("speakers", "via"),
}
"""What a thing may be in an item of a layer; label 0 is none of them."""

TYPES = get_args(EntityType)
FORMS = get_args(Form)
BLOCKS = ("paragraph", "headline", "subhead", "dateline", "caption", "furniture", "gap")

MODES = (
    "",
    "visit",
    "meet",
    "phone",
    "third-party",
    "multilateral",
    "economic",
    "military",
    "judicial",
    "intelligence",
    "cultural",
)
"""The modes that the record defines for CONSULT, COOPERATE and AID."""

TAGS = {
    "events": EVENTS,
    "commitments": COMMITMENTS,
    "statements": STATEMENTS,
    "figures": FIGURES,
    "event_hedge": HEDGES,
    "event_mode": MODES,
    "status": STATUSES,
}
"""What the reader network tags words with, in the order of its outputs."""
