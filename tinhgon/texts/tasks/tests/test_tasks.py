"""Who must do what: every way in which documents say it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.texts.clean import clean
from tinhgon.texts.tasks import read_tasks
from tinhgon.texts.values import Deadline, Head, Item, Level, Span, Target, Task

CITY = "Ủy ban nhân dân thành phố Cần Thơ"
LEVELS: tuple[tuple[Level, str], ...] = (
    ("article", r"Điều (\d+)\."),
    ("heading", r"([IVX]+)\. "),
    ("clause", r"(\d+)\. "),
    ("point", r"([a-zđ])\) "),
    ("bullet", r"([-+]) "),
)


def items(text: str) -> tuple[Item, ...]:
    """Items of a text whose paragraphs are lines, by their labels alone."""
    found, open_, at = list[list[object]](), list[list[object]](), 0
    for line in text.split("\n"):
        for depth, (level, label) in enumerate(LEVELS):
            if match := re.match(label, line):
                while open_ and int(str(open_[-1][3])) >= depth:
                    open_.pop()[1] = at - 1
                path = str(open_[-1][4]) if open_ else ""
                own = f"Đ{match[1]}" if level == "article" else match[1]
                path = path if level == "bullet" else f"{path}.{own}".lstrip(".")
                found.append([at, len(text), level, depth, path, match[1]])
                open_.append(found[-1])
        at += len(line) + 1
    return tuple(Item(Span(i[0], i[1]), i[2], i[5], i[4], depth=i[3]) for i in found)  # type: ignore[arg-type]


def tasks(text: str, issuer: str = CITY) -> tuple[Task, ...]:
    made = clean("\n\n".join(text.strip().split("\n")))
    return read_tasks(made, Head(issuer=issuer), items(made.text), (), ())


def charged(text: str, issuer: str = CITY) -> list[tuple[str, list[str]]]:
    return [(task.where, [body.name for body in task.who]) for task in tasks(text, issuer)]


def who(text: str) -> list[str]:
    return [body.name for task in tasks(text) for body in task.who]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ tham mưu.", ["Sở Y tế"]),
        ("Yêu cầu các sở, ban, ngành nghiêm túc thực hiện.", ["các sở, ban, ngành"]),
        ("Đề nghị Liên đoàn Lao động thành phố tuyên truyền sâu rộng.", ["Liên đoàn Lao động thành phố"]),
        ("Sở Xây dựng có trách nhiệm hướng dẫn các địa phương.", ["Sở Xây dựng"]),
        ("Sở Y tế tham mưu kiện toàn Ban Chỉ đạo.", ["Sở Y tế"]),
        ("Hằng năm, Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân thành phố.", ["Sở Nội vụ"]),
        ("Trên cơ sở đánh giá, chấm điểm của Sở Y tế, giao Sở Nội vụ trình khen thưởng.", ["Sở Nội vụ"]),
        ("Kinh phí do Sở Tài chính chủ trì bố trí.", ["Sở Tài chính"]),
        ("Mở lớp tập huấn (Sở Tư pháp chủ trì, hoàn thành trong quý II).", ["Sở Tư pháp"]),
        ("Các đơn vị cấp nước trên địa bàn thành phố có trách nhiệm đầu tư.",
         ["các đơn vị cấp nước trên địa bàn thành phố"]),
        ("Đảng uỷ Chính phủ lãnh đạo, chỉ đạo các bộ rà soát thể chế.", ["Đảng ủy Chính phủ"]),
        ("Người lập hồ sơ có trách nhiệm nộp lưu hồ sơ.", ["người lập hồ sơ"]),
        ("Công an thành phố, trong phạm vi nhiệm vụ của mình, kiểm tra.", ["Công an thành phố"]),
        ("Chánh Văn phòng Ủy ban nhân dân thành phố; Giám đốc các Sở: Y tế, Nội vụ; "
         "Chủ tịch Ủy ban nhân dân xã, phường chịu trách nhiệm thi hành Quyết định này./.",
         ["Chánh Văn phòng Ủy ban nhân dân thành phố", "Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ",
          "Chủ tịch Ủy ban nhân dân xã, phường"]),
        ("Thuế thành phố Cần Thơ rà soát doanh nghiệp nợ thuế.", ["Thuế thành phố Cần Thơ"]),
        ("Ban Chỉ đạo có trách nhiệm họp hằng quý.", ["Ban Chỉ đạo"]),
        ("Sở Nội vụ là cơ quan thường trực, theo dõi chung.", ["Sở Nội vụ"]),
        ("Tỉnh uỷ, thành uỷ trực thuộc Trung ương lãnh đạo.", ["tỉnh ủy, thành ủy trực thuộc Trung ương"]),
        ("Ban Nội chính Thành uỷ chủ trì theo dõi.", ["Ban Nội chính Thành ủy"]),
        ("Ông Nguyễn Văn An có trách nhiệm bàn giao công việc.", ["Ông Nguyễn Văn An"]),
        ("Các ông (bà): Chánh Văn phòng, Trưởng phòng Kinh tế chịu trách nhiệm thi hành.",
         ["Chánh Văn phòng", "Trưởng phòng Kinh tế"]),
        ("Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên đẩy mạnh tuyên truyền.",
         ["Mặt trận Tổ quốc Việt Nam", "các tổ chức thành viên"]),
        ("Các cơ quan thông tấn, báo chí tăng cường đưa tin.", ["các cơ quan thông tấn, báo chí"]),
        ("Chánh Văn phòng chỉ đạo Giám đốc Trung tâm Lưu trữ có trách nhiệm triển khai.",
         ["Chánh Văn phòng", "Giám đốc Trung tâm Lưu trữ"]),
        ("Hồ sơ phải được Ban Pháp chế thẩm tra trước khi trình.", ["Ban Pháp chế"]),
    ],
)  # fmt: skip
def test_a_sentence_says_who_is_obliged(sentence: str, bodies: list[str]) -> None:
    assert who(f"I. TỔ CHỨC THỰC HIỆN\n1. {sentence}") == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "Ủy ban nhân dân thành phố ban hành Kế hoạch này.",  # the issuer
        "Sở Y tế là cơ quan chuyên môn thuộc Ủy ban nhân dân thành phố.",
        "Hội đồng nhân dân cấp xã quyết định thành lập thôn.",  # a power
        "Thanh tra, kiểm tra việc chấp hành pháp luật.",
        "Trường hợp cần thiết phải gia hạn thì báo trước.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan báo cáo Sở Y tế.",
        "Những người sau đây không được đăng ký dự tuyển.",
        "Đối với các xã, phường: nếu bằng điểm thì bỏ phiếu.",
    ],
)
def test_powers_descriptions_and_the_issuer_oblige_nobody(sentence: str) -> None:
    assert who(f"I. NỘI DUNG\n1. {sentence}") == []


def test_a_heading_gives_its_bodies_to_all_clauses_at_its_own_place() -> None:
    text = """
