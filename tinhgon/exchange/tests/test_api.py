"""The API: what it answers, to whom, and how it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils import timezone
from ninja import Schema

from tinhgon.exchange.api import schemas
from tinhgon.exchange.tests.cases import Demo
from tinhgon.register import data
from tinhgon.register.models import Decision

EVE, MERGER, KNOWN = "2025-06-30", "2025-07-01", "2026-01-01"
DECISIONS = Path(data.__file__).parent / "cantho" / "decisions"


def decision_file(**operation: Any) -> dict[str, Any]:
    """A renaming, unless told otherwise."""
    operation = operation or {"op": "rename", "v": 1, "unit": "code:31120", "name": "Phường Bến Ninh Kiều"}
    head = {
        "number": "77", "symbol": "NQ-HĐND", "type": "NQ", "issuer": "HĐND thành phố Cần Thơ",
        "issued_on": "2026-01-10", "effective_on": "2026-02-01", "title": "Đổi tên phường Cái Khế",
    }  # fmt: skip
    return {"format": "tinhgon/decision@1", "decision": head, "operations": [operation]}


def assert_documented(schema: type[Schema], found: dict[str, Any]) -> None:
    """An answer has the fields that its documentation names, and no others."""
    told = schema.model_validate(found).model_dump(mode="json", by_alias=True)
    assert _keys(told) == _keys(found)


def _keys(value: Any) -> Any:
    match value:
        case dict():
            return {key: _keys(inner) for key, inner in value.items()}
        case list():
            return [_keys(inner) for inner in value]
    return None


class TestTree(Demo):
    def test_whole_tree_of_a_day_has_its_communes_in_tree_order(self) -> None:
        found = self.get("/api/tree", on=EVE)

        assert_documented(schemas.Tree, found)
        level = {"ward", "commune", "township"}
        assert sum(node["kind"] in level for node in found["nodes"]) == 263
        assert [node["depth"] for node in found["nodes"][:3]] == [0, 1, 2]
        seen = {None}
        for node in found["nodes"]:
            assert node["parent"] in seen
            seen.add(node["id"])

    def test_the_day_after_has_103_and_no_district(self) -> None:
        found = self.get("/api/tree", on="01/07/2025")

        assert found["count"] == 104
        assert {node["depth"] for node in found["nodes"]} == {0, 1}

    def test_a_subtree_comes_with_all_above_it(self) -> None:
        found = self.get("/api/tree", on=EVE, root="916")

        assert found["ancestors"] == 1
        assert [node["code"] for node in found["nodes"][:2]] == ["92", "916"]
        assert [node["depth"] for node in found["nodes"]] == [0, 1, *[2] * 8]

    def test_depth_cuts_and_says_what_is_below(self) -> None:
        found = self.get("/api/tree", on=EVE, depth=0)

        assert [node["has_children"] for node in found["nodes"]] == [True] * 3
        assert self.get("/api/tree", on=EVE, root="916", depth=0)["nodes"][-1]["has_children"]

    def test_an_earlier_moment_knows_less(self) -> None:
        known = {"root": "31492", "on": KNOWN}

        def people(**more: str) -> int:
            return int(self.get("/api/tree", **known, **more)["nodes"][-1]["population"])

        assert (people(known_at="2025-09-01"), people()) == (2402, 24020)
        assert self.get("/api/tree", on=EVE, known_at="2025-07-01")["count"] == 0

    def test_five_statements_in_all(self) -> None:
        """Session, user, reach, tree; a fifth gives the transaction back to the test."""
        for parameters in ({}, {"root": "916"}, {"known_at": KNOWN}, {"root": "916", "known_at": KNOWN}):
            with self.assertNumQueries(5):
                self.get("/api/tree", on=EVE, **parameters)

    def test_nobody_stands_in_another_line(self) -> None:
        assert self.get("/api/tree", on=EVE, line="party")["count"] == 0


class TestUnits(Demo):
    def test_search_finds_with_and_without_marks(self) -> None:
        for words in ("cai khe", "Cái Khế"):
            found = self.get("/api/units", q=words, on=MERGER)

            assert_documented(schemas.Units, found)
            assert [item["code"] for item in found["items"]] == ["31120"]

    def test_pages_follow_each_other_without_gap(self) -> None:
        names, after = [], ""
        while True:
            page = self.get("/api/units", on=MERGER, limit=30, after=after)
            names += [item["name"] for item in page["items"]]
            after = page["next"]
            if after is None:
                break

        assert len(names) == len(set(names)) == 104

    def test_a_unit_is_found_by_code_of_the_day_and_by_id(self) -> None:
        by_code = self.get("/api/units/31120", on=MERGER)

        assert_documented(schemas.Unit, by_code)
        assert by_code["facts"]["name"] == "Phường Cái Khế"
        assert self.get(f"/api/units/{by_code['id']}", on=MERGER) == by_code
        assert self.get("/api/units/31120", on=EVE)["facts"]["name"] == "Phường An Hòa"

    def test_before_its_life_a_unit_has_no_facts(self) -> None:
        identity = self.get("/api/units/31120", on=MERGER)["id"]

        found = self.get(f"/api/units/{identity}", on=EVE)

        assert (found["alive"], found["facts"], found["since"]) == (False, None, MERGER)

    def test_versions_timeline_lineage(self) -> None:
        timeline = self.get("/api/units/31120/timeline", on=MERGER)
        lineage = self.get("/api/units/31120/lineage", on=MERGER)
        versions = self.get("/api/units/31120/versions", on=MERGER)

        assert_documented(schemas.Timeline, timeline)
        assert_documented(schemas.Lineage, lineage)
        assert_documented(schemas.Versions, versions)
        assert timeline["entries"][0]["decision"]["number"] == "1668/NQ-UBTVQH15"
        assert timeline["entries"][0]["happened"][0]["en"] == "Phường Cái Khế established"
        assert {link["origin_name"] for link in lineage["links"]} >= {"Phường An Hòa", "Phường Cái Khế"}

    def test_comparison_in_both_languages(self) -> None:
        found = self.get("/api/compare", a=EVE, b=MERGER)

        assert_documented(schemas.Comparison, found)
        assert found["counts"]["merged"] == 96
        merged = next(one for one in found["differences"] if one["after"] and one["after"]["code"] == "31120")
        assert merged["vi"].startswith("Phường Cái Khế (31120) ← Phường An Hòa (31120)")


class TestDecisions(Demo):
    def test_list_pages_by_cursor(self) -> None:
        first = self.get("/api/decisions", limit=20)
        rest = self.get("/api/decisions", limit=20, after=first["next"])

        assert_documented(schemas.Decisions, first)
        numbers = [one["id"] for page in (first, rest) for one in page["items"]]
        assert len(numbers) == len(set(numbers)) == 28
        assert rest["next"] is None

    def test_by_a_day_and_by_a_moment(self) -> None:
        assert all(one["effective_on"] <= EVE for one in self.get("/api/decisions", on=EVE)["items"])
        assert len(self.get("/api/decisions", known_at="2025-09-01")["items"]) == 27

    def test_one_with_operations_and_changes(self) -> None:
        (head,) = self.get("/api/decisions", q="1668/NQ-UBTVQH15")["items"]

        found = self.get(f"/api/decisions/{head['id']}")
        changes = self.get(f"/api/decisions/{head['id']}/changes", limit=10)

        assert_documented(schemas.DecisionWithOperations, found)
        assert_documented(schemas.Changes, changes)
        assert {one["op"] for one in found["operations"]} >= {"merge"}
        assert len(changes["items"]) == 10
        assert changes["next"]

    def post(self, path: str, body: Any, status: int, *, who: str = "hung") -> Any:
        self.client.force_login(self.cast[who])
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.client.post(path, content, content_type="application/json")
        assert answer.status_code == status, answer.content[:500]
        return answer.json()

    def test_a_trial_tells_the_outcome_and_writes_nothing(self) -> None:
        found = self.post("/api/decisions/check", decision_file(), 200)

        assert_documented(schemas.Outcome, found)
        assert found["units"][0]["happened"][0]["en"] == "renamed: Phường Cái Khế → Phường Bến Ninh Kiều"
        assert Decision.objects.count() == 28

    def test_a_draft_is_made_once_and_seen_by_those_who_draft(self) -> None:
        made = self.post("/api/decisions", decision_file(), 201)

        assert_documented(schemas.Decision, made)
        assert made["state"] == "draft"
        assert self.post("/api/decisions", decision_file(), 422)["code"] == "DuplicateDocument"
        assert self.get(f"/api/decisions/{made['id']}")["id"] == made["id"]
        self.client.force_login(self.cast["mai"])
        assert self.get(f"/api/decisions/{made['id']}", 404)["code"] == "NoSuchDecision"
        assert len(self.get("/api/decisions")["items"]) == 28

    def test_bad_files_are_named_and_leave_nothing(self) -> None:
        impossible = {"op": "dissolve", "v": 1, "unit": "code:92"}
        bad = {
            "HasChildren": decision_file(**impossible),
            "UnknownCodes": decision_file(**(impossible | {"unit": "code:00000"})),
            "MalformedOperations": decision_file(**(impossible | {"op": "explode"})),
            "UnreadableFile": b"\xff\xfe",
            "MalformedDocument": {"format": "tinhgon/decision@1", "decision": {}, "operations": []},
        }
        for code, body in bad.items():
            for path in ("/api/decisions/check", "/api/decisions"):
                if (code, path) != ("HasChildren", "/api/decisions"):  # a draft may still be impossible
                    assert self.post(path, body, 422)["code"] == code
        assert self.post("/api/decisions", b" " * (8 * 1024 * 1024 + 1), 413)["code"] == "BodyTooLarge"
        assert Decision.objects.count() == 28

    def test_those_who_only_read_may_not_draft(self) -> None:
        assert self.post("/api/decisions", decision_file(), 403, who="mai")["code"] == "NotAllowed"

    def test_a_clerk_may_not_draft_a_correction(self) -> None:
        correction = {"op": "correct", "unit": "code:31120", "field": "population", "value": 1,
                      "since": "2026-01-01", "reason": "thử"}  # fmt: skip

        refused = self.post("/api/decisions", decision_file(**correction), 403, who="hung")

        assert refused["code"] == "MayNotCorrect"
        self.post("/api/decisions", decision_file(**correction), 201, who="lan")

    def test_a_write_without_the_token_of_the_form_is_refused(self) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(self.cast["hung"])

        answer = strict.post("/api/decisions", decision_file(), content_type="application/json")

        assert answer.status_code == 403
        assert answer.json()["code"] == "TokenMissing"


class TestRefusals(Demo):
    PATHS = (
        "/api/tree", "/api/units", "/api/units/92", "/api/units/92/versions", "/api/units/92/timeline",
        "/api/units/92/lineage", "/api/compare?a=2025-06-30&b=2025-07-01", "/api/decisions", "/api/events",
    )  # fmt: skip

    def test_nobody_and_an_outsider_see_nothing(self) -> None:
        for path in self.PATHS:
            self.client.logout()
            assert self.get(path, 401)["code"] == "NotLoggedIn"
            self.client.force_login(self.cast["khach"])
            assert self.get(path, 403)["code"] == "NotAllowed"

    def test_an_account_that_was_closed_is_nobody(self) -> None:
        self.cast["mai"].is_active = False
        self.cast["mai"].save()

        assert self.get("/api/tree", 401)["code"] == "NotLoggedIn"

    def test_a_role_taken_away_counts_at_once(self) -> None:
        self.client.force_login(self.cast["mai"])
        self.get("/api/tree")
        self.cast["mai"].grants.update(ended_at=timezone.now(), ended_why="đã chuyển công tác")

        self.get("/api/tree", 403)

    def test_wrong_parameters_are_named(self) -> None:
        wrong = {
            "/api/tree?on=31/02/2025": (422, "NoSuchDay"),
            "/api/tree?known_at=yesterday": (422, "NoSuchMoment"),
            "/api/tree?line=military": (422, "NotUnderstood"),
            "/api/tree?root=00000": (404, "NoSuchUnit"),
            "/api/tree?root=%00": (404, "NoSuchUnit"),
            "/api/units?q=%00": (422, "NotUnderstood"),
            "/api/units?limit=100000": (422, "NotUnderstood"),
            "/api/units?after=x": (422, "NoSuchCursor"),
            "/api/units/%00": (404, "NoSuchUnit"),
            "/api/units/5b0c1f6e-6d0f-5d0b-9a53-7d3a4c2f8e11": (404, "NoSuchUnit"),
            "/api/decisions?after=2025-07-01.x": (422, "NoSuchCursor"),
            "/api/decisions/x": (404, "NoSuchDecision"),
            "/api/events?after=x": (422, "NoSuchCursor"),
            "/api/compare?a=x&b=y": (422, "NoSuchDay"),
        }
        for path, (status, code) in wrong.items():
            found = self.get(path, status)
            assert_documented(schemas.Refusal, {**found, "facts": {}})
            assert found["code"] == code
