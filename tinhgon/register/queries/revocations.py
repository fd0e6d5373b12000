"""Which signed decisions are taken back: a revocation that was itself revoked takes back nothing."""

from __future__ import annotations

from uuid import UUID

from tinhgon.register.models import Decision


def revoked() -> frozenset[UUID]:
    """Give the signed decisions that are taken back now."""
    orders = Decision.objects.filter(state=Decision.State.SIGNED).exclude(revokes=[])
    gone: set[UUID] = set()
    # The newest first: only a later decision can take one back.
    for decision, takes_back in orders.order_by("-signed_at").values_list("pk", "revokes"):
        if decision not in gone:
            gone.update(takes_back)
    return frozenset(gone)
