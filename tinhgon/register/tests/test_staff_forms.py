"""Drafting decisions about posts and people in the browser: the forms, the picking, who may name whom."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.cast import make_cast
from tinhgon.core import operations as ops
from tinhgon.core.tests.staff import CHAIR, EXPERTS, HUNG, LAN, MAI, TAM
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE
from tinhgon.register.forms.operations import FORMS
from tinhgon.register.models import Decision
from tinhgon.register.pages.wording import OPERATIONS
from tinhgon.register.tests.drafting import ADDRESS, HEAD, both, client_of, faults, row, save, typed_in
from tinhgon.register.tests.factories import checked, drafted, signed
from tinhgon.register.tests.staffed import clerk_of, grant, staff_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward() -> Client:
    """Staff the town and log in a clerk whose reach is one ward."""
    staff_town()
    return client_of(clerk_of(CAI_KHE))


@pytest.fixture
def lan() -> Client:
    """Staff the town and log in Lan, who reaches everybody and signs."""
    staff_town()
    return client_of(make_cast([BINH_THUY])["lan"])


def with_chosen(sent: dict[str, Any]) -> dict[str, Any]:
    """Leave the choice of each box empty, as without scripts."""
    boxes = [name for name in sent if name.rpartition("-")[2] in ("person", "post", "reports_to", "to")]
    return sent | {f"{name}-chosen": "" for name in boxes}


def test_every_operation_has_a_form_and_a_name() -> None:
    assert set(FORMS) == set(OPERATIONS)


CASES: list[tuple[str, dict[str, str], dict[str, Any]]] = [
    ("create_post", {"unit": "31117", "title": "archivist", "rank": "specialist", "staff": "civil_servant",
                     "seats": "3", "reports_to": str(CHAIR)}, {}),
    ("change_post", {"post": str(EXPERTS), "seats": "5"}, {"seats": 5}),
    ("report_to", {"post": str(EXPERTS), "reports_to": ""}, {"reports_to": None}),
    ("move_post", {"post": str(EXPERTS), "to": "31120"}, {"to": str(AN_HOA)}),
    ("abolish_post", {"post": str(EXPERTS)}, {}),
    ("set_quota", {"unit": "31117", "staff": "civil_servant", "number": "7"}, {"number": 7}),
    ("appoint", {"person": "Trần Thị Lan", "post": "chuyên viên cái khế", "how": "concurrent"},
     {"person": str(LAN), "post": str(EXPERTS), "share": "1"}),
    ("reappoint", {"person": str(LAN), "post": str(CHAIR), "term_until": "01/12/2031"},
     {"term_until": "2031-12-01"}),
    ("transfer_person", {"person": str(HUNG), "post": str(EXPERTS)}, {}),
    ("second", {"person": str(HUNG), "post": str(EXPERTS), "until": "31/12/2027"}, {"until": "2028-01-01"}),
    ("change_occupancy", {"person": str(HUNG), "post": "phó chủ tịch cái khế", "how": "absent"}, {}),
    ("release", {"person": str(LAN), "post": ""}, {"post": None}),
    ("retire", {"person": str(LAN)}, {}),
    ("change_grade", {"person": str(LAN), "grade": "expert", "step": "3", "coefficient": "3,33"},
     {"step": 3, "coefficient": "3.33"}),
    ("correct_appointment", {"person": str(LAN), "post": str(CHAIR), "recorded_since": "01/03/2010",
                             "since": "01/04/2010", "until": "", "reason": "ghi nhầm"},
     {"since": "2010-04-01", "until": None}),
]  # fmt: skip


@pytest.mark.parametrize(("op", "fields", "said"), CASES, ids=[case[0] for case in CASES])
def test_each_form_writes_its_operation_and_signs(
    lan: Client, op: str, fields: dict[str, str], said: dict[str, Any]
) -> None:
    decision = save(lan, with_chosen(row(op, **fields)))
    (written,) = decision.operations

    assert written["op"] == op
    assert written | said == written

    shown = lan.get(f"/decisions/{decision.pk}/edit/").content.decode()
    again = lan.post(f"/decisions/{decision.pk}/edit/", typed_in(shown) | {"do": "open:" + _key(shown)})
    kept = lan.post(
        f"/decisions/{decision.pk}/edit/", typed_in(again.content.decode()) | {"do": "save"}
    )  # fmt: skip
    assert kept.status_code == 302, faults(kept.content.decode())
    decision.refresh_from_db()
    assert decision.operations == [written]

    lan.post(f"/decisions/{decision.pk}/check/")
    signed = lan.post(f"/decisions/{decision.pk}/sign/")
    assert signed.status_code == 302, faults(signed.content.decode())
    assert lan.get(f"/decisions/{decision.pk}/").status_code == 200
    assert lan.get(f"/units/{CAI_KHE}/").status_code == 200


def _key(page: str) -> str:
    return typed_in(page)["row"][0]


def test_a_post_made_by_the_decision_can_be_filled_by_it(lan: Client) -> None:
    post = row("create_post", key="a", unit="31117", title="archivist", rank="specialist",
               staff="civil_servant", seats="1", reports_to="",
               id="00000000-0000-4000-8000-000000000001")  # fmt: skip
    appoint = row("appoint", key="b", person=str(LAN), post="#1", how="concurrent")

    decision = save(lan, with_chosen(both(post, appoint)))

    assert decision.operations[1]["post"] == "00000000-0000-4000-8000-000000000001"


class TestPicking:
    def test_people_within_reach_without_marks(self, ward: Client) -> None:
        page = ward.get("/search/people/?q=tran+lan&day=01/12/2026").content.decode()

        assert "Trần Thị Lan – Chủ tịch Ủy ban nhân dân, Phường Cái Khế (sinh 1985)" in page
        for name in ("vo tam", "mai", str(TAM)):
            assert 'role="option"' not in ward.get(f"/search/people/?q={name}").content.decode()

    def test_posts_by_title_and_unit(self, ward: Client) -> None:
        page = ward.get("/search/posts/?q=chu+tich+an+hoa&day=01/12/2026").content.decode()

        assert "Chủ tịch Ủy ban nhân dân – Phường An Hòa" in page
        assert "đã đủ người" in page

    def test_outsiders_pick_nobody(self) -> None:
        staff_town()
        khach = client_of(make_cast([BINH_THUY])["khach"])

        assert khach.get("/search/people/?q=lan").status_code in (403, 404)


class TestReach:
    def test_somebody_out_of_reach_cannot_be_named(self, ward: Client) -> None:
        for named in (str(TAM), "Võ Tâm"):
            sent = with_chosen(row("retire", person=named))
            answer = ward.post(ADDRESS, HEAD | sent | {"do": "save"})

            assert answer.status_code == 200
            assert "Có 0 người khớp" in faults(answer.content.decode())
        assert not Decision.objects.filter(title=HEAD["title"]).exists()

    def test_nor_through_a_choice_that_was_made_up(self, ward: Client) -> None:
        sent = row("retire", person="Võ Tâm") | {"a-person-chosen": f"{TAM} Võ Tâm"}
        answer = ward.post(ADDRESS, HEAD | sent | {"do": "preview"})

        page = answer.content.decode()
        assert "Sổ không có người" in faults(page) or "Có 0 người khớp" in faults(page)

    def test_a_draft_about_others_is_not_there(self, ward: Client) -> None:
        theirs = drafted(ops.Release(person=MAI), title="Bí mật")

        for path in ("", "edit/", "sign/", "discard/"):
            assert ward.get(f"/decisions/{theirs.pk}/{path}").status_code in (403, 404)
        assert "Bí mật" not in ward.get("/decisions/").content.decode()


def test_whoever_signs_in_one_ward_signs_about_nobody_of_another(lan: Client) -> None:
    """Of other wards the signer may read all; what was signed of their people he cannot take back either."""
    signer = clerk_of(CAI_KHE)
    signer.groups.add(Group.objects.get(name="signer"))
    grant(signer, CAI_KHE, role="signer")
    grant(signer, role="reader")
    client = client_of(signer)
    elsewhere = checked(ops.ChangeGrade(person=MAI, grade="expert"))
    other = checked(
        ops.Revoke(decision=signed(ops.ChangeGrade(person=MAI, grade="expert", step=2)).decision.pk)
    )
    for decision in (elsewhere, other):
        assert client.post(f"/decisions/{decision.pk}/sign/").status_code == 403
    own = checked(ops.ChangeGrade(person=LAN, grade="expert"))
    assert client.post(f"/decisions/{own.pk}/sign/").status_code == 302
    own.refresh_from_db()
    assert own.is_signed
