"""Signing, from a file to the register: every operation, what it costs, and when it is refused."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.core import operations as ops
from tinhgon.core.documents import read_document
from tinhgon.core.rows import Version
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    FOUNDED,
    LATER,
    NINH_KIEU,
    THOI_BINH,
    TRA_AN,
    TRA_NOC,
    unit,
)
from tinhgon.register import refusals
from tinhgon.register.actions import check, sign
from tinhgon.register.actions.documents import draft_document
from tinhgon.register.actions.signing import Signed
from tinhgon.register.models import Decision, Unit, UnitVersion
from tinhgon.register.queries import lineage, trees, units
from tinhgon.register.tests.factories import (
    checked,
    drafted,
    found_town,
    next_moment,
    rows,
    signed,
)
from tinhgon.register.tests.test_staffing import STAFFING
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db

NEW = {
    "id": str(unit("Phường Mới")),
    "name": "Phường Mới",
    "kind": "ward",
    "code": "31999",
    "parent": "code:916",
}
MEMBERS = [{"unit": "code:31117"}, {"unit": "code:31120"}]


@pytest.fixture(autouse=True)
def _town() -> None:
    found_town()


def sign_file(*orders: dict[str, Any], on: date = DAY) -> Signed:
    file = {
        "format": "tinhgon/decision@1",
        "decision": {"number": "12", "symbol": "NQ-HĐND", "type": "NQ", "issuer": "HĐND thành phố",
                     "issued_on": EVE.isoformat(), "effective_on": on.isoformat(), "title": "Sắp xếp"},
        "operations": [{"v": 1, **order} for order in orders],
    }  # fmt: skip
    decision = draft_document(document=read_document(json.dumps(file).encode()), actor=None)
    check(decision=decision)
    return sign(decision=decision, actor=None, at=next_moment())


def shown(day: date, code: str) -> tuple[str, str, str | None, int | None] | None:
    """Give name, kind, parent's name and population of the unit that bears a code on a day."""
    tree = {node.id: node for node in trees.whole_tree(AsOf(day))}
    found = next((node for node in tree.values() if node.code == code), None)
    if found is None:
        return None
    parent = tree[found.parent].name if found.parent else None
    return found.name, found.kind, parent, found.population


def heirs(code: str, day: date = EVE) -> set[tuple[str, str, str]]:
    links = lineage.lineage(units.by_code(code, AsOf(day)), AsOf(day))
    return {(link.origin_name, link.result_name, f"{link.share_area.normalize():f}") for link in links}


