"""Whatever decisions are taken, in whatever order, the register stays sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import event, given, settings
from hypothesis import strategies as st

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes, apply
from tinhgon.core.errors import Refused
from tinhgon.core.operations import read, write
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.rows import LINES
from tinhgon.core.snapshot import Snapshot
from tinhgon.core.tests.soundness import assert_shares_add_up, assert_sound, gaps_in_lives
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    FOUNDED,
    LAST,
    LATER,
    NINH_KIEU,
    NOBODY,
    TRA_AN,
    cantho,
    unit,
)

T = TypeVar("T")

# Few units, days, codes and names, so that decisions meet each other all the time.
DAYS = [EVE, DAY, date(2016, 1, 1), LATER, LAST]
ODD_DAYS = [FOUNDED, date(1990, 1, 1), date.min, date.max]
BORN = [unit("Phường Một"), unit("Phường Hai"), unit("Quận Ba")]
UNITS = [CAI_KHE, AN_HOA, TRA_AN, NINH_KIEU, BINH_THUY, CITY, *BORN]
WARDS = st.sampled_from([CAI_KHE, AN_HOA, TRA_AN, *BORN])
PARENTS = st.sampled_from([NINH_KIEU, BINH_THUY, CITY, BORN[2], None])
CODES = st.sampled_from(["31117", "31120", "31998", "31999"])
NAMES = st.sampled_from(["Phường Cái Khế", "Phường Đông", "Phường Đoài"])
SHARES = st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("0.25"), Decimal("0.75")])
DECISIONS = [UUID(int=1000 + number) for number in range(12)]

any_unit = st.sampled_from(UNITS)
lines = st.sampled_from(LINES)
new_units = st.builds(
    ops.NewUnit, id=st.sampled_from(BORN), name=NAMES, kind=st.just("ward"), parent=PARENTS,
    line=lines, code=st.one_of(st.just(""), CODES), population=st.integers(0, 9),
)  # fmt: skip
members = st.builds(
    ops.Member, unit=WARDS, share_area=SHARES, share_population=SHARES, survives=st.booleans()
)
whole = st.builds(ops.Member, unit=any_unit)


@st.composite
def splits(draw: st.DrawFn) -> ops.Split:
    first, second = draw(SHARES), draw(SHARES)
    targets = draw(st.lists(st.one_of(new_units, any_unit), min_size=2, max_size=2))
    shares = draw(st.sampled_from([(first, 1 - first), (first, second)]))
    return ops.Split(unit=draw(any_unit), parts=tuple(
        ops.Part(into=into, share_area=share, share_population=share)
        for into, share in zip(targets, shares, strict=True)
    ))  # fmt: skip


corrections = st.builds(
    ops.Correct, unit=any_unit, since=st.sampled_from([FOUNDED, *DAYS]), line=lines,
    until=st.one_of(st.none(), st.sampled_from(DAYS)), reason=st.just("Ghi sai"),
    field=st.sampled_from(["name", "population", "code", "parent"]),
    value=st.one_of(st.none(), NAMES, CODES, st.integers(0, 9), any_unit.map(str)),
)  # fmt: skip

operations: st.SearchStrategy[ops.Operation] = st.one_of(
    st.builds(ops.Establish, unit=new_units),
    st.builds(ops.Rename, unit=any_unit, name=NAMES),
    st.builds(ops.ChangeKind, unit=any_unit, kind=st.sampled_from(["ward", "commune"])),
    st.builds(ops.ChangeCode, unit=any_unit, value=st.one_of(st.just(""), CODES)),
    st.builds(ops.ChangeFigures, unit=any_unit, population=st.integers(0, 9), estimated=st.booleans()),
    st.builds(ops.ChangeMandate, unit=any_unit, mandate=NAMES),
    st.builds(ops.Move, unit=any_unit, to=st.one_of(PARENTS, any_unit), line=lines),
    st.builds(ops.Merge, members=st.lists(st.one_of(whole, members), min_size=1, max_size=3).map(tuple),
              into=new_units, children=st.sampled_from(["follow", "stay"])),
    st.builds(ops.Absorb, members=st.lists(st.one_of(whole, members), min_size=1, max_size=2).map(tuple),
              into=any_unit, children=st.sampled_from(["follow", "stay"])),
    splits(),
    st.builds(ops.Transfer, unit=any_unit, to=any_unit, share_area=SHARES, share_population=SHARES),
    st.builds(ops.Dissolve, unit=WARDS),
    st.builds(ops.Restore, unit=WARDS, parent=PARENTS),
    corrections,
    st.builds(ops.Revoke, decision=st.sampled_from(DECISIONS)),
)  # fmt: skip


class Dice:
    """Numbers drawn beforehand: they choose among what the register holds by then, and shrink well."""

    def __init__(self, thrown: list[int]) -> None:
        self._thrown = cycle(thrown)

    def pick(self, among: Sequence[T]) -> T:
        """Choose one."""
        return among[next(self._thrown) % len(among)]


def likely(snapshot: Snapshot, on: date, dice: Dice) -> ops.Operation:
    """Order what stands a chance: about units that live on the day, are to be born, or have ended."""
    living = [unit for unit, life in snapshot.lives.items() if life.version_on(on)]
    wards = [unit for unit in living if unit not in (CITY, NINH_KIEU, BINH_THUY)] or living
    units = [(unit, life) for unit, life in snapshot.lives.items() if life.versions]
    ended = [unit for unit, life in units if not life.version_on(on)] or living
    unborn = [unit for unit in BORN if unit not in snapshot.lives] or living
    share, half = dice.pick([Decimal("0.25"), Decimal("0.5")]), Decimal("0.5")
    line, name = dice.pick(LINES), dice.pick(["Phường Đông", "Phường Đoài"])
    code = dice.pick(["", "31998", "31117"])
    one, two, ward = dice.pick(living), dice.pick(living), dice.pick(wards)
    born = ops.NewUnit(id=dice.pick(unborn), name=name, kind="ward", parent=two, line=line, code=code)
    chosen: list[ops.Operation] = [
        ops.Establish(unit=born),
        ops.Rename(unit=one, name=name),
        ops.ChangeCode(unit=one, value=code),
        ops.Move(unit=ward, to=two),
        ops.Move(unit=one, to=dice.pick([two, None]), line=line),
        ops.Merge(members=(ops.Member(unit=ward), ops.Member(unit=dice.pick(wards))), into=born),
        ops.Absorb(members=(ops.Member(unit=ward),), into=one),
        ops.Absorb(members=(ops.Member(unit=one),), into=two),
        ops.Split(unit=ward, parts=tuple(
            ops.Part(into=into, share_area=half, share_population=half) for into in (born, one)
        )),
        ops.Transfer(unit=one, to=two, share_area=share, share_population=half),
        ops.Dissolve(unit=ward),
        ops.Dissolve(unit=ward),
        ops.Restore(unit=dice.pick(ended), parent=dice.pick([two, None])),
        ops.Restore(unit=dice.pick(ended), parent=dice.pick([two, None])),
        ops.Revoke(decision=dice.pick(list(snapshot.signed) or DECISIONS)),
        ops.Revoke(decision=dice.pick(list(snapshot.signed) or DECISIONS)),
    ]  # fmt: skip
    return dice.pick(chosen)


throws = st.lists(st.integers(0, 999), min_size=16, max_size=16)
orders_or_throws = st.booleans().flatmap(lambda thrown: throws if thrown else operations)
decisions = st.lists(
    st.tuples(st.sampled_from(DAYS), st.lists(orders_or_throws, min_size=1, max_size=2)),
    min_size=len(DECISIONS), max_size=len(DECISIONS),
)  # fmt: skip


def signed(snapshot: Snapshot, decision: UUID, changes: Changes) -> Snapshot:
    return replace(snapshot.after(changes), signed={**snapshot.signed, decision: changes})


def tried(snapshot: Snapshot, orders: Sequence[ops.Operation], on: date, decision: UUID) -> Changes | None:
    """Apply a decision, or give None where it is refused and the register is untouched."""
    before = (dict(snapshot.lives), dict(snapshot.signed), snapshot.successions)
    try:
        return apply(snapshot, orders, on=on, decision=decision)
    except OperationRefused as refused:
        assert refused.message("vi") != refused.message("en")
        return None
    finally:
        assert before == (snapshot.lives, snapshot.signed, snapshot.successions)


def restorations(orders: Sequence[ops.Operation], on: date) -> set[tuple[UUID, date]]:
    return {(order.unit, on) for order in orders if isinstance(order, ops.Restore)}


@settings(max_examples=400, deadline=None)
@given(decisions)
def test_every_accepted_decision_leaves_a_sound_register_and_can_be_taken_back(
    taken: list[tuple[date, list[ops.Operation | list[int]]]],
) -> None:
    snapshot, restored = cantho().snapshot, set()

    for decision, (on, ordered) in zip(DECISIONS, taken, strict=True):
        orders = [likely(snapshot, on, Dice(it)) if isinstance(it, list) else it for it in ordered]
        changes = tried(snapshot, orders, on, decision)
        if changes is None:
            continue
        for order in orders:
            event(f"accepted: {order.op}")
        restored |= restorations(orders, on)
        after = signed(snapshot, decision, changes)
        assert_sound(after)
        assert_shares_add_up(changes, after, on)
        assert gaps_in_lives(after) <= restored
        assert_taken_back(snapshot, after, decision, changes)
        snapshot = after


def assert_taken_back(before: Snapshot, after: Snapshot, decision: UUID, changes: Changes) -> None:
    """Revoking the newest decision gives back exactly the register it found."""
    if not changes:
        return
    undone = apply(after, [ops.Revoke(decision=decision)], on=LAST, decision=NOBODY)
    again = after.after(undone)
    assert again.lives == before.lives
    assert again.successions == before.successions


# Anything at all: unknown units, days at both ends of the calendar, texts that no field fits.

texts = st.text(max_size=12)
odd_units = st.one_of(any_unit, st.just(NOBODY), st.uuids())
odd_days = st.one_of(st.sampled_from(DAYS + ODD_DAYS), st.dates())
odd_shares = st.decimals(min_value=0, max_value=1, places=6)
odd_new = st.builds(
    ops.NewUnit, id=odd_units, name=texts, kind=texts, parent=st.one_of(st.none(), odd_units), line=lines,
    code=texts, area_km2=st.none() | st.decimals(min_value=0, max_value=9, places=4),
)  # fmt: skip
odd_member = st.builds(
    ops.Member, unit=odd_units, share_area=odd_shares, share_population=odd_shares, survives=st.booleans()
)
odd_part = st.builds(ops.Part, into=odd_units | odd_new, share_area=odd_shares, share_population=odd_shares)
odd_operations: st.SearchStrategy[ops.Operation] = st.one_of(
    operations,
    st.builds(ops.Establish, unit=odd_new),
    st.builds(ops.Rename, unit=odd_units, name=texts, short_name=texts),
    st.builds(ops.ChangeCode, unit=odd_units, value=texts, scheme=texts),
    st.builds(ops.Move, unit=odd_units, to=st.none() | odd_units, line=lines),
    st.builds(ops.Merge, members=st.lists(odd_member, max_size=3).map(tuple), into=odd_new),
    st.builds(ops.Absorb, members=st.lists(odd_member, max_size=3).map(tuple), into=odd_units),
    st.builds(ops.Split, unit=odd_units, parts=st.lists(odd_part, max_size=3).map(tuple)),
    st.builds(ops.Dissolve, unit=odd_units),
    st.builds(ops.Restore, unit=odd_units, parent=st.none() | odd_units),
    st.builds(ops.Correct, unit=odd_units, since=odd_days, until=st.none() | odd_days, line=lines,
              field=st.sampled_from(["name", "short_name", "kind", "area_km2", "population", "mandate",
                                     "code", "parent"]),
              value=st.one_of(st.none(), texts, st.integers(), st.sampled_from(["1e999999999", "NaN", "-0"])),
              reason=texts),
    st.builds(ops.Revoke, decision=odd_units),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(odd_operations, max_size=4), odd_days)
def test_any_operations_are_applied_or_refused_by_name_never_anything_else(
    orders: list[ops.Operation], on: date
) -> None:
    changes = tried(cantho().snapshot, orders, on, DECISIONS[0])

    if changes is not None:
        assert_sound(cantho().snapshot.after(changes))


# What is written is read back as it was.

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=20)


def stable(text: str) -> str:
    """The text as an operation holds it once read."""
    order = read([{"op": "change_mandate", "unit": str(NOBODY), "mandate": text}])[0]
    assert isinstance(order, ops.ChangeMandate)
    return order.mandate


clean = words.map(stable)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        operations | st.builds(ops.ChangeMandate, unit=st.uuids(), mandate=clean, clause=clean), max_size=5
    )
)
def test_what_is_written_is_read_back_as_it_was(orders: list[ops.Operation]) -> None:
    assert read(write(tuple(orders))) == tuple(orders)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(orders=st.lists(operations, min_size=1, max_size=3), where=st.data(), spoilt=json_values)
def test_spoilt_json_is_read_or_refused_by_name(orders: list[ops.Operation], where: Any, spoilt: Any) -> None:
    raw = write(tuple(orders))
    order = where.draw(st.sampled_from(raw))
    order[where.draw(st.sampled_from(sorted(order)))] = spoilt

    try:
        read(raw)
    except Refused as refused:
        assert "thao tác" in refused.message("vi")
        assert "operation" in refused.message("en")