II. NỘI DUNG
1. Sở Văn hoá, Thể thao và Du lịch; Công an thành phố
a) Tổ chức hội thi.
b) Phối hợp với Sở Y tế tuyên truyền.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố
Vận động Nhân dân tham gia."""

    both = ["Sở Văn hóa, Thể thao và Du lịch", "Công an thành phố"]
    assert charged(text) == [
        ("II.1", both),
        ("II.1", both),
        ("II.2", ["Ủy ban Mặt trận Tổ quốc Việt Nam thành phố"]),
    ]
    assert [body.name for body in tasks(text)[1].cooperating] == ["Sở Y tế"]


def test_a_clause_that_names_another_body_stands_at_its_own_place() -> None:
    text = "1. Sở Công Thương\na) Kiểm tra giá.\nb) Giao Công an thành phố xử lý vi phạm."

    assert charged(text) == [("1", ["Sở Công Thương"]), ("1.b", ["Công an thành phố"])]


def test_a_leading_sentence_obliges_for_items_that_name_nobody() -> None:
    text = """
Chủ tịch Ủy ban nhân dân thành phố yêu cầu Giám đốc các sở, Chủ tịch Ủy ban nhân dân xã, phường:
1. Theo dõi sát diễn biến mưa lũ để chủ động ứng phó kịp thời với mọi tình huống.
2. Sở Xây dựng kiểm tra công trình."""

    assert charged(text) == [
        ("1", ["Giám đốc các sở", "Chủ tịch Ủy ban nhân dân xã, phường"]),
        ("2", ["Sở Xây dựng"]),
    ]


def test_a_sentence_that_only_tells_who_leads_has_its_matter_before_it() -> None:
    (task,) = tasks("1. Rà soát, hệ thống hóa văn bản. Sở Tư pháp chủ trì, hoàn thành trong quý II/2026.")

    assert task.words.startswith("Rà soát, hệ thống hóa văn bản.")


def test_goals_and_handed_down_powers_oblige_nobody() -> None:
    text = """
