"""Members of the Party: admission, probation, transfer, complaint, badges."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.members.admission import admission_age, admission_papers, admission_vote, introducers
from tinhgon.core.rules.members.badges import badge
from tinhgon.core.rules.members.deadlines import time_limit
from tinhgon.core.rules.members.membership import inactivity, probation, temporary_activity
from tinhgon.core.rules.members.readmission import readmission

RULES: tuple[Check, ...] = (
    admission_age, introducers, admission_vote, admission_papers, readmission,
    probation, inactivity, temporary_activity, time_limit, badge,
)  # fmt: skip
CALCULATIONS: tuple[Compute, ...] = ()
