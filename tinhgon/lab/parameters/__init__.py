"""The parameters of a scenario: typed, every unknown key refused, every default said here."""

from tinhgon.lab.parameters.consolidate import Consolidate, StandardsAsked
from tinhgon.lab.parameters.staff import Place, Structure, Succeed
from tinhgon.lab.parameters.whole import MalformedParameters, Parameters

__all__ = [
    "Consolidate", "MalformedParameters", "Parameters", "Place", "StandardsAsked", "Structure", "Succeed",
]  # fmt: skip
