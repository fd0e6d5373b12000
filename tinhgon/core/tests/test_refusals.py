"""Each refusal is provoked: it names the operation, the unit and the day, and reads in both languages."""

from __future__ import annotations

import inspect
from datetime import date
from decimal import Decimal

import pytest

from tinhgon.core import refusals
from tinhgon.core.operations import (
    Absorb,
    ChangeCode,
    ChangeKind,
    Correct,
    Dissolve,
    Establish,
    Member,
    Merge,
    Move,
    Part,
    Rename,
    Restore,
    Revoke,
    Split,
    Transfer,
)
from tinhgon.core.periods import Period
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.rows import NATIONAL, Identifier, Version
from tinhgon.core.tests.cases import Case
from tinhgon.core.tests.post_cases import POST_CASES
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    FOUNDED,
    FOUNDING,
    LAST,
    LATER,
    NINH_KIEU,
    NOBODY,
    THOI_BINH,
    TRA_AN,
    World,
    cantho,
    new,
    unit,
)

HALF = {"share_area": Decimal("0.5"), "share_population": Decimal("0.5")}
TOO_MUCH = {"share_area": Decimal("0.7"), "share_population": Decimal("0.5")}
FINE = Rename(unit=TRA_AN, name="Phường Trà An Đông")  # so that the refused operation is not the first
UNPLACED, ASTRAY = unit("Phường Lạc"), unit("Phường Trôi")


def founded_on_the_day() -> World:
    world = cantho()
    world.sign(Establish(unit=new("Phường Mới", code="31999")), on=DAY)
    return world


def renamed_later() -> World:
    world = cantho()
    world.sign(Rename(unit=CAI_KHE, name="Phường Ba"), on=LATER)
    return world


def ended_later() -> World:
    world = cantho()
    world.sign(Dissolve(unit=CAI_KHE), on=LATER)
    return world


def ended_and_restored() -> World:
    world = ended_later()
    world.sign(Restore(unit=CAI_KHE), on=LAST)
    return world


def district_ended_later() -> World:
    world = cantho()
    world.sign(Absorb(members=(Member(unit=BINH_THUY),), into=NINH_KIEU), on=LATER)
    return world


def code_given_later() -> World:
    world = cantho()
    world.sign(ChangeCode(unit=TRA_AN, value="31999"), on=LATER)
    return world


def transferred_later() -> World:
    world = cantho()
    world.sign(Transfer(unit=AN_HOA, to=CAI_KHE, **HALF), on=LATER)
    return world


def revoked() -> World:
    world = cantho()
    decision = world.sign(FINE)
    world.sign(Revoke(decision=decision))
    return world


def overtaken() -> World:
    world = cantho()
    world.sign(Rename(unit=CAI_KHE, name="Phường Hai"))
    world.sign(Rename(unit=CAI_KHE, name="Phường Ba"), on=LATER)
    return world


def unsound() -> World:
    """A register as only a broken import could leave it: a unit without a place, a code without a life."""
    life = {"valid": Period(FOUNDED), "decision": FOUNDING, "kind": "ward"}
    return cantho(
        Version(unit=UNPLACED, name="Phường Lạc", **life),
        Version(unit=ASTRAY, name="Phường Trôi", **{**life, "valid": Period(FOUNDED, LATER)}),
        Identifier(unit=ASTRAY, valid=Period(DAY), decision=FOUNDING, scheme=NATIONAL, value="1"),
    )


def correction(field: str, value: str, *, since: date = DAY, until: date | None = None) -> Correct:
    return Correct(unit=CAI_KHE, field=field, value=value, since=since, until=until, reason="Ghi sai")  # type: ignore[arg-type]


PAIR = (Member(unit=CAI_KHE), Member(unit=AN_HOA))

