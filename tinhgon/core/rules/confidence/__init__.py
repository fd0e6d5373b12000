"""The confidence vote: who is voted on and when, and what comes of the ballots."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.confidence.holding import held
from tinhgon.core.rules.confidence.result import outcome

RULES: tuple[Check, ...] = (held,)
CALCULATIONS: tuple[Compute, ...] = (outcome,)
