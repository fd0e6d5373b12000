"""Files of entries: sent, downloaded, taken away; and documents of which it is time to remind."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.errors import Refused
from tinhgon.core.reach import PERSONAL
from tinhgon.people.actions.attachments import LARGEST, MEGABYTE, attach, detach, read_attachment
from tinhgon.people.actions.recording import told, told_each
from tinhgon.people.models import Attachment, Entry
from tinhgon.people.queries.dossiers import person_within
from tinhgon.people.queries.reminders import expiring
from tinhgon.people.refusals import FileTooLarge, NoSuchEntry
from tinhgon.people.sections import section
from tinhgon.people.views.guards import clerks_only, oneself_only, readers_only


@require_http_methods(["GET", "POST"])
@clerks_only
def files(request: ReachRequest, entry: UUID) -> HttpResponse:
    """Show the files of an entry, and take one more."""
    found = Entry.objects.filter(pk=entry).first()
    if found is None or not section(found.section).files:
        raise NoSuchEntry
    person = person_within(found.person_id, request.reach)
    if request.method == "POST":
        try:
            attach(entry, _content(request), by=cast(User, request.user), reach=request.reach)
            messages.success(request, gettext("Đã nhận tệp và niêm phong."))
        except Refused as refused:
            messages.error(request, refused.message(get_language() or "vi"))
        return redirect("care:files", entry)
    told(Act.READ, cast(User, request.user), subject=person.id, unit=person.home_id, classes=PERSONAL,
         what=[found.section], purpose=Purpose.UPKEEP)  # fmt: skip
    rows = Attachment.objects.filter(entry=found).defer("sealed").order_by("added_at")
    context = {"person": person, "entry": found, "section": section(found.section), "files": rows}
    return render(request, "people/care/files.html", context | {"largest": LARGEST})


@require_safe
@oneself_only
def download(request: ReachRequest, attachment: UUID) -> HttpResponse:
    """Give a file to be kept, never to be shown by the browser as part of these pages."""
    file = read_attachment(attachment, by=cast(User, request.user), reach=request.reach)
    headers = {
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return HttpResponse(file.content, content_type=file.media_type, headers=headers)


@require_POST
@clerks_only
def remove(request: ReachRequest, attachment: UUID) -> HttpResponse:
    """Take a file away for good."""
    found = Attachment.objects.filter(pk=attachment).values_list("entry_id", flat=True).first()
    detach(attachment, by=cast(User, request.user), reach=request.reach)
    messages.success(request, gettext("Đã bỏ tệp."))
    return redirect("care:files", found)


@require_safe
@readers_only
def reminders(request: ReachRequest) -> HttpResponse:
    """List documents that have expired or soon will."""
    today = timezone.localdate()
    found = expiring(request.reach, on=today)
    told_each(
        {one.person for one in found}, Act.LIST, cast(User, request.user), classes=PERSONAL,
        what=["document"], purpose=Purpose.UPKEEP,
    )  # fmt: skip
    past = sum(one.expires_on < today for one in found)
    return render(request, "people/care/reminders.html", {
        "found": found, "today": today, "past": past, "illustrative": any(one.illustrative for one in found),
    })  # fmt: skip


def _content(request: ReachRequest) -> bytes:
    sent = request.FILES.get("file")
    if sent is None:
        return b""
    if (sent.size or 0) > LARGEST * MEGABYTE:
        raise FileTooLarge(limit=LARGEST)
    return bytes(sent.read())
