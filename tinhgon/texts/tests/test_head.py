"""Heads in the layouts of the state, the Party and the National Assembly, however they were pasted."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.head import read_head
from tinhgon.texts.values import Head

PLAN = """ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 41/KH-UBND
Cần Thơ, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Triển khai chuyển đổi số năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị,

I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ người dân.

Nơi nhận:
- Thường trực Thành ủy;
- Sở, ban, ngành thành phố;
- Lưu: VT, KT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Bình
"""


def head(text: str) -> Head:
    return read_head(clean(text))


def is_the_plan(found: Head) -> None:
    assert found.issuer == "Ủy ban nhân dân thành phố Cần Thơ"
    assert found.number and found.number.written == "41/KH-UBND"
    assert (found.type, found.type_name) == ("KH", "Kế hoạch")
    assert (found.place, found.day) == ("Cần Thơ", date(2026, 2, 5))
    assert found.abstract.lower() == "triển khai chuyển đổi số năm 2026"


def test_a_plan_of_a_city_is_read_whole() -> None:
    found = head(PLAN)
    is_the_plan(found)
    assert found.superior == ""
    assert found.authority == ("TM.", "KT.")
    assert (found.signer, found.signer_title) == ("Lê Văn Bình", "Phó Chủ tịch")
    assert found.recipients == ("Thường trực Thành ủy", "Sở, ban, ngành thành phố", "Lưu: VT, KT")
    assert len(found.bases) == 2


TOPS = {
    "side by side": "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "THÀNH PHỐ CẦN THƠ        Độc lập - Tự do - Hạnh phúc\n-------      ---------\n"
    "Số: 41/KH-UBND      Cần Thơ, ngày 05 tháng 02 năm 2026\n",
    "broken beside": "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI\nTHÀNH PHỐ CẦN THƠ     CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSố:\n41/KH-UBND\nCần Thơ, ngày\n05 tháng 02 năm 2026\n",
    "cells of a table": "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ ____ Số: 41/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA "
    "VIỆT NAM Độc lập - Tự do - Hạnh phúc ____ Cần Thơ, ngày 05 tháng 02 năm 2026\n\n",
    "nation first": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nUỶ BAN NHÂN DÂN\n"
    "THÀNH PHỐ CẦN THƠ\n\nSố 41/KH-UBND\n\nCần Thơ, ngày 5 tháng 2 năm 2026\n\n",
    "glued": "UBND TP. CẦN THƠ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 41/KH-UBND | Cần Thơ, ngày 05/02/2026\n\n",
    "torn": "ỦY\nBAN NHÂN\nDÂN\nTHÀNH PHỐ\nCẦN THƠ\n-----\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n---\nSố : 41 /KH-UBND\nCần Thơ, ngày 05 tháng\n02 năm 2026\n\n",
}


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
def test_two_columns_are_told_apart_in_any_order(top: str) -> None:
    is_the_plan(head(top + PLAN[PLAN.index("\nKẾ HOẠCH") :]))


@pytest.mark.parametrize(
    ("lines", "issuer", "superior"),
    [
        ("UBND THÀNH PHỐ CẦN THƠ\nSỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("UBND THÀNH PHỐ CẦN THƠ SỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("BỘ NỘI VỤ\nCỤC VĂN THƯ VÀ\nLƯU TRỮ NHÀ NƯỚC", "Cục Văn thư và Lưu trữ nhà nước", "Bộ Nội vụ"),
        ("HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG NINH KIỀU", "Hội đồng nhân dân phường Ninh Kiều", ""),
        ("ỦY BAN NHÂN DÂN\nXÃ TRƯỜNG LONG", "Ủy ban nhân dân xã Trường Long", ""),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", ""),
        ("CHỦ TỊCH ỦY BAN\nNHÂN DÂN\nTỈNH AN GIANG", "Chủ tịch Ủy ban nhân dân tỉnh An Giang", ""),
        ("BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường", ""),
        (
            "UBND TỈNH SÓC TRĂNG\nVĂN PHÒNG",
            "Văn phòng Ủy ban nhân dân tỉnh Sóc Trăng",
            "Ủy ban nhân dân tỉnh Sóc Trăng",
        ),
        ("SỞ Y TẾ\nTRUNG TÂM KIỂM SOÁT BỆNH TẬT", "Trung tâm Kiểm soát bệnh tật", "Sở Y tế"),
        ("BỘ NỘI VỤ\nBỘ TÀI CHÍNH", "Bộ Nội vụ, Bộ Tài chính", ""),
    ],
)
def test_the_issuer_stands_below_its_superior(lines: str, issuer: str, superior: str) -> None:
    text = (
        f"{lines}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 7/QĐ-X\n\nQUYẾT "
        f"ĐỊNH\nVề việc A"
    )
    found = head(text)
    assert (found.issuer, found.superior) == (issuer, superior)


@pytest.mark.parametrize(
    ("lines", "sign", "issuer", "superior"),
    [
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "T/M BỘ CHÍNH TRỊ", "Bộ Chính trị", "Ban Chấp hành Trung ương"),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG",
            "T/M BAN CHẤP HÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ",
            "Ban Chấp hành Trung ương",
            "",
        ),
        ("THÀNH ỦY CẦN THƠ", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", "Thành ủy Cần Thơ", ""),
        (
            "THÀNH ỦY CẦN THƠ\nBAN TỔ CHỨC",
            "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN",
            "Ban Tổ chức Thành ủy Cần Thơ",
            "Thành ủy Cần Thơ",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG",
            "CHÁNH VĂN PHÒNG",
            "Văn phòng Trung ương Đảng",
            "Ban Chấp hành Trung ương",
        ),
        (
            "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ\nĐẢNG ỦY XÃ MỸ TÚ",
            "T/M ĐẢNG ỦY\nBÍ THƯ",
            "Đảng ủy xã Mỹ Tú",
            "Đảng bộ thành phố Cần Thơ",
        ),
    ],
)
def test_the_party_has_a_layout_of_its_own(lines: str, sign: str, issuer: str, superior: str) -> None:
    text = (
        f"{lines}\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-KH/TU\nCần Thơ, ngày 10 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
        f"thực hiện nghị quyết\n-----\nMột câu đủ dài để là nội dung.\n\nNơi nhận:\n- Các ban,\n- "
        f"Lưu.\n\n{sign}\n\nTrần A B"
    )
    found = head(text)
    assert (found.issuer, found.superior) == (issuer, superior)
    assert found.number and found.number.written == "12-KH/TU"
    assert (found.place, found.signer, len(found.recipients)) == ("Cần Thơ", "Trần A B", 2)


@pytest.mark.parametrize(
    ("sign", "authority", "title"),
    [
        ("TM. UBND\nCHỦ TỊCH", ("TM.",), "Chủ tịch"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", ("KT.",), "Phó Giám đốc"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", ("TL.",), "Chánh Văn phòng"),
        ("TUQ. BỘ TRƯỞNG\nVỤ TRƯỞNG", ("TUQ.",), "Vụ trưởng"),
        ("Q. GIÁM ĐỐC", ("Q.",), "Giám đốc"),
        ("BỘ TRƯỞNG", (), "Bộ trưởng"),
        ("TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG", ("TM.", "KT."), "Phó Thủ tướng"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC", ("T/M",), "Phó Bí thư Thường trực"),
        ("T/M BAN BÍ THƯ", ("T/M",), ""),
    ],
)
@pytest.mark.parametrize(
    "name", ["Lê Văn Bình", "(Đã ký)\n\nThiếu tướng Lê Văn Bình", "LÊ VĂN BÌNH", "TS. Lê Văn Bình"]
)
def test_who_signed_in_whose_place(sign: str, authority: tuple[str, ...], title: str, name: str) -> None:
    found = head(PLAN[: PLAN.index("TM. ỦY")] + sign + "\n" + name)
    assert (found.authority, found.signer_title, found.signer) == (authority, title, "Lê Văn Bình")


def test_recipients_and_signature_may_stand_side_by_side() -> None:
    text = PLAN[: PLAN.index("Nơi nhận")] + (
        "Nơi nhận:             TM. ỦY BAN NHÂN DÂN\n- Như trên;                 CHỦ TỊCH\n- Lưu: VT, "
        "KT.\n\n\nLê Văn Bình"
    )
    found = head(text)
    assert found.recipients == ("Như trên", "Lưu: VT, KT")
    assert (found.authority, found.signer_title, found.signer) == (("TM.",), "Chủ tịch", "Lê Văn Bình")


def test_an_official_letter_has_no_kind_in_its_number() -> None:
    text = (
        "UBND THÀNH PHỐ CẦN THƠ\nSỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
        "phúc\n\n"
        "Số: 578/SNV-TCBC\nV/v rà soát vị trí\nviệc làm\nCần Thơ, ngày 9 tháng 3 năm 2026\n\n"
        "Kính gửi:\n- Các sở, ban, ngành;\n- Ủy ban nhân dân xã, phường.\n\nThực hiện chỉ đạo, Sở Nội vụ "
        "đề nghị gửi báo cáo."
    )
    found = head(text)
    assert found.number and found.number.written == "578/SNV-TCBC"
    assert (found.type, found.type_name, found.abstract) == ("CV", "Công văn", "rà soát vị trí việc làm")
    assert found.addressees == ("Các sở, ban, ngành", "Ủy ban nhân dân xã, phường")
    assert found.superior == "Ủy ban nhân dân thành phố Cần Thơ"


def test_a_law_says_its_day_where_it_was_passed() -> None:
    text = (
        "QUỐC HỘI\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nLuật số: "
        "12/2026/QH16\n\n"
        "LUẬT\nTHƯ VIỆN\n\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành "
        "Luật Thư viện.\n\n"
        "Điều 1. Phạm vi\nLuật này quy định về thư viện.\n\nLuật này được Quốc hội nước Cộng hòa xã hội "
        "chủ nghĩa "
        "Việt Nam khóa XVI, kỳ họp thứ 2 thông qua ngày 20 tháng 11 năm 2026.\n\nCHỦ TỊCH QUỐC "
        "HỘI\n\n(Đã ký)\n\nTrần B"
    )
    found = head(text)
    assert (found.type, found.issuer, found.abstract) == ("L", "Quốc hội", "thư viện")
    assert (found.day, found.signer_title) == (date(2026, 11, 20), "Chủ tịch Quốc hội")


def test_an_annex_tells_number_and_day_of_a_decree_whose_head_is_missing() -> None:
    text = (
        "NGHỊ ĐỊNH\n\nVỀ THƯ VIỆN\n\nCăn cứ Luật Thư viện số 12/2026/QH16;\n\nChính phủ ban hành Nghị "
        "định về thư viện.\n\n"
        "Điều 1. Phạm vi\n\nPHỤ LỤC\n(Kèm theo Nghị định số 99/2026/NĐ-CP ngày 3 tháng 4 năm 2026 của "
        "Chính phủ)"
    )
    found = head(text)
    assert found.number and found.number.written == "99/2026/NĐ-CP"
    assert (found.issuer, found.day) == ("Chính phủ", date(2026, 4, 3))


def test_a_place_that_the_letterhead_lost_is_found_in_the_text() -> None:
    text = PLAN.replace("THÀNH PHỐ CẦN THƠ\n", "").replace(
        "1. Nâng", "1. Ủy ban nhân dân tỉnh Thanh Hóa nâng"
    )
    assert head(text).issuer == "Ủy ban nhân dân tỉnh Thanh Hóa"


def test_lines_in_capitals_above_what_it_is_about_say_whose_it_is() -> None:
    text = PLAN.replace("KẾ HOẠCH\n", "KẾT LUẬN\nHỘI NGHỊ LẦN THỨ BẢY\nBAN CHẤP HÀNH ĐẢNG BỘ\n").replace(
        "Triển", "về triển"
    )
    assert head(text).abstract == "về triển khai chuyển đổi số năm 2026"


def test_the_number_is_not_taken_from_what_the_document_is_about() -> None:
    text = PLAN.replace("Số: 41/KH-UBND\n", "").replace("Triển khai", "Thực hiện Nghị quyết số 57-NQ/TW,")
    assert head(text).number is None


def test_words_of_a_site_above_the_head_are_no_part_of_it() -> None:
    is_the_plan(
        head(
            "Kế hoạch 41/KH-UBND năm 2026 do Cần Thơ ban hành ngày 01 tháng 01 năm 2026. Mời bạn xem.\n"
            + PLAN
        )
    )


def test_a_text_without_a_head_says_nothing_of_itself() -> None:
    body = (
        "Tại phiên họp ngày 28/2/2025, Bộ Chính trị kết luận như sau:\n\nI- MỤC TIÊU\n\n1. Bảo đảm các "
        "nguyên tắc."
    )
    assert head(body) == Head()


def test_places_lie_where_the_fields_are_written() -> None:
    made = clean(PLAN)
    found = read_head(made)
    said = {name: made.text[span.start : span.end] for name, span in found.places.items()}
    assert said["number"] == "41/KH-UBND"
    assert said["place"] == "Cần Thơ"
    assert said["day"] == "ngày 05 tháng 02 năm 2026"
    assert said["signer"] == "Lê Văn Bình"
    assert said["type"] == "KẾ HOẠCH"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("new", "old"), [("Ủy", "Uỷ"), ("ỦY", "UỶ"), ("HÒA", "HOÀ"), (" ", "\u00a0")])
def test_another_writing_of_the_same_letters_is_the_same_head(form: str, new: str, old: str) -> None:
    is_the_plan(head(unicodedata.normalize(form, PLAN.replace(new, old))))


LINES = st.sampled_from(
    [
        *PLAN.split("\n"),
        "Số:",
        "V/v",
        "|",
        "MẬT",
        "Kính gửi:",
        "QUYẾT ĐỊNH",
        "T/M",
        "ngày 30 tháng 02 năm 2025",
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_no_order_of_lines_is_too_much(text: str) -> None:
    made = clean(text)
    found = read_head(made)
    assert all(0 <= span.start <= span.end <= len(made.text) for span in found.places.values())


def test_a_title_that_breaks_before_a_bodys_name_goes_on() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH AN HẢI\nSố: 12/KH-UBND\nAn Hải, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n\n"
        "TRIỂN KHAI KẾT LUẬN SỐ 9-KL/TW NGÀY 01 THÁNG 02 NĂM 2026 CỦA\nBAN BÍ THƯ VỀ CÔNG TÁC VĂN THƯ\n\n"
        "Thực hiện Kết luận số 9-KL/TW, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    )
    about = head(text).abstract or ""
    assert about.endswith("của Ban Bí thư về công tác văn thư")
