"""Row security where it is known to break: kept connections, views, owners, inserts, leaky functions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from tinhgon.access import queries
from tinhgon.access.models import Grant, User
from tinhgon.access.tests.ground import LONG, TODAY, acting, granted, person, seen, unit, user
from tinhgon.core.names import fold, sort_key
from tinhgon.core.periods import Period
from tinhgon.register.models import Person

CANARY = "Hoàng Thị Chim Yến"


def rows(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def names() -> list[object]:
    return [name for (name,) in rows("SELECT name FROM register_person ORDER BY name")]


@pytest.fixture
def here(db: None) -> UUID:
    return unit()


@pytest.fixture
def clerk(here: UUID) -> User:
    """A clerk of one unit, with a person within and a canary without."""
    person(here, "Nguyễn Văn A")
    person(unit(), CANARY)
    made = user()
    granted(made, "clerk", at=here, field_class=2)
    return made


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAKeptConnection:
    def test_the_next_transaction_is_nobodys(self) -> None:
        person(unit(), CANARY)
        signer = user()
        granted(signer, "signer", field_class=3)
        with transaction.atomic():
            queries.enter(signer.pk, on=TODAY)
            assert names() == [CANARY]

        with transaction.atomic():
            queries.enter(None, on=TODAY)
            assert names() == []

    def test_a_request_leaves_nothing_on_its_connection(self) -> None:
        signer = user()
        granted(signer, "signer", field_class=3)
        client = Client()
        client.force_login(signer)
        before = rows("SELECT current_user, current_setting('tinhgon.actor', true)")

        assert client.get("/accounts/password/change/").status_code == 200

        assert rows("SELECT current_user, current_setting('tinhgon.actor', true)") == before


class TestViews:
    def test_a_view_of_the_owner_hides_the_same_rows(self, clerk: User) -> None:
        rows_before = "CREATE VIEW all_people AS SELECT name FROM register_person; GRANT SELECT ON all_people"
        with connection.cursor() as cursor:
            cursor.execute(f"{rows_before} TO tinhgon_app")
        with acting(clerk.pk):
            assert rows("SELECT name FROM all_people") == [("Nguyễn Văn A",)]

    def test_no_view_of_a_superuser_reads_people(self, db: None) -> None:
        owned = rows("""
            SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
            WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace
                AND (r.rolsuper OR r.rolbypassrls)""")
        assert owned == []


class TestRoles:
    def test_even_the_owner_is_bound(self, clerk: User) -> None:
        """Not the role of pages but the table's own owner, acting as the clerk."""
        assert rows("SELECT relforcerowsecurity FROM pg_class WHERE relname = 'register_person'") == [(True,)]
        with transaction.atomic():
            rows("SELECT set_config('tinhgon.actor', %s, true)", str(clerk.pk))
            assert names() == ["Nguyễn Văn A"]
            rows("SELECT set_config('tinhgon.actor', 'system', true)")

    def test_pages_run_under_a_role_that_owns_nothing(self, db: None) -> None:
        facts = rows("""
            SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
                (SELECT count(*) FROM pg_class WHERE relowner = r.oid),
                (SELECT count(*) FROM pg_proc WHERE proowner = r.oid)
            FROM pg_roles r WHERE rolname = 'tinhgon_app'""")
        assert facts == [(False, False, False, False, False, 0, 0)]

    @pytest.mark.parametrize(
        "act",
        [
            "ALTER TABLE register_person DISABLE ROW LEVEL SECURITY",
            "DROP POLICY person_within_reach ON register_person",
            "TRUNCATE access_grant",
            "DELETE FROM access_grant",
            "DELETE FROM audit_event",
            "UPDATE audit_event SET actor = NULL",
            "INSERT INTO audit_seal DEFAULT VALUES",
            "SELECT * FROM django_migrations",
            "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "SET ROLE postgres",
        ],
    )
    def test_what_that_role_may_not(self, act: str, clerk: User) -> None:
        with pytest.raises((ProgrammingError, DatabaseError)), transaction.atomic(), acting(clerk.pk):
            rows(act)

    def test_somebody_who_has_no_actor_sees_nobody(self, clerk: User) -> None:
        assert seen(None) == set()
        for actor in ("", "0", "lan", "-1", "1 OR 1=1"):
            with acting(None):
                rows("SELECT set_config('tinhgon.actor', %s, true)", actor)
                assert names() == []


