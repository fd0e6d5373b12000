"""Records the mandates of the demonstration by a decision, and compares them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.mandates.actions.comparing import compare_all
from tinhgon.people.demo.chance import identity
from tinhgon.people.demo.stage import ISSUER
from tinhgon.register.actions.drafting import Head
from tinhgon.register.actions.history import Batch, record_history
from tinhgon.register.models import Decision, UnitVersion

MANDATES = Path(__file__).with_name("mandates.yaml")
BEGUN = date(2025, 8, 1)
RECORDED = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)
ID = identity("act", "mandates")
# Bodies right under the city, or under its Party committee.
UNDER_THE_CITY = """
WITH city AS (
    SELECT i.unit_id FROM register_identifier i
    WHERE i.scheme = 'national' AND i.value = '92' AND i.valid @> %(day)s
), near AS (
    SELECT p.unit_id FROM register_placement p JOIN city ON p.parent_id = city.unit_id
    WHERE p.valid @> %(day)s AND p.line <> 'territorial'
)
SELECT unit_id FROM near
UNION SELECT p.unit_id FROM register_placement p JOIN near ON p.parent_id = near.unit_id
JOIN register_unitversion v ON v.unit_id = near.unit_id AND v.valid @> %(day)s
WHERE p.valid @> %(day)s AND v.kind_id = 'party_committee'
"""


def load_mandates_demo(*, on: date) -> int:
    """Charge the bodies of the demonstration with their duties, once; give how many were."""
    if Decision.objects.filter(pk=ID).exists():
        return 0
    wanted: dict[str, Any] = yaml.safe_load(MANDATES.read_text(encoding="utf-8"))
    found = {unit: wanted[name] for unit, name in _bodies(list(wanted)).items()}
    if not found:
        return 0
    record_history(batches=[Batch(ID, _head(), _operations(found))], at=RECORDED)
    compare_all(on=on)
    return len(found)


def _bodies(names: list[str]) -> dict[UUID, str]:
    """Give the city's bodies by the longest of the names that theirs begins with."""
    alive = UnitVersion.objects.on(BEGUN).filter(kind__level__isnull=True, unit__in=_of_the_city())
    found = dict[UUID, str]()
    for unit, name in alive.values_list("unit_id", "name"):
        begins = [one for one in names if name == one or name.startswith(f"{one} ")]
        if begins:
            found[unit] = max(begins, key=len)
    return found


def _of_the_city() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(UNDER_THE_CITY, {"day": BEGUN})
        return [unit for (unit,) in cursor.fetchall()]


def _operations(found: dict[UUID, str]) -> tuple[ops.Operation, ...]:
    return tuple(ops.ChangeMandate(unit=unit, mandate=text.strip()) for unit, text in found.items())


def _head() -> Head:
    return Head(
        type="QĐ", number="1201/QĐ-MH", issuer=ISSUER, issued_on=BEGUN, effective_on=BEGUN,
        title="quy định chức năng, nhiệm vụ của các cơ quan thành phố Cần Thơ (minh họa)",
        source=Decision.Source.ILLUSTRATION,
        source_note="Minh họa, viết cho bản dùng thử; không phải văn bản có thật.",
    )  # fmt: skip
