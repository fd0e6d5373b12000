"""A name finds its unit, or says that it cannot."""

from tinhgon.texts.bodies import Unit, expand, held_in, resolve

CITY = "thành phố Cần Thơ"
UNITS = (
    Unit(1, "Ủy ban nhân dân thành phố Cần Thơ", "UBND thành phố", "people_committee"),
    Unit(2, "Sở Nông nghiệp và Môi trường", "Sở NNMT", "department", "Ủy ban nhân dân thành phố Cần Thơ",
         ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn")),
    Unit(3, "Phòng Kinh tế", "", "room", "Ủy ban nhân dân phường Cái Khế"),
    Unit(4, "Phòng Kinh tế", "", "room", "Ủy ban nhân dân xã Phong Điền"),
    Unit(5, "Phường Cái Khế", "", "ward"),
    Unit(6, "Xã Phong Điền", "", "commune"),
    Unit(7, "Văn phòng Ủy ban nhân dân thành phố", "", "department"),
)  # fmt: skip


def meant(name: str) -> object:
    unit = resolve(name, UNITS, place=CITY).unit
    return unit.id if unit else None


def test_the_same_name_is_sure() -> None:
    assert resolve("Sở Nông nghiệp và Môi trường", UNITS).candidates[0].sure == 1.0


def test_the_city_may_be_left_out_shortened_or_said() -> None:
    assert meant("Uỷ ban nhân dân thành phố") == 1
    assert meant("UBND TP. Cần Thơ") == 1
    assert meant("Sở Nông nghiệp và Môi trường thành phố Cần Thơ") == 2


def test_a_former_name_finds_its_successor_less_surely() -> None:
    found = resolve("Sở Tài nguyên và Môi trường", UNITS, place=CITY)

    assert (found.unit, found.candidates[0].why) == (UNITS[1], "former")
    assert found.candidates[0].sure < 1


def test_two_units_of_one_name_are_never_chosen_between() -> None:
    found = resolve("Phòng Kinh tế", UNITS, place=CITY)

    assert found.unit is None
    assert {one.unit.id for one in found.candidates if one.why == "same"} == {3, 4}


def test_the_parent_tells_two_units_of_one_name_apart() -> None:
    assert meant("Phòng Kinh tế phường Cái Khế") == 3
    assert meant("Phòng Kinh tế xã Phong Điền") == 4


def test_an_office_means_the_body_it_leads() -> None:
    assert held_in("Giám đốc Sở Nội vụ") == "Sở Nội vụ"
    assert held_in("Phó Chủ tịch Ủy ban nhân dân thành phố") == "Ủy ban nhân dân thành phố"
    assert meant("Chánh Văn phòng Ủy ban nhân dân thành phố") == 7


def test_an_unknown_name_finds_nothing() -> None:
    assert resolve("Sở Ngoại vụ", UNITS, place=CITY).candidates == ()


def test_a_group_is_the_units_of_its_kinds() -> None:
    kinds = {"communes": {"ward", "commune"}}

    assert [unit.id for unit in expand("communes", UNITS, kinds)] == [5, 6]
    assert expand("ministries", UNITS, kinds) == ()
