"""Which signed decisions are taken back: a revocation that was itself revoked takes back nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from tinhgon.register.models import Decision


def revoked() -> frozenset[UUID]:
    """Give the signed decisions that are taken back now."""
    return frozenset(taken_back(_orders(None).values_list("pk", "revokes")))


def revoked_by(known: datetime | None) -> dict[UUID, Decision]:
    """Tell of each decision that is taken back by which one, as known."""
    orders = {order.pk: order for order in _orders(known).select_related("type").defer("operations")}
    gone = taken_back((order.pk, order.revokes) for order in orders.values())
    return {decision: orders[by] for decision, by in gone.items()}


def taken_back(orders: Iterable[tuple[UUID, Iterable[UUID]]]) -> dict[UUID, UUID]:
    """Tell what is taken back by which order, given orders with what each revokes, the newest first."""
    gone: dict[UUID, UUID] = {}
    for order, revokes in orders:
        if order not in gone:  # only a later order, met before it, can have taken it back
            gone.update(dict.fromkeys(revokes, order))
    return gone


def _orders(known: datetime | None) -> QuerySet[Decision]:
    found = Decision.objects.filter(state=Decision.State.SIGNED).exclude(revokes=[]).order_by("-signed_at")
    return found.filter(signed_at__lte=known) if known else found
