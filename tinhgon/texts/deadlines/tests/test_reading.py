"""Deadlines in sentences of many makes; every sentence here is made up."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.deadlines import read_deadlines
from tinhgon.texts.values import Deadline, Head, Number

PLAN = Head(day=date(2025, 11, 18), type="KH")
DECREE = Head(day=date(2025, 11, 18), type="NĐ", number=Number("9/2025/NĐ-CP", "state", "9", year=2025))


def read(text: str, head: Head = PLAN) -> tuple[Deadline, ...]:
    return read_deadlines(clean(text), head)


def only(text: str, head: Head = PLAN) -> Deadline:
    (found,) = read(text, head)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("Hoàn thành trước ngày 31/12/2025.", "before", "2025-12-30"),
        ("hoàn thành trước ngày31/12/2025", "before", "2025-12-30"),
        ("HOÀN THÀNH TRƯỚC NGÀY 31 THÁNG 12 NĂM 2025", "before", "2025-12-30"),
        ("Chậm nhất đến ngày 01 tháng 7 năm 2027, các bộ phải xong.", "by", "2027-07-01"),
        ("Việc này phải xong trước 31-12-2025.", "before", "2025-12-30"),
        ("Nộp chậm nhất ngày 15.01.2026.", "by", "2026-01-15"),
        ("Thời hạn hoàn thành: 30/6/2026", "by", "2026-06-30"),
        ("Giao Sở Nội vụ trình trong tháng 12/2025.", "by", "2025-12-31"),
        ("Thời gian thực hiện: Quý I/2026.", "by", "2026-03-31"),
        ("Hoàn thành trong quý I, II/2026.", "by", "2026-06-30"),
        ("Thời gian: tháng 11 - 12/2025", "by", "2025-12-31"),
        ("Thực hiện trong 6 tháng đầu năm 2026.", "by", "2026-06-30"),
        ("Trong 02 tháng cuối năm 2025 tập trung giải ngân.", "by", "2025-12-31"),
        ("Xong trong tuần đầu tháng 12/2025.", "by", "2025-12-07"),
        ("Báo cáo vào trung tuần tháng 4/2026.", "by", "2026-04-20"),
        ("Hoàn thành cuối năm 2025.", "by", "2025-12-31"),
        ("Tổ chức trong năm 2026.", "by", "2026-12-31"),
        ("Phấn đấu đến năm 2030, mọi xã đạt chuẩn.", "by", "2030-12-31"),
        ("Từ nay đến hết năm 2025, xử lý dứt điểm.", "by", "2025-12-31"),
        ("Gửi trước 17 giờ 00 ngày 20/11/2025.", "by", "2025-11-20"),
        ("Đợt 1: từ ngày 01/12/2025 đến ngày 15/12/2025.", "by", "2025-12-15"),
        ("- Ngày 05/12/2025: Đóng nhận hồ sơ.", "by", "2025-12-05"),
        ("Quý I/2026: Ban hành quy chế.", "by", "2026-03-31"),
        ("Thực hiện đến khi có quy định mới, nhưng không quá ngày 01/3/2027.", "by", "2027-03-01"),
        ("Hạn cuối nhận hồ sơ là 17 giờ ngày 05/12/2025.", "by", "2025-12-05"),
        ("Đợt 2 (từ tháng 7/2026 đến hết tháng 9/2026): mở rộng.", "by", "2026-09-30"),
        ("| Rà soát văn bản | Sở Tư pháp | 12/2025 |", "by", "2025-12-31"),
        ("Việc này xong trước 6/2026.", "before", "2026-05-31"),
        ("| Xây dựng đề án | Sở Nội vụ | Quý II/2026 | Tờ trình |", "by", "2026-06-30"),
    ],
)
def test_a_day_is_read_in_every_writing(text: str, kind: str, due: str) -> None:
    found = only(text)

    assert (found.kind, str(found.due)) == (kind, due)
    assert found.month is None, "the year was written"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Báo cáo xong trước 30/6.", "2026-06-29"),
        ("Chậm nhất là ngày 05/12, gửi danh sách.", "2025-12-05"),
        ("Hoàn thành trong quý II.", "2026-06-30"),
        ("Hoàn thành đến hết năm.", "2025-12-31"),
        ("Xong trong tháng 11.", "2025-11-30"),
    ],
)
def test_a_year_that_is_not_written_is_told_by_the_document_and_said_to_be(text: str, due: str) -> None:
    found = only(text)

    assert str(found.due) == due
    assert found.month, "month and day stand beside a day that was inferred"
    assert only(text, Head()).due is None


def test_the_year_of_a_plan_is_the_one_it_plans() -> None:
    plan = Head(day=date(2025, 12, 5), type="KH", abstract="cải cách hành chính năm 2026")

    assert only("Báo cáo trước ngày 15/12.", plan).due == date(2026, 12, 14)
    assert only("Hoàn thành trong quý III.", plan).due == date(2026, 9, 30)


def test_a_stretch_that_is_lately_over_tells_no_year() -> None:
    found = only("Hoàn thành trong quý III.")

    assert (found.due, found.month, found.day) == (None, 9, 30)


@pytest.mark.parametrize(
    ("text", "every", "month", "day"),
    [
        ("Báo cáo vào ngày 10 hằng tháng.", "month", None, 10),
        ("Gửi trước ngày 15 của tháng cuối quý.", "quarter", 3, 15),
        ("Gửi trước ngày 10/12 hằng năm.", "year", 12, 10),
        ("Định kỳ hàng năm (trước ngày 15 tháng 12) báo cáo.", "year", 12, 15),
        ("Hằng năm, trước ngày 30 tháng 11, Sở Tài chính tổng hợp.", "year", 11, 30),
        ("Sở gửi báo cáo trước ngày 31/01 năm sau.", "year", 1, 31),
        ("Chậm nhất vào ngày 05 của tháng sau gửi báo cáo.", "month", None, 5),
        ("Định kỳ 6 tháng báo cáo.", "half", None, None),
        ("Chi bộ họp mỗi tháng một lần.", "month", None, None),
        ("Kiểm tra ít nhất 02 lần/năm.", "half", None, None),
        ("Ban chấp hành họp ba tháng một lần.", "quarter", None, None),
        ("Định kỳ hằng tháng (trước ngày 25) báo cáo.", "month", None, 25),
        ("Xây dựng kế hoạch vào quý IV hằng năm.", "year", 12, 31),
        ("Báo cáo định kỳ hằng quý (trước ngày 15 tháng cuối quý).", "quarter", 3, 15),
        ("Họp mỗi năm ít nhất hai kỳ.", "half", None, None),
        ("Chương trình được đánh giá 3 tháng/lần.", "quarter", None, None),
        ("Nộp trước ngày 14 tháng 6 (đối với báo cáo 6 tháng).", "half", 6, 14),
        ("Xong từ ngày 16 đến ngày 31 tháng 12 hằng năm.", "year", 12, 31),
    ],
)
def test_what_comes_again_is_read_with_its_day(
    text: str, every: str, month: int | None, day: int | None
) -> None:
    found = only(text)

    assert (found.kind, found.every, found.month, found.day) == ("every", every, month, day)


def test_a_weekday_of_every_week() -> None:
    for text in ("Giao ban vào thứ Sáu hàng tuần.", "Báo cáo trước 16h00 thứ Sáu hằng tuần."):
        assert (only(text).every, only(text).weekday) == ("week", 4)


def test_a_list_of_periods_is_a_deadline_each() -> None:
    found = read("Định kỳ hằng tháng, quý, 6 tháng và năm báo cáo kết quả.")

    assert [one.every for one in found] == ["month", "quarter", "half", "year"]


def test_reports_of_half_and_year_have_their_own_days() -> None:
    found = read("Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12.")

    assert [(one.every, one.month) for one in found] == [("half", 6), ("year", 12)]


def test_two_days_of_a_year_share_their_words() -> None:
    found = read("Thực hiện báo cáo trước ngày 20/6 và ngày 20/12 hàng năm.")

    assert [(one.every, one.month) for one in found] == [("year", 6), ("year", 12)]


def test_each_period_in_brackets_has_its_day() -> None:
    found = read(
        "Báo cáo hằng quý (trước ngày 15 tháng cuối quý), 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)."
    )

    assert [(one.every, one.month) for one in found] == [("quarter", 3), ("half", 6), ("year", 12)]


def test_a_decree_says_once_what_comes_each_year() -> None:
    assert only("Danh mục gửi trước ngày 15 tháng 12.", DECREE).every == "year"


@pytest.mark.parametrize(
    ("text", "kind", "amount", "measure", "since"),
    [
        (
            "Trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở phải trả lời.",
            "within",
            15,
            "working_day",
            "kể từ ngày nhận đủ hồ sơ",
        ),
        ("Trong vòng 05 ngày phải báo cáo.", "within", 5, "day", ""),
        ("Trong thời hạn 15 (mười lăm) ngày, kể từ ngày ký.", "within", 15, "day", "kể từ ngày ký"),
        ("Thời gian giải quyết không quá 30 ngày.", "within", 30, "day", ""),
        ("Chậm nhất sau mười ngày phải nộp.", "within", 10, "day", ""),
        ("Báo cáo trong 24 giờ.", "within", 24, "hour", ""),
        (
            "Chậm nhất ba tháng kể từ ngày nhận được khiếu nại.",
            "within",
            3,
            "month",
            "kể từ ngày nhận được khiếu nại",
        ),
        ("Gửi tài liệu trước 10 ngày.", "before", 10, "day", ""),
        ("Báo trước ít nhất 05 ngày làm việc trước ngày họp.", "before", 5, "working_day", "trước ngày họp"),
        ("Trước khi họp chi bộ ít nhất 30 ngày, cấp ủy gửi văn kiện.", "before", 30, "day", ""),
        ("Chuyển chậm nhất là trong ngày làm việc tiếp theo.", "within", 1, "working_day", ""),
    ],
)
def test_a_length_is_read_with_its_event(text: str, kind: str, amount: int, measure: str, since: str) -> None:
    found = only(text)

    assert (found.kind, found.amount, found.measure, found.since) == (kind, amount, measure, since)


def test_a_length_for_each_rank_is_a_deadline_each() -> None:
    found = read(
        "Trả lời chậm nhất là 30 ngày đối với cơ sở, 60 ngày đối với cấp trên và 90 ngày đối với trung ương."
    )

    assert [one.amount for one in found] == [30, 60, 90]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định này có hiệu lực từ ngày 01/01/2026.",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
        "Việc này đã hoàn thành trước ngày 15/10/2025.",
        "Thời hạn kỷ luật 24 tháng; tập sự 12 tháng.",
        "Giai đoạn 2026 - 2030, tầm nhìn đến năm 2045.",
        "Thực hiện Chương trình phát triển đô thị đến năm 2030 đã phê duyệt.",
        "KẾ HOẠCH PHÒNG, CHỐNG MA TÚY ĐẾN NĂM 2030",
        "Nhiệm kỳ không quá 5 năm.",
        "Được nghỉ không quá 05 ngày.",
        "Dự toán ngân sách nhà nước hằng năm.",
        "Theo mục 2.1 đến 3.2 của Đề án.",
        "Công tác được đến 2/3 nhiệm kỳ.",
        "Thực hiện Quyết định số 12/2025/QĐ-UBND.",
        "Thời gian bổ nhiệm: từ ngày 01/12/2025 đến ngày 30/11/2030.",
        "Giải quyết công việc hằng ngày.",
        "- Các bản tự kiểm điểm hằng năm.",
        "Tình hình 6 tháng đầu năm 2025 có chuyển biến.",
        "Trong tháng 12, tình hình thế giới tiếp tục diễn biến phức tạp.",
        "Kết quả công tác trong tháng 12/2025 có tiến bộ.",
        "Hồ sơ tiếp nhận trước ngày 01/01/2026 thì giải quyết theo quy định cũ.",
        "Có thể xét tặng sớm, nhưng không được quá một năm.",
        "Số liệu tính đến ngày 31/12/2025.",
        "Cỡ chữ từ 13 đến 14, bằng từ 1/3 đến 1/2 độ dài của dòng.",
        "Người trên 60 tuổi, công tác từ 12 tháng trở lên.",
    ],
)
def test_what_sets_no_deadline_is_left_alone(text: str) -> None:
    assert read(text) == ()


def test_a_day_that_there_is_not_is_a_fault_without_a_due_day() -> None:
    found = only("Hoàn thành trước ngày 30/02/2026.")

    assert (found.due, found.fault) == (None, "30/02/2026")


def test_broken_lines_old_tone_marks_and_taken_apart_letters_are_read_alike() -> None:
    text = "Uỷ ban nhân dân xã gửi báo cáo trước ngày 31\ntháng 12 năm\n2025 và định kỳ hằng\nquý."

    for written in (text, unicodedata.normalize("NFD", text)):
        assert [one.kind for one in read(written)] == ["before", "every"]


WRITINGS = (
    "{0:%d/%m/%Y}",
    "{0.day}/{0.month}/{0.year}",
    "{0.day:02} tháng {0.month:02} năm {0.year}",
    "{0:%d-%m-%Y}",
)


@given(
    st.dates(PLAN.day, date(2099, 12, 31)), st.sampled_from(WRITINGS), st.sampled_from(["trước", "chậm nhất"])
)
def test_any_day_to_come_is_read_back(day: date, writing: str, lead: str) -> None:
    found = only(f"Các đơn vị gửi kết quả {lead} ngày {writing.format(day)}; báo cáo đầy đủ.")

    assert found.due == (day - timedelta(days=1) if lead == "trước" else day)


WORDS = """trước ngày|31/12|30/02/2026|năm|tháng|hằng|quý IV|định kỳ|trong|không quá|15|mười lăm|ngày làm việc
|(|)|;
|. |đến|2030|kể từ|chậm nhất|,|của tháng cuối quý|một lần|thứ Sáu|hằng tuần|0/0/1000|99/99/2999|31/12/2999
|năm sau|tuần đầu|báo cáo năm|6 tháng|từ nay|giờ|quá|trước|ngày 31|ngày 00 tháng 00 năm 2026|tháng 13/2026
|quý|100 năm"""
PIECES = st.sampled_from(WORDS.split("|"))


@given(st.lists(PIECES, max_size=25), st.sampled_from([PLAN, DECREE, Head()]))
def test_whatever_is_written_places_lie_in_order_and_apart(pieces: list[str], head: Head) -> None:
    cleaned = clean(" ".join(pieces))
    end = 0

    for one in read_deadlines(cleaned, head):
        assert one.span.start >= end
        assert cleaned.text[one.span.start : one.span.end] == one.words
        end = one.span.end
