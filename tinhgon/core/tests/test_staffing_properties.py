"""Whatever is decided about posts and people, nobody and nothing is lost, doubled or exceeded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from hypothesis import event, given, settings
from hypothesis import strategies as st

from tinhgon.core import operations as ops
from tinhgon.core.operations import read, write
from tinhgon.core.snapshot import Snapshot
from tinhgon.core.tests.occupation import assert_occupied
from tinhgon.core.tests.soundness import assert_sound
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    DEPUTY,
    EXPERTS,
    HUNG,
    LAN,
    MAI,
    NEW_POST,
    OTHER_CHAIR,
    STAFF,
    TAM,
    staffed,
)
from tinhgon.core.tests.test_properties import DAYS, DECISIONS, Dice, assert_taken_back, likely, signed, tried
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    FOUNDED,
    NINH_KIEU,
    NOBODY,
    TRA_AN,
)

# Few people, posts and days, so that decisions meet each other all the time.
people = st.sampled_from([LAN, HUNG, MAI, TAM])
posts = st.sampled_from([CHAIR, DEPUTY, EXPERTS, OTHER_CHAIR, ARCHIVIST, NEW_POST])
units = st.sampled_from([CAI_KHE, AN_HOA, TRA_AN, NINH_KIEU, BINH_THUY, CITY])
days = st.sampled_from(DAYS)
ways = st.sampled_from(["regular", "acting", "concurrent", "job_share", "absent"])
shares = st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("0.33")])
terms = st.none() | days
numbers = st.integers(0, 45)
titles = st.sampled_from(["expert", "committee_chair"])
new_posts = st.builds(
    ops.NewPost, id=st.sampled_from([NEW_POST, UUID(int=8), UUID(int=9)]), unit=units, title=titles,
    staff=st.just(STAFF), seats=st.integers(1, 2), reports_to=st.none() | posts,
)  # fmt: skip

staffing: st.SearchStrategy[ops.Operation] = st.one_of(
    st.builds(ops.CreatePost, post=new_posts),
    st.builds(ops.ChangePost, post=posts, seats=st.none() | st.integers(1, 3), title=st.none() | titles),
    st.builds(ops.ReportTo, post=posts, reports_to=st.none() | posts),
    st.builds(ops.MovePost, post=posts, to=units),
    st.builds(ops.AbolishPost, post=posts),
    st.builds(ops.SetQuota, unit=units, staff=st.just(STAFF), number=st.none() | numbers),
    st.builds(ops.Appoint, person=people, post=posts, how=ways, share=shares, term_until=terms),
    st.builds(ops.Reappoint, person=people, post=posts, term_until=terms),
    st.builds(ops.TransferPerson, person=people, post=posts, term_until=terms),
    st.builds(ops.Second, person=people, post=posts, until=days),
    st.builds(ops.ChangeOccupancy, person=people, post=posts, how=ways, share=shares),
    st.builds(ops.Release, person=people, post=st.none() | posts),
    st.builds(ops.Retire, person=people),
    st.builds(ops.ChangeGrade, person=people, grade=st.just("expert"), step=st.none() | st.integers(1, 3),
              coefficient=st.none() | st.just(Decimal("2.34"))),
    st.builds(ops.CorrectAppointment, person=people, post=posts, reason=st.just("Ghi sai"), until=terms,
              recorded_since=st.sampled_from([FOUNDED, *DAYS]), since=st.none() | days),
    st.builds(ops.Revoke, decision=st.sampled_from(DECISIONS)),
)  # fmt: skip
throws = st.lists(st.integers(0, 999), min_size=16, max_size=16)
orders_or_throws = st.integers(0, 2).flatmap(lambda thrown: throws if thrown else staffing)
decisions = st.lists(
    st.tuples(days, st.lists(orders_or_throws, min_size=1, max_size=3)),
    min_size=len(DECISIONS), max_size=len(DECISIONS),
)  # fmt: skip


def likely_staffing(snapshot: Snapshot, on: date, dice: Dice) -> ops.Operation:
    """Order what stands a chance: about posts that exist on the day and people who hold one, or none."""
    standing = [of for of, life in snapshot.lives.items() if life.post_on(on)] or [NEW_POST]
    held = [row for life in snapshot.lives.values() for row in life.appointments]
    now = [row for row in held if on in row.valid] or held
    busy = {row.person for row in now}
    idle = [who for who in snapshot.people if who not in busy] or list(snapshot.people)
    row, free, who = dice.pick(now), dice.pick(idle), dice.pick(standing)
    living = [of for of, life in snapshot.lives.items() if life.version_on(on)]
    unit_, way = dice.pick(living), dice.pick(["regular", "acting", "concurrent", "job_share"])
    wrong = dice.pick(held)
    chosen: list[ops.Operation] = [
        ops.Appoint(person=free, post=who),
        ops.Appoint(person=row.person, post=who, how=way, share=dice.pick([Decimal(1), Decimal("0.5")])),
        ops.Reappoint(person=row.person, post=row.post),
        ops.TransferPerson(person=row.person, post=who),
        ops.Second(person=row.person, post=who, until=dice.pick(DAYS[2:])),
        ops.ChangeOccupancy(person=row.person, post=row.post, how=dice.pick(["absent", "acting", "regular"])),
        ops.Release(person=row.person, post=dice.pick([None, row.post])),
        ops.Retire(person=row.person),
        ops.MovePost(post=who, to=unit_),
        ops.AbolishPost(post=who),
        ops.ChangePost(post=who, seats=dice.pick([1, 2, 3])),
        ops.SetQuota(unit=unit_, staff=STAFF, number=dice.pick([5, 15, 25])),
        ops.CorrectAppointment(person=wrong.person, post=wrong.post, recorded_since=wrong.valid.since,
                               since=dice.pick([FOUNDED, *DAYS]), until=wrong.valid.until, reason="Ghi sai"),
        *(likely(snapshot, on, dice) for _ in range(4)),
        ops.Revoke(decision=dice.pick(list(snapshot.signed) or [NOBODY])),
    ]  # fmt: skip
    return dice.pick(chosen)


def ordered(snapshot: Snapshot, on: date, drawn: Sequence[ops.Operation | list[int]]) -> list[ops.Operation]:
    """Make orders of what was drawn."""
    return [likely_staffing(snapshot, on, Dice(it)) if isinstance(it, list) else it for it in drawn]


@settings(max_examples=300, deadline=None)
@given(decisions)
def test_every_accepted_decision_leaves_everybody_in_a_place_and_can_be_taken_back(
    taken: list[tuple[date, list[ops.Operation | list[int]]]],
) -> None:
    snapshot = staffed().snapshot
    for decision, (on, drawn) in zip(DECISIONS, taken, strict=True):
        orders = ordered(snapshot, on, drawn)
        changes = tried(snapshot, orders, on, decision)
        if changes is None:
            continue
        for order in orders:
            event(f"accepted: {order.op}")
        after = signed(snapshot, decision, changes)
        assert_sound(after)
        assert_occupied(after)
        assert_taken_back(snapshot, after, decision, changes)
        snapshot = after


@settings(max_examples=200, deadline=None)
@given(st.lists(staffing, max_size=5))
def test_orders_about_posts_and_people_survive_json(orders: list[ops.Operation]) -> None:
    assert read(json.loads(json.dumps(write(tuple(orders))))) == tuple(orders)
