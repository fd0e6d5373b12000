"""Discipline: forms that there are, time limits, a hearing, and what is barred for how long after it."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.discipline.bars import bar
from tinhgon.core.rules.discipline.forms import form, repeated
from tinhgon.core.rules.discipline.limits import limitation, time_limit
from tinhgon.core.rules.discipline.process import deferral, due_process

RULES: tuple[Check, ...] = (form, repeated, time_limit, limitation, due_process, deferral, bar)
CALCULATIONS: tuple[Compute, ...] = ()
