"""What lays no duty before the first: titles, bases, members of a board; and whom a letter asks."""

from tinhgon.texts.reading import read

PARTY = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 1 tháng 4 năm 2025\n\n"
)
LETTER = (
    "SỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 28/SNV-CCVC\n"
    "V/v báo cáo kết quả\n\nCần Thơ, ngày 12 tháng 11 năm 2025\n\n"
)


def who(text: str) -> list[tuple[str, list[str]]]:
    return [(task.where, [body.name for body in task.who]) for task in read(text).tasks]


def test_bases_lay_no_duty() -> None:
    text = (
        f"{PARTY}QUY ĐỊNH\nvề quan hệ công tác\n\n- Căn cứ Quy chế làm việc của Ban Bí thư (khóa X);\n"
        "- Căn cứ kết luận của đồng chí Tổng Bí thư, Trưởng Ban Chỉ đạo tại Hội nghị tổng kết;\n\n"
        "Bộ Chính trị quy định như sau:\n\nĐiều 1. Phạm vi\n"
    )
    assert who(text) == []


def test_members_and_powers_are_no_duties() -> None:
    text = (
        f"{PARTY}QUYẾT ĐỊNH\nlập ban\n\nĐiều 1. Thành lập Ban Chỉ đạo gồm các thành viên sau đây:\n\n"
        "2. Phó Trưởng ban:\n\n- Bộ trưởng Bộ Nội vụ, Phó Trưởng ban thường trực;\n\n"
        "3. Các ủy viên:\n\n- 01 Phó Trưởng ban Ban Tổ chức Trung ương;\n\n"
        "Điều 2. Quyền hạn của Ban Chỉ đạo\n\n1. Yêu cầu các bộ, ngành cung cấp thông tin, tài liệu.\n\n"
        "Điều 3. Nhiệm vụ, quyền hạn của Ban Chỉ đạo\n\n1. Xây dựng kế hoạch.\n"
    )
    assert who(text) == [("Đ3", ["Ban Chỉ đạo"])]


def test_a_letter_asks_those_to_whom_it_is_addressed() -> None:
    text = (
        f"{LETTER}Kính gửi:\n\n- Các sở, ban, ngành thành phố;\n\n- Ủy ban nhân dân các xã, phường.\n\n"
        "Thực hiện Nghị định số 33/2025/NĐ-CP, Sở Nội vụ đề nghị:\n\n"
        "1. Thủ trưởng các cơ quan, đơn vị tổ chức đánh giá, xếp loại.\n\n"
        "2. Gửi báo cáo theo mẫu đính kèm về Sở Nội vụ trước 17 giờ 00 ngày 20/12/2025 để tổng hợp chung.\n"
    )
    dear = ["các sở, ban, ngành thành phố", "Ủy ban nhân dân các xã, phường"]
    assert who(text) == [("1", ["Thủ trưởng các cơ quan, đơn vị"]), ("2", dear)]


def test_an_item_that_begins_above_the_title_holds_nothing() -> None:
    assert who("31/12/2026.\nb)\nỦY BAN NHÂN DÂN\nKẾ HOẠCH\n100%\nỦY BAN NHÂN DÂN") == []
