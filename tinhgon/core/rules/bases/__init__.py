"""Party organisations: their form, committees, terms, powers, congress reports and yearly rating."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.bases.committees import additions, cell_committee, standing
from tinhgon.core.rules.bases.deadlines import time_limit
from tinhgon.core.rules.bases.forms import form
from tinhgon.core.rules.bases.powers import admission_powers, delegated_powers, full_time_staff, upper_level
from tinhgon.core.rules.bases.rating import excellent_cap
from tinhgon.core.rules.bases.terms import term

RULES: tuple[Check, ...] = (
    form, cell_committee, term, standing, additions,
    upper_level, delegated_powers, admission_powers, full_time_staff, time_limit, excellent_cap,
)  # fmt: skip
CALCULATIONS: tuple[Compute, ...] = ()
