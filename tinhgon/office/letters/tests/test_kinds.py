"""Each kind makes a document of plain data, with the formulae of its trade."""

from __future__ import annotations

import json

import pytest

from tinhgon.office.letters import docx, pdf
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.fields import FieldMalformed, FieldsMissing
from tinhgon.office.letters.letter import as_json, from_json
from tinhgon.office.letters.lines import lines
from tinhgon.office.letters.tests.samples import opened, pages, told

SAMPLES = [(kind.code, layout) for kind in KINDS.values() for layout in kind.layouts]


def body(code: str, **changed: object) -> list[str]:
    kind = KINDS[code]
    letter = kind.build({**kind.sample(), **changed})
    return [f"{line['label']} {line['text']}".strip() for line in lines(letter.blocks)]


@pytest.mark.parametrize(("code", "layout"), SAMPLES)
def test_a_sample_becomes_a_document_in_word_and_as_pdf(code, layout) -> None:
    kind = KINDS[code]
    sample = kind.sample(layout)
    letter = kind.build(json.loads(json.dumps(sample)))

    assert letter.layout == layout
    assert from_json(as_json(letter)) == letter
    texts = ("\n".join(pages(pdf(letter))), told(docx(letter)))
    for wanted in (letter.signer, letter.type_name.upper(), letter.symbol, "Dữ liệu minh họa"):
        assert all(wanted in text for text in texts), wanted
    first = lines(letter.blocks)[0]["text"].split()[:4]
    assert all(" ".join(first) in text for text in texts)


@pytest.mark.parametrize("code", KINDS)
def test_every_field_is_named_in_both_languages_and_once(code) -> None:
    fields = [*KINDS[code].fields, *(column for field in KINDS[code].fields for column in field.columns)]

    assert all(field.vi and field.en for field in fields)
    assert len({field.code for field in KINDS[code].fields}) == len(KINDS[code].fields)


@pytest.mark.parametrize("code", KINDS)
def test_what_is_missing_is_named_by_its_label(code) -> None:
    with pytest.raises(FieldsMissing) as refused:
        KINDS[code].build({})

    wanted = [field.vi for field in KINDS[code].fields if field.required]
    assert all(label in refused.value.message("vi") for label in wanted)


@pytest.mark.parametrize("code", KINDS)
def test_only_what_is_needed_is_enough(code) -> None:
    kind = KINDS[code]
    needed = {field.code: kind.sample()[field.code] for field in kind.fields if field.required}

    assert opened(pdf(kind.build(needed)))


@pytest.mark.parametrize(
    ("field", "value"),
    [("day", "30/02/2026"), ("day", "2026-02-30"), ("urgency", "MẬT"), ("bases", 3), ("abstract", ["a"]),
     ("operations", "x"), ("operations", [3]), ("operations", [{"do": "sell", "units": ["A"]}])],
)  # fmt: skip
def test_a_value_of_another_kind_is_named(field: str, value: object) -> None:
    kind = KINDS["register_decision"]

    with pytest.raises(FieldMalformed):
        kind.build({**kind.sample(), field: value})


def test_one_operation_stands_in_the_first_article_itself() -> None:
    one = [{"do": "rename", "units": ["Phòng A"], "into": ["Phòng B"]}]
    told = body("register_decision", operations=one, effective="")

    assert told[0] == "Điều 1. Đổi tên Phòng A thành Phòng B."
    assert told[1] == "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký."
    assert len(told) == 3


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"do": "establish", "units": "Phòng A", "under": "Sở B"}, "Thành lập Phòng A trực thuộc Sở B."),
        ({"do": "move", "units": "Phòng A", "into": "Sở C"}, "Chuyển Phòng A về trực thuộc Sở C."),
        ({"do": "absorb", "units": "Xã A\nXã B", "into": "Xã C"}, "Sáp nhập Xã A và Xã B vào Xã C."),
        (
            {"do": "split", "units": "Xã A", "into": ["Xã B", "Xã C", "Xã D"]},
            "Chia Xã A thành Xã B, Xã C và Xã D.",
        ),
        ({"do": "dissolve", "units": "Ban A", "note": "do hết nhiệm vụ"}, "Giải thể Ban A, do hết nhiệm vụ."),
    ],
)
def test_operations_are_said_as_decisions_say_them(row: dict[str, object], sentence: str) -> None:
    assert body("register_decision", operations=[row])[0] == f"Điều 1. {sentence}"


def test_whoever_is_dissolved_hands_over() -> None:
    told = body("register_decision", operations=[{"do": "dissolve", "units": "Ban A"}])

    assert told[1].startswith("Điều 2. Các đơn vị nêu tại Điều 1 bàn giao")


def test_a_task_says_who_with_whom_what_and_by_when() -> None:
    assert body("notice")[-1] == (
        "2. Giao Sở Nội vụ chủ trì, phối hợp với Ủy ban nhân dân phường Cái Khế hoàn thiện hồ sơ trình "
        "Ủy ban nhân dân thành phố; hoàn thành trước ngày 20 tháng 7 năm 2026."
    )


def test_many_awards_go_into_a_list() -> None:
    kind = KINDS["award"]
    winners = [{"name": f"Phòng {place}"} for place in range(6)]

    assert len(kind.build({**kind.sample(), "winners": winners}).appendices) == 1
    assert kind.build(kind.sample()).appendices == ()


def test_a_succession_list_stands_in_a_wide_annex() -> None:
    (annex,) = KINDS["planning"].build(KINDS["planning"].sample()).appendices

    assert annex.wide
    assert annex.blocks[0].columns[0] == "STT"


def test_a_state_document_names_first_whom_it_speaks_to() -> None:
    first = {
        code: KINDS[code].build(KINDS[code].sample()).recipients[0] for code in ("appointment", "letter")
    }

    assert first == {"appointment": "Như Điều 4", "letter": "Như trên"}
    assert KINDS["letter"].build(KINDS["letter"].sample("party")).recipients[0].startswith("Ban")


def test_an_official_letter_has_its_abstract_under_its_number() -> None:
    letter = KINDS["letter"].build(KINDS["letter"].sample())

    assert letter.type_name == ""
    assert letter.abstract.startswith("V/v rà soát")
