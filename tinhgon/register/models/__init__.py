"""The tables of the register."""

from tinhgon.register.models.codes import DecisionType, UnitKind
from tinhgon.register.models.decisions import Change, Decision
from tinhgon.register.models.facts import (
    Identifier,
    IdentifierKnown,
    IdentifierPast,
    Placement,
    PlacementKnown,
    PlacementPast,
    UnitVersion,
    UnitVersionKnown,
    UnitVersionPast,
)
from tinhgon.register.models.successions import Succession, SuccessionKnown, SuccessionPast
from tinhgon.register.models.units import Unit

__all__ = [
    "Change",
    "Decision",
    "DecisionType",
    "Identifier",
    "IdentifierKnown",
    "IdentifierPast",
    "Placement",
    "PlacementKnown",
    "PlacementPast",
    "Succession",
    "SuccessionKnown",
    "SuccessionPast",
    "Unit",
    "UnitKind",
    "UnitVersion",
    "UnitVersionKnown",
    "UnitVersionPast",
]
