"""Documents through the API: found, shown, read; to whom, and how it is refused."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import make_cast
from tinhgon.core.tests.world import CAI_KHE
from tinhgon.documents.models import Document, Intake, Reference
from tinhgon.documents.tests.ground import TEXT, make_town
from tinhgon.documents.tests.test_references import paper
from tinhgon.exchange.api import document_schemas as shapes

pytestmark = pytest.mark.django_db


@pytest.fixture
def known() -> Document:
    make_town()
    old, made = paper("7/QĐ-UBND", date(2026, 1, 7)), paper("8/QĐ-UBND", date(2026, 2, 8), text=TEXT)
    Reference.objects.create(document=made, cited=old, number="7/QĐ-UBND", role="basis", start=1, end=9)
    return made


@pytest.fixture
def reader(client: Client, known: Document) -> Client:
    client.force_login(make_cast(area=[CAI_KHE])["mai"])
    return client


def told(answer: Any, status: int = 200) -> Any:
    assert answer.status_code == status, answer.content[:500]
    return answer.json()


def test_documents_are_found_by_words_and_by_their_heads(reader: Client) -> None:
    found = told(reader.get("/api/documents"))
    shapes.Documents.model_validate(found)
    assert [one["number"] for one in found["items"]] == ["8/QĐ-UBND", "7/QĐ-UBND"]
    only = told(reader.get("/api/documents", {"q": "dich benh mua mua", "in_force_on": "2026-03-01"}))
    assert [one["number"] for one in only["items"]] == ["8/QĐ-UBND"]
    assert told(reader.get("/api/documents", {"since": "30/02"}), 422)["code"] == "NotUnderstood"


def test_one_document_comes_with_its_text_and_what_it_cites(reader: Client, known: Document) -> None:
    found = told(reader.get(f"/api/documents/{known.pk}"))
    shapes.DocumentWhole.model_validate(found)
    assert found["text"] == TEXT
    assert [one["role"] for one in found["references"]] == ["basis"]
    assert found["references"][0]["document"]
    assert told(reader.get(f"/api/documents/{uuid4()}"), 404)["code"] == "NoSuchDocument"


def test_a_file_is_read_and_not_kept(reader: Client) -> None:
    found = told(reader.post("/api/texts/read", {"file": SimpleUploadedFile("a.txt", TEXT.encode())}))
    shapes.ReadFile.model_validate(found)
    start, end = found["head"]["places"]["number"]
    assert found["text"][start:end] == "12/KH-UBND"
    assert not Intake.objects.exists()


def test_what_cannot_or_must_not_be_read_is_refused_by_name(reader: Client) -> None:
    for content, code in ((b"", "EmptyFile"), (f"TỐI MẬT\n{TEXT}".encode(), "SecretPaper")):
        sent = {"file": SimpleUploadedFile("a.txt", content)}
        assert told(reader.post("/api/texts/read", sent), 422)["code"] == code


def test_who_reads_nothing_internal_is_told_nothing(client: Client, known: Document) -> None:
    cast = make_cast(area=[CAI_KHE])
    for who in ("khach", "nga", "quy"):
        client.force_login(cast[who])
        assert client.get("/api/documents").status_code == 403
        assert client.get(f"/api/documents/{known.pk}").status_code == 403
        sent = {"file": SimpleUploadedFile("a.txt", TEXT.encode())}
        assert client.post("/api/texts/read", sent).status_code == 403
    client.force_login(cast["tam"])
    assert told(client.get("/api/documents"))["items"] == []
    assert client.get(f"/api/documents/{known.pk}").status_code == 404
