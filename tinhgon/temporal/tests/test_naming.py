"""What the database refuses becomes a refusal with a name, also at commit."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from tinhgon.core.errors import Refused
from tinhgon.temporal import naming as named
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


class TooMany(Refused):
    vi = "Quá nhiều ({constraint}): {detail}"
    en = "Too many ({constraint}): {detail}"


@pytest.fixture(autouse=True)
def _table() -> Iterator[None]:
    run(
        "CREATE TABLE naming_test (id int CONSTRAINT few CHECK (id < 10),"
        " word varchar(3) NOT NULL DEFAULT '', CONSTRAINT once UNIQUE (id) DEFERRABLE INITIALLY DEFERRED)"
    )
    yield
    run("DROP TABLE naming_test")


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def refused(*statements: str) -> Refused:
    with (
        pytest.raises(Refused) as caught,
        naming({"few": TooMany, "once": TooMany}),
        transaction.atomic(),
    ):
        run(*statements)
    for language in ("vi", "en"):
        assert "{" not in caught.value.message(language)
    return caught.value


def test_a_broken_constraint_is_named_at_once() -> None:
    refusal = refused("INSERT INTO naming_test VALUES (11)")

    assert isinstance(refusal, TooMany)
    assert refusal.facts["constraint"] == "few"


def test_and_also_at_commit() -> None:
    refusal = refused("INSERT INTO naming_test VALUES (1), (1)")

    assert isinstance(refusal, TooMany)
    assert "(id)=(1)" in refusal.message("en")


def test_one_without_a_class_still_has_its_name() -> None:
    refusal = refused(
        "ALTER TABLE naming_test ADD CONSTRAINT odd CHECK (id = 1)", "INSERT INTO naming_test VALUES (2)"
    )

    assert isinstance(refusal, named.ConstraintBroken)
    assert "odd" in refusal.message("vi")


def test_a_missing_value_names_its_column() -> None:
    assert refused("INSERT INTO naming_test VALUES (1, NULL)").facts["constraint"] == "word"


@pytest.mark.parametrize("value", ["'dài quá'", "repeat('x', 4)"])
def test_a_value_that_does_not_fit_is_named(value: str) -> None:
    assert isinstance(refused(f"INSERT INTO naming_test VALUES (1, {value})"), named.CannotBeStored)


def test_a_letter_that_cannot_be_stored_is_named() -> None:
    with (
        pytest.raises(named.CannotBeStored),
        naming({}),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("INSERT INTO naming_test VALUES (1, %s)", ["a\0"])


def test_a_statement_that_takes_too_long_is_named() -> None:
    assert isinstance(
        refused("SET LOCAL statement_timeout = '20ms'", "SELECT pg_sleep(5)"), named.TookTooLong
    )


def test_a_lock_that_is_not_given_is_named() -> None:
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as other:
        other.execute("LOCK TABLE naming_test")

        assert isinstance(
            refused("SET LOCAL lock_timeout = '20ms'", "INSERT INTO naming_test VALUES (1)"), named.TooBusy
        )


def test_a_lost_connection_is_named_and_the_next_one_works() -> None:
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as other:
        connection.ensure_connection()
        pid = connection.connection.info.backend_pid

        with pytest.raises(named.ConnectionLost), naming({}), transaction.atomic():
            run("INSERT INTO naming_test VALUES (1)")
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
            run("INSERT INTO naming_test VALUES (2)")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM naming_test")
        assert cursor.fetchone() == (0,)


def test_other_faults_stay_what_they_are() -> None:
    with pytest.raises(OperationalError), naming({}), transaction.atomic():
        run("DO $$ BEGIN RAISE EXCEPTION 'disk' USING ERRCODE = 'disk_full'; END $$")


def test_a_name_may_belong_to_no_table() -> None:
    words = "RAISE EXCEPTION 'no' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'few'"

    assert isinstance(refused(f"DO $$ BEGIN {words}; END $$"), TooMany)
    with pytest.raises(IntegrityError), transaction.atomic():
        run(f"DO $$ BEGIN {words}; END $$")
