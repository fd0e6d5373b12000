"""Pages of grants and of the record: for those whose trade it is, and for nobody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import make_cast
from tests.logins import BOTH, showing
from tinhgon.access import actions, queries, refusals
from tinhgon.access.models import Grant, User
from tinhgon.access.tests.ground import granted, person, seen, unit
from tinhgon.audit.actions import record
from tinhgon.audit.models import Event
from tinhgon.core.periods import Period
from tinhgon.register.models import Unit
from tinhgon.temporal.naming import whole

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def cast() -> dict[str, User]:
    return make_cast([])


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def what(**values: Any) -> actions.Granted:
    return actions.Granted(
        **{"role": "reader", "valid": Period(TODAY), "reason": "Công tác cán bộ", **values}
    )


class TestActs:
    def test_a_grant_is_effective_and_on_record(self, cast: dict[str, User]) -> None:
        made = actions.grant(cast["khach"], what(field_class=2), by=cast["quy"])

        assert queries.reach_of(cast["khach"].pk, on=TODAY).highest == 2
        event = Event.objects.latest("id")
        assert (event.act, event.actor, event.count) == ("grant", cast["quy"].pk, made.pk)
        assert event.what == ["reader", f"user.{cast['khach'].pk}"]

    @pytest.mark.parametrize("who", ["lan", "hung", "mai", "nga", "khach"])
    def test_only_a_keeper_grants(self, who: str, cast: dict[str, User]) -> None:
        with pytest.raises(refusals.MayNotGrant):
            actions.grant(cast["tam"], what(), by=cast[who])

    def test_nobody_grants_to_himself(self, cast: dict[str, User]) -> None:
        with pytest.raises(refusals.NotToOneself):
            actions.grant(cast["quy"], what(), by=cast["quy"])

    def test_a_reason_is_demanded(self, cast: dict[str, User]) -> None:
        with pytest.raises(refusals.NeedsAReason):
            actions.grant(cast["tam"], what(reason=" "), by=cast["quy"])

    def test_what_the_database_refuses_has_a_name(self, cast: dict[str, User]) -> None:
        with pytest.raises(refusals.NoSuchGrant):
            actions.grant(cast["tam"], what(role="king"), by=cast["quy"])

    def test_a_grant_ends_once_and_at_once(self, cast: dict[str, User]) -> None:
        (held,) = Grant.objects.filter(user=cast["mai"])
        home = person(unit())
        assert home.pk in seen(cast["mai"].pk)

        actions.end_grant(held, why="Chuyển công tác", by=cast["quy"])

        assert seen(cast["mai"].pk) == set()
        with pytest.raises(refusals.OnlyEnded):
            actions.end_grant(held, why="Lần nữa", by=cast["quy"])
        assert Event.objects.latest("id").act == "revoke_grant"

    def test_nothing_else_of_a_grant_changes(self, cast: dict[str, User]) -> None:
        with pytest.raises(refusals.OnlyEnded), whole(refusals.CONSTRAINTS):
            Grant.objects.filter(user=cast["mai"]).update(field_class=3)
        with pytest.raises(refusals.OnlyEnded), whole(refusals.CONSTRAINTS):
            Grant.objects.filter(user=cast["mai"]).delete()

    def test_an_administrator_sees_nobody_without_a_grant(self, cast: dict[str, User]) -> None:
        person(unit())
        User.objects.filter(pk=cast["khach"].pk).update(is_superuser=True)

        assert seen(cast["khach"].pk) == set()


class TestWhoCouldSee:
    def test_by_which_grant_on_which_day(self, cast: dict[str, User]) -> None:
        home, other = unit(), unit()
        here = granted(cast["khach"], "clerk", at=home, valid=Period(date(2026, 1, 1), date(2026, 2, 1)))

        def through(where: UUID, on: date) -> list[int]:
            return [one.pk for one in queries.who_could_see(where, on=on) if one.user == cast["khach"]]

        assert through(home, date(2026, 1, 31)) == [here.pk]
        assert through(home, date(2026, 2, 1)) == []
        assert through(other, date(2026, 1, 31)) == []

    def test_what_ended_that_day_is_named_still(self, cast: dict[str, User]) -> None:
        home = unit()
        (held,) = Grant.objects.filter(user=cast["mai"])
        actions.end_grant(held, why="Hết việc", by=None)

        assert held in queries.who_could_see(home, on=TODAY)
        assert held not in queries.who_could_see(home, on=TODAY + timedelta(days=1))

    def test_who_audits_or_keeps_reads_no_dossier(self, cast: dict[str, User]) -> None:
        names = {one.user.username for one in queries.who_could_see(unit(), on=TODAY)}

        assert names == {"lan", "hung", "mai"}


PAGES = ("/access/", "/access/new/", "/access/audit/", "/access/users/1/", "/access/1/end/")


class TestPages:
    @pytest.mark.parametrize("path", PAGES)
    @pytest.mark.parametrize("who", ["lan", "hung", "mai", "khach", "tam"])
    def test_they_are_not_there_for_others(self, path: str, who: str, cast: dict[str, User]) -> None:
        assert client_of(cast[who]).get(path).status_code == 404

    def test_who_keeps_does_not_audit_and_who_audits_does_not_keep(self, cast: dict[str, User]) -> None:
        assert client_of(cast["quy"]).get("/access/audit/").status_code == 404
        assert client_of(cast["nga"]).get("/access/").status_code == 404

    def test_granting_and_ending_on_the_pages(self, cast: dict[str, User]) -> None:
        client = client_of(cast["quy"])
        given = {
            "user": cast["khach"].pk, "role": "clerk", "field_class": "2", "since": TODAY.isoformat(),
            "reason": "Nhận việc", "subtree": "on",
        }  # fmt: skip
        assert client.get("/access/new/").status_code == 200
        answer = client.post("/access/new/", given, follow=True)
        page = answer.content.decode()
        assert "Đã cấp quyền." in page
        assert "Nhận việc" in page

        made = Grant.objects.get(user=cast["khach"])
        assert "Phạm Quốc Khách" in client.get("/access/?user=khach&role=clerk").content.decode()
        ended = client.post(f"/access/{made.pk}/end/", {"why": "Thôi việc"}, follow=True).content.decode()
        assert "Thôi việc" in ended
        again = client.post(f"/access/{made.pk}/end/", {"why": "Lần nữa"}).content.decode()
        assert "đã thu hồi" in again

    def test_a_form_that_is_wrong_says_where(self, cast: dict[str, User]) -> None:
        given = {"user": cast["quy"].pk, "role": "clerk", "field_class": "2", "since": TODAY.isoformat(),
                 "reason": "x"}  # fmt: skip
        client = client_of(cast["quy"])

        assert "tự cấp quyền" in client.post("/access/new/", given).content.decode()
        wrong = client.post("/access/new/", {**given, "unit": "00000", "last_day": "2000-01-01"})
        assert "00000" in wrong.content.decode()
        assert "không trước ngày đầu" in wrong.content.decode()

    def test_granting_asks_again_who_one_is(self, cast: dict[str, User]) -> None:
        client = client_of(cast["quy"])
        showing(client, cast["quy"], BOTH, ago=301)

        for answer in (client.get("/access/new/"), client.post("/access/new/", {})):
            assert answer.status_code == 302
            assert answer.url.startswith("/accounts/reauthenticate/")  # type: ignore[attr-defined]

    def test_the_record_is_filtered_and_paged(self, cast: dict[str, User]) -> None:
        for _ in range(60):
            actions.grant(cast["khach"], what(), by=cast["quy"])
        client = client_of(cast["nga"])
        first = client.get("/access/audit/?actor=quy&act=grant")
        assert first.content.decode().count("<tr>") == 51
        rest = client.get("/access/audit/", {"actor": "quy", "after": first.context["older"]})
        assert rest.content.decode().count("<tr>") == 11
        assert "khong" not in client.get("/access/audit/?actor=khong").context["events"]

    def test_the_record_speaks_words_and_full_names(self, cast: dict[str, User]) -> None:
        actions.grant(cast["khach"], what(), by=cast["quy"])
        record(act="read", actor=cast["lan"].pk, actor_name="lan", what=["education", "hold.set"])
        page = client_of(cast["nga"]).get("/access/audit/").content.decode()

        for words in ("Người xem, Phạm Quốc Khách", "Huỳnh Ngọc Quý", "Nguyễn Thị Lan", "Giữ nguyên theo"):
            assert words in page
        assert "user." not in page
        assert "hold.set" not in page

    def test_who_could_see_a_person_is_told_to_who_sees_the_person(self, cast: dict[str, User]) -> None:
        somebody = person(None)
        for who in ("khach", "quy", "nga"):
            assert client_of(cast[who]).get(f"/access/people/{somebody.pk}/who/").status_code == 404

    def test_unknown_units_and_days_are_refused_plainly(self, cast: dict[str, User]) -> None:
        client = client_of(cast["quy"])

        assert client.get(f"/access/units/{uuid4()}/who/").status_code == 404
        assert client.get("/access/?on=31/02/2026").status_code == 400
        assert client.get("/access/?unit=%00").status_code == 400


def test_the_cast_of_one_area() -> None:
    home = Unit.objects.create()
    cast = make_cast([home.pk])

    assert queries.reach_of(cast["tam"].pk, on=TODAY).units() == {home.pk}
