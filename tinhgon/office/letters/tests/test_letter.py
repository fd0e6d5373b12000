"""A document goes to JSON and back; what is none is refused by name."""

from __future__ import annotations

import json

import pytest

from tinhgon.office.letters.letter import LetterMalformed, as_json, from_json
from tinhgon.office.letters.tests.samples import ANNEXED, DECISION


@pytest.mark.parametrize("letter", [DECISION, ANNEXED])
def test_a_document_comes_back_from_json_as_it_was(letter) -> None:
    assert from_json(json.loads(json.dumps(as_json(letter)))) == letter


def test_what_is_no_document_is_refused_with_the_place_of_each_fault() -> None:
    with pytest.raises(LetterMalformed) as refused:
        from_json({"layout": "state", "blocks": [{"kind": "poem"}], "day": "2026-02-30"})

    for place in ("issuer", "blocks.0", "day"):
        assert place in refused.value.message()


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_mark_of_secrecy_is_never_printed(mark: str) -> None:
    with pytest.raises(LetterMalformed):
        from_json({**as_json(DECISION), "urgency": mark})
