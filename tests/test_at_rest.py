"""What is sealed lies open nowhere: not in files of tables, nor in the logs of writes and of the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.config import places
from tinhgon.config.database import DATA
from tinhgon.core.reach import EVERYTHING
from tinhgon.people.actions.entries import Item, enter, mend
from tinhgon.people.actions.opening import NewPerson, open_dossiers
from tinhgon.register.models import Person, Unit

SEALED = ("000987654321", "Chim Hoàng Yến Ẩn Danh", "77/QĐ-CHIMYEN", "chimyen dân tộc")
OPEN = "Bằng khen chim yến để ngỏ"  # of class internal: it must be found, or the search proves nothing


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_sensitive_values_are_in_no_file_of_the_server() -> None:
    person, lan = _person()
    _plant(person, lan)
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT" if _may_checkpoint(cursor) else "SELECT pg_current_wal_flush_lsn()")

    assert _files_with(OPEN)
    for value in SEALED:
        assert _files_with(value) == []


def _person() -> tuple[Person, User]:
    home = Unit.objects.create()
    lan = make_cast(area=[home.id])["lan"]
    return open_dossiers([NewPerson(name="Người Thử Kín", home=home.id)], by=lan)[0], lan


def _plant(person: Person, by: User) -> None:
    number, name, decision, group = SEALED
    plans = {
        "identity": {"national_id": number, "ethnic_group": group},
        "relation": {"relation": "sibling", "name": name},
        "discipline": {"form": "reprimand", "decision": decision, "issuer": "Cơ quan"},
        "award": {"title": OPEN},
    }
    for section, values in plans.items():
        entry = enter(Item(person=person.id, section=section, values=values), by=by, reach=EVERYTHING)
        if section == "relation":  # what was before a change is kept, too
            mend(entry.id, {"relation": "sibling", "name": "Khác"}, revision=1, by=by, reach=EVERYTHING)


def _may_checkpoint(cursor: object) -> bool:
    cursor.execute("SELECT pg_has_role(current_user, 'pg_checkpoint', 'MEMBER')")  # type: ignore[attr-defined]
    return bool(cursor.fetchone()[0])  # type: ignore[attr-defined]


def _files_with(text: str) -> list[str]:
    wanted = text.encode()
    return [str(file) for file in _files() if wanted in file.read_bytes()]


def _files() -> Iterator[Path]:
    """Give the files of the server's data, its log of writes included, and its log."""
    data = settings.VAR / DATA
    for folder in {places.place(data), data}:
        yield from (file for file in folder.rglob("*") if file.is_file())
    yield from data.parent.glob(f"{data.name}.log*")
