"""Killed in the middle of a confirmation, an import has written nothing, and can be confirmed again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from tests.cast import make_cast
from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.config.database import VARIABLE
from tinhgon.exchange.imports import actions
from tinhgon.exchange.models import Import
from tinhgon.exchange.tests import import_process
from tinhgon.exchange.tests.workbooks import EVERYWHERE, workbook
from tinhgon.people.models import Amendment, Entry
from tinhgon.register.models import Decision, Person
from tinhgon.register.tests.factories import head, outside
from tinhgon.register.tests.staffed import staff_town
from tinhgon.register.tests.test_crash import gone, writing

SLOW = """
CREATE FUNCTION test_slow_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_sleep(0.01); RETURN NULL; END $$;
CREATE TRIGGER slow AFTER INSERT ON people_entry FOR EACH ROW EXECUTE FUNCTION test_slow_import();
CREATE TRIGGER slow AFTER INSERT ON people_amendment FOR EACH ROW EXECUTE FUNCTION test_slow_import();
CREATE TRIGGER slow AFTER INSERT ON register_decision FOR EACH ROW EXECUTE FUNCTION test_slow_import();
"""
ROWS = 40


@pytest.fixture
def waiting() -> Iterator[Import]:
    """A list of new people with grades that waits to be confirmed, among slow writes."""
    staff_town()
    lan: User = make_cast(())["lan"]
    titles = ["CCCD", "Họ và tên", "Đơn vị", "Năm sinh", "Ngạch"]
    rows = [[f"09209900{n:04}", "Võ Văn Ba", "31117", "1990", "Chuyên viên"] for n in range(ROWS)]
    yield actions.send(workbook(titles, *rows), kind="people", on=date(2011, 6, 1), by=lan, reach=EVERYWHERE)
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION IF EXISTS test_slow_import() CASCADE")


def written() -> tuple[int, ...]:
    counts = (Person.objects.count(), Entry.objects.count(), Amendment.objects.count())
    return (*counts, Decision.objects.exclude(state="signed").count())


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_killed_in_the_middle_nothing_is_half_written(waiting: Import) -> None:
    own = connection.settings_dict
    address = f"postgresql:///{own['NAME']}?user={own['USER']}&port={own['PORT']}&host={quote(own['HOST'])}"
    with connection.cursor() as cursor:
        cursor.execute(SLOW)
    before, dice = written(), random.Random(3)  # noqa: S311

    with outside(autocommit=True) as watch:
        for _ in range(3):
            child = subprocess.Popen(
                [sys.executable, "-m", import_process.__name__, str(waiting.pk)],
                env=os.environ | {VARIABLE: address, "TINHGON_VAULT": str(settings.VAULT)},
                stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            pid = writing(watch)
            time.sleep(dice.uniform(0, 0.7))
            child.send_signal(signal.SIGKILL)
            assert child.communicate(timeout=60)[0] == ""
            gone(watch, pid)

            assert written() == before
            assert Import.objects.get(pk=waiting.pk).state == "waiting"

    by = User.objects.get(username="lan")
    done = actions.confirm(waiting.pk, head=head(on=date(2011, 6, 1)), by=by, reach=EVERYWHERE)

    assert done.opened == ROWS
    assert written() == (before[0] + ROWS, before[1] + ROWS, before[2] + 2 * ROWS, 1)
    assert waiting.pk in vault.erased([waiting.pk])