class TestWriting:
    def insert(self, home: UUID | None) -> None:
        rows(
            "INSERT INTO register_person (id, name, name_key, name_folded, sex, born_precision, home_id, "
            "illustrative, revision, opened_at) VALUES "
            "(gen_random_uuid(), %s, %s, %s, '', '', %s, false, 1, now()) RETURNING 1",
            CANARY, sort_key(CANARY), fold(CANARY), home,
        )  # fmt: skip

    def test_an_insert_within_reach_is_taken(self, clerk: User, here: UUID) -> None:
        with acting(clerk.pk):
            self.insert(here)

    @pytest.mark.parametrize("nowhere", [True, False])
    def test_an_insert_out_of_reach_is_refused(self, clerk: User, nowhere: bool) -> None:
        home = None if nowhere else unit()
        with (
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
            acting(clerk.pk),
        ):
            self.insert(home)

    def test_nobody_is_moved_out_of_reach_by_a_write_past_the_pen(self, clerk: User) -> None:
        other = unit()
        with (
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
            acting(clerk.pk),
        ):
            Person.objects.all().update(home_id=other)

    def test_a_leaky_function_sees_allowed_names_only(self, clerk: User) -> None:
        with connection.cursor() as cursor:
            cursor.execute("""
                CREATE TABLE told (name text); GRANT INSERT, SELECT ON told TO tinhgon_app;
                CREATE FUNCTION leak(name text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
                'BEGIN INSERT INTO told VALUES (name); RETURN true; END';
                GRANT EXECUTE ON FUNCTION leak(text) TO tinhgon_app""")
        with acting(clerk.pk):
            rows("SELECT count(*) FROM register_person WHERE leak(name)")
        assert rows("SELECT name FROM told") == [("Nguyễn Văn A",)]


class TestTime:
    """What a grant gives ends with it, on the next request."""

    def test_before_and_after_its_period_there_is_nothing(self, here: UUID) -> None:
        who, inside = user(), person(here)
        granted(who, at=here, valid=Period(date(2026, 3, 1), date(2026, 4, 1)))
        found = {
            on: queries.reach_of(who.pk, on=on).sees(inside.home_id)
            for on in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1))
        }
        assert list(found.values()) == [False, True, True, False]

    def test_the_database_goes_by_its_own_clock(self, clerk: User, here: UUID) -> None:
        late = user()
        granted(late, at=here, valid=Period(date(2020, 1, 1), date(2021, 1, 1)))
        assert len(seen(clerk.pk)) == 1
        assert seen(late.pk) == set()

    def test_an_end_is_effective_at_once(self, clerk: User) -> None:
        assert len(seen(clerk.pk)) == 1
        Grant.objects.filter(user=clerk).update(ended_at=datetime.now(ZoneInfo("UTC")), ended_why="Hết việc")
        assert seen(clerk.pk) == set()

    def test_a_closed_account_reaches_nothing(self, clerk: User) -> None:
        User.objects.filter(pk=clerk.pk).update(is_active=False)
        assert seen(clerk.pk) == set()

    def test_what_comes_under_a_unit_later_is_not_reached_before(self, here: UUID) -> None:
        who = user()
        granted(who, at=here, valid=Period(LONG.since, TODAY + timedelta(days=3)))
        assert queries.reach_of(who.pk, on=TODAY + timedelta(days=3)).allowed == ()