CASES = [
    Case(why="a unit that does not live yet", reason=refusals.NotAlive,
         operations=(FINE, Rename(unit=unit("Phường Mới"), name="B")), operation=2, unit="Phường Mới (31999)",
         on=EVE, day=EVE, world=founded_on_the_day),
    Case(why="a unit that lives no more", reason=refusals.NotAlive, on=LAST, day=LAST,
         operations=(Move(unit=TRA_AN, to=CAI_KHE),), world=ended_later),
    Case(why="a unit that another operation ended before", reason=refusals.NotAlive,
         operations=(Dissolve(unit=CAI_KHE), Rename(unit=CAI_KHE, name="B")), operation=2),
    Case(why="a unit that is divided and dissolved", reason=refusals.NotAlive,
         operations=(Split(unit=CAI_KHE, parts=(Part(into=AN_HOA, **HALF), Part(into=THOI_BINH, **HALF))),
                     Dissolve(unit=CAI_KHE))),
    Case(why="a correction before the unit's life", reason=refusals.NotAlive, day=date(2000, 1, 1),
         operations=(correction("name", "B", since=date(2000, 1, 1)),)),
    Case(why="a unit that nobody knows", reason=refusals.UnknownUnit, unit=str(NOBODY),
         operations=(FINE, Dissolve(unit=NOBODY)), operation=2),
    Case(why="a parent that nobody knows", reason=refusals.UnknownUnit, unit=str(NOBODY),
         operations=(Establish(unit=new("Phường Mới", parent=NOBODY)),)),
    Case(why="restoring a unit that nobody knows", reason=refusals.UnknownUnit, unit=str(NOBODY),
         operations=(Restore(unit=NOBODY),)),
    Case(why="correcting a unit that nobody knows", reason=refusals.UnknownUnit, unit=str(NOBODY),
         operations=(Correct(unit=NOBODY, field="name", value="B", since=DAY, reason="x"),)),
    Case(why="a kind that is not on the list", reason=refusals.UnknownKind, unit=None,
         operations=(FINE, ChangeKind(unit=CAI_KHE, kind="Phường")), operation=2),
    Case(why="a correction to a kind that is not on the list", reason=refusals.UnknownKind,
         operations=(correction("kind", "Phường"),)),
    Case(why="a new unit with the identity of a known one", reason=refusals.UnitExists,
         operations=(Establish(unit=new("Phường Cái Khế")),)),
    Case(why="a merger into one of the merged", reason=refusals.UnitExists,
         operations=(Merge(members=PAIR, into=new("Phường Cái Khế")),)),
    Case(why="restoring the living", reason=refusals.StillAlive, operations=(Restore(unit=CAI_KHE),)),
    Case(why="the same name again", reason=refusals.NothingChanges,
         operations=(FINE, Rename(unit=CAI_KHE, name="Phường Cái Khế")), operation=2),
    Case(why="the same code again", reason=refusals.NothingChanges,
         operations=(ChangeCode(unit=CAI_KHE, value="31117"),)),
    Case(why="the same parent again", reason=refusals.NothingChanges,
         operations=(Move(unit=CAI_KHE, to=NINH_KIEU),)),
    Case(why="a correction to what is so", reason=refusals.NothingChanges, day=EVE,
         operations=(correction("code", "31117", since=EVE),)),
    Case(why="a transfer of nothing", reason=refusals.NothingGiven, operations=(
        Transfer(unit=CAI_KHE, to=AN_HOA, share_area=Decimal(0), share_population=Decimal(0)),)),
    Case(why="a merger of one", reason=refusals.TooFewMembers, unit=None,
         operations=(FINE, Merge(members=PAIR[:1], into=new("Phường Mới"))), operation=2),
    Case(why="absorbing nobody", reason=refusals.TooFewMembers, unit=None,
         operations=(Absorb(members=(), into=CAI_KHE),)),
    Case(why="a split into one", reason=refusals.TooFewMembers, unit=None,
         operations=(Split(unit=CAI_KHE, parts=(Part(into=AN_HOA, **HALF),)),)),
    Case(why="a member named twice", reason=refusals.NamedTwice,
         operations=(Merge(members=(*PAIR, *PAIR), into=new("Phường Mới")),)),
    Case(why="a unit that absorbs itself", reason=refusals.NamedTwice,
         operations=(Absorb(members=PAIR, into=CAI_KHE),)),
    Case(why="a unit split into itself", reason=refusals.NamedTwice,
         operations=(Split(unit=CAI_KHE, parts=(Part(into=CAI_KHE, **HALF), Part(into=AN_HOA, **HALF))),)),
    Case(why="a transfer to itself", reason=refusals.NamedTwice,
         operations=(Transfer(unit=CAI_KHE, to=CAI_KHE, **HALF),)),
    Case(why="two transfers between the same two", reason=refusals.NamedTwice, operation=2,
         operations=(Transfer(unit=CAI_KHE, to=AN_HOA, **HALF), Transfer(unit=CAI_KHE, to=AN_HOA, **HALF))),
    Case(why="parts that do not make the whole", reason=refusals.SharesDoNotAddUp, operation=2,
         operations=(FINE, Split(unit=CAI_KHE, parts=(Part(into=AN_HOA, **HALF),
                                                      Part(into=TRA_AN, **TOO_MUCH))))),
    Case(why="a part whose rest goes to nobody", reason=refusals.SharesDoNotAddUp,
         operations=(Absorb(members=(Member(unit=CAI_KHE, **HALF),), into=AN_HOA),)),
    Case(why="more given away than there is by one that lives on", reason=refusals.SharesDoNotAddUp,
         operations=(Transfer(unit=CAI_KHE, to=AN_HOA, **HALF),
                     Transfer(unit=CAI_KHE, to=TRA_AN, **TOO_MUCH)), operation=2),
    Case(why="a part given away, then all of it", reason=refusals.SharesDoNotAddUp, operation=2,
         operations=(Transfer(unit=CAI_KHE, to=AN_HOA, **HALF),
                     Absorb(members=(Member(unit=CAI_KHE),), into=TRA_AN))),
    Case(why="a part given away, then dissolved", reason=refusals.SharesDoNotAddUp, operation=2,
         operations=(Transfer(unit=CAI_KHE, to=AN_HOA, **HALF), Dissolve(unit=CAI_KHE))),
    Case(why="an end before a later name", reason=refusals.LaterFacts, day=LATER, unit="Phường Ba (31117)",
         operations=(Dissolve(unit=CAI_KHE),), world=renamed_later),
    Case(why="an end before the end that is recorded", reason=refusals.LaterFacts, day=LATER,
         operations=(Dissolve(unit=CAI_KHE),), world=ended_later),
    Case(why="a restoration before one that is recorded", reason=refusals.LaterFacts, on=LATER, day=LAST,
         operations=(Restore(unit=CAI_KHE),), world=ended_and_restored),
    Case(why="an end on the first day", reason=refusals.EndsOnFirstDay, unit="Phường Mới (31999)",
         operations=(Dissolve(unit=unit("Phường Mới")),), world=founded_on_the_day),
    Case(why="a new unit divided at once", reason=refusals.EndsOnFirstDay, unit="Phường Mới",
         operations=(Establish(unit=new("Phường Mới")), Split(unit=unit("Phường Mới"), parts=(
             Part(into=AN_HOA, **HALF), Part(into=TRA_AN, **HALF)))), operation=2),
    Case(why="an end over units that stay", reason=refusals.HasChildren, unit="Quận Bình Thủy (918)",
         operations=(FINE, Dissolve(unit=BINH_THUY)), operation=2),
    Case(why="a merger under one of the merged", reason=refusals.HasChildren, unit="Quận Ninh Kiều (916)",
         operations=(Merge(members=(Member(unit=NINH_KIEU), Member(unit=BINH_THUY)),
                           into=new("Quận Mới", kind="urban_district", parent=NINH_KIEU)),)),
    Case(why="a parent absorbed by its child", reason=refusals.HasChildren, unit="Quận Ninh Kiều (916)",
         operations=(Absorb(members=(Member(unit=NINH_KIEU),), into=CAI_KHE),)),
    Case(why="a parent whose end is known", reason=refusals.ParentMissing, day=LATER,
         operations=(FINE, Move(unit=CAI_KHE, to=BINH_THUY)), operation=2, world=district_ended_later),
    Case(why="a correction to a parent that nobody knows", reason=refusals.ParentMissing,
         operations=(correction("parent", str(NOBODY)),)),
    Case(why="a code on days without a life", reason=refusals.OutsideLife, day=LATER, unit="Phường Trôi (1)",
         operations=(Rename(unit=ASTRAY, name="Phường Trôi", short_name="Trôi"),), world=unsound),
    Case(why="a life without a place", reason=refusals.Unplaced, day=FOUNDED, unit="Phường Lạc Đường",
         operations=(Rename(unit=UNPLACED, name="Phường Lạc Đường"),), world=unsound),
    Case(why="a unit under its own child", reason=refusals.Cycle, unit="Quận Ninh Kiều (916)",
         operations=(FINE, Move(unit=NINH_KIEU, to=CAI_KHE)), operation=2),
    Case(why="a unit under itself", reason=refusals.Cycle, operations=(Move(unit=CAI_KHE, to=CAI_KHE),)),
    Case(why="a correction under its own child, on past days", reason=refusals.Cycle, on=LAST,
         unit="Thành phố Cần Thơ (92)",
         operations=(Correct(unit=CITY, field="parent", value=str(CAI_KHE), since=DAY, until=LATER,
                             reason="x"),)),
    Case(why="a code that another bears", reason=refusals.CodeTaken,
         operations=(FINE, ChangeCode(unit=CAI_KHE, value="31120")), operation=2,
         unit="Phường Cái Khế (31120)"),
    Case(why="a code that another will bear", reason=refusals.CodeTaken, day=LATER,
         unit="Phường Cái Khế (31999)", world=code_given_later,
         operations=(ChangeCode(unit=CAI_KHE, value="31999"),)),
    Case(why="an heir that ends on the same day", reason=refusals.LineageLost, operation=2,
         operations=(Absorb(members=(Member(unit=AN_HOA),), into=CAI_KHE),
                     Absorb(members=(Member(unit=CAI_KHE),), into=THOI_BINH))),
    Case(why="an end before something passes to the unit", reason=refusals.LineageLost, day=LATER,
         operations=(FINE, Dissolve(unit=CAI_KHE)), operation=2, world=transferred_later),
    Case(why="an end before something passes from the unit", reason=refusals.LineageLost, day=LATER,
         operations=(Dissolve(unit=AN_HOA),), unit="Phường An Hòa (31120)", world=transferred_later),
    *(Case(why=f"{field} cannot be {value[:20]}", reason=refusals.NotUnderstood,
           operations=(correction(field, value),))
      for field, value in (("name", " "), ("name", "a" * 300), ("area_km2", "rộng"), ("area_km2", "-1"),
                           ("area_km2", "NaN"), ("population", "1e999999999"), ("population", "12.5"),
                           ("population", "9" * 5000), ("parent", "31117"), ("kind", ""))),
    Case(why="a correction whose end comes first", reason=refusals.NoDayToCorrect,
         operations=(FINE, correction("name", "B", since=DAY, until=EVE)), operation=2),
    Case(why="revoking what was never signed", reason=refusals.UnknownDecision, unit=None,
         operations=(FINE, Revoke(decision=NOBODY)), operation=2),
    Case(why="revoking twice", reason=refusals.AlreadyRevoked, unit=None,
         operations=(Revoke(decision=founded_on_the_day().decisions[0]),), world=revoked),
    Case(why="revoking what others built upon", reason=refusals.BuiltUpon, unit="Phường Ba (31117)",
         operations=(Revoke(decision=founded_on_the_day().decisions[0]),), world=overtaken),
    Case(why="a decision that orders nothing", reason=refusals.NothingOrdered, unit=None,
         operations=(), operation=0),
    *POST_CASES,
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reason.__name__}: {case.why}")
def test_is_refused(case: Case) -> None:
    world = case.world()
    before = dict(world.snapshot.lives)

    refusal = world.refusal(case.reason, *case.operations, on=case.on)

    assert refusal.code == case.reason.__name__
    assert refusal.operation == case.operation
    assert refusal.facts.get("unit") == case.unit
    assert refusal.facts["day"] == case.day
    assert world.snapshot.lives == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reason.__name__}: {case.why}")
