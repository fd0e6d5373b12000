"""The page that compares two days."""

from __future__ import annotations

import re

import pytest

from tinhgon.register.tests.conftest import Visit
from tinhgon.register.tests.places import LUONG_TAM
from tinhgon.register.tests.test_pages_units import text

MERGER = "/compare/?a=2025-06-30&on=2025-07-01"


def test_the_merger_is_counted_by_kind(visit: Visit) -> None:
    shown = text(visit(MERGER))

    assert "Từ 30/06/2025 đến 01/07/2025 398 khác biệt" in shown
    for count in ("Hợp nhất, sáp nhập 96", "Chia tách 3", "Kết thúc 283", "Đổi cấp trên 8"):
        assert count in shown
    assert "Phường Cái Khế 31120 · Thành phố Cần Thơ hợp nhất từ Phường An Hòa , Phường Bùi Hữu" in shown


def test_one_kind_can_be_chosen(visit: Visit) -> None:
    shown = text(visit(f"{MERGER}&kind=split"))

    assert "Phường Bùi Hữu Nghĩa 31178 · Quận Bình Thuỷ chia thành Phường Bình Thủy , Phường Cái Khế" in shown
    assert "hợp nhất từ" not in shown


def test_an_unknown_kind_shows_nothing_wrong(visit: Visit) -> None:
    assert visit(f"{MERGER}&kind=%22%3E&page=-1").status_code == 200


def test_more_than_a_page_is_paged(visit: Visit) -> None:
    first, last = visit(MERGER), visit(f"{MERGER}&page=2")

    assert "Trang 1 trên 2" in text(first)
    assert "Trang 2 trên 2" in text(last)
    rows = [page.content.decode().count('<tr><th scope="row">') for page in (first, last)]
    assert rows == [200, 198]


def test_the_tree_is_marked_and_ended_units_lead_to_the_first_day(visit: Visit) -> None:
    page = visit(MERGER).content.decode().split("<main")[0]

    assert page.count('class="is-merged"') == 96
    assert page.count('class="is-moved"') == 8
    assert page.count('class="is-ended"') == 283
    ended = re.search(r'href="([^"]+)"[^>]*class="is-ended"', page)
    assert ended
    assert "on=2025-06-30" in ended.group(1)


@pytest.mark.parametrize("query", ["a=2025-07-01&b=2025-06-30", "a=30/06/2025&b=01/07/2025"])
def test_the_later_day_becomes_the_day_in_view(query: str, visit: Visit) -> None:
    answer = visit(f"/compare/?{query}&known=2025-09-01")

    assert answer.status_code == 302
    assert set(answer["Location"].split("?")[1].split("&")) == {
        "a=2025-06-30", "on=2025-07-01", "known=2025-09-01",
    }  # fmt: skip


def test_equal_days_are_said_to_be_equal(visit: Visit) -> None:
    assert "Hai ngày trùng nhau" in text(visit("/compare/?a=2025-07-01&on=2025-07-01"))


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", "a=2025-06-30&on=2025-07-01"),  # later decisions only put figures right
        ("on=2025-06-30", "a=2024-10-31&on=2024-11-01"),
        ("on=2015-05-16&line=territorial", "a=2015-05-15&on=2015-05-16"),
        ("on=2000-01-01", "a=1999-12-31&on=2000-01-01"),
        ("known=2020-01-01", None),
    ],
)
def test_without_days_the_last_upheaval_is_shown(query: str, days: str | None, visit: Visit) -> None:
    answer = visit(f"/compare/?{query}")

    assert answer.status_code == 302
    if days:
        assert set(days.split("&")) <= set(answer["Location"].split("?")[1].split("&"))
    assert visit(answer["Location"]).status_code == 200


def test_a_day_that_does_not_exist_is_refused(visit: Visit) -> None:
    answer = visit("/compare/?a=31/02/2019")

    assert answer.status_code == 400
    assert "31/02/2019" in answer.content.decode()


def test_both_days_are_read_as_known_then(visit: Visit) -> None:
    assert str(LUONG_TAM) in visit(MERGER).content.decode()
    assert "Hai ngày này không có gì khác nhau" in text(visit(f"{MERGER}&known=2025-07-01"))
