"""Rules, findings and calculations as plain JSON values, in both languages, for the API and commands."""

from tinhgon.rules.shapes.entries import described, listed
from tinhgon.rules.shapes.outcomes import finding, working

__all__ = ["described", "finding", "listed", "working"]
