"""Hamlets and residential groups: size, kind, who decides, head, part-time people, time limits."""

from tinhgon.core.rulebook import Check
from tinhgon.core.rulebook.rules import Compute
from tinhgon.core.rules.hamlets.deadlines import directive
from tinhgon.core.rules.hamlets.dossiers import dossier
from tinhgon.core.rules.hamlets.heads import head, provisional_head, term
from tinhgon.core.rules.hamlets.staff import allowance_fund, leaver, people
from tinhgon.core.rules.hamlets.standards import decider, households, kind

RULES: tuple[Check, ...] = (
    households, kind, decider, dossier, head, provisional_head, term, people, directive
)  # fmt: skip
CALCULATIONS: tuple[Compute, ...] = (allowance_fund, leaver)
