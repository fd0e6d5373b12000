"""Files as they arrived: only ever downloaded, never shown by the browser as a page of ours."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from tinhgon.documents.models import Intake


def download(intake: Intake) -> HttpResponse:
    """Send a file under its name, as bytes of no kind that a browser would open."""
    headers = {
        "Content-Disposition": content_disposition_header(True, intake.name) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return HttpResponse(bytes(intake.content), content_type="application/octet-stream", headers=headers)
