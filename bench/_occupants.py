"""A small administration with a past, made by decisions: what other systems were measured on."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid5

from django.db import connection
from django.utils import timezone

UNITS, PEOPLE, EDITS = 300, 500, 240
FOUNDED = date(2010, 1, 1)
SPACE = UUID(int=4)


def unit(number: int) -> UUID:
    """Identify a unit; each stands under one of the tens before it."""
    return uuid5(SPACE, f"unit {number}")


def fill() -> None:
    """Found units, posts and people by one decision each, then rename and move units over the years."""
    from tinhgon.core import operations as ops
    from tinhgon.core.names import fold, sort_key
    from tinhgon.register.models import Person

    with connection.cursor() as cursor:
        cursor.execute("SET tinhgon.actor = 'system'")
    names = [f"Người Thứ {number}" for number in range(PEOPLE)]
    Person.objects.bulk_create(
        Person(
            id=uuid5(SPACE, name), name=name, name_key=sort_key(name), name_folded=fold(name), home_id=None
        )
        for name in names
    )
    _sign(FOUNDED, *(ops.Establish(unit=ops.NewUnit(
        id=unit(n), name=f"Đơn vị {n}", kind="division", parent=unit((n - 1) // 4) if n else None,
    )) for n in range(UNITS)))  # fmt: skip
    _sign(FOUNDED, *(ops.CreatePost(post=ops.NewPost(
        id=uuid5(SPACE, f"post {n}"), unit=unit(n % UNITS), title="expert", staff="civil_servant",
        rank="head" if n < UNITS else "specialist",
    )) for n in range(PEOPLE)))  # fmt: skip
    _sign(FOUNDED, *(
        ops.Appoint(person=uuid5(SPACE, name), post=uuid5(SPACE, f"post {n}")) for n, name in enumerate(names)
    ))  # fmt: skip
    _edit(Random(4))


def _edit(chance: Random) -> None:
    """Rename and move: half and half, one decision each, twelve days apart."""
    from tinhgon.core import operations as ops

    for number in range(EDITS):
        on, one = FOUNDED + timedelta(days=60 + 12 * number), chance.randrange(80, UNITS)
        if number % 2:
            _sign(on, ops.Rename(unit=unit(one), name=f"Đơn vị {one} ({number})"))
        else:  # a leaf under an inner one: no circle, and never where it stands already
            _sign(on, ops.Move(unit=unit(one), to=unit(number % 60)))


def _sign(on: date, *operations: Any) -> None:
    from tinhgon.core.errors import Refused
    from tinhgon.register.actions import check, draft, sign
    from tinhgon.register.actions.drafting import Head
    from tinhgon.register.models import Decision

    number = f"{Decision.objects.count() + 1}/QĐ"
    head = Head(type="QĐ", number=number, issuer="UBND", issued_on=on, effective_on=on, title="Sắp xếp")
    decision = draft(head=head, operations=operations, actor=None)
    try:
        check(decision=decision)
    except Refused:  # it stands there already
        decision.delete()
        return
    sign(decision=decision, actor=None, at=timezone.now())
