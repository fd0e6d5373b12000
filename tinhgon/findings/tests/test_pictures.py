"""The picture of a snapshot and the picture by SQL are one: of the same register, on any day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.core import operations as ops
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, DAY, EVE, LATER, THOI_BINH, TRA_AN, TRA_NOC, unit
from tinhgon.findings.picture import Picture, Seen, picture
from tinhgon.findings.queries.pictures import whole_picture
from tinhgon.findings.tests import ground
from tinhgon.findings.tests.ground import AN, BINH, DEPUTIES, DIVISION, EXPERTS, HEAD, JOINED
from tinhgon.register.queries.snapshots import gather_units, gather_whole
from tinhgon.register.tests.factories import new, next_moment, signed
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db
HALF = Decimal("0.5")
MEMBERS = (ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA))
DAYS = (date(1990, 1, 1), EVE, DAY, LATER, date(2026, 1, 1))
STORIES: dict[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "merge": lambda: signed(ground.merger(), on=DAY),
    "merge of three": lambda: signed(ground.merger(of=ground.THREE), on=DAY),
    "absorb": lambda: signed(ops.Absorb(members=MEMBERS, into=THOI_BINH), on=DAY),
    "absorb twice": lambda: (
        signed(ops.Absorb(members=MEMBERS[:1], into=THOI_BINH), on=DAY),
        signed(ops.Absorb(members=MEMBERS[1:], into=THOI_BINH), on=LATER),
    ),
    "split": lambda: signed(
        ops.Split(unit=TRA_AN, parts=(
            ops.Part(into=new("Phường Trà An 1"), share_area=HALF, share_population=HALF),
            ops.Part(into=TRA_NOC, share_area=HALF, share_population=HALF),
        )), on=DAY,
    ),
    "part": lambda: signed(
        ops.Transfer(unit=TRA_AN, to=TRA_NOC, share_area=HALF, share_population=HALF), on=DAY
    ),
    "part merged": lambda: signed(
        ops.Merge(members=(ops.Member(unit=CAI_KHE, share_area=HALF, share_population=HALF, survives=True),
                           ops.Member(unit=AN_HOA)), into=new("Phường Mới")), on=DAY,
    ),
    "people": lambda: (
        ground.know(BINH), ground.know(AN),
        signed(ops.Appoint(person=BINH, post=HEAD), on=LATER),
        signed(ops.Appoint(person=AN, post=DEPUTIES, how="acting"), on=LATER),
        signed(ops.Appoint(person=AN, post=EXPERTS), on=LATER),
    ),
    "renamed and moved": lambda: (
        signed(ops.Rename(unit=TRA_AN, name="Phường Trà An Mới"), on=DAY),
        signed(ops.Move(unit=TRA_AN, to=CITY), on=LATER),
    ),
    "taken back": lambda: signed(ops.Revoke(decision=signed(ground.merger(), on=DAY).decision.pk), on=DAY),
}  # fmt: skip


@pytest.fixture(params=STORIES)
def _story(request: pytest.FixtureRequest, db: None) -> None:
    ground.found_bodies()
    STORIES[request.param]()


def plain(drawn: Picture) -> dict[object, Seen]:
    """A unit that stands nowhere and one at the top are told alike."""
    return {
        of: replace(one, parents=dict(one.parents), quotas=dict(one.quotas))
        for of, one in drawn.units.items()
    }


@pytest.mark.usefixtures("_story")
def test_both_draw_the_same() -> None:
    whole = gather_whole().snapshot
    for day in DAYS:
        assert plain(whole_picture(AsOf(day))) == plain(picture(whole, on=day)), day


@pytest.mark.usefixtures("_story")
def test_a_unit_drawn_alone_is_as_in_the_whole() -> None:
    for day in DAYS:
        for of, one in whole_picture(AsOf(day)).units.items():
            assert picture(gather_units([of]), on=day).units[of] == one


@pytest.mark.parametrize(
    ("story", "of", "expected"),
    [
        ("merge", JOINED, (2, DAY)),
        ("merge of three", JOINED, (3, DAY)),
        ("absorb", THOI_BINH, (3, DAY)),
        ("absorb twice", THOI_BINH, (2, LATER)),
        ("split", unit("Phường Trà An 1"), (0, None)),
        ("part", TRA_NOC, (2, DAY)),
        ("part merged", unit("Phường Mới"), (2, DAY)),
        ("taken back", CAI_KHE, (0, None)),
        ("renamed and moved", TRA_AN, (0, None)),
    ],
)
def test_of_how_many_a_unit_was_made(story: str, of: object, expected: object, db: None) -> None:
    ground.found_bodies()
    STORIES[story]()

    one = whole_picture(AsOf(LATER)).units[of]  # type: ignore[index]

    assert (one.origins, one.merged_on) == expected


def test_who_is_in_which_post_is_counted(db: None) -> None:
    ground.found_bodies()
    STORIES["people"]()

    before, after = (whole_picture(AsOf(day)).units[DIVISION] for day in (ground.SET_UP, LATER))

    assert (before.heads, before.deputies) == (0, 0)
    assert (after.heads, after.deputies) == (1, 0), "who acts as a deputy leaves the seat free"


def test_it_costs_four_statements_and_knows_what_was_said_at_a_moment(db: None) -> None:
    ground.found_bodies()
    moment = next_moment()
    signed(ground.merger(), on=DAY)

    with CaptureQueriesContext(connection) as statements:
        now = whole_picture(AsOf(LATER))
    then = whole_picture(AsOf(LATER, moment))

    assert len(statements) == 4
    assert JOINED in now.units
    assert JOINED not in then.units
    assert CAI_KHE in then.units
