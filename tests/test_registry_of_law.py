"""The registry of documents: each is one document, and what replaced what makes sense."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tinhgon.core.rulebook import Document, Registry, UnknownDocument
from tinhgon.rules.packs import yamls
from tinhgon.rules.packs.making import document

FILE = Path(__file__).resolve().parents[1] / "rulepacks" / "vn" / "documents.yaml"
RAW = yamls.load(FILE.read_text(encoding="utf-8"))["documents"]
LAW = Registry({key: document(key, raw) for key, raw in RAW.items()})


def test_number_type_issuer_and_day_make_one_document() -> None:
    counted = Counter(one.identity for one in LAW.documents.values())
    assert [identity for identity, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    "number, keys",
    [
        ("21-NQ/TW", {"nq-21-2017-tw", "nq-21-2022-tw"}),
        ("01-HD/TW", {"hd-01-2021-tw", "hd-01-2026-tw"}),
        ("29-QĐ/TW", {"qd-29-1997-tw", "qd-29-2016-tw"}),
        ("35-CT/TW", {"ct-35-2019-tw", "ct-35-2024-tw"}),
    ],
)
def test_a_number_alone_is_no_identity(number: str, keys: set[str]) -> None:
    assert {key for key, one in LAW.documents.items() if one.number == number} == keys


@pytest.mark.parametrize("document", LAW.documents.values(), ids=lambda one: one.key)
class TestEach:
    def test_names_only_documents_that_are_there(self, document: Document) -> None:
        assert {*document.replaces, *document.amends} <= set(LAW.documents)

    def test_is_not_older_than_what_it_replaces_or_amends(self, document: Document) -> None:
        touched = (LAW[key] for key in (*document.replaces, *document.amends))
        days = [one.issued for one in touched if one.issued]
        assert document.issued is None or all(day <= document.issued for day in days)

    def test_is_not_in_force_before_it_is_issued(self, document: Document) -> None:
        assert not document.issued or not document.effective or document.issued <= document.effective

    def test_does_not_replace_itself_by_way_of_others(self, document: Document) -> None:
        waiting, seen = [*document.replaces], set[str]()
        while waiting:
            seen.add(key := waiting.pop())
            waiting += [one for one in LAW[key].replaces if one not in seen]
        assert document.key not in seen


def test_planning_and_appointment_became_one_regulation() -> None:
    assert set(LAW["qd-377-2025-tw"].replaces) >= {
        "qd-50-2021-tw",
        "qd-80-2022-tw",
        "qd-41-2021-tw",
        "qd-148-2024-tw",
    }
    assert [one.key for one in LAW.replaced_by["qd-80-2022-tw"]] == ["qd-377-2025-tw"]
    assert "qd-105-2017-tw" in {one.key for one in LAW.chain("qd-377-2025-tw")}


def test_rotation_was_not_taken_into_it() -> None:
    assert "qd-65-2022-tw" not in LAW.replaced_by


def test_chain_on_implementing_the_statute_runs_in_order() -> None:
    keys = [
        "qd-29-2016-tw",
        "qd-24-2021-tw",
        "qd-232-2025-tw",
        "qd-294-2025-tw",
        "qd-20-2026-tw",
        "qd-208-2026-tw",
    ]
    assert [one.key for one in LAW.chain("qd-294-2025-tw")] == keys
    assert [one.key for one in LAW.chain("qd-294-2025-tw") if one.provisional] == keys[4:]


def test_unknown_document_is_refused_by_name() -> None:
    with pytest.raises(UnknownDocument, match="qd-0-2000-tw"):
        LAW["qd-0-2000-tw"]
