"""What tests of the pages of writing share: a report filled in as a browser sends it."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.test import Client

from tinhgon.core.tests.world import CITY
from tinhgon.documents.models import Document
from tinhgon.office.letters.kinds import KINDS

NEW = f"/documents/write/new/report/?keeper={CITY}"


def page(answer: Any, status: int = 200) -> str:
    """Give the words of a page."""
    assert answer.status_code == status, answer.content[:600]
    return unescape(str(answer.content.decode()))


def report(**changed: Any) -> dict[str, str]:
    """Fill in the form of a report, as a browser sends it."""
    filled = {
        name: value for name, value in KINDS["report"].sample("state").items() if isinstance(value, str)
    }
    rows = {"sections-0-title": "Kết quả", "sections-0-text": "Đã sắp xếp xong.\r\n- Giảm 9 đầu mối"}
    return filled | rows | changed


def written(client: Client, **changed: Any) -> Document:
    """Have a report drafted."""
    answer: Any = client.post(NEW, report(**changed))
    assert answer.status_code == 302, answer.content[:2000]
    return Document.objects.get(pk=answer.url.split("/")[3])
