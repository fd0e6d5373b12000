"""Whatever dies in the middle of signing, and whenever: the register is as before, or as after."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from tinhgon.config import embedded
from tinhgon.config.database import DATA, VARIABLE
from tinhgon.core import operations as ops
from tinhgon.core.apply import apply
from tinhgon.core.rows import Row
from tinhgon.register.actions import sign
from tinhgon.register.models import Change, Decision
from tinhgon.register.queries import snapshots
from tinhgon.register.tests import process
from tinhgon.register.tests.factories import TABLES, next_moment, outside, past, rows

# Every row that is written takes a moment longer, so that a kill falls among the writes.
SLOW = """
CREATE FUNCTION test_slow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_sleep({seconds}); RETURN NULL; END $$;
"""
SLOWED = ("unitversion", "placement", "identifier", "succession", "change")
TRIGGER = (
    "CREATE TRIGGER slow AFTER INSERT OR DELETE ON register_{table}"
    " FOR EACH ROW EXECUTE FUNCTION test_slow();"
)
LOCKS = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"
HURRY = "DROP FUNCTION test_slow() CASCADE"
WORKING = """
SELECT pid FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND wait_event = 'PgSleep' AND datname = current_database()
"""


def slow(seconds: float) -> str:
    return SLOW.format(seconds=seconds) + "".join(TRIGGER.format(table=table) for table in SLOWED)


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", process.__name__, *arguments],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(*arguments: str, **environment: str) -> str:
    child = start(*arguments, **environment)
    answer = child.communicate(timeout=120)[0].strip()
    assert child.returncode == 0
    return answer


def writing(watch: psycopg.Connection[Any]) -> int:
    """Wait until somebody is in the middle of his writes; give the process of the server that serves him."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if found := watch.execute(WORKING).fetchone():
            return int(found[0])
        time.sleep(0.01)
    raise AssertionError("nobody ever wrote")


def gone(watch: psycopg.Connection[Any], pid: int) -> None:
    """Wait until the server has noticed that somebody is dead."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if not watch.execute("SELECT 1 FROM pg_stat_activity WHERE pid = %s", [pid]).fetchone():
            return
        time.sleep(0.02)
    raise AssertionError("the dead one's transaction never ended")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestProcesses:
    @pytest.fixture
    def merger(self) -> Iterator[str]:
        """The checked decision 1668 on the eve of the great merger, with slow writes."""
        pk = process.load_eve()
        with connection.cursor() as cursor:
            cursor.execute(slow(0.0005))
        yield pk
        with connection.cursor() as cursor:
            cursor.execute(HURRY)

    @pytest.fixture
    def here(self) -> dict[str, str]:
        """Where the database of the tests is, for another process."""
        own = connection.settings_dict
        address = (
            f"postgresql:///{own['NAME']}?user={own['USER']}&port={own['PORT']}&host={quote(own['HOST'])}"
        )
        return {VARIABLE: address}

    @staticmethod
    def after(merger: str) -> frozenset[Row]:
        """What the register is to be once the decision is signed."""
        decision = Decision.objects.get(pk=merger)
        whole = snapshots.gather_whole().snapshot
        orders = ops.read(decision.operations)
        done = whole.after(apply(whole, orders, on=decision.effective_on, decision=decision.pk))
        return frozenset([row for life in done.lives.values() for row in life.facts]) | done.successions

    def test_killed_or_cut_off_at_any_point_it_is_all_or_nothing(
        self, merger: str, here: dict[str, str]
    ) -> None:
        before, after = rows(), self.after(merger)
        pasts, changes = [past(table) for table in TABLES], Change.objects.count()
        dice = random.Random(1668)  # noqa: S311

        with outside(autocommit=True) as watch:
            for how in ("kill", "terminate", "kill"):
                child = start("sign", merger, **here)
                pid = writing(watch)
                time.sleep(dice.uniform(0, 0.6))
                if how == "kill":
                    child.send_signal(signal.SIGKILL)
                else:
                    watch.execute("SELECT pg_terminate_backend(%s)", [pid])
                answer = child.communicate(timeout=60)[0].strip()
                gone(watch, pid)

                assert answer == {"kill": "", "terminate": "ConnectionLost"}[how]
                assert rows() == before
                assert Decision.objects.get(pk=merger).state == "checked"
                assert ([past(table) for table in TABLES], Change.objects.count()) == (pasts, changes)

        sign(decision=Decision.objects.get(pk=merger), actor=None, at=next_moment())

        assert rows() == after
        assert rows(known=Decision.objects.get(pk=merger).checked_at) == before

    def test_killed_at_the_very_end_it_is_one_or_the_other(self, merger: str, here: dict[str, str]) -> None:
        before, after = rows(), self.after(merger)
        with connection.cursor() as cursor:
            cursor.execute(slow(0).partition("CREATE TRIGGER")[0].replace("CREATE", "CREATE OR REPLACE", 1))
        dice = random.Random(202)  # noqa: S311
        seen = set()
        for _ in range(4):
            child = start("sign", merger, **here)
            with outside(autocommit=True) as watch:
                locked(watch)
                time.sleep(dice.uniform(0, 0.3))
                child.kill()
                child.wait()
                quiet(watch)
            found = rows()
            state = Decision.objects.get(pk=merger).state
            assert (found, state) in ((before, "checked"), (after, "signed"))
            seen.add(state)
            if state == "signed":
                break
        assert seen


def locked(watch: psycopg.Connection[Any]) -> None:
    """Wait until somebody holds the signing lock."""
    deadline = time.monotonic() + 30
    while not watch.execute(LOCKS).fetchone():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def quiet(watch: psycopg.Connection[Any]) -> None:
    """Wait until nobody does."""
    deadline = time.monotonic() + 30
    while watch.execute(LOCKS).fetchone():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def kill_server(data: Path) -> int:
    """Kill the server itself, as a power cut would; give its process."""
    server = embedded.status(data).pid
    assert server is not None
    os.kill(server, signal.SIGKILL)
    return server


def test_the_server_killed_in_the_middle_comes_back_with_all_or_nothing(tmp_path: Path) -> None:
    data = tmp_path / DATA
    here = {"TINHGON_VAR": str(tmp_path)}
    embedded.start(data)
    try:
        merger = said("prepare", **here)
        before = said("rows", **here)
        with psycopg.connect(embedded.url(data)) as admin:
            admin.execute(slow(0.0005))

        child = start("sign", merger, **here)
        watch = psycopg.connect(embedded.url(data), autocommit=True)
        writing(watch)
        time.sleep(0.2)
        killed = kill_server(data)
        watch.close()
        assert child.communicate(timeout=60)[0].strip() == "ConnectionLost"

        with psycopg.connect(embedded.url(data)):  # it starts anew and recovers
            assert embedded.status(data).pid != killed
        assert said("rows", **here) == before

        with psycopg.connect(embedded.url(data)) as admin:
            admin.execute(HURRY)
        assert said("sign", merger, **here) == "signed"
        after = said("rows", **here)
        kill_server(data)

        embedded.start(data)
        assert said("rows", **here) == after != before
    finally:
        embedded.remove(data)
