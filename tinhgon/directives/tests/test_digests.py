"""One reminder a user and working day; by mail it says how much, and nothing of what."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail as outbox
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.access.tests.ground import acting, granted, person, unit, user
from tinhgon.directives.actions.digests import mail, remind, see
from tinhgon.directives.models import Digest
from tinhgon.directives.queries.digests import digest_on, pointed_at
from tinhgon.directives.tests.ground import DAY, directive, obligation

pytestmark = pytest.mark.django_db
SUNDAY = date(2026, 5, 31)
AT = timezone.make_aware(datetime(2026, 6, 1, 7, 0))  # noqa: DTZ001
EARLIER = DAY - timedelta(days=30)


def clerk(at: UUID, role: str = "clerk", **values: Any) -> User:
    made = user()
    for name, value in values.items():
        setattr(made, name, value)
    made.save()
    granted(made, role, at=at)
    return made


@pytest.fixture
def two() -> tuple[UUID, UUID]:
    """A giver, and a bearer with one late task, one near, one far, and one that waits to be confirmed."""
    giver, bearer = unit(), unit()
    of = directive(giver, on=EARLIER)
    for days in (-3, 2, 60):
        obligation(of, bearer, assigned_on=EARLIER, due_on=DAY + timedelta(days=days), matter="Mật vụ")
    obligation(of, bearer, state="reported", done_on=EARLIER, assigned_on=EARLIER, due_on=DAY)
    return giver, bearer


def counts(of: User) -> tuple[int, int, int] | None:
    found = digest_on(of.pk, on=DAY)
    return (found.overdue, found.due_soon, found.waiting) if found else None


def test_each_is_reminded_of_what_is_his_to_do(two: tuple[UUID, UUID]) -> None:
    giver, bearer = (clerk(at) for at in two)
    other, reader = clerk(unit()), clerk(two[1], "reader")
    assert remind(on=DAY) == 2
    assert counts(bearer) == (1, 1, 0)
    assert counts(giver) == (0, 0, 1)
    assert counts(other) is counts(reader) is None
    assert remind(on=DAY) == 0


def test_who_is_named_is_reminded_by_name() -> None:
    here = unit()
    own = clerk(unit(), person=person(here))
    obligation(directive(here), here, person=own.person, due_on=DAY)
    remind(on=DAY)
    assert counts(own) == (0, 1, 0)


def test_nobody_is_reminded_on_a_day_off_or_of_nothing(two: tuple[UUID, UUID]) -> None:
    clerk(two[1])
    assert remind(on=SUNDAY) == 0


def test_a_reminder_opens_to_what_its_user_still_sees(two: tuple[UUID, UUID]) -> None:
    bearer = clerk(two[1])
    remind(on=DAY)
    found = Digest.objects.get(user=bearer)
    assert [one.status for one in pointed_at(found, reach_of(bearer.pk, on=DAY))] == ["overdue", "due_soon"]
    bearer.grants.update(ended_at=AT)
    assert not pointed_at(found, reach_of(bearer.pk, on=DAY)).exists()


def test_a_reminder_is_its_users_alone(two: tuple[UUID, UUID]) -> None:
    bearer, other = clerk(two[1]), clerk(two[1])
    remind(on=DAY)
    with acting(other.pk):
        assert list(Digest.objects.values_list("user", flat=True)) == [other.pk]
        see(Digest.objects.get(), at=AT)
    assert Digest.objects.get(user=other).seen_at == AT
    assert Digest.objects.get(user=bearer).seen_at is None


def test_mail_says_how_much_and_nothing_of_what(two: tuple[UUID, UUID], settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example"
    clerk(two[1], email="an@example.vn", name="Nguyễn Văn An")
    clerk(two[1])  # without an address
    remind(on=DAY)
    assert [mail(on=DAY, at=AT), mail(on=DAY, at=AT)] == [1, 0]
    (sent,) = outbox.outbox
    assert sent.to == ["an@example.vn"]
    assert sent.subject == "Tinh Gọn: nhắc việc ngày 01/06/2026"
    assert "1 nhiệm vụ quá hạn" in sent.body
    assert "/directives/" in sent.body
    assert "Mật vụ" not in sent.body


def test_the_settings_may_have_the_matters_told(two: tuple[UUID, UUID], settings: Any) -> None:
    settings.EMAIL_HOST, settings.EMAIL_MATTERS = "mail.example", True
    clerk(two[1], email="an@example.vn")
    remind(on=DAY)
    mail(on=DAY, at=AT)
    assert "29/05/2026  Mật vụ" in outbox.outbox[0].body


def test_without_a_server_no_mail_goes_out(two: tuple[UUID, UUID]) -> None:
    clerk(two[1], email="an@example.vn")
    remind(on=DAY)
    assert mail(on=DAY, at=AT) == 0


def test_mail_that_could_not_be_sent_goes_with_the_next_call(
    two: tuple[UUID, UUID], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_HOST = "mail.example"
    clerk(two[1], email="an@example.vn")
    remind(on=DAY)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", _refuse)
        with pytest.raises(OSError, match="down"):
            mail(on=DAY, at=AT)
    assert mail(on=DAY, at=AT) == 1


def _refuse(*_: Any, **__: Any) -> None:
    raise OSError("down")
