"""Points of view, as an address or a command writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from tinhgon.core.periods import NoSuchDay
from tinhgon.temporal.asof import AsOf, NoSuchMoment, parse_moment, read_as_of
from tinhgon.temporal.middleware import AsOfMiddleware

TODAY = date(2025, 9, 10)
HANOI = timedelta(hours=7)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-09-10T08:30", datetime(2025, 9, 10, 1, 30, tzinfo=UTC)),
        (" 2025-09-10T08:30:15 ", datetime(2025, 9, 10, 1, 30, 15, tzinfo=UTC)),
        ("2025-09-10T08:30+07:00", datetime(2025, 9, 10, 1, 30, tzinfo=UTC)),
        ("2025-09-10T08:30 07:00", datetime(2025, 9, 10, 1, 30, tzinfo=UTC)),  # + in an address is a space
        ("2025-09-10T08:30Z", datetime(2025, 9, 10, 8, 30, tzinfo=UTC)),
        ("2025-09-10T01:30:00.123456+00:00", datetime(2025, 9, 10, 1, 30, 0, 123456, tzinfo=UTC)),
    ],
)
def test_a_moment_without_an_offset_is_local(text: str, moment: datetime) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize("text", ["10/09/2025", "2025-09-10"])
def test_a_mere_day_means_its_end(text: str) -> None:
    moment = parse_moment(text)

    assert moment.utcoffset() == HANOI
    assert (moment.date(), moment.hour, moment.minute) == (TODAY, 23, 59)
    assert moment + timedelta(microseconds=1) == timezone.make_aware(datetime(2025, 9, 11))  # noqa: DTZ001


def test_a_minute_as_people_write_it_means_its_end() -> None:
    moment = parse_moment("10/09/2025 08:30")

    assert moment + timedelta(microseconds=1) == datetime(2025, 9, 10, 1, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["hôm qua", "30/02/2025", "2025-13-01", "2025-09-10T25:00", "T", "1T", "2025-09-10T08:30+99:00", "\0",
     "9" * 5000, "٢٠٢٥-٠٩-١٠", "0000-01-01", "10/09/2025 25:30", "10/09/2025 8", "10/09/2025 08:30:15 x",
     "0001-01-01T00:00+14:00", "9999-12-31T23:00-12:00"],
)  # fmt: skip
def test_what_is_no_moment_is_refused_by_name_in_both_languages(text: str) -> None:
    with pytest.raises(NoSuchMoment) as refusal:
        parse_moment(text)

    assert "Không có thời điểm" in refusal.value.message("vi")
    assert "There is no moment" in refusal.value.message("en")
    assert len(refusal.value.message("en")) < 200


def test_nothing_named_is_the_latest_word_of_today() -> None:
    assert read_as_of("", "  ", today=TODAY) == AsOf(TODAY, None)


def test_both_may_be_named() -> None:
    found = read_as_of("31/12/2024", "15/01/2025", today=TODAY)

    assert found.valid == date(2024, 12, 31)
    assert found.known is not None
    assert found.known.date() == date(2025, 1, 15)


def looked(address: str) -> HttpRequest:
    kept: list[HttpRequest] = []

    def page(request: HttpRequest) -> HttpResponse:
        kept.append(request)
        return HttpResponse()

    AsOfMiddleware(page)(RequestFactory().get(address))
    return kept[0]


def test_a_request_looks_from_the_day_in_its_address() -> None:
    request = looked("/?on=2024-12-31&known=2025-01-15T10:00%2B07:00")

    assert request.as_of.valid == date(2024, 12, 31)  # type: ignore[attr-defined]
    assert request.as_of.known == datetime(2025, 1, 15, 3, tzinfo=UTC)  # type: ignore[attr-defined]


def test_a_wrong_day_is_refused_only_by_the_page_that_reads_it() -> None:
    request = looked("/?on=31/02/2025")

    with pytest.raises(NoSuchDay):
        _ = request.as_of.valid  # type: ignore[attr-defined]


def test_a_request_without_a_day_looks_from_today() -> None:
    request = looked("/")

    assert request.as_of == AsOf(request.today)  # type: ignore[attr-defined]
