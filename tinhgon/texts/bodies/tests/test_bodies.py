"""Names end where grammar ends them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.texts.bodies import group_words, read_bodies
from tinhgon.texts.clean import clean
from tinhgon.texts.values import Body, Head

DEPARTMENTS = [
    "Sở Y tế",
    "Sở Nội vụ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Nông nghiệp và Môi trường",
    "Công an thành phố",
]


def read(text: str) -> tuple[Body, ...]:
    return read_bodies(clean(text), Head())


def names(text: str) -> list[str]:
    return [one.name for one in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Y tế, Sở Nội vụ và Công an thành phố", ["Sở Y tế", "Sở Nội vụ", "Công an thành phố"]),
        ("các Sở: Y tế, Nội vụ, Tài chính", ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("Sở Y tế, Nội vụ, Tài chính", ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("Sở Văn hoá, Thể thao và Du lịch và Sở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
        ("Bộ Giáo dục và Đào tạo và Bộ Nội vụ", ["Bộ Giáo dục và Đào tạo", "Bộ Nội vụ"]),
        ("Báo và Phát thanh, Truyền hình Cần Thơ", ["Báo và Phát thanh, Truyền hình Cần Thơ"]),
        ("Ngân hàng Nhà nước Khu vực 14", ["Ngân hàng Nhà nước Khu vực 14"]),
        ("các đảng ủy: Chính phủ; Quốc hội", ["Đảng ủy Chính phủ", "Đảng ủy Quốc hội"]),
        ("UBND các xã, phường", ["Ủy ban nhân dân các xã, phường"]),
        ("UBND TP. Cần Thơ", ["Ủy ban nhân dân thành phố Cần Thơ"]),
        ("HĐND, UBND cấp tỉnh", ["Hội đồng nhân dân cấp tỉnh", "Ủy ban nhân dân cấp tỉnh"]),
        ("Trung tâm Xúc tiến đầu tư thành phố tổ chức", ["Trung tâm Xúc tiến đầu tư thành phố"]),
        ("Ban Quản lý các khu công nghiệp chủ trì", ["Ban Quản lý các khu công nghiệp"]),
        ("Viện kiểm sát nhân dân, Tòa án nhân dân", ["Viện kiểm sát nhân dân", "Tòa án nhân dân"]),
    ],
)
def test_a_list_is_parted_into_its_names(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("các sở, ban, ngành thành phố", "departments"),
        ("Ủy ban nhân dân các xã, phường", "communes"),
        ("Ủy ban nhân dân cấp xã", "communes"),
        ("các bộ, ngành", "ministries"),
        ("các tỉnh ủy, thành ủy", "party_committees"),
        ("các cơ quan, đơn vị có liên quan", "agencies"),
        ("các địa phương", "localities"),
        ("các tổ chức chính trị - xã hội", "mass_organisations"),
    ],
)
def test_many_bodies_in_one_phrase_are_a_group_with_a_code(text: str, group: str) -> None:
    (found,) = read(text)

    assert (found.kind, found.group) == ("group", group)
    assert all(group_words(group))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Chủ tịch Ủy ban nhân dân cấp xã", "communes"),
        ("Giám đốc Sở Nội vụ", ""),
        ("Thủ trưởng các sở, ban, ngành", "departments"),
        ("Chánh Văn phòng Ủy ban nhân dân thành phố", ""),
        ("Bí thư Thành ủy", ""),
        ("người đứng đầu các cơ quan, đơn vị", "agencies"),
    ],
)
def test_an_office_is_named_with_what_it_leads(text: str, group: str) -> None:
    (found,) = read(text)

    assert (found.name, found.kind, found.group) == (text, "office", group)


def test_old_and_decomposed_marks_name_the_same_bodies() -> None:
    old = unicodedata.normalize("NFD", "Uỷ ban nhân dân thành phố và Thành uỷ")

    assert names(old) == ["Ủy ban nhân dân thành phố", "Thành ủy"]


def test_capitals_name_the_same_body() -> None:
    assert names("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH") == ["Sở Văn hóa, Thể thao và Du lịch"]


def test_a_name_broken_over_lines_is_one_name() -> None:
    assert names("Ủy ban\nnhân dân thành\nphố Huế") == ["Ủy ban nhân dân thành phố Huế"]


def test_a_short_name_that_the_text_defines_means_the_long_one() -> None:
    text = (
        "Ban Chỉ đạo chuyển đổi số thành phố (sau đây gọi là Ban Chỉ đạo) họp. Báo cáo Ban Chỉ đạo thành phố."
    )

    assert "Ban Chỉ đạo chuyển đổi số thành phố" in names(text)


@pytest.mark.parametrize(
    "text", ["Trường hợp cần thiết", "tổ chức thực hiện", "phòng ngừa dịch bệnh", "một bộ tiêu chí"]
)
def test_words_that_only_look_like_names_name_nobody(text: str) -> None:
    assert names(text) == []


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(DEPARTMENTS), min_size=1, max_size=5, unique=True), st.sampled_from([", ", "; "])
)
def test_any_list_is_read_back(those: list[str], between: str) -> None:
    assert names(between.join(those)) == those
    assert names(" và ".join([between.join(those[:-1]), those[-1]] if those[1:] else those)) == those


@settings(max_examples=60)
@given(st.text(st.sampled_from("SởBộ UBND, và; các xãphường Cần Thơ\n:()*.1Đ"), max_size=80))
def test_spans_are_the_words_of_the_text(text: str) -> None:
    made = clean(text)

    for one in read_bodies(made, Head()):
        assert " ".join(made.text[one.span.start : one.span.end].split()) == one.words


@pytest.mark.parametrize("flood", ["Sở Y tế; ", "các ", "Giám đốc, ", "Ủy ban nhân dân ", "Sở Y tế thuộc "])
def test_a_flood_of_names_is_read_to_its_end(flood: str) -> None:
    made = clean(flood * 2000)

    assert all(one.span.end <= len(made.text) for one in read_bodies(made, Head()))
