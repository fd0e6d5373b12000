"""Files, readers and campaigns that tests of this app begin with."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.core.partial import PartialDay
from tinhgon.core.periods import Period
from tinhgon.core.reach import SENSITIVE, Allowed, Reach
from tinhgon.people.actions.campaigns import NewCampaign, open_campaign
from tinhgon.people.actions.entries import Item, NewPerson, enter, open_dossiers
from tinhgon.people.models import Campaign, Entry
from tinhgon.register.models import Person, Unit

NUMBER = "000123456789"
ALL = Reach((Allowed("signer", SENSITIVE, None),))


def today() -> date:
    return timezone.localdate()


def reach(field_class: int = SENSITIVE, role: str = "signer", units: frozenset[UUID] | None = None) -> Reach:
    return Reach((Allowed(role, field_class, units),))


def make_person(home: Unit, name: str = "Nguyễn Thị Bình") -> Person:
    new = NewPerson(name=name, home=home.id, sex="female", born=PartialDay(1980, 3, 8), illustrative=True)
    return open_dossiers([new], by=None)[0]


def account_of(person: Person, username: str = "binh") -> User:
    return User.objects.create_user(username=username, name=person.name, person=person)


def fill(person: Person, by: User) -> dict[str, Entry]:
    """Give a file an entry of each kind that tests look for."""
    written = {
        "identity": {"national_id": NUMBER, "phone": "0292 3 123 456", "residence": "Số 1 đường Minh Họa"},
        "recruitment": {"recruited_on": "05/2004", "recruited_by": "Sở Minh họa"},
        "award": {"title": "Bằng khen", "decision": "12/QĐ-UBND"},
        "discipline": {"form": "reprimand", "decision": "3/QĐ", "issuer": "Sở Minh họa"},
        "document": {"kind": "Bằng tốt nghiệp", "expires_on": "01/01/2020"},
    }
    return {
        section: enter(Item(person=person.id, section=section, values=values), by=by, reach=ALL)
        for section, values in written.items()
    }


def running(by: User, *fields: str, unit: UUID | None = None, days: int = 30) -> Campaign:
    new = NewCampaign(
        title="Rà soát năm 2026", fields=fields or ("identity.phone", "education.degree", "education.major"),
        unit=unit, valid=Period(today(), today() + timedelta(days=days)),
    )  # fmt: skip
    return open_campaign(new, by=by, reach=ALL)
