"""A document and obligations put straight into the tables, for tests of what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon.access.tests.ground import acting, granted, user
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.models import Obligation
from tinhgon.documents.models import Document
from tinhgon.documents.values import AcceptedTask

DAY = date(2026, 6, 1)  # a Monday


def directive(keeper: UUID, *, on: date = DAY, **values: Any) -> Document:
    """Register a directive that a unit keeps."""
    own: dict[str, Any] = {
        "direction": "in", "state": "registered", "type": "KH", "number": "157/KH-UBND", "issuer": "UBND",
        "number_key": "157-kh-ubnd", "issued_on": on, "arrived_on": on, "registered_at": timezone.now(),
        "abstract": "Kế hoạch sắp xếp tổ chức bộ máy",
    }  # fmt: skip
    made: Document = Document.objects.create(keeper_id=keeper, **(own | values))
    return made


def obligation(of: Document, unit: UUID, **values: Any) -> Obligation:
    """Put an obligation on a unit, given by who keeps the directive."""
    own: dict[str, Any] = {
        "directive": of, "assigner_id": of.keeper_id, "unit_id": unit, "matter": "Báo cáo tiến độ",
        "assigned_on": DAY,
    }  # fmt: skip
    made: Obligation = Obligation.objects.create(**(own | values))
    return made


@contextmanager
def hand(*units: UUID, on: date = DAY, role: str = "clerk", revision: int | None = None) -> Iterator[Hand]:
    """Act as somebody who drafts in some units alone, or everywhere, under the role of pages."""
    one = user()
    for unit in units or (None,):
        granted(one, role, at=unit, subtree=False)
    with acting(one.pk) as reach:
        yield Hand(by=one, reach=reach, on=on, revision=revision)


def task(*bearers: UUID, **values: Any) -> AcceptedTask:
    """A task as a person accepted it."""
    own: dict[str, Any] = {"kind": "task", "matter": "Rà soát vị trí việc làm", "bearers": bearers}
    return AcceptedTask(**(own | values))


def acts(of: Obligation) -> list[str]:
    """Tell what happened to an obligation, first to last."""
    return list(of.acts.order_by("id").values_list("kind", flat=True))
