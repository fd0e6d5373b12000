"""Party congresses of the term 2025–2030, and what held only for the term before."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.congress.ages import age
from tinhgon.core.rules.congress.committees import commune_committee, composition
from tinhgon.core.rules.congress.gatherings import gathering, selection

RULES: tuple[Check, ...] = (age, commune_committee, gathering, composition, selection)
CALCULATIONS: tuple[Compute, ...] = ()
