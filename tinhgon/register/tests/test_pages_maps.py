"""The map of communes, and the outlines that it is drawn from."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.http import HttpResponse

from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.places import CAI_KHE, HAU_GIANG, OLD_CAI_KHE
from tinhgon.register.tests.test_pages_units import text


def shapes(answer: HttpResponse, name: str) -> dict[str, Any]:
    found = re.search(rf'<script id="{name}"[^>]*>(.*?)</script>', answer.content.decode())
    assert found
    return dict(json.loads(found.group(1)))


class TestMap:
    @pytest.mark.parametrize(("day", "count", "shown"), [
        ("2025-06-30", 263, "before"), ("2025-07-01", 103, "after"),
    ])  # fmt: skip
    def test_it_draws_the_communes_of_the_day(self, day: str, count: int, shown: str, visit: Visit) -> None:
        answer = visit(f"/map/?on={day}")

        assert f"{count} đơn vị cấp xã" in text(answer)
        assert len(shapes(answer, f"units-{shown}")) == count
        assert f'data-shown="{shown}"' in answer.content.decode()

    def test_the_other_layer_is_of_the_nearest_day_of_its_era(self, visit: Visit) -> None:
        answer = visit("/map/?on=2026-01-01")

        assert "trước: tại 30/06/2025; sau: tại 01/01/2026" in text(answer)
        assert shapes(answer, "units-before")["31117"]["url"] == f"/units/{OLD_CAI_KHE}/?on=2025-06-30"

    def test_the_legend_names_the_kinds_that_are_drawn(self, visit: Visit) -> None:
        legend = visit("/map/").content.decode().split('<ul class="legend">')[1].split("</ul>")[0]

        assert re.findall(r"</svg>([^<]+)</li>", legend) == ["Phường", "Thị trấn", "Xã"]

    def test_one_code_means_other_ground_in_each_era(self, visit: Visit) -> None:
        answer = visit("/map/?on=2025-06-30")

        assert shapes(answer, "units-before")["31120"]["name"] == "Phường An Hòa"
        assert shapes(answer, "units-after")["31120"]["id"] == str(CAI_KHE)

    def test_communes_without_an_outline_are_named_not_drawn(self, visit: Visit) -> None:
        answer = visit("/map/?on=2010-01-01")

        drawn = shapes(answer, "units-before")
        communes = answer.context["layer"].communes
        assert 0 < len(drawn) < len(communes)
        assert {one.node.code for one in answer.context["layer"].missing}.isdisjoint(drawn)
        assert f"{len(communes) - len(drawn)} đơn vị tại 01/01/2010 không được vẽ" in text(answer)

    def test_density_colours_by_a_scale(self, visit: Visit) -> None:
        after = shapes(visit("/map/?on=2025-07-01&colour=density"), "units-after")

        assert {one["scale"] for one in after.values()} == {0, 1, 2, 3, 4}

    def test_nothing_known_is_said(self, visit: Visit) -> None:
        assert "Không có đơn vị nào" in text(visit("/map/?known=2025-01-01"))


class TestOutlines:
    def test_they_may_be_kept_and_are_not_sent_twice(self, visit: Visit) -> None:
        first = visit("/map/outlines/before.geojson")

        assert len(json.loads(first.content)["features"]) == 263
        assert "max-age=604800" in first["Cache-Control"]
        assert (
            visit("/map/outlines/before.geojson", headers={"If-None-Match": first["ETag"]}).status_code == 304
        )

    def test_there_are_two_sets(self, visit: Visit) -> None:
        assert visit("/map/outlines/tomorrow.geojson").status_code == 404


class TestCard:
    def test_a_commune_stands_among_its_sisters(self, visit: Visit) -> None:
        answer = visit(f"/units/{CAI_KHE}/")

        assert len(shapes(answer, "map-units")) == 103
        assert f'data-chosen="{CAI_KHE}"' in answer.content.decode()

    def test_a_province_shows_the_communes_of_its_districts(self, visit: Visit) -> None:
        assert len(shapes(visit(f"/units/{HAU_GIANG}/?on=2025-06-30"), "map-units")) == 75
