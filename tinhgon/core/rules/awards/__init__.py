"""Awards: what a title asks for, how many may be proposed, what is paid with it."""

from __future__ import annotations

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.awards.benefits import leader_time, money, women_preference
from tinhgon.core.rules.awards.shares import base_share, thematic_share
from tinhgon.core.rules.awards.soldiers import soldier

RULES: tuple[Check, ...] = (soldier, base_share, thematic_share, women_preference)
CALCULATIONS: tuple[Compute, ...] = (money, leader_time)
