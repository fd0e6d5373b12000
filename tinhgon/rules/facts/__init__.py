"""The facts that a rule or calculation asks for: which there are, and how a person writes each."""

from tinhgon.rules.facts.fact import Fact, Kind, facts_of
from tinhgon.rules.facts.reading import read

__all__ = ["Fact", "Kind", "facts_of", "read"]
