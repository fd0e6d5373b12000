"""The posts that somebody held, as a personal form lists them."""

from __future__ import annotations

from tinhgon.people.printing import Step
from tinhgon.register.models import Appointment, Person
from tinhgon.register.queries.staffing_posts import called
from tinhgon.temporal.asof import AsOf


def steps(person: Person, as_of: AsOf) -> list[Step]:
    """Give the posts of a person in order, named as they were then."""
    rows = Appointment.objects.throughout().filter(person=person).order_by("valid", "id")
    found = list(rows.values_list("post_id", "valid"))
    names = called({post for post, _ in found}, as_of)
    return [
        Step(valid.since, valid.last_day, names[post].title.vi, names[post].unit_name)
        for post, valid in found if post in names
    ]  # fmt: skip
