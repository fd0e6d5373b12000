"""A dossier opened by hand: with its number, if that is known, all or nothing."""

from __future__ import annotations

from dataclasses import replace

from tinhgon.access.illustration import newcomers_are_made_up
from tinhgon.access.models import User
from tinhgon.core.reach import EDIT, PERSONAL, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.entries import Item, enter
from tinhgon.people.actions.opening import NewPerson, open_dossiers
from tinhgon.register.models import Person
from tinhgon.temporal.naming import whole


def open_dossier(new: NewPerson, *, number: str, by: User, reach: Reach) -> Person:
    """Open a dossier in a unit within reach; among people who are made up it is so too.

    :raises OutOfReach: the unit's files are not the user's to keep.
    :raises NumberTaken: another file bears the number; whose, is not told.
    """
    if not reach.may(EDIT, new.home, PERSONAL):
        raise refusals.OutOfReach
    with whole(refusals.CONSTRAINTS):
        (made,) = open_dossiers([replace(new, illustrative=newcomers_are_made_up())], by=by)
        if number:
            enter(
                Item(person=made.pk, section="identity", values={"national_id": number}), by=by, reach=reach
            )
    return made
