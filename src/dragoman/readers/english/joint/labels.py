"""The labels the joint model gives, in the order of its outputs, and the marks it is given."""

from typing import get_args

from dragoman.record.nouns import CommitmentKind, EntityType, FigureKind, Form, Hedge, Status
from dragoman.record.vocabulary import CATEGORIES

NONE = 0
"""The first label of every set: nothing of the kind."""

TYPES = get_args(EntityType)
FORMS = get_args(Form)
BLOCKS = ("paragraph", "headline", "subhead", "dateline", "caption", "furniture", "gap")

EVENTS = ("", *CATEGORIES)
COMMITMENTS = ("", *get_args(CommitmentKind))
STATEMENTS = ("", *get_args(Hedge))
FIGURES = ("", *get_args(FigureKind))
MENTIONS = ("", *TYPES)
ROLES = ("", "office")
TIMES = ("", "DATE", "TIME", "DURATION", "SET")
"""The types of TIMEX3."""

HEDGES = ("", *get_args(Hedge))
STATUSES = get_args(Status)

LAYERS = ("events", "commitments", "statements")
"""What frames draft and the model weighs."""

NAMED = ("mentions", "roles", "countries")
"""What is linked to things too.

A mention to the thing it speaks of, an office to its holder, a person or organization to its state.
"""

LINKED = (*LAYERS, *NAMED)
SPANNED = (*LAYERS, "mentions", "roles", "times")

PARTS = {
    "events": ("actors", "recipients", "place"),
    "commitments": ("by", "to"),
    "statements": ("speakers", "via"),
    "mentions": ("same",),
    "roles": ("holder",),
    "countries": ("state",),
}
"""What a thing may be in an item of a layer; label 0 is none of them."""

MOST_PARTS = max(len(parts) for parts in PARTS.values())

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
    "mentions": MENTIONS,
    "roles": ROLES,
    "times": TIMES,
}
"""What the reader network tags words with, in the order of its outputs."""

LABELS = {layer: TAGS.get(layer, MENTIONS) for layer in LINKED}
"""The labels of what is linked: of what belongs to a state its type."""
