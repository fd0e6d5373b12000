"""A small town with people in posts and a few entries, and the cast that looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.names import fold, person_key
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import SENSITIVE, Allowed, Reach
from tinhgon.core.tests.staff import LAN
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY
from tinhgon.people.actions.entries import Item, enter
from tinhgon.people.models import Entry
from tinhgon.people.values import Days
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import new, signed
from tinhgon.register.tests.staffed import staff_town

BUDGET = 15  # statements a page
NUMBER = "092085000123"
NEW_WARD = "Phường Cái Khế mới"
EVERYTHING = Reach((Allowed("signer", SENSITIVE, None),))

Visit = Callable[..., Any]


def make_town() -> dict[str, User]:
    """Found the town with its people, and the cast; Tâm's area is Cái Khế."""
    staff_town()
    for one in Person.objects.all():
        one.name_key, one.name_folded, one.sex = person_key(one.name), fold(one.name), "female"
        one.save()
    return make_cast(area=[CAI_KHE])


def write(by: User, section: str, person: object = LAN, days: Days | None = None, **values: object) -> Entry:
    """Write an entry into somebody's dossier, Lan's unless another is named."""
    item = Item(person=person, section=section, values=values, days=days or Days())  # type: ignore[arg-type]
    return enter(item, by=by, reach=EVERYTHING)


def fill_dossier(by: User) -> None:
    """Write what is internal, personal and sensitive into Lan's dossier."""
    write(by, "identity", national_id=NUMBER, phone="0292 3 123 456", email="lan@cantho.gov.vn")
    write(
        by,
        "history",
        unit="Sở Nội vụ cũ",
        post="Chuyên viên",
        days=Days(PartialDay(2004), PartialDay(2009, 5)),
    )
    write(by, "education", degree="bachelor", major="Luật", days=Days(PartialDay(2000), PartialDay(2004)))
    write(by, "discipline", form="reprimand", decision="12/QĐ", issuer="UBND", days=Days(PartialDay(2012)))


def merge_wards() -> None:
    """Merge Cái Khế and An Hòa into a new ward, which takes over their posts and people."""
    signed(
        ops.Merge(members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new(NEW_WARD)),
        on=DAY,
        title="Sắp xếp phường",
    )


def visitor(cast: dict[str, User]) -> Visit:
    """Give a way to open pages as somebody, held to the budget of statements."""

    def visit(path: str, *, who: str = "lan", **posted: str) -> Any:
        client = Client()
        client.force_login(cast[who])
        return ask(client, path, **posted)

    return visit


def ask(client: Client, path: str, **posted: str) -> Any:
    """Open a page, or send a form, within the budget."""
    with CaptureQueriesContext(connection) as statements:
        answer = client.post(path, posted) if posted else client.get(path)
    if not posted:
        assert len(statements) <= BUDGET, "\n".join(one["sql"][:150] for one in statements)
    return answer
