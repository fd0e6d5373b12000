"""Every mention of another document is found, and mentions of one document bear one key."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.texts.citations import read_citations
from tinhgon.texts.clean import clean
from tinhgon.texts.numbers import read
from tinhgon.texts.values import Citation, Head

NOTHING = Head()


def cited(text: str, head: Head = NOTHING) -> list[Citation]:
    return [*read_citations(clean(text), head)]


def names(text: str, head: Head = NOTHING) -> list[str]:
    """Give each distinct document's number, or its title."""
    return [*{one.key: one.number or one.title for one in cited(text, head)}.values()]


DAYS = {
    "ngày 15 tháng 8 năm 2024": date(2024, 8, 15),
    "ngày 15/8/2024": date(2024, 8, 15),
    "(ngày 15-8-2024)": date(2024, 8, 15),
    ", ngày 15.08.2024": date(2024, 8, 15),
    "NGÀY 15 THÁNG 8 NĂM 2024": date(2024, 8, 15),
    "ngày 30/02/2024": None,
}


@pytest.mark.parametrize(("written", "day"), DAYS.items())
def test_a_day_is_read_in_every_writing(written: str, day: date | None) -> None:
    (only,) = cited(
        f"Thực hiện Chỉ thị số 27/CT-TTg {written} của Thủ tướng Chính phủ về công tác dân số".replace(
            " ,", ","
        )
    )

    assert (only.number, only.day, only.issuer) == ("27/CT-TTg", day, "Thủ tướng Chính phủ")