HALF = {"share_area": "0.5", "share_population": "0.5"}
DONE: dict[str, tuple[list[dict[str, Any]], Callable[[], bool]]] = {
    "establish": (
        [{"op": "establish", "unit": NEW}],
        lambda: shown(DAY, "31999") == ("Phường Mới", "ward", "Quận Ninh Kiều", None)
        and shown(EVE, "31999") is None,
    ),
    "rename": (
        [{"op": "rename", "unit": "code:31117", "name": "Phường Đẹp"}],
        lambda: shown(DAY, "31117")[0] == "Phường Đẹp" and shown(EVE, "31117")[0] == "Phường Cái Khế",
    ),
    "change_kind": (
        [{"op": "change_kind", "unit": "code:31117", "kind": "commune"}],
        lambda: (shown(EVE, "31117")[1], shown(DAY, "31117")[1]) == ("ward", "commune"),
    ),
    "change_code": (
        [{"op": "change_code", "unit": "code:31117", "value": "31998"}],
        lambda: shown(DAY, "31998")[0] == shown(EVE, "31117")[0] and shown(DAY, "31117") is None,
    ),
    "change_figures": (
        [{"op": "change_figures", "unit": "code:31117", "population": 7, "area_km2": "1.2345"}],
        lambda: (shown(EVE, "31117")[3], shown(DAY, "31117")[3]) == (20_000, 7),
    ),
    "change_mandate": (
        [{"op": "change_mandate", "unit": "code:31117", "mandate": "Quản lý chợ"}],
        lambda: UnitVersion.objects.on(DAY).get(unit=CAI_KHE).mandate == "Quản lý chợ",
    ),
    "move": (
        [{"op": "move", "unit": "code:31117", "to": "code:918"}],
        lambda: (shown(EVE, "31117")[2], shown(DAY, "31117")[2]) == ("Quận Ninh Kiều", "Quận Bình Thủy"),
    ),
    "merge": (
        [{"op": "merge", "members": MEMBERS, "into": NEW}],
        lambda: shown(DAY, "31117") is None
        and shown(DAY, "31999") is not None
        and heirs("31117") == {("Phường Cái Khế", "Phường Mới", "1")},
    ),
    "absorb": (
        [{"op": "absorb", "members": MEMBERS, "into": "code:31123"}],
        lambda: shown(DAY, "31120") is None
        and heirs("31120") == {("Phường An Hòa", "Phường Thới Bình", "1")},
    ),
    "split": (
        [{"op": "split", "unit": "code:31117",
          "parts": [{"into": NEW, **HALF}, {"into": "code:31123", **HALF, "estimated": True}]}],
        lambda: shown(DAY, "31117") is None and heirs("31117") == {
            ("Phường Cái Khế", "Phường Mới", "0.5"), ("Phường Cái Khế", "Phường Thới Bình", "0.5"),
        },
    ),
    "transfer": (
        [{"op": "transfer", "unit": "code:31117", "to": "code:31123", "share_area": "0.1",
          "share_population": "0.25"}],
        lambda: heirs("31123") == {("Phường Cái Khế", "Phường Thới Bình", "0.1")},
    ),
    "dissolve": (
        [{"op": "dissolve", "unit": "code:31117"}],
        lambda: shown(DAY, "31117") is None and shown(EVE, "31117") is not None,
    ),
    "correct": (
        [{"op": "correct", "unit": "code:31117", "field": "population", "value": 9, "since": "2010-01-01",
          "until": "2012-01-01", "reason": "Ghi sai"}],
        lambda: [shown(date(year, 6, 1), "31117")[3] for year in (2009, 2010, 2011, 2012)]
        == [20_000, 9, 9, 20_000],
    ),
}  # fmt: skip


@pytest.mark.parametrize("operation", DONE)
def test_an_operation_goes_from_a_file_into_the_register(operation: str) -> None:
    orders, holds = DONE[operation]
    before = {row for row in rows() if isinstance(row, Version)}

    done = sign_file(*orders)

    assert holds()
    written = Counter(row.unit for row in rows() - before if isinstance(row, Version))
    assert max(written.values(), default=0) <= (3 if operation == "correct" else 2)
    assert Decision.objects.get(pk=done.decision.pk).state == "signed"
    assert before - rows(known=done.decision.signed_at) == before - rows()


def test_every_operation_is_tried() -> None:
    elsewhere = {"restore", "revoke"}  # they need a decision before them
    assert {*DONE, *STAFFING, *elsewhere} == {
        kind.__dataclass_fields__["op"].default for kind in ops.Operation.__args__
    }


def test_a_unit_is_restored_with_its_code_and_place() -> None:
    sign_file({"op": "dissolve", "unit": "code:31117"})

    signed(ops.Restore(unit=CAI_KHE), on=LATER)

    assert shown(LATER, "31117") == ("Phường Cái Khế", "ward", "Quận Ninh Kiều", 20_000)
    assert shown(DAY, "31117") is None


def test_children_follow_a_merger() -> None:
    district = {"id": str(unit("Quận Mới")), "name": "Quận Mới", "kind": "urban_district", "code": "999",
                "parent": "code:92"}  # fmt: skip

    sign_file({"op": "merge", "members": [{"unit": "code:916"}, {"unit": "code:918"}], "into": district})

    tree = trees.whole_tree(AsOf(DAY))
    assert [(node.name, node.depth) for node in tree if node.depth < 2] == [
        ("Thành phố Cần Thơ", 0), ("Quận Mới", 1),
    ]  # fmt: skip
    assert sum(node.depth == 2 for node in tree) == 5


