"""The form of a draft: each operation, previews, mistakes, what may be done without scripts."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tinhgon.core import operations as ops
from tinhgon.register.actions import draft
from tinhgon.register.actions.demo import CANTHO
from tinhgon.register.actions.drafting import Head
from tinhgon.register.models import Decision
from tinhgon.register.queries.units import holders
from tinhgon.register.tests.conftest import BUDGET
from tinhgon.register.tests.drafting import ADDRESS, HEAD, Cast, both, client_of, row, save, typed_in

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 1)
CITY, CAI_KHE, NINH_KIEU, TAN_AN, THOI_BINH = "92", "31120", "31135", "31147", "31123"
NEW = {"name": "Phường Thử", "kind": "ward", "code": "99901", "parent": CITY, "line": "territorial"}

# operation → what is typed, members or parts, what the draft must hold
GIVEN = {"existing": NINH_KIEU, "share_area": "0,4", "share_population": "40 %", "share_estimated": "on"}
PARTLY = {"unit": NINH_KIEU, "share_area": "25%", "share_population": "1/4", "survives": "on"}
MISPRINT = {
    "field": "population",
    "value": "57.689",
    "since": "01/07/2025",
    "until": "31/12/2025",
    "line": "territorial",
    "reason": "In sai",
}
FIGURES = {"area_km2": "10,04", "population": "57.000", "estimated": "on"}
ONE_EIGHTH = {"share_area": "12,5%", "share_population": "1/8"}

CASES: dict[str, tuple[dict[str, str], list[dict[str, str]], dict[str, Any]]] = {
    "establish": ({**NEW, "area_km2": "1.234,5", "population": "12.345"}, [], {}),
    "rename": ({"unit": CAI_KHE, "name": "Phường Mới", "short_name": "Mới"}, [], {"short_name": "Mới"}),
    "change_kind": ({"unit": CAI_KHE, "kind": "commune"}, [], {"kind": "commune"}),
    "change_code": ({"unit": CAI_KHE, "value": "99902", "scheme": "national"}, [], {"value": "99902"}),
    "change_figures": (
        {"unit": CAI_KHE, **FIGURES},
        [],
        {"area_km2": "10.04", "population": 57000, "estimated": True},
    ),
    "change_mandate": ({"unit": CAI_KHE, "mandate": "Quản lý chợ."}, [], {"mandate": "Quản lý chợ."}),
    "move": ({"unit": CAI_KHE, "to": "", "line": "territorial"}, [], {"to": None}),
    "merge": ({**NEW, "children": "follow"}, [{"unit": CAI_KHE}, PARTLY], {"children": "follow"}),
    "absorb": ({"into": CAI_KHE, "children": "stay"}, [{"unit": NINH_KIEU}], {"children": "stay"}),
    "split": ({"unit": CAI_KHE}, [GIVEN, {**NEW, "share_area": "60%", "share_population": "0.6"}], {}),
    "transfer": (
        {"unit": CAI_KHE, "to": NINH_KIEU, **ONE_EIGHTH},
        [],
        {"share_area": "0.125", "share_population": "0.125"},
    ),
    "dissolve": ({"unit": CAI_KHE}, [], {}),
    "restore": ({"unit": THOI_BINH, "parent": CITY}, [], {}),
    "correct": (
        {"unit": CAI_KHE, **MISPRINT},
        [],
        {"value": 57689, "since": "2025-07-01", "until": "2026-01-01"},
    ),
    "revoke": ({"decision": "01/QĐ-MH"}, [], {}),
}


@pytest.fixture
def clerk(demo: Cast, db: None) -> Client:
    return client_of(demo["hung"])


@pytest.fixture
def signer(demo: Cast, db: None) -> Client:
    return client_of(demo["lan"])


def unit(code: str) -> UUID:
    return holders([code], on=DAY)[code]


@pytest.mark.parametrize("op", CASES)
def test_each_form_makes_its_operation(op: str, signer: Client) -> None:
    typed, members, expected = CASES[op]
    decision = save(signer, row(op, *members, clause="khoản 1 Điều 2", **typed))
    (operation,) = decision.operations
    assert operation["op"] == op
    assert operation["clause"] == "khoản 1 Điều 2"
    assert operation | expected == operation
    checked = signer.post(f"/decisions/{decision.pk}/check/", follow=True)
    assert "có thể ký" in checked.content.decode()


@pytest.mark.parametrize("op", CASES)
def test_each_operation_is_told_and_can_be_opened_again(op: str, signer: Client) -> None:
    typed, members, _ = CASES[op]
    decision = save(signer, row(op, *members, **typed))
    page = signer.get(f"/decisions/{decision.pk}/").content.decode()
    assert 'id="op-1"' in page
    key, sent = _sent_again(signer, decision)
    opened = signer.post(f"/decisions/{decision.pk}/edit/", sent | {"do": f"open:{key}"})
    again = typed_in(opened.content.decode())
    signer.post(f"/decisions/{decision.pk}/edit/", again | {"do": "save"})
    kept = Decision.objects.get(pk=decision.pk)
    assert kept.operations == decision.operations


def _sent_again(client: Client, decision: Decision) -> tuple[str, dict[str, Any]]:
    sent = typed_in(client.get(f"/decisions/{decision.pk}/edit/").content.decode())
    return sent["row"][0], sent


def test_a_new_unit_begins_as_it_wastyped_in(clerk: Client) -> None:
    (operation,) = save(clerk, row("establish", **CASES["establish"][0])).operations
    new = operation["unit"]
    assert (new["name"], new["area_km2"], new["population"], new["parent"]) == (
        "Phường Thử", "1234.5", 12345, str(unit(CITY)),
    )  # fmt: skip


def test_shares_are_read_as_percentages_decimals_and_fractions(clerk: Client) -> None:
    (operation,) = save(clerk, row("merge", *CASES["merge"][1], **CASES["merge"][0])).operations
    whole, part = operation["members"]
    assert (whole["share_area"], whole["share_population"], whole["survives"]) == ("1", "1", False)
    assert (part["share_area"], part["share_population"], part["survives"]) == ("0.25", "0.25", True)


def test_the_preview_of_a_merge_shows_the_outcome(clerk: Client) -> None:
    sent = row("merge", {"unit": CAI_KHE}, {"unit": NINH_KIEU}, **NEW, children="follow")
    page = clerk.post(ADDRESS, HEAD | sent | {"do": "preview"}).content.decode()
    assert "hợp nhất vào" in page
    assert page.count("Phường Thử") > 2
    assert 'class="error-summary"' not in page
    assert not Decision.objects.filter(number="5/QĐ-UBND").exists()


def test_a_merge_proposes_the_largest_name_and_the_sums(clerk: Client) -> None:
    empty = {"name": "", "kind": "", "code": "", "parent": "", "line": "territorial", "children": "follow"}
    sent = row("merge", {"unit": CAI_KHE}, {"unit": NINH_KIEU}, **empty)
    page = clerk.post(ADDRESS, HEAD | sent | {"do": "propose:a"}).content.decode()
    assert 'value="Phường Ninh Kiều"' in page
    assert 'value="15,46"' in page  # 10,04 + 5,42
    assert 'value="177.235"' in page  # 57.688 + 119.547
    assert 'value="Thành phố Cần Thơ (92)"' in page


def test_what_is_proposed_never_replaces_what_istyped_in(clerk: Client) -> None:
    sent = row("merge", {"unit": CAI_KHE}, {"unit": NINH_KIEU}, **NEW, children="follow")
    page = clerk.post(ADDRESS, HEAD | sent | {"do": "propose:a"}).content.decode()
    assert 'value="Phường Thử"' in page
    assert 'value="Phường Ninh Kiều"' not in page


def test_a_refusal_is_shown_on_top_and_at_its_operation(clerk: Client) -> None:
    first = row("rename", key="a", unit=CAI_KHE, name="Phường Khác")
    second = row("merge", {"unit": NINH_KIEU}, {"unit": NINH_KIEU}, key="b", **NEW, children="follow")
    page = clerk.post(ADDRESS, HEAD | both(first, second) | {"do": "preview"}).content.decode()
    assert page.count("được nêu hai lần") == 2
    assert 'href="#op-2"' in page
    assert '<li id="op-2" value="2" class="wrong">' in page


def test_the_same_refusal_is_said_in_english(demo: Cast, db: None) -> None:
    sent = row("merge", {"unit": NINH_KIEU}, {"unit": NINH_KIEU}, **NEW, children="follow")
    page = client_of(demo["hung"], "en").post(ADDRESS, HEAD | sent | {"do": "preview"}).content.decode()
    assert "is named twice" in page


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("effective_on", "31/02/2026", "Không có ngày “31/02/2026”"),
        ("issued_on", "hôm qua", "Không có ngày “hôm qua”"),
        ("type", "KHÔNG CÓ", "id_type"),
        ("issuer", "", "id_issuer"),
        ("title", "x" * 2001, "id_title"),
    ],
)
def test_a_wrong_head_is_named_and_nothing_is_lost(
    field: str, typed: str, sentence: str, clerk: Client
) -> None:
    sent = HEAD | row("rename", unit=CAI_KHE, name="Phường Còn Nguyên") | {field: typed, "do": "save"}
    answer = clerk.post(ADDRESS, sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'href="#id_{field}"' in page
    assert sentence in page
    assert "Phường Còn Nguyên" in page
    assert not Decision.objects.filter(number="5/QĐ-UBND").exists()


@pytest.mark.parametrize(
    ("op", "typed", "anchor", "sentence"),
    [
        ("rename", {"unit": "00000", "name": "Xã A"}, "id_a-unit", "Sổ không có đơn vị 00000"),
        ("rename", {"unit": "", "name": "Xã A"}, "id_a-unit", "Đơn vị"),
        ("rename", {"unit": "#7", "name": "Xã A"}, "id_a-unit", "Thao tác 7 không lập đơn vị mới"),
        ("change_figures", {"unit": CAI_KHE, "area_km2": "mười"}, "id_a-area_km2", "không phải là số"),
        ("change_figures", {"unit": CAI_KHE, "population": "1,5"}, "id_a-population", "0 chữ số thập phân"),
        ("change_figures", {"unit": CAI_KHE, "population": "-1"}, "id_a-population", "từ 0 trở lên"),
        ("change_figures", {"unit": CAI_KHE}, "id_a-area_km2", "Ghi diện tích hoặc dân số mới"),
        ("transfer", {"unit": CAI_KHE, "to": NINH_KIEU, "share_area": "130%", "share_population": "0,5"},
         "id_a-share_area", "không phải là tỷ lệ"),
        ("transfer", {"unit": CAI_KHE, "to": NINH_KIEU, "share_area": "1/0", "share_population": "0,5"},
         "id_a-share_area", "không phải là tỷ lệ"),
        ("revoke", {"decision": "404/QĐ"}, "id_a-decision", "Có 0 văn bản đã ký"),
        ("correct", {"unit": CAI_KHE, "field": "population", "value": "nhiều", "since": "01/07/2025",
                     "line": "territorial", "reason": "x"}, "id_a-value", "không phải là số"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_where_it_stands(
    op: str, typed: dict[str, str], anchor: str, sentence: str, signer: Client
) -> None:
    page = signer.post(ADDRESS, HEAD | row(op, **typed) | {"do": "save"}).content.decode()
    assert f'href="#{anchor}"' in page
    assert sentence in page


def test_a_document_that_exists_is_refused(clerk: Client) -> None:
    twin = {
        "type": "NQ", "number": "1668/NQ-UBTVQH15", "issuer": "Ủy ban Thường vụ Quốc hội",
        "issued_on": "16/06/2025",
    }  # fmt: skip
    page = clerk.post(ADDRESS, HEAD | twin | row("dissolve", unit=CAI_KHE) | {"do": "save"}).content.decode()
    assert "Đã có văn bản cùng số" in page


def test_rows_are_added_moved_and_removed_without_scripts(clerk: Client) -> None:
    first = row("rename", key="a", unit=CAI_KHE, name="Phường Một")
    second = row("rename", key="b", unit=NINH_KIEU, name="Phường Hai")
    sent = HEAD | both(first, second)
    moved = typed_in(clerk.post(ADDRESS, sent | {"do": "up:b"}).content.decode())
    assert moved["row"] == ["b", "a"]
    removed = typed_in(clerk.post(ADDRESS, moved | {"do": "remove:a"}).content.decode())
    assert removed["row"] == ["b"]
    added = typed_in(clerk.post(ADDRESS, removed | {"do": "add", "add-op": "merge"}).content.decode())
    assert len(added["row"]) == 2
    key = added["row"][1]
    assert len(added[f"{key}-member"]) == 2
    more = typed_in(clerk.post(ADDRESS, added | {"do": f"member:{key}"}).content.decode())
    assert len(more[f"{key}-member"]) == 3
    less = clerk.post(ADDRESS, more | {"do": f"unmember:{key}:{more[f'{key}-member'][0]}"}).content.decode()
    assert len(typed_in(less)[f"{key}-member"]) == 2
    assert 'class="error-summary"' not in less


def test_a_unit_born_by_an_operation_can_be_named_by_its_number(clerk: Client) -> None:
    identity = "11111111-2222-4333-8444-555555555555"
    born = row("establish", key="a", **NEW, id=identity)
    child = row("move", key="b", unit=CAI_KHE, to="#1", line="territorial")
    decision = save(clerk, both(born, child))
    assert decision.operations[1]["to"] == identity == decision.operations[0]["unit"]["id"]


def test_a_unit_chosen_from_the_list_wins_over_its_words(clerk: Client) -> None:
    chosen = unit(CAI_KHE)
    sent = row("dissolve", unit="Tên nào cũng được") | {"a-unit-chosen": f"{chosen} Tên nào cũng được"}
    assert save(clerk, sent).operations[0]["unit"] == str(chosen)


def test_a_changed_box_is_read_anew(clerk: Client) -> None:
    sent = row("dissolve", unit=NINH_KIEU) | {"a-unit-chosen": f"{unit(CAI_KHE)} Phường Cái Khế (31120)"}
    assert save(clerk, sent).operations[0]["unit"] == str(unit(NINH_KIEU))


def test_options_find_without_marks_and_by_code(clerk: Client) -> None:
    by_name = clerk.get("/search/units/", {"q": "cai khe", "day": "01/12/2026"}).content.decode()
    by_code = clerk.get("/search/units/", {"q": "3112", "day": "01/12/2026"}).content.decode()
    assert "Phường Cái Khế (31120)" in by_name
    assert f'data-chosen="{unit(CAI_KHE)}"' in by_code
    assert "Không có kết quả" in clerk.get("/search/units/", {"q": "zzzz"}).content.decode()
    assert "1668/NQ-UBTVQH15" in clerk.get("/search/decisions/", {"q": "1668"}).content.decode()


def test_the_address_presets_an_operation_and_its_unit(clerk: Client) -> None:
    page = clerk.get(ADDRESS, {"op": "rename", "unit": str(unit(CAI_KHE))}).content.decode()
    assert 'value="Phường Cái Khế (31120)"' in page


def test_corrections_need_their_right(demo: Cast, clerk: Client) -> None:
    typed, members, _ = CASES["correct"]
    assert 'value="correct"' not in clerk.get(ADDRESS).content.decode()
    answer = clerk.post(ADDRESS, HEAD | row("correct", *members, **typed) | {"do": "save"})
    assert answer.status_code == 403
    file = SimpleUploadedFile("d.json", (CANTHO / "decisions" / "04-correction.json").read_bytes())
    assert clerk.post("/decisions/upload/", {"file": file}).status_code == 403


def test_readers_and_outsiders_write_nothing(demo: Cast, db: None) -> None:
    for name in ("mai", "khach"):
        client = client_of(demo[name])
        assert client.get(ADDRESS).status_code == 403
        assert client.post(ADDRESS, HEAD | {"do": "save"}).status_code == 403
        assert client.post("/decisions/upload/").status_code == 403
        assert client.get("/search/units/", {"q": "a"}).status_code == 403


def test_a_file_becomes_a_draft(clerk: Client) -> None:
    content = b"""{"format": "tinhgon/decision@1", "decision": {"number": "9", "symbol": "QD-X", "type": "QD",
      "issuer": "UBND", "issued_on": "2026-11-20", "effective_on": "2026-12-01", "title": "t"},
      "operations": [{"op": "rename", "unit": "code:31120", "name": "Phuong X"}]}""".replace(
        b'"QD"', '"QĐ"'.encode()
    )
    answer = clerk.post("/decisions/upload/", {"file": SimpleUploadedFile("d.json", content)})
    decision = Decision.objects.get(number="9/QD-X")
    assert answer["Location"] == f"/decisions/{decision.pk}/"
    assert decision.drafted_by and decision.drafted_by.get_username() == "hung"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "không phải JSON"),
        (b"\xff\xfe", "không phải UTF-8"),
        (b"PK\x03\x04", "không phải JSON"),
        (b"[]", "thiếu"),
        (b'{"format": "tinhgon/decision@1", "decision": {}, "operations": []}', "Văn bản ghi sai"),
        ((CANTHO / "decisions" / "04-correction.json").read_bytes(), "Sổ không có"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(content: bytes, sentence: str, signer: Client) -> None:
    content = content.replace(b"code:31492", b"code:00000").replace("Sổ không có".encode(), b"")
    answer = signer.post("/decisions/upload/", {"file": SimpleUploadedFile("d.json", content)})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="error-summary"' in page
    assert sentence in page or "Không có đơn vị mang mã 00000" in page


def test_no_file_is_said(clerk: Client) -> None:
    assert "Chưa chọn tệp" in clerk.post("/decisions/upload/").content.decode()


def test_a_signed_decision_cannot_be_edited(clerk: Client) -> None:
    signed = Decision.objects.get(number="01/QĐ-MH")
    answer = clerk.get(f"/decisions/{signed.pk}/edit/")
    assert answer.status_code == 400
    assert "đã ký, không thể sửa" in answer.content.decode()


def test_what_no_form_sends_is_left_out(clerk: Client) -> None:
    sent = HEAD | {"row": ["../x", "a", "b"], "a-op": "explode", "b-op": "rename"}
    answer = clerk.post(ADDRESS, sent | {"do": "add", "add-op": "explode"})
    assert answer.status_code == 200
    assert clerk.post(ADDRESS, sent | {"do": "open:nobody"}).status_code == 200


def test_a_tampered_operation_is_refused(clerk: Client) -> None:
    sent = HEAD | {"row": ["a"], "a-op": "rename", "a-raw": '{"op": "rename", "unit": "x", "name": ""}'}
    page = clerk.post(ADDRESS, sent | {"do": "save"})
    assert page.status_code == 400
    assert "Thao tác ghi sai" in page.content.decode()


def test_a_draft_too_long_for_a_form_keeps_its_operations(demo: Cast, clerk: Client) -> None:
    renames = [ops.Rename(unit=unit(CAI_KHE), name=f"Phường Thứ {number}") for number in range(201)]
    head = Head(
        type="QĐ", number="9/QĐ", issuer="UBND", issued_on=DAY, effective_on=DAY, title="Dài", source="act"
    )  # fmt: skip
    decision = draft(head=head, operations=renames, actor=demo["hung"])
    assert "201 thao tác" in clerk.get(f"/decisions/{decision.pk}/edit/").content.decode()
    clerk.post(f"/decisions/{decision.pk}/edit/", HEAD | {"title": "Dài hơn", "do": "save"})
    decision.refresh_from_db()
    assert (decision.title, len(decision.operations)) == ("Dài hơn", 201)


@pytest.mark.parametrize("does", ["preview", "save", "propose:a"])
def test_the_form_keeps_the_budget_of_statements(does: str, clerk: Client) -> None:
    sent = row("merge", {"unit": CAI_KHE}, {"unit": NINH_KIEU}, **NEW, children="follow")
    with CaptureQueriesContext(connection) as statements:
        clerk.post(ADDRESS, HEAD | sent | {"do": does})
    assert len(statements) <= BUDGET