ISSUERS = {
    "Nghị quyết số 21-NQ/TW của Ban Chấp hành Trung ương khóa XII": "Ban Chấp hành Trung ương",
    "Nghị quyết số 21-NQ/TW của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng Khoá XII về": (
        "Ban Chấp hành Trung ương"
    ),
    "Kết luận số 126-KL/TW của Bộ Chính trị, Ban Bí thư về một số nội dung": "Bộ Chính trị, Ban Bí thư",
    "Thông tư số 02/2021/TT-BYT của Bộ trưởng Bộ Y tế quy định": "Bộ trưởng Bộ Y tế",
    "Thông tư số 26/2021/TT-BGDĐT của Bộ Giáo dục và Đào tạo hướng dẫn": "Bộ Giáo dục và Đào tạo",
    "Kế hoạch số 53/KH-UBND của UBND thành phố Cần Thơ về thực hiện": "Ủy ban nhân dân thành phố Cần Thơ",
    "Quyết định số 8/QĐ-SYT của Giám đốc Sở Y tế tỉnh Hậu Giang Quy định": "Giám đốc Sở Y tế tỉnh Hậu Giang",
    "Kế hoạch số 16/KH-HĐTĐKT của Hội đồng Thi đua - Khen thưởng Trung ương, UBND tỉnh ban hành": (
        "Hội đồng Thi đua - Khen thưởng Trung ương"
    ),
    "Quyết định của Bộ Chính trị số 31-QĐ/TW ban hành": "Bộ Chính trị",
    "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 12/TTr-SYT;": "Giám đốc Sở Y tế",
    "Quyết định của Ủy ban nhân dân tỉnh triển khai Nghị quyết số 57-NQ/TW": "",
    "Nghị định 178/2024/NĐ-CP": "Chính phủ",
    "Nghị quyết số 76/2025/UBTVQH15": "Ủy ban Thường vụ Quốc hội",
    "Hướng dẫn số 45-HD/BTCTW": "Ban Tổ chức Trung ương",
    "Kết luận số 221-KL/TW": "",
    "Kế hoạch số 12/KH-UBND": "",
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_the_issuer_is_in_the_words_or_beyond_doubt_in_the_symbol(text: str, issuer: str) -> None:
    assert [one.issuer for one in cited(text)] == [issuer]


def test_one_number_with_two_days_is_two_documents_and_a_bare_mention_joins_the_nearest() -> None:
    found = cited(
        "Nghị quyết số 21-NQ/TW ngày 25/10/2017 về dân số. Nghị quyết số 21-NQ/TW ngày 16/6/2022."
        " Tiếp tục thực hiện Nghị quyết số 21-NQ/TW."
    )

    assert [one.day for one in found] == [date(2017, 10, 25), date(2022, 6, 16), date(2022, 6, 16)]
    assert found[2].key == found[1].key != found[0].key


def test_a_bare_mention_before_the_full_one_is_the_same_document() -> None:
    first, second = cited(
        "Theo Kết luận số 5-KL/TW thì …\n\nKết luận số 05-KL/TW ngày 1/2/2025 của Ban Bí thư."
    )

    assert first.key == second.key
    assert (first.day, first.issuer) == (date(2025, 2, 1), "Ban Bí thư")


def test_one_number_of_two_places_is_two_documents() -> None:
    text = "Kế hoạch số 10/KH-UBND của UBND tỉnh Hậu Giang; Kế hoạch số 10/KH-UBND của UBND tỉnh Sóc Trăng"

    assert len({one.key for one in cited(text)}) == 2


def test_a_day_is_not_lent_to_a_number_of_another_year_nor_to_what_is_known() -> None:
    laws = cited("Nghị định số 178/2024/NĐ-CP và số 67/2025/NĐ-CP ngày 15/3/2025")
    known = cited(
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024; các Nghị quyết số 57-NQ/TW, 59-NQ/TW ngày 24/01/2025"
    )

    assert [one.day for one in laws] == [None, date(2025, 3, 15)]
    assert [one.day for one in known] == [date(2024, 12, 22), date(2024, 12, 22), date(2025, 1, 24)]


def test_an_issuer_told_before_a_list_is_that_of_all() -> None:
    found = cited("các Quyết định của Bộ Chính trị số 57-QĐ/TW ngày 22/12/2024; số 59-QĐ/TW ngày 24/01/2025")

    assert [one.issuer for one in found] == ["Bộ Chính trị", "Bộ Chính trị"]


LISTS = {
    "các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017": ["18-NQ/TW", "19-NQ/TW"],
    "Nghị định số 178/2024/NĐ-CP và số 67/2025/NĐ-CP": ["178/2024/NĐ-CP", "67/2025/NĐ-CP"],
    "các Nghị quyết Trung ương 4, 5 và 6 (khóa XIII)": [
        f"Nghị quyết Trung ương {number} (khóa XIII)" for number in (4, 5, 6)
    ],
    "Nghị quyết Trung ương 4 khóa XI, khóa XII": [
        "Nghị quyết Trung ương 4 (khóa XI)",
        "Nghị quyết Trung ương 4 (khóa XII)",
    ],
    "Nghị quyết Hội nghị Trung ương lần thứ tư khoá XII": ["Nghị quyết Trung ương 4 (khóa XII)"],
    "Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng (khóa XI)": [
        "Nghị quyết Trung ương 4 (khóa XI)"
    ],
    "Nghị quyết số 18, 19-NQ/TW": ["18-NQ/TW", "19-NQ/TW"],
    "Thông tư số 12 và 13/2024/TT-BNV": ["12/2024/TT-BNV", "13/2024/TT-BNV"],
    "các văn bản: 18-NQ/TW; 27/CT-TTg": ["18-NQ/TW", "27/CT-TTg"],
    "Luật số 64/2020/QH14, Luật số 07/2022/QH15 và Luật số 24/2023/QH15": [
        "64/2020/QH14",
        "07/2022/QH15",
        "24/2023/QH15",
    ],
}


@pytest.mark.parametrize(("text", "found"), LISTS.items())
def test_every_document_of_a_list_is_one(text: str, found: list[str]) -> None:
    assert names(f"Thực hiện {text}, các cơ quan tiếp tục triển khai.") == found


def test_the_day_at_the_end_of_a_list_is_that_of_all() -> None:
    found = cited(
        "các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII"
    )

    assert {(one.day, one.issuer, one.term) for one in found} == {
        (date(2017, 10, 25), "Ban Chấp hành Trung ương", "XII")
    }


TITLES = {
    "theo Luật Cán bộ, công chức, Luật Viên chức và các văn bản": [
        "Luật Cán bộ, công chức",
        "Luật Viên chức",
    ],
    "Luật Phòng, chống ma tuý; Bộ luật Lao động năm 2019": ["Luật Phòng, chống ma túy", "Bộ luật Lao động"],
    "Luật Đầu tư công, các quy định của pháp luật": ["Luật Đầu tư công"],
    "Luật Đất đai1 và Luật Nhà ở[2]": ["Luật Đất đai", "Luật Nhà ở"],
    "Luật Giá và Luật Giá trị vàng; Luật giá cả thị trường": ["Luật Giá", "Luật Giá trị vàng"],
    "Luật Đầu tư và Luật Đấu thầu": ["Luật Đầu tư", "Luật Đấu thầu"],
    "Luật Khai thác mây trời, gió biển năm 2031 được ban hành": ["Luật Khai thác mây trời, gió biển"],
    "Luật Hôn nhân và gia đình quy định về": ["Luật Hôn nhân và gia đình"],
    "sửa đổi, bổ sung một số điều của Hiến pháp": ["Hiến pháp"],
    "Luật ngân sách nhà nước ngày 25/6/2015": ["Luật Ngân sách nhà nước"],
    "tuân thủ Hiến pháp và pháp luật": [],
    "kỷ luật Đảng, pháp luật Nhà nước, Đại học Luật Hà Nội": [],
    "thi hành Điều lệ Đảng; Điều lệ Công đoàn Việt Nam": ["Điều lệ Đảng", "Điều lệ Công đoàn Việt Nam"],
    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương": [
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
    ],
    "Luật số 97/2025/QH15 sửa đổi, bổ sung một số điều của Luật Công đoàn, Luật Thanh niên": ["97/2025/QH15"],
    "Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư khoá XIII": [
        "Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư khóa XIII"
    ],
}


