"""When the program itself runs which rule: the one list that judges go by and that a rule's page shows.

A rule that is not here is run when somebody asks: on its page, by the command, by the API.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tinhgon.core.rulebook import Book, Worded


class Moment(StrEnum):
    """When a rule is run."""

    SIGNING = "signing"
    STANDING = "standing"
    MERGER = "merger"


WORDS: Mapping[Moment, Worded] = {
    Moment.SIGNING: Worded(
        "khi kiểm tra và ký quyết định, theo ngày quyết định có hiệu lực",
        "when a decision is checked and signed, by the day on which it takes effect",
    ),
    Moment.STANDING: Worded(
        "ở trang đơn vị, trang người và trang Phát hiện, theo ngày đang xem",
        "on the pages of units, of people and of findings, by the day in view",
    ),
    Moment.MERGER: Worded(
        "ở trang đơn vị và trang Phát hiện, theo ngày đơn vị được nhập",
        "on the pages of units and of findings, by the day on which the unit was merged",
    ),
}
BOTH = (Moment.SIGNING, Moment.STANDING)
APPLIED: Mapping[str, tuple[Moment, ...]] = {
    "units.commune_size": BOTH,
    "units.ward_size": BOTH,
    "units.district_size": BOTH,
    "units.district_members": BOTH,
    "units.province_size": BOTH,
    "units.province_members": BOTH,
    "units.city_size": BOTH,
    "units.city_urban": BOTH,
    "units.must_merge": (Moment.STANDING,),
    "units.merged_size": (Moment.SIGNING, Moment.MERGER),
    "apparatus.departments": BOTH,
    "apparatus.department_deputies": BOTH,
    "apparatus.commune_bodies": BOTH,
    "apparatus.commune_deputies": BOTH,
    "apparatus.division_deputies": BOTH,
    "apparatus.service_deputies": BOTH,
    "apparatus.service_division_deputies": BOTH,
    "apparatus.superior_deputies": BOTH,
    "apparatus.least_staff": (Moment.SIGNING,),
    "apparatus.service_least_staff": (Moment.SIGNING,),
    "appointment.enough_months": (Moment.SIGNING,),
    "appointment.term_length": (Moment.SIGNING,),
    "appointment.secondment": (Moment.SIGNING,),
    "appointment.term": (Moment.STANDING,),
    "retirement.reached": (Moment.STANDING,),
}


def applied(book: Book, moment: Moment, *about: str) -> tuple[str, ...]:
    """Name the rules that are run at a moment about some kinds of things, of those that the book has."""
    return tuple(rule for rule in book.about(*about) if moment in APPLIED.get(rule, ()))