def test_says_in_both_languages_where_the_fault_lies(case: Case) -> None:
    refusal = case.world().refusal(case.reason, *case.operations, on=case.on)

    numbers = {"vi": f"Thao tác {case.operation}: ", "en": f"Operation {case.operation}: "}
    for language, number in numbers.items():
        told = refusal.message(language)
        assert told.startswith(number) == (case.operation > 0)
        assert told.endswith(".")
        assert "None" not in told
    if case.vi:
        assert refusal.message("vi").partition(": ")[2] == case.vi
    assert refusal.as_json()["code"] == refusal.code


def test_every_refusal_is_provoked() -> None:
    written = {
        each for _, each in inspect.getmembers(refusals, inspect.isclass)
        if issubclass(each, OperationRefused) and each not in (OperationRefused, refusals.PostRefused)
    }  # fmt: skip

    assert written == {case.reason for case in CASES}


def test_a_line_a_measure_and_a_field_are_named_in_the_readers_language() -> None:
    field = cantho().refusal(refusals.NotUnderstood, correction("population", "đông"))
    cycle = cantho().refusal(refusals.Cycle, Move(unit=NINH_KIEU, to=CAI_KHE))
    shares = cantho().refusal(
        refusals.SharesDoNotAddUp, Absorb(members=(Member(unit=CAI_KHE, **HALF),), into=AN_HOA)
    )

    assert "“đông” không hợp với mục “dân số”" in field.message("vi")
    assert "“population”" in field.message("en")
    assert "hệ thống lãnh thổ" in cycle.message("vi")
    assert "territorial line" in cycle.message("en")
    assert "(diện tích)" in shares.message("vi")
    assert "(area)" in shares.message("en")


def test_of_many_children_the_first_are_named_and_the_rest_counted() -> None:
    world = cantho()
    world.sign(*(Establish(unit=new(f"Phường {number}", parent=BINH_THUY)) for number in range(1, 15)))

    refusal = world.refusal(refusals.HasChildren, Dissolve(unit=BINH_THUY), on=LATER)

    assert refusal.facts["children"][:3] == ["Phường 1", "Phường 2", "Phường 3"]
    assert refusal.facts["children"][-1] == "… (+6)"