@pytest.mark.parametrize(("text", "found"), TITLES.items())
def test_a_title_ends_where_the_grammar_says(text: str, found: list[str]) -> None:
    assert names(f"Căn cứ {text};") == found


def test_a_law_with_its_number_is_known_by_its_title_afterwards() -> None:
    found = cited("Căn cứ Luật Đất đai số 31/2024/QH15;\n\nĐiều 1. Theo Luật Đất đai, Ủy ban nhân dân …")

    assert {one.key for one in found} == {"31/2024-QH15"}
    assert {one.title for one in found} == {"Luật Đất đai"}


def test_laws_of_one_name_and_two_days_are_two() -> None:
    text = "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025"

    assert len({one.key for one in cited(text)}) == 2


def test_a_given_name_means_the_document_it_was_given_to() -> None:
    found = cited(
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án dữ liệu"
        " (sau đây gọi tắt là Đề án 06). Tiếp tục triển khai Đề án 06."
    )

    assert [one.number for one in found] == ["06/QĐ-TTg", "06/QĐ-TTg"]


def test_a_short_form_without_symbol_joins_what_was_named() -> None:
    assert names("Nghị quyết số 18-NQ/TW ngày 25/10/2017. Tổng kết Nghị quyết 18. Kế hoạch 5 năm.") == [
        "18-NQ/TW"
    ]


def test_a_bare_number_joins_the_nearest_even_if_its_day_is_misprinted() -> None:
    found = cited("Nghị quyết số 163/2024/QH15 ngày 27 tháng 11 năm 2025. Theo Nghị quyết số 163/2024/QH15.")

    assert len({one.key for one in found}) == 1


def test_rules_that_the_document_issues_are_its_own() -> None:
    text = "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ủy ban nhân dân xã Phong Điền."

    assert not cited(text)


def test_the_document_itself_is_not_cited() -> None:
    head = Head(number=read("165/KH-UBND"), day=date(2025, 11, 21), type="KH", type_name="Kế hoạch")
    text = (
        "(Ban hành kèm theo Kế hoạch số 165/KH-UBND ngày 21 tháng 11 năm 2025)\n\nKế hoạch này, Luật này."
        "\n\nKế hoạch số 165/KH-UBND ngày 05/01/2024 của UBND tỉnh Hậu Giang"
    )

    assert [one.day for one in cited(text, head)] == [date(2024, 1, 5)]


