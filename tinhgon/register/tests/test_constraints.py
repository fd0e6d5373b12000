"""What the database itself refuses, each by its name, whoever writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.periods import Period
from tinhgon.core.tests.staff import CHAIR, LAN
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, DAY, FOUNDED, LATER, NINH_KIEU, NOBODY, TRA_AN
from tinhgon.register import refusals
from tinhgon.register.models import Decision, Identifier, Placement, Succession, UnitVersion
from tinhgon.register.tests.factories import (
    drafted,
    found_town,
    new,
    next_moment,
    rows,
    settle,
    signed,
    stamped,
)
from tinhgon.register.tests.finding_writes import BREAKING_FINDINGS
from tinhgon.register.tests.post_writes import AT_COMMIT as AT_COMMIT_OF_POSTS
from tinhgon.register.tests.post_writes import BREAKING
from tinhgon.register.tests.staffing import found_staffed_town
from tinhgon.temporal.models import Past
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db

Write = Callable[[UUID], Any]


STANDING = """
SELECT conname FROM pg_constraint UNION SELECT tgname FROM pg_trigger UNION SELECT relname FROM pg_class
"""


def test_what_the_models_name_stands_in_the_database() -> None:
    """A migration may take away more than it says: an index of a field takes a unique one with it."""
    named = {
        part.name
        for model in apps.get_models() if model.__module__.startswith("tinhgon.")
        for part in (*model._meta.constraints, *model._meta.indexes)
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(STANDING)
        assert named - {name for (name,) in cursor} == set()


@pytest.fixture
def decision() -> UUID:
    found_town()
    return drafted().pk


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def version(decision: UUID, **values: Any) -> UnitVersion:
    own = {
        "unit_id": CAI_KHE, "decision_id": decision, "valid": Period(date(1999, 1, 1), FOUNDED),
        "name": "Phường X", "name_key": "x", "name_folded": "x", "kind_id": "ward",
    }  # fmt: skip
    return UnitVersion.rows.create(**(own | values))


def placement(decision: UUID, **values: Any) -> Placement:
    own = {
        "unit_id": CAI_KHE, "decision_id": decision, "valid": Period(DAY), "line": "party", "parent_id": None,
    }  # fmt: skip
    return Placement.rows.create(**(own | values))


def identifier(decision: UUID, **values: Any) -> Identifier:
    own = {
        "unit_id": CAI_KHE, "decision_id": decision, "valid": Period(DAY), "scheme": "old", "value": "1",
    }  # fmt: skip
    return Identifier.rows.create(**(own | values))


def succession(decision: UUID, **values: Any) -> Succession:
    own = {
        "origin_id": CAI_KHE, "result_id": AN_HOA, "decision_id": decision, "on": DAY, "how": "part",
        "share_area": Decimal("0.6"), "share_population": Decimal("0.6"),
    }  # fmt: skip
    return Succession.rows.create(**(own | values))


def ring(decision: UUID) -> None:
    placement(decision, unit_id=CAI_KHE, parent_id=AN_HOA)
    placement(decision, unit_id=AN_HOA, parent_id=TRA_AN, valid=Period(FOUNDED, LATER))
    placement(decision, unit_id=TRA_AN, parent_id=CAI_KHE, valid=Period(date(2019, 12, 31)))


BROKEN: dict[str, Write] = {
    "version_one_truth_a_day": lambda by: version(by, valid=Period(LATER)),
    "version_area_not_negative": lambda by: version(by, area_km2=Decimal("-0.1")),
    "version_population_not_negative": lambda by: version(by, population=-1),
    "version_has_a_name": lambda by: version(by, name=""),
    "placement_one_parent_a_day": lambda by: placement(by, line="territorial"),
    "placement_within_unit": lambda by: placement(by, valid=Period(date(2003, 12, 31), LATER)),
    "placement_within_parent": lambda by: (
        version(by),
        placement(by, parent_id=AN_HOA, valid=Period(date(1999, 1, 1), LATER)),
    ),
    "placement_line_exists": lambda by: placement(by, line="army"),
    "placement_without_cycle": ring,
    "identifier_one_code_a_day": lambda by: identifier(by, scheme="national", value="1"),
    "identifier_one_holder_a_day": lambda by: (identifier(by), identifier(by, unit_id=AN_HOA)),
    "identifier_within_unit": lambda by: identifier(by, valid=Period(date(1999, 1, 1))),
    "succession_once_a_decision": lambda by: (
        succession(by, share_area=0, share_population=0),
        succession(by, share_area=0, share_population=0),
    ),
    "succession_share_within_one": lambda by: succession(by, share_area=Decimal("1.5")),
    "succession_shares_add_up": lambda by: (succession(by), succession(by, result_id=TRA_AN)),
    "decision_signed_is_complete": lambda by: sql(
        "UPDATE register_decision SET state = 'signed', number = '' WHERE id = %s", by
    ),
    "decision_signed_is_immutable": lambda by: Decision.objects.filter(state="signed").update(title="x"),
    "decision_document_identity": lambda by: Decision.objects.filter(pk=by).update(
        **Decision.objects.filter(state="signed").values("type", "number", "issuer", "issued_on")[0]
    ),
    "register_decision_pkey": lambda by: Decision.objects.bulk_create(
        [Decision(id=by, type_id="QĐ", number="n", issuer="i", issued_on=DAY, effective_on=DAY, title="t")]
    ),
    "change_is_immutable": lambda by: sql("UPDATE register_change SET before = '{}'"),
    "past_is_kept": lambda by: sql(
        "INSERT INTO register_identifierpast (unit_id, decision_id, valid, scheme, value, recorded)"
        " VALUES (%s, %s, '[2004-01-02,)', 'old', '1', '[2020-01-01,2021-01-01)')", CAI_KHE, by
    ),
    "facts_are_written_by_decisions": lambda by: sql(
        "UPDATE temporal_clock SET writer = NULL; DELETE FROM register_identifier"
    ),
}  # fmt: skip
BROKEN |= BREAKING | BREAKING_FINDINGS
WRITERS: dict[str, Write] = {"unitversion": version, "placement": placement, "identifier": identifier}
BROKEN |= {
    f"{table}_has_days": lambda by, table=table, write=write: sql(  # type: ignore[misc]
        f"UPDATE register_{table} SET valid = 'empty' WHERE id = %s", write(by).pk
    )
    for table, write in WRITERS.items()
}
NO_DAYS = (
    "empty", "(,2020-01-01)", "[-infinity,2020-01-01)", "[2020-01-01,infinity)", "[2020-01-01,2020-01-01)",
)  # fmt: skip


def refused(write: Write, by: UUID) -> Refused:
    with pytest.raises(Refused) as caught, naming(refusals.CONSTRAINTS), stamped():
        write(by)
        settle()
    return caught.value


def test_each_named_constraint_is_tried() -> None:
    assert BROKEN.keys() == refusals.CONSTRAINTS.keys()


@pytest.mark.parametrize("name", sorted(refusals.CONSTRAINTS))
def test_the_database_refuses_and_the_refusal_has_the_name(name: str, decision: UUID) -> None:
    before = rows()

    refusal = refused(BROKEN[name], decision)

    assert type(refusal) is refusals.CONSTRAINTS[name]
    assert refusal.facts["constraint"] == name
    for language in ("vi", "en"):
        assert "{" not in refusal.message(language)
    assert rows() == before


AT_COMMIT = {
    "placement_within_unit", "placement_within_parent", "placement_without_cycle", "identifier_within_unit",
    "succession_shares_add_up", *AT_COMMIT_OF_POSTS,
}  # fmt: skip


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("name", sorted(AT_COMMIT))
def test_what_spans_rows_is_refused_at_commit_itself(name: str, decision: UUID) -> None:
    before = rows()

    with pytest.raises(refusals.CONSTRAINTS[name]), naming(refusals.CONSTRAINTS), stamped():
        BROKEN[name](decision)
    assert rows() == before


@pytest.mark.parametrize("valid", NO_DAYS)
@pytest.mark.parametrize("table", WRITERS)
def test_a_period_without_a_first_day_or_without_any_day_is_refused(
    table: str, valid: str, decision: UUID
) -> None:
    def write(by: UUID) -> None:
        sql(f"UPDATE register_{table} SET valid = %s WHERE unit_id = %s", valid, CAI_KHE)

    assert isinstance(refused(write, decision), refusals.NoDays)


def test_a_number_that_is_none_is_no_area(decision: UUID) -> None:
    def write(by: UUID) -> None:
        sql("UPDATE register_unitversion SET area_km2 = 'NaN' WHERE unit_id = %s", CAI_KHE)

    assert isinstance(refused(write, decision), refusals.Impossible)


def test_a_kind_that_is_not_in_the_list_is_refused_at_commit(decision: UUID) -> None:
    assert "kind" in refused(lambda by: version(by, kind_id="planet"), decision).facts["constraint"]


@pytest.mark.parametrize("write", [version, placement, identifier, succession])
def test_a_write_without_a_stamp_is_refused(write: Write, decision: UUID) -> None:
    # Here the town is founded in the same transaction; elsewhere no stamp is left over.
    sql("UPDATE temporal_clock SET writer = NULL")
    for unstamped in (lambda: write(decision), lambda: sql("DELETE FROM register_placement")):
        with (
            pytest.raises(refusals.WrittenByDecisionsOnly),
            naming(refusals.CONSTRAINTS),
            transaction.atomic(),
        ):
            unstamped()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_stamp_ends_with_its_transaction() -> None:
    decision = found_town().decision.pk

    with pytest.raises(refusals.WrittenByDecisionsOnly), naming(refusals.CONSTRAINTS), transaction.atomic():
        sql("SELECT set_config('tinhgon.recorded_at', '2001-01-01', true)")
        version(decision)


def test_nobody_chooses_the_moment_of_a_row(decision: UUID) -> None:
    forged = next_moment().replace(year=2001)

    with stamped() as stamp:
        row = version(decision, recorded_from=forged)
        UnitVersion.rows.filter(pk=row.pk).update(recorded_from=forged)
    row.refresh_from_db()

    assert row.recorded_from == stamp


def test_nobody_signs_past_the_lock(decision: UUID) -> None:
    sql("UPDATE temporal_clock SET writer = NULL")

    with pytest.raises(refusals.WrittenByDecisionsOnly), naming(refusals.CONSTRAINTS), transaction.atomic():
        Decision.objects.filter(pk=decision).update(state="signed", signed_at=next_moment())


def test_nobody_chooses_the_moment_of_a_signature(decision: UUID) -> None:
    forged = next_moment().replace(year=2001)

    with stamped() as stamp:
        Decision.objects.filter(pk=decision).update(state="signed", signed_at=forged)

    assert Decision.objects.get(pk=decision).signed_at == stamp


def test_past_rows_hold_exactly_the_time_in_which_they_were_known(decision: UUID) -> None:
    with stamped() as first:
        identifier(decision)
    with stamped() as second:
        Identifier.rows.filter(scheme="old").update(value="2")
    with stamped() as third:
        Identifier.rows.filter(scheme="old").delete()

    past = Identifier.past_model._default_manager.filter(scheme="old").order_by("recorded")  # type: ignore[misc]
    assert [(row.value, row.recorded.lower, row.recorded.upper, row.recorded.bounds) for row in past] == [
        ("1", first, second, "[)"), ("2", second, third, "[)"),
    ]  # fmt: skip


def test_what_one_act_writes_twice_was_never_said(decision: UUID) -> None:
    with stamped():
        identifier(decision)
        Identifier.rows.filter(scheme="old").update(value="2")
        Identifier.rows.filter(scheme="old").delete()

    assert not Identifier.past_model._default_manager.filter(scheme="old").exists()  # type: ignore[misc]


@pytest.mark.parametrize("model", Past.__subclasses__(), ids=lambda model: model.__name__)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET recorded = '[,)'", "DELETE FROM {table}"])
def test_the_past_is_never_rewritten(model: type[Past], statement: str) -> None:
    found_staffed_town()
    members = (ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA))
    signed(ops.Reappoint(person=LAN, post=CHAIR), ops.ChangeGrade(person=LAN, grade="expert"), on=FOUNDED)
    signed(ops.ChangeGrade(person=LAN, grade="principal_expert"))
    signed(ops.Revoke(decision=signed(ops.Merge(members=members, into=new("Phường Mới"))).decision.pk))

    assert model._default_manager.exists()
    with pytest.raises(refusals.WrittenOnce), naming(refusals.CONSTRAINTS), stamped():
        sql(statement.format(table=model._meta.db_table))


def test_a_placement_that_was_replaced_in_the_same_transaction_makes_no_cycle(decision: UUID) -> None:
    with stamped():
        first = placement(decision, unit_id=CAI_KHE, parent_id=AN_HOA)
        Placement.rows.filter(pk=first.pk).delete()
        placement(decision, unit_id=AN_HOA, parent_id=CAI_KHE)
        settle()


def test_units_may_change_places_from_one_day_to_the_next(decision: UUID) -> None:
    with stamped():
        placement(decision, unit_id=CAI_KHE, parent_id=AN_HOA, valid=Period(DAY, LATER))
        placement(decision, unit_id=AN_HOA, parent_id=CAI_KHE, valid=Period(LATER))
        settle()


def test_a_long_chain_is_climbed_in_no_time(decision: UUID) -> None:
    """A cycle over forty units is found, and a chain of forty is accepted."""
    units = [uuid4() for _ in range(40)]
    with stamped():
        sql("INSERT INTO register_unit SELECT unnest(%s::uuid[])", units)
        for unit in units:
            version(decision, unit_id=unit, valid=Period(DAY))
        for above, unit in pairwise(units):
            placement(decision, unit_id=unit, parent_id=above)
        settle()

    assert isinstance(
        refused(lambda by: placement(by, unit_id=units[0], parent_id=units[-1]), decision),
        refusals.AboveItself,
    )


def test_a_unit_in_use_cannot_be_deleted(decision: UUID) -> None:
    for unit in (CITY, NINH_KIEU):
        assert (
            "register_"
            in refused(lambda by, u=unit: sql("DELETE FROM register_unit WHERE id = %s", u), decision).facts[
                "constraint"
            ]
        )
    sql("DELETE FROM register_unit WHERE id = %s", NOBODY)


def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_migrations_go_back_to_nothing_and_come_again() -> None:
    for app in ("access", "register", "temporal"):
        call_command("migrate", app, "zero", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relname ~ '^(register|temporal)_'")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_proc WHERE proname ~ '^(register|temporal)_'")
        assert cursor.fetchone() == (0,)

    call_command("migrate", verbosity=0)

    found_town()
    for table in ("event", "leaf", "seal"):  # as conftest does: this test commits
        sql(f"ALTER TABLE audit_{table} DISABLE TRIGGER {table}_is_not_emptied")
