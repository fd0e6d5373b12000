"""Succession planning: who may stand in the plan, for how many titles, and how the plan is made up."""

from tinhgon.core.rulebook import Check
from tinhgon.core.rulebook.rules import Compute
from tinhgon.core.rules.planning.person import (
    age,
    not_while_appointing,
    only_higher,
    removal,
    titles_a_person,
)
from tinhgon.core.rules.planning.team import age_groups, people_a_title, shares
from tinhgon.core.rules.planning.wrongdoing import after_discipline

RULES: tuple[Check, ...] = (
    people_a_title,
    titles_a_person,
    only_higher,
    not_while_appointing,
    age,
    age_groups,
    shares,
    removal,
    after_discipline,
)
CALCULATIONS: tuple[Compute, ...] = ()