def test_a_law_does_not_cite_itself_by_its_title() -> None:
    text = (
        "LUẬT\n\nVIÊN CHỨC\n\nQuốc hội ban hành Luật Viên chức.\n\nĐiều 1. Luật Viên chức số 58/2010/QH12"
        " hết hiệu lực kể từ ngày Luật này có hiệu lực."
    )

    assert [(one.number, one.role) for one in cited(text)] == [("58/2010/QH12", "replaces")]


ROLES = {
    "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;": "basis",
    "Xét Tờ trình số 12/TTr-SNV của Sở Nội vụ;": "basis",
    "Thực hiện Chỉ thị số 27/CT-TTg, Ủy ban nhân dân ban hành Kế hoạch.": "implements",
    "1. Bãi bỏ Quyết định số 10/QĐ-UBND.": "replaces",
    "Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 10/QĐ-UBND.": "replaces",
    "Quyết định số 10/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.": "replaces",
    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP": "amends",
    "theo Nghị định số 30/2020/NĐ-CP": "cites",
    "được sửa đổi, bổ sung bởi Nghị định số 30/2020/NĐ-CP": "cites",
}


@pytest.mark.parametrize(("text", "role"), ROLES.items())
def test_the_words_around_tell_what_is_done_with_a_document(text: str, role: str) -> None:
    assert [one.role for one in cited(text)] == [role]


def test_the_sentence_that_leads_in_a_list_tells_the_role_of_its_items() -> None:
    text = (
        "Điều 3. Bãi bỏ các văn bản sau:\n\n1. Quyết định số 1/QĐ-UBND ngày 5/6/2020 về nhà theo Luật Nhà ở;"
        "\n\n2. Quyết định số 2/QĐ-UBND.\n\nĐiều 4. Theo Quyết định số 3/QĐ-UBND."
    )

    assert [one.role for one in cited(text)] == ["replaces", "cites", "replaces", "cites"]


def test_the_kind_of_a_party_regulation_is_told_by_its_word() -> None:
    kinds = [
        one.type for one in cited("Quy định số 294-QĐ/TW; Công văn số 3129/TTr-SNV; Văn bản số 12/UBND-VX")
    ]

    assert kinds == ["QyĐ", "TTr", "CV"]


def test_a_number_alone_on_its_line_is_no_citation() -> None:
    assert not cited("Số: 15/QĐ-BNV\n\nSố: 12/UBND-VX\n\nMẫu số 01/BC-UBND")


def test_a_day_that_begins_what_follows_is_not_the_documents() -> None:
    (only,) = cited("Theo Thông báo số 1/TB-UBND, ngày 15/3/2025 Ủy ban nhân dân xã họp.")

    assert only.day is None


BROKEN = """Thực hiện Nghị
quyết số
21-NQ/TW ngày 25
tháng 10 năm 2017 của Hội nghị lần
thứ sáu Ban Chấp hành
Trung ương Khoá XII và Luật Phòng, chống ma
tuý"""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_broken_lines_and_decomposed_letters_change_nothing(form: str) -> None:
    found = cited(unicodedata.normalize("NFD" if form == "NFD" else "NFC", BROKEN))

    assert [(one.number or one.title, one.day) for one in found] == [
        ("21-NQ/TW", date(2017, 10, 25)),
        ("Luật Phòng, chống ma túy", None),
    ]


PIECES = st.sampled_from(
    [
        "Nghị quyết số ",
        "21-NQ/TW",
        " ngày 25/10/2017",
        " của ",
        "Bộ Chính trị",
        ", ",
        " và ",
        "Luật Đất đai",
        " năm 2024",
        "(",
        ")",
        "\n\n",
        "Quyết định ",
        "12/QĐ-UBND",
        "khóa XII",
        "; ",
        "Căn cứ ",
        "Trung ương 4, 5",
        "sau đây gọi tắt là Đề án 06",
        "30/02/2026",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_gives_places_that_hold_their_words(text: str) -> None:
    made = clean(text)

    for one in read_citations(made, NOTHING):
        assert made.text[one.span.start : one.span.end] == one.words
        assert one.key