def test_a_rename_costs_at_most_eight_statements_and_two_versions() -> None:
    decision = checked(ops.Rename(unit=CAI_KHE, name="Phường Đẹp"))
    versions = UnitVersion.rows.filter(unit=CAI_KHE).count()

    with CaptureQueriesContext(connection) as captured:
        sign(decision=decision, actor=None, at=next_moment())

    said = [query["sql"].split(maxsplit=1)[0] for query in captured]
    frames = [word for word in said if word in ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")]
    work = len(said) - len(frames)
    print(f"rename: {work} statements and {len(frames)} of the transaction ({', '.join(frames)})")  # noqa: T201
    assert work <= 8
    assert UnitVersion.rows.filter(unit=CAI_KHE).count() == versions + 1


def test_a_signature_says_who_and_when(django_user_model: Any) -> None:
    lan = django_user_model.objects.create(username="lan")
    moment = next_moment()

    done = sign(decision=checked(ops.Dissolve(unit=CAI_KHE)), actor=lan, at=moment)

    kept = Decision.objects.get(pk=done.decision.pk)
    assert (kept.signed_by, kept.signed_at) == (lan, moment)
    assert {row.recorded_from for row in UnitVersion.rows.filter(unit=CAI_KHE)} == {moment}


def test_an_unchecked_decision_is_not_signed() -> None:
    refused(refusals.NotChecked, drafted(ops.Dissolve(unit=CAI_KHE)))


def test_an_unnumbered_decision_is_not_signed() -> None:
    refused(refusals.NotNumbered, checked(ops.Dissolve(unit=CAI_KHE), number=""))


def test_a_decision_is_signed_once() -> None:
    decision = checked(ops.Dissolve(unit=CAI_KHE))
    sign(decision=decision, actor=None, at=next_moment())

    refusal = refused(refusals.AlreadySigned, decision)

    assert decision.number in refusal.message("vi")


def test_a_discarded_decision_is_not_signed() -> None:
    decision = checked(ops.Dissolve(unit=CAI_KHE))
    Decision.objects.filter(pk=decision.pk).delete()

    refused(refusals.NoSuchDraft, decision)


def refused(reason: type[Exception], decision: Decision) -> Any:
    before = rows()
    with pytest.raises(reason) as caught:
        sign(decision=decision, actor=None, at=next_moment())
    assert rows() == before
    return caught.value


def test_a_decision_that_changes_much_is_signed_as_one(django_assert_max_num_queries: Any) -> None:
    orders = [
        ops.ChangeFigures(unit=one, population=number)
        for number, one in enumerate(
            (CAI_KHE, AN_HOA, THOI_BINH, TRA_AN, TRA_NOC, NINH_KIEU, BINH_THUY, CITY)
        )
    ]
    decision = checked(*orders)

    # Three of them look at what stands around the places, for the rules, and write what these find.
    with django_assert_max_num_queries(15):
        done = sign(decision=decision, actor=None, at=next_moment())

    assert len(done.changes) == 16
    assert Unit.objects.count() == 8


def test_signing_knows_units_by_the_code_of_the_day_on_which_it_takes_effect() -> None:
    sign_file({"op": "change_code", "unit": "code:31117", "value": "31998"})
    signed(ops.ChangeCode(unit=TRA_AN, value="31117"), on=LATER)

    holders = [units.holders(["31117"], on=day).get("31117") for day in (FOUNDED, DAY, LATER)]

    assert holders == [CAI_KHE, None, TRA_AN]


def test_shares_keep_their_digits() -> None:
    signed(ops.Transfer(
        unit=CAI_KHE, to=TRA_AN, share_area=Decimal("0.248613"), share_population=Decimal("0.000001")
    ))  # fmt: skip

    (link,) = lineage.lineage(CAI_KHE, AsOf(DAY))

    assert (link.share_area, link.share_population) == (Decimal("0.248613"), Decimal("0.000001"))
