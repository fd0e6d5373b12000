"""Heads as sites have left them: cut, introduced, without the kind's name, signed in small letters."""

from tinhgon.texts.clean import clean
from tinhgon.texts.head import read_head
from tinhgon.texts.values import Head

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def head(text: str) -> Head:
    return read_head(clean(text))


def test_a_head_may_stand_below_what_a_site_says_of_it() -> None:
    told = "(Bản tin) - Quy định số 12-QĐ/TW ngày 7/2/2023 của Bộ Chính trị đề cập đến nhiều điểm mới. " * 4
    found = head(
        f"Tin mới trong ngày\n\n{told}\n\nBAN CHẤP HÀNH TRUNG ƯƠNG\n-------\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        "Số: 12-QĐ/TW\n\nHà Nội, ngày 07 tháng 02 năm 2023\n\nQUY ĐỊNH\nVỀ ĐẢNG ĐOÀN\n\n- Căn cứ Điều lệ,"
        "\n\nBan Bí thư quy định về đảng đoàn như sau:"
    )
    assert found.number and found.number.written == "12-QĐ/TW"
    assert (found.issuer, found.type, found.place) == ("Ban Bí thư", "QyĐ", "Hà Nội")


def test_the_owner_is_read_from_the_line_of_who_speaks() -> None:
    found = head(
        f"ỦY BAN NHÂN DÂN | {STATE} |\nSố: 30/2024/QĐ-UBND | Lạng Sơn, ngày 30 tháng 12 năm 2024 |\n"
        "BAN HÀNH QUY ĐỊNH VỀ CÔNG TÁC LƯU TRỮ\nỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n"
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"
    )
    assert found.issuer == "Ủy ban nhân dân tỉnh Lạng Sơn"
    assert (found.type, found.abstract) == ("QĐ", "ban hành quy định về công tác lưu trữ")


def test_a_place_behind_the_motto_is_a_place() -> None:
    found = head(f"UBND TỈNH BẮC GIANG Số: 17/QĐ-UBND\n{STATE} {MOTTO} Bắc Giang, ngày 5 tháng 5 năm 2015\n")
    assert found.place == "Bắc Giang"


def test_a_signature_may_stand_in_small_letters() -> None:
    found = head(
        f"ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n{STATE}\n{MOTTO}\nSố: 29/QĐ-UBND\nLào Cai, ngày 10/4/2006\n\n"
        "QUYẾT ĐỊNH\nVề việc lưu trữ\n\nĐiều 1. Ban hành kèm theo Quyết định này bản Quy định.\n\n"
        "TM. Ủy ban nhân dân tỉnh\n\nChủ tịch\n\n(Đã ký)\n\nNguyễn Văn An\n"
    )
    assert (found.authority, found.signer, found.signer_title) == (("TM.",), "Nguyễn Văn An", "Chủ tịch")


def test_two_offices_of_one_chief_are_one() -> None:
    found = head(
        f"VĂN PHÒNG CHÍNH PHỦ\n{STATE}\n{MOTTO}\nSố: 59/TB-VPCP\nHà Nội, ngày 29 tháng 10 năm 2025\n\n"
        "THÔNG BÁO\nKẾT LUẬN CUỘC HỌP\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
        "KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n\n\nPhạm Văn An\n"
    )
    assert found.signer_title == "Phó Chủ nhiệm"


def test_a_task_sheet_of_the_party_is_a_kind() -> None:
    found = head(
        "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ\nĐẢNG ỦY PHƯỜNG NINH KIỀU\n*\nSố 05-PGV/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        "Ninh Kiều, ngày 10 tháng 10 năm 2025\n\nPHIẾU GIAO VIỆC\nthực hiện Kết luận số 15-KL/TU\n\n"
        "Nơi nhận:\n- Như trên,\n- Lưu VPĐU.\nT/L THƯỜNG TRỰC ĐẢNG ỦY\nCHÁNH VĂN PHÒNG\n\n\nLê Thị Bích\n"
    )
    assert found.number and (found.number.written, found.type) == ("05-PGV/ĐU", "PGV")
    assert (found.issuer, found.signer_title) == ("Đảng ủy phường Ninh Kiều", "Chánh Văn phòng")


def test_the_speaking_chairman_tells_whose_committee_it_is() -> None:
    found = head(
        f"ỦY BAN NHÂN DÂN | {STATE} |\nSố: 258/QĐ-UBND | Tây Ninh, ngày 29 tháng 11 năm 2019 |\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂY NINH\nCăn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"
    )
    assert found.issuer == "Ủy ban nhân dân tỉnh Tây Ninh"


def test_a_banner_and_a_name_said_twice_are_no_superior() -> None:
    found = head(
        "CÔNG BÁO/Số 16/Ngày 09-12-2025\n2\nVĂN BẢN QUY PHẠM PHÁP LUẬT\n\nBỘ TÀI CHÍNH\n\nBỘ TÀI CHÍNH\n\n"
        f"Số: 107/2025/TT-BTC\n{STATE}\n{MOTTO}\nHà Nội, ngày 14/11/2025\nTHÔNG TƯ\nHướng dẫn kế toán\n"
    )
    assert (found.issuer, found.superior) == ("Bộ Tài chính", "")


def test_a_label_and_its_number_may_be_on_two_lines() -> None:
    assert clean("QUYẾT ĐỊNH:\nĐiều\n1. Ban hành Quy định.").text.endswith("Điều 1. Ban hành Quy định.")


def test_a_signature_may_stand_beside_the_recipients() -> None:
    found = head(
        "THÀNH ỦY CẦN THƠ                     ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "        *                    Cần Thơ, ngày 05 tháng 9 năm 2025\n   Số 12-KH/TU\n\n"
        "KẾ HOẠCH\nvề lưu trữ\n-----\n\n1. Các đảng uỷ thực hiện.\n\n"
        "Nơi nhận:                              T/M BAN THƯỜNG VỤ\n"
        "- Ban Bí thư (để báo cáo),                 PHÓ BÍ THƯ\n"
        "- Lưu Văn phòng Thành uỷ.                  Nguyễn Văn An\n"
    )
    assert (found.signer, found.signer_title, found.authority) == ("Nguyễn Văn An", "Phó Bí thư", ("T/M",))
    assert found.recipients[-1] == "Lưu Văn phòng Thành ủy"


def test_what_it_is_about_may_end_as_a_sentence() -> None:
    found = head(
        f"BỘ NỘI VỤ\n{STATE}\n{MOTTO}\nSố: 03/2005/TT-BNV\nHà Nội, ngày 05/01/2005\n\nTHÔNG TƯ\n"
        "Hướng dẫn thực hiện chế độ nâng bậc lương.\n"
        "Thi hành Nghị định số 204/2004/NĐ-CP, Bộ Nội vụ hướng dẫn:\n"
    )
    assert found.abstract == "Hướng dẫn thực hiện chế độ nâng bậc lương"
