"""What the register said at an earlier moment is still what it said then."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.core import operations as ops
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, DAY, EVE, LATER, NINH_KIEU, TRA_AN, unit
from tinhgon.register.models import Change, Decision, Identifier, Placement, Succession, UnitVersion
from tinhgon.register.queries import decisions, lineage, trees, units
from tinhgon.register.tests.factories import drafted, found_town, new, next_moment, rows, signed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.models import UndatedRead

pytestmark = pytest.mark.django_db

INSTANT = timedelta(microseconds=1)
MERGED = unit("Phường Mới")
MERGER = ops.Merge(
    members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Phường Mới", code="31999")
)


@pytest.fixture(autouse=True)
def _town() -> None:
    found_town()


def said(known: datetime | None) -> tuple[object, ...]:
    """Give what every kind of read shows of the day and of all days, as known at a moment."""
    view = AsOf(DAY, known)
    return (
        [
            (node.id, node.parent, node.depth, node.name, node.code, node.population)
            for node in trees.whole_tree(view)
        ],
        [(node.id, node.depth) for part in trees.subtree(view, root=NINH_KIEU) for node in part],
        [(node.id, node.has_children) for node in trees.branch(view, parent=CITY)],
        [(version.name, version.valid) for version in units.versions(CAI_KHE, view)],
        [(code.value, code.valid) for code in units.codes(CAI_KHE, view)],
        units.names([CAI_KHE, AN_HOA, MERGED], on=DAY, as_of=view),
        lineage.lineage(CAI_KHE, view),
        [(entry.decision.pk, entry.changes) for entry in decisions.timeline(CAI_KHE, view)],
        list(Succession.objects.as_known(view).values_list("origin", "result", "share_area")),
        set(Placement.objects.as_of(view).values_list("unit", "line", "parent")),
        [one.unit for one in units.search("phuong", view)],
    )


@pytest.mark.parametrize("act", ["correction", "revocation", "later change"])
def test_every_read_says_at_an_earlier_moment_what_it_said_then(act: str) -> None:
    merger = signed(MERGER).decision
    assert merger.signed_at is not None
    then, before = said(None), rows()

    after = signed({
        "correction": ops.Correct(unit=MERGED, field="population", value=5, since=DAY, reason="Ghi sai"),
        "revocation": ops.Revoke(decision=merger.pk),
        "later change": ops.Rename(unit=MERGED, name="Phường Đẹp"),
    }[act], on=LATER if act != "later change" else DAY).decision  # fmt: skip

    assert after.signed_at is not None
    assert said(None) != then
    assert rows() != before
    for moment in (merger.signed_at, after.signed_at - INSTANT):
        assert said(moment) == then
        assert rows(known=moment) == before
    assert rows(known=after.signed_at) == rows()
    assert said(after.signed_at) == said(None)


def test_before_the_first_signature_nothing_was_known() -> None:
    view = AsOf(DAY, next_moment().replace(year=2001))

    assert trees.whole_tree(view) == []
    assert rows(known=view.known) == frozenset()


def test_on_a_day_as_known_at_a_moment_is_one_statement() -> None:
    day = date(2024, 12, 31)
    known = signed(ops.ChangeFigures(unit=CAI_KHE, population=1), on=day).decision.signed_at
    signed(ops.Correct(unit=CAI_KHE, field="population", value=2, since=day, reason="Ghi sai"), on=day)

    with CaptureQueriesContext(connection) as captured:
        was = UnitVersion.objects.as_of(AsOf(day, known)).get(unit=CAI_KHE).population
    now = UnitVersion.objects.on(day).get(unit=CAI_KHE).population

    assert (was, now, len(captured)) == (1, 2, 1)


def test_recorded_time_goes_on_when_the_clock_runs_backwards() -> None:
    late = next_moment() + timedelta(days=400)
    first = signed(ops.Rename(unit=CAI_KHE, name="Một"), at=late).decision
    second = signed(ops.Rename(unit=CAI_KHE, name="Hai"), at=late - timedelta(days=300)).decision
    third = signed(ops.Rename(unit=CAI_KHE, name="Ba"), at=late).decision

    moments = [decision.signed_at for decision in (first, second, third)]
    assert moments == [late, late + INSTANT, late + 2 * INSTANT]
    names = [UnitVersion.objects.as_of(AsOf(DAY, moment)).get(unit=CAI_KHE).name for moment in moments]
    assert names == ["Một", "Hai", "Ba"]
    assert set(Change.objects.filter(decision=second).values_list("recorded_at", flat=True)) == {moments[1]}


def test_moments_of_knowledge_are_half_open() -> None:
    change = signed(ops.ChangeCode(unit=CAI_KHE, value="31998")).decision
    assert change.signed_at is not None

    def code(moment: datetime) -> str:
        return Identifier.objects.as_of(AsOf(DAY, moment)).get(unit=CAI_KHE).value

    assert (code(change.signed_at - INSTANT), code(change.signed_at)) == ("31117", "31998")


def test_lineage_with_shares_is_known_as_it_was() -> None:
    transfer = signed(ops.Transfer(
        unit=CAI_KHE, to=TRA_AN, share_area=Decimal("0.1"), share_population=Decimal("0.2")
    )).decision  # fmt: skip
    signed(ops.Revoke(decision=transfer.pk), on=LATER)

    assert lineage.lineage(TRA_AN, AsOf(DAY)) == []
    (link,) = lineage.lineage(TRA_AN, AsOf(DAY, transfer.signed_at))
    assert (link.origin, link.share_population) == (CAI_KHE, Decimal("0.2"))


# A read says from which day it looks, or is refused.


@pytest.mark.parametrize("model", [UnitVersion, Placement, Identifier, Succession])
def test_a_read_that_names_no_day_is_refused(model: type[UnitVersion]) -> None:
    manager = model.objects
    for read in (
        manager.all,
        manager.count,
        manager.exists,
        manager.first,
        lambda: manager.get(pk=1),
        lambda: manager.filter(pk=1),
        lambda: manager.values_list("pk"),
        manager.none,
        lambda: manager.update(decision=None),
        model._default_manager.all,
    ):
        with pytest.raises(UndatedRead, match=model.__name__):
            read()


def test_a_unit_and_a_decision_have_no_way_around_it() -> None:
    for model in (units.UnitVersion.unit.field.related_model, Decision):
        related = {relation.get_accessor_name() for relation in model._meta.related_objects}
        assert {name for name in related if name} <= {"changes", "corrections", "findings"}


def test_a_moment_is_asked_before_anything_else() -> None:
    """A condition that came before would be lost: the rows are then read from elsewhere."""
    moment = next_moment()

    with pytest.raises(UndatedRead, match="first"):
        UnitVersion.objects.on(DAY).known_at(moment)
    with pytest.raises(UndatedRead, match="first"):
        UnitVersion.objects.throughout().filter(unit=CAI_KHE).as_of(AsOf(DAY, moment))
    with pytest.raises(UndatedRead, match="first"):
        UnitVersion.objects.throughout()[:5].known_at(moment)
    assert UnitVersion.objects.known_at(moment).on(DAY).filter(unit=CAI_KHE).count() <= 1


def test_one_day_all_days_and_one_moment() -> None:
    signed(ops.Rename(unit=CAI_KHE, name="Phường Đẹp"))
    mine = {"unit": CAI_KHE}

    assert UnitVersion.objects.on(EVE).get(**mine).name == "Phường Cái Khế"
    assert UnitVersion.objects.on(DAY).get(**mine).name == "Phường Đẹp"
    assert UnitVersion.objects.as_of(AsOf(DAY)).get(**mine).name == "Phường Đẹp"
    assert UnitVersion.objects.throughout().filter(**mine).count() == 2
    assert UnitVersion.objects.as_known(AsOf(DAY)).filter(**mine).count() == 2


def test_a_row_that_was_read_can_be_read_again() -> None:
    """What Django does by itself goes past the manager that refuses."""
    version = UnitVersion.objects.on(DAY).get(unit=CAI_KHE)
    version.refresh_from_db()

    assert version.unit.pk == CAI_KHE
    assert version.decision == Decision.objects.get()
    assert drafted().changes.count() == 0
