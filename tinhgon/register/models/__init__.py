"""The tables of the register."""

from tinhgon.register.models.appointments import Appointment, AppointmentKnown, AppointmentPast
from tinhgon.register.models.codes import DecisionType, Grade, PostTitle, StaffKind, UnitKind
from tinhgon.register.models.decisions import Change, Decision
from tinhgon.register.models.findings import DecisionFinding
from tinhgon.register.models.gradings import Grading, GradingKnown, GradingPast
from tinhgon.register.models.identifiers import Identifier, IdentifierKnown, IdentifierPast
from tinhgon.register.models.people import Person, Sweep
from tinhgon.register.models.placements import Placement, PlacementKnown, PlacementPast
from tinhgon.register.models.posts import Post, PostVersion, PostVersionKnown, PostVersionPast
from tinhgon.register.models.quotas import Quota, QuotaKnown, QuotaPast
from tinhgon.register.models.successions import Succession, SuccessionKnown, SuccessionPast
from tinhgon.register.models.units import Unit
from tinhgon.register.models.versions import UnitVersion, UnitVersionKnown, UnitVersionPast

__all__ = [
    "Appointment",
    "AppointmentKnown",
    "AppointmentPast",
    "Change",
    "Decision",
    "DecisionFinding",
    "DecisionType",
    "Grade",
    "Grading",
    "GradingKnown",
    "GradingPast",
    "Identifier",
    "IdentifierKnown",
    "IdentifierPast",
    "Person",
    "Placement",
    "PlacementKnown",
    "PlacementPast",
    "Post",
    "PostTitle",
    "PostVersion",
    "PostVersionKnown",
    "PostVersionPast",
    "Quota",
    "QuotaKnown",
    "QuotaPast",
    "StaffKind",
    "Succession",
    "SuccessionKnown",
    "SuccessionPast",
    "Sweep",
    "Unit",
    "UnitKind",
    "UnitVersion",
    "UnitVersionKnown",
    "UnitVersionPast",
]
