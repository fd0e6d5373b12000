"""What signing a rename costs: statements, version rows, time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from _ground import close_register, median_ms, open_register, report


def main() -> None:
    """Rename communes of Cần Thơ, one a decision, each on a later day; give the register back as it was."""
    open_register("cantho")
    from django.db import transaction

    with transaction.atomic():
        _measure()
        transaction.set_rollback(True)
    close_register()


def _measure() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tinhgon.register.actions import sign
    from tinhgon.register.models import UnitVersion

    unit = UnitVersion.objects.on(date(2025, 7, 1)).filter(kind="ward").values_list("unit_id", flat=True)[0]
    before = UnitVersion.objects.throughout().count()
    checked = _checked(unit, 0)
    with CaptureQueriesContext(connection) as captured:
        sign(decision=checked, actor=None, at=datetime.now(tz=UTC))
    statements = [q for q in captured.captured_queries if "SAVEPOINT" not in q["sql"]]
    report("rename by a signed decision: statements", len(statements), "SQL", limit=8)
    more = UnitVersion.objects.throughout().count() - before
    report("rename by a signed decision: version rows more", more, "rows", limit=2)
    numbers = iter(range(10, 100))

    def rename() -> None:
        sign(decision=_checked(unit, next(numbers)), actor=None, at=datetime.now(tz=UTC))

    report("draft, check and sign a rename", median_ms(rename), "ms")


def _checked(unit: UUID, number: int):  # type: ignore[no-untyped-def]
    from tinhgon.core import operations as ops
    from tinhgon.register.actions import check, draft
    from tinhgon.register.actions.drafting import Head

    day = date(2026, 1, 1) + timedelta(days=number)
    head = Head(
        type="QĐ", number=f"{number}/QĐ-ĐO", issuer="Phép đo", issued_on=day, effective_on=day, title="Đo"
    )
    decision = draft(head=head, operations=[ops.Rename(unit=unit, name=f"Phường {number}")], actor=None)
    check(decision=decision)
    return decision


if __name__ == "__main__":
    main()
