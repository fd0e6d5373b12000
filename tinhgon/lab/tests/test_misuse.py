"""What a page does not send, sent all the same: answered in words; a locked scenario keeps as it is."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NOBODY
from tinhgon.lab.models import Placing, Run, Scenario
from tinhgon.lab.tests.ground import make_ground, merging
from tinhgon.lab.tests.offices import person
from tinhgon.people.tests.town import Visit

pytestmark = pytest.mark.django_db
LONG, STRANGE = "ă" * 1000, "Xã \x00\x07 lạ"
RUN = {"trade": "consolidate", "time_limit": "10", "effort": "1", "seed": "0"}
WRITES: tuple[tuple[str, dict[str, str]], ...] = (
    ("rename/", {"name": "Khác", "note": ""}), ("runs/start/", RUN),
    ("runs/start/", RUN | {"trade": "place"}),
    ("map/save/", {"moves": "[]", "unit": str(AN_HOA), "to": ""}),
    (f"units/{CAI_KHE}/change/", {"name": "Xã Khác"}), (f"units/{CAI_KHE}/change/", {"seat": str(AN_HOA)}),
    (f"staff/{person(0)}/", {"do": "out"}), (f"staff/{person(0)}/", {"do": "leave"}),
    ("discard/", {"do": "yes"}), ("rebase/", {"do": "yes"}),
)  # fmt: skip


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    return make_ground()


@pytest.fixture
def scenario(cast: dict[str, User]) -> Scenario:
    made = merging()
    Placing.objects.create(scenario=made, person_id=person(0))
    return made


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    client = Client()
    client.force_login(cast["lan"])
    return lambda path, **posted: client.post(path, posted) if posted else client.get(path)


def answered(answer: Any) -> str:
    assert answer.status_code < 500, answer.content[:400]
    return str(answer.content.decode())


@pytest.mark.parametrize(("path", "posted"), WRITES)
def test_a_locked_scenario_refuses_every_write(
    path: str, posted: dict[str, str], scenario: Scenario, visit: Visit
) -> None:
    Scenario.objects.update(locked_at=timezone.now())
    before = list(Scenario.objects.values()), list(Placing.objects.values()), Run.objects.count()
    answered(visit(f"/lab/{scenario.pk}/{path}", **posted))
    assert (list(Scenario.objects.values()), list(Placing.objects.values()), Run.objects.count()) == before


@pytest.mark.parametrize("name", [LONG, STRANGE, "", " "])
def test_a_strange_name_breaks_no_page(name: str, scenario: Scenario, visit: Visit) -> None:
    for path, posted in (
        ("rename/", {"name": name, "note": name}), (f"units/{CAI_KHE}/change/", {"name": name}),
        ("map/save/", {"moves": "[]", "as": "branch", "name": name}),
        (f"units/{CAI_KHE}/change/", {"seat": name}), (f"staff/{person(0)}/", {"do": name, "post": name}),
    ):  # fmt: skip
        answered(visit(f"/lab/{scenario.pk}/{path}", **posted))
    for path in ("", "table/", "map/", "adopt/", "staff/"):
        answered(visit(f"/lab/{scenario.pk}/{path}"))


@pytest.mark.parametrize("moves", [
    "{", "null", "[[1]]", "[[null, null]]", json.dumps([[NOBODY.hex, ""]]), json.dumps([["\x00", "\x00"]]),
    json.dumps([[str(CAI_KHE), str(UUID(int=404))]]), "[" * 5000, json.dumps([[{"a": 1}, []]]), "1e999",
])  # fmt: skip
def test_strange_moves_break_no_page(moves: str, scenario: Scenario, visit: Visit) -> None:
    for path in ("map/figures/", "map/save/"):
        answered(visit(f"/lab/{scenario.pk}/{path}", moves=moves))


@pytest.mark.parametrize("number", ["NaN", "-1", "9" * 40, "1e400", "Infinity", "", "\x00", "0"])
def test_a_run_with_strange_numbers_is_not_begun(number: str, scenario: Scenario, visit: Visit) -> None:
    for name in ("time_limit", "effort"):
        answered(visit(f"/lab/{scenario.pk}/runs/start/", **(RUN | {name: number})))
    assert not Run.objects.exists()
    answered(visit(f"/lab/{scenario.pk}/runs/start/", **(RUN | {"trade": "x"})))


@pytest.mark.parametrize("query", ["?s=x", "?s=\x00", f"?s={UUID(int=404)}", "?" + "s=aaaa&" * 200])
def test_strange_scenarios_to_compare_are_left_out(query: str, scenario: Scenario, visit: Visit) -> None:
    answered(visit(f"/lab/compare/{query}"))


def test_no_button_works_without_the_token_of_the_page(scenario: Scenario, cast: dict[str, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast["lan"])
    for path, posted in WRITES:
        assert client.post(f"/lab/{scenario.pk}/{path}", posted).status_code == 403, path
