"""The law through the API: what it answers, to whom, and how it refuses."""

from __future__ import annotations

from typing import Any, ClassVar

from django.test import Client, TestCase

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.access.tests.ground import unit
from tinhgon.exchange.api import law_schemas as law
from tinhgon.exchange.tests.test_api import assert_documented

# The published case of early retirement, as the command and the page calculate it too.
EARLY = {
    "salary": 15356250, "retires_on": "2027-11-01", "restructured_on": "2025-03-01", "insured_years": 22,
}  # fmt: skip


class Law(TestCase):
    """Asks as Mai, who may read."""

    cast: ClassVar[dict[str, User]]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast([unit()])

    def setUp(self) -> None:
        self.client.force_login(self.cast["mai"])

    def get(self, path: str, status: int = 200) -> Any:
        answer: Any = self.client.get(path)
        assert answer.status_code == status, answer.content[:500]
        return answer.json()

    def post(self, path: str, body: Any, status: int = 200) -> Any:
        answer: Any = self.client.post(path, body, content_type="application/json")
        assert answer.status_code == status, answer.content[:500]
        return answer.json()

    def test_the_list_of_a_topic(self) -> None:
        found = self.get("/api/rules?topic=retirement&on=2025-07-01")

        assert_documented(law.Entries, found)
        kinds = {one["id"]: one["kind"] for one in found["items"]}
        assert kinds["retirement.month"] == "calculation"
        assert kinds["retirement.age"] == "figure"

    def test_a_figure_a_rule_and_a_calculation_on_a_day(self) -> None:
        for name in ("retirement.age", "units.commune_size", "severance.early_retirement"):
            found = self.get(f"/api/rules/{name}?on=2025-07-01")
            described = law.Described.model_validate(found)
            assert described.figures[0].current
            assert described.figures[0].current.source.number
            assert bool(described.facts) == (described.kind != "figure")

    def test_facts_are_judged(self) -> None:
        facts = {"kind": "commune", "population": 100, "area_km2": 2.5}
        found = self.post("/api/rules/units.commune_size/check", {"on": "2025-07-01", "facts": facts})

        finding = law.Findings.model_validate(found).findings[0]
        assert finding.sentence.vi != finding.sentence.en
        assert finding.cited[0].article.en.startswith("Article")
        assert isinstance(finding.provisional, bool)

    def test_the_published_case_of_early_retirement(self) -> None:
        found = self.post(
            "/api/calculations/severance.early_retirement", {"on": "2025-05-01", "facts": EARLY}
        )

        assert found["gives"]["total"] == 744778125
        told = {one.name: one.value for one in law.Working.model_validate(found).told}
        assert (told["total"].vi, told["total"].en) == ("744.778.125", "744,778,125")

    def test_what_cannot_be_answered_is_named(self) -> None:
        calculate, check = "/api/calculations/retirement.month", "/api/rules/units.commune_size/check"
        person = {"born": "01/1966", "sex": "male"}
        assert self.get("/api/rules/no.such", 404)["code"] == "UnknownRule"
        assert self.get("/api/rules/retirement.age?on=x", 422)["code"] == "NoSuchDay"
        refused = {
            (calculate, "2026-01-01"): ({"sex": "male"}, "MissingFact"),
            (calculate, "2020-12-31"): (person, "NotInForce"),
            (calculate, "2026-01-02"): ({"height": 1}, "BadFacts"),
            (check, "2025-07-01"): ({"kind": "village"}, "BadFacts"),
            (check, "1990-01-01"): ({"kind": "commune"}, "NotInForce"),
        }
        for (path, day), (facts, code) in refused.items():
            found = self.post(path, {"on": day, "facts": facts}, 422)
            assert found["code"] == code
            assert found["vi"] != found["en"]
        assert self.post("/api/calculations/no.such", {"facts": {}}, 404)["code"] == "UnknownRule"
        assert self.post(calculate, {"facts": [1]}, 422)["code"] == "NotUnderstood"
        assert self.post(calculate, "{", 422)["code"] == "NotUnderstood"

    def test_every_role_reads_it_and_a_stranger_does_not(self) -> None:
        for name, user in self.cast.items():
            client = Client()
            client.force_login(user)
            expected = 403 if name == "khach" else 200
            assert client.get("/api/rules").status_code == expected
        assert Client().get("/api/rules").status_code == 401
        body = {"facts": {"born": "01/1966", "sex": "male"}}
        path = "/api/calculations/retirement.month"
        assert Client().post(path, body, content_type="application/json").status_code in (401, 403)
