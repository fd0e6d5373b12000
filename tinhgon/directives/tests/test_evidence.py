"""Evidence is a document of the register, a file of a known kind, or a note."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, TRA_AN
from tinhgon.directives import refusals
from tinhgon.directives.actions.evidence import LARGEST, MEGABYTE, File, add_evidence, kind_of
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.sight import evidence_within
from tinhgon.directives.tests.ground import acts, directive, hand, obligation

PDF = b"%PDF-1.7 \n%%EOF\n"


def zipped(*names: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as book:
        for name in names:
            book.writestr(name, "x")
    return made.getvalue()


@pytest.fixture
def given(town: None) -> Obligation:
    made = obligation(directive(NINH_KIEU), CAI_KHE)
    made.cooperators.create(unit_id=AN_HOA)
    return made


def test_who_bears_helps_or_gives_adds_evidence(given: Obligation) -> None:
    for place in (CAI_KHE, AN_HOA, NINH_KIEU):
        with hand(place) as one:
            made = add_evidence(given.pk, one, file=File("biên bản.pdf", PDF))
            assert bytes(evidence_within(made.pk, one.reach).content or b"") == PDF
    assert acts(given) == ["evidenced"] * 3


def test_others_neither_add_nor_open_it(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        made = add_evidence(given.pk, ward, note="Đã họp dân")
    with hand(TRA_AN) as stranger:
        with pytest.raises(refusals.NoSuchObligation):
            add_evidence(given.pk, stranger, note="x")
        with pytest.raises(refusals.NoSuchEvidence):
            evidence_within(made.pk, stranger.reach)
    with hand(CAI_KHE, role="reader") as reader, pytest.raises(refusals.MayNotBear):
        add_evidence(given.pk, reader, note="x")


def test_nothing_shows_nothing(given: Obligation) -> None:
    with hand(CAI_KHE) as ward:
        with pytest.raises(refusals.NoEvidence):
            add_evidence(given.pk, ward, note="  ")
        with pytest.raises(refusals.NotAnAnswer):
            add_evidence(given.pk, ward, document=directive(CAI_KHE, state="draft").pk)
        own = directive(CAI_KHE, number_key="2")
        assert add_evidence(given.pk, ward, document=own.pk).document == own


@pytest.mark.parametrize(
    ("content", "ending"),
    [(PDF, "pdf"), (zipped("word/document.xml"), "document"), (zipped("xl/workbook.xml"), "sheet")],
)
def test_a_file_is_what_its_content_says(content: bytes, ending: str) -> None:
    assert kind_of(content).endswith(ending)


@pytest.mark.parametrize(
    "content",
    [b"", b"<script>", b"MZ\x90", b"%PDF-1.7 cut off", b"PK\x03\x04 cut off", zipped("a.txt"),
     zipped("word/document.xml", "word/vbaProject.bin"),
     zipped("word/document.xml").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x74")],
)  # fmt: skip
def test_what_could_run_or_is_broken_is_not_taken(content: bytes) -> None:
    with pytest.raises(refusals.NotAFileOfOurs):
        kind_of(content)


def test_a_large_file_is_to_be_registered_instead() -> None:
    with pytest.raises(refusals.FileTooLarge):
        kind_of(b"x" * (LARGEST * MEGABYTE + 1))