I. MỤC ĐÍCH, YÊU CẦU
1. Các cơ quan, đơn vị
Nâng cao nhận thức.
Điều 2. Nội dung phân cấp
1. Sở Tài chính
a) Quyết định mức khoán kinh phí."""

    assert charged(text) == []


def test_labels_tell_who_leads_and_who_helps() -> None:
    text = """
1. Làm sạch dữ liệu dân cư
- Cơ quan chủ trì: Công an xã.
- Cơ quan phối hợp: Văn phòng HĐND và UBND xã, Trưởng các ấp.
2. Đào tạo kỹ năng số. Đơn vị chủ trì: Phòng Văn hóa - Xã hội; đơn vị phối hợp: Trạm Y tế xã."""

    first, second = tasks(text)

    assert (first.where, [one.name for one in first.who]) == ("1", ["Công an xã"])
    assert [one.name for one in first.cooperating] == [
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
        "Trưởng các ấp",
    ]
    assert [one.name for one in second.who] == ["Phòng Văn hóa - Xã hội"]
    assert [one.name for one in second.cooperating] == ["Trạm Y tế xã"]


def test_a_table_pasted_as_text_gives_a_task_a_row() -> None:
    source = """PHỤ LỤC

STT
Nội dung công việc
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian hoàn thành

1
Xây dựng đề án sắp xếp
Sở Nội vụ
Các sở, ban, ngành
Tháng 6/2026

2
Rà soát trụ sở
Sở Tài chính
Sở Xây dựng
Quý III/2026
"""
    found = read_tasks(clean(source), Head(), (), (), ())

    assert [[one.name for one in task.who] for task in found] == [["Sở Nội vụ"], ["Sở Tài chính"]]
    assert [[one.name for one in task.cooperating] for task in found] == [
        ["các sở, ban, ngành"],
        ["Sở Xây dựng"],
    ]


def test_cells_parted_by_tabs_are_cells() -> None:
    source = "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian\n1\tLập dự toán\tPhòng Kinh tế\tTháng 7/2026\n"

    (task,) = read_tasks(clean(source), Head(), (), (), ())

    assert [one.name for one in task.who] == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Xây dựng kế hoạch cụ thể.", "issue"),
        ("Ban hành quy chế hoạt động.", "issue"),
        ("Tổng hợp, báo cáo kết quả.", "report"),
        ("Tăng cường kiểm tra.", "task"),
    ],
)
def test_the_first_verb_tells_the_kind(clause: str, kind: str) -> None:
    (task,) = tasks(f"1. Sở Y tế\na) {clause}")

    assert task.kind == kind


def test_it_is_told_to_whom_to_report() -> None:
    (task,) = tasks("1. Sở Y tế\na) Tổng hợp kết quả, báo cáo Ủy ban nhân dân thành phố (qua Sở Nội vụ).")

    assert "Ủy ban nhân dân thành phố" in [one.name for one in task.report_to]


def test_days_and_figures_belong_to_the_sentence_or_to_the_title_above() -> None:
    made = clean(
        "1. Sở Y tế (hoàn thành trong tháng 6/2026)\n\na) Kiểm tra.\n\nb) Đạt 90% trước ngày 01/5/2026."
    )
    text = made.text
    month = Deadline(
        Span(text.index("trong"), text.index(")")), "trong tháng 6/2026", "by", date(2026, 6, 30)
    )
    day = Deadline(
        Span(text.index("trước"), len(text) - 1), "trước ngày 01/5/2026", "before", date(2026, 4, 30)
    )
    figure = Target(Span(text.index("90%"), text.index("90%") + 3), "90%", Decimal(90), "%")

    first, second = read_tasks(made, Head(), items(text), (month, day), (figure,))

    assert (first.deadlines, second.deadlines) == ((month,), (day,))
    assert (second.kind, second.targets) == ("target", (figure,))


def test_long_duties_are_cut_at_a_word() -> None:
    (task,) = tasks("1. Sở Y tế\na) Kiểm tra " + "việc thực hiện " * 90 + "này.")

    assert len(task.words) < 610
    assert task.words.endswith(" …")


@settings(max_examples=60)
@given(st.text(st.sampled_from("Giao Sở Ytế chủ trì,.;:()\n1a2b3)-IVUBNDĐiều có trách nhiệm"), max_size=120))
def test_no_text_breaks_the_reader(source: str) -> None:
    made = clean(source)

    for task in read_tasks(made, Head(), items(made.text), (), ()):
        assert 0 <= task.span.start < task.span.end <= len(made.text)
        assert task.who
