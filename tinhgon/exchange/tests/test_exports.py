"""Exports: what a spreadsheet and a reader of linked data get."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime
from typing import Any

from tinhgon.exchange.tables import COLUMNS, Table, write_csv, write_xlsx
from tinhgon.exchange.tests.cases import Demo
from tinhgon.temporal.asof import AsOf

EVE, MERGER = "2025-06-30", "2025-07-01"
EVIL = ("=1+1", "+1", "-1", "@x", "\tx", "\rx")


class TestDownloads(Demo):
    def content(self, form: str, **parameters: str) -> bytes:
        answer = self.client.get(f"/export/register.{form}", parameters)
        assert answer.status_code == 200
        assert f'filename="register-{parameters["on"]}' in answer["Content-Disposition"]
        return answer.getvalue()

    def rows(self, **parameters: str) -> list[dict[str, str]]:
        text = self.content("csv", **parameters).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def graph(self, **parameters: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.content("jsonld", **parameters))["@graph"]
        return found

    def test_csv_of_a_day(self) -> None:
        rows = self.rows(on=MERGER)

        assert self.content("csv", on=MERGER).startswith(b"\xef\xbb\xbf")
        assert len(rows) == 104
        assert (rows[0]["Tên đơn vị"], rows[0]["Diện tích (km²)"]) == ("Thành phố Cần Thơ", "6360.8300")
        assert {row["Mã cấp trên"] for row in rows[1:]} == {"92"}

    def test_csv_below_a_unit_and_as_known(self) -> None:
        assert len(self.rows(on=EVE, root="916")) == 9
        assert self.rows(on=EVE, known="2025-07-01") == []

    def test_xlsx_says_where_it_comes_from(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.content("xlsx", on=MERGER, known="2025-09-01"))) as book:
            assert book.testzip() is None
            provenance = book.read("xl/worksheets/sheet2.xml").decode()
        assert "01/07/2025" in provenance
        assert "01/09/2025" in provenance

    def test_linked_data_tell_what_became_of_what(self) -> None:
        graph = self.graph(on=MERGER)
        by_id = {one["@id"]: one for one in graph if "@id" in one}
        new = next(one for one in graph if one.get("org:identifier") == "31120")
        event = by_id[new["org:changedBy"][0]["@id"]]

        assert new["@type"] == "org:FormalOrganization"
        assert by_id[new["org:subOrganizationOf"]["@id"]]["org:identifier"] == "92"
        assert event["@type"] == "org:ChangeEvent"
        origins = [by_id[one["@id"]]["skos:prefLabel"]["@value"] for one in event["org:originalOrganization"]]
        assert "Phường An Hòa" in origins
        assert event["dcterms:identifier"] == "1668/NQ-UBTVQH15"

    def test_linked_data_before_the_merger_know_nothing_of_it(self) -> None:
        assert not [one for one in self.graph(on=EVE) if one["@type"] == "org:ChangeEvent"]

    def test_linked_data_of_one_unit_bring_its_own_origins_only(self) -> None:
        graph = self.graph(on=MERGER, root="31120")

        assert sum(one["@type"] == "org:ChangeEvent" for one in graph) == 1

    def test_only_readers_may_export(self) -> None:
        self.client.force_login(self.cast["khach"])
        for form in ("csv", "xlsx", "jsonld"):
            assert self.client.get(f"/export/register.{form}").status_code == 403
        self.client.logout()
        assert self.client.get("/export/register.csv").status_code == 302

    def test_bad_parameters_are_refused(self) -> None:
        assert self.client.get("/export/register.csv", {"on": "31/02/2025"}).status_code == 400
        assert self.client.get("/export/register.jsonld", {"root": "00000"}).status_code == 400


def test_no_formula_reaches_a_file() -> None:
    row = (*EVIL, "Tên", "x", "y", "z")
    found = Table(AsOf(date(2025, 7, 1)), [row[: len(COLUMNS)]], 0)

    written = b"".join(write_csv(found)).decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(write_xlsx(found, at=datetime(2025, 7, 2, tzinfo=UTC)))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert "'=1+1" in written
    assert "<f>" not in sheet
