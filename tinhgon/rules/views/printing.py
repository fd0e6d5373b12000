"""The library of a day to take along: as a Word document, as a PDF."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from tinhgon.office.forms.pdf import pdf
from tinhgon.office.forms.word import docx
from tinhgon.rules.library import book
from tinhgon.rules.pages.printing import library_form
from tinhgon.rules.views.guards import any_role
from tinhgon.temporal.middleware import AsOfRequest

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"docx": WORD, "pdf": "application/pdf"}


@require_safe
@any_role
def library(request: AsOfRequest, kind: str) -> HttpResponse:
    """Give all figures and rules in force on a day."""
    day, now = request.as_of.valid, timezone.now().replace(microsecond=0)
    printed = gettext("In lúc %(at)s") % {"at": f"{timezone.localtime(now):%d/%m/%Y %H:%M}"}
    form = library_form(book(), day, get_language() or "vi", printed=printed)
    content = docx(form) if kind == "docx" else pdf(form, at=now)
    name = f"quy-dinh-{day.isoformat()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)
