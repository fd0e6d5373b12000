"""Appointments: age, time in post, plan, terms, procedure, reappointment, extension, secondment."""

from tinhgon.core.rulebook import Check
from tinhgon.core.rulebook.rules import Compute
from tinhgon.core.rules.appointment.age import age
from tinhgon.core.rules.appointment.ballot import vote
from tinhgon.core.rules.appointment.process import meetings, policy_deadline, process_deadline
from tinhgon.core.rules.appointment.proposal import consecutive_terms, enough_months, planned, time_in_post
from tinhgon.core.rules.appointment.renewal import extension, reappointment
from tinhgon.core.rules.appointment.term import secondment, term, term_length

RULES: tuple[Check, ...] = (
    enough_months,
    time_in_post,
    planned,
    consecutive_terms,
    meetings,
    policy_deadline,
    process_deadline,
    term,
    term_length,
    reappointment,
    extension,
    secondment,
)
CALCULATIONS: tuple[Compute, ...] = (age, vote)
