"""Templates that an office laid out anew in Word: looked over, taken, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from tinhgon.audit.actions import record
from tinhgon.audit.codes import Act
from tinhgon.core.names import sought
from tinhgon.core.reach import INTERNAL, SIGN, Reach
from tinhgon.documents.actions.drafting import kind_of
from tinhgon.documents.models import Template
from tinhgon.documents.writing_refusals import CONSTRAINTS, MayNotLayOut, NoSuchTemplate
from tinhgon.office.letters.checking import check_template
from tinhgon.office.letters.word import template_of
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User


def may_lay_out(reach: Reach) -> bool:
    """Tell whether somebody may change what every unit's documents look like."""
    return reach.units(INTERNAL, action=SIGN) is None


def take_template(
    *, kind: str, layout: str, content: bytes, note: str, by: User | None, reach: Reach
) -> Template:
    """Use an office's own template from now on; documents issued before keep the text that they have.

    :raises MayNotLayOut: whoever asks may not.
    :raises TemplateRefused: it is no template, may do harm, or lacks a part; the class says which.
    """
    _assert_may(kind, layout, reach)
    check_template(content, kind)
    with whole(CONSTRAINTS):
        last = Template.objects.filter(kind=kind, layout=layout).aggregate(last=Max("revision"))["last"] or 0
        record(
            act=Act.IMPORT, actor=by.pk if by else None, actor_name=by.get_full_name() if by else "",
            what=["template", kind, layout], route="documents:bring_template",
        )  # fmt: skip
        return Template.objects.create(
            kind=kind, layout=layout, revision=last + 1, content=content, note=sought(note), added_by=by
        )


def withdraw(*, kind: str, layout: str, reach: Reach) -> None:
    """Use the house's template again.

    :raises MayNotLayOut, NoSuchTemplate: whoever asks may not, or there is none.
    """
    _assert_may(kind, layout, reach)
    Template.objects.filter(kind=kind, layout=layout, withdrawn_at=None).update(withdrawn_at=timezone.now())


def own_template(kind: str, layout: str) -> bytes | None:
    """Give the office's own template in use, if there is one."""
    found = Template.objects.filter(kind=kind, layout=layout, withdrawn_at=None).order_by("-revision").first()
    return bytes(found.content) if found else None


def template_in_use(kind: str, layout: str) -> bytes:
    """Give the template that is used: the office's own, or else the house's.

    :raises NoSuchKind, NoSuchTemplate: there is none.
    """
    if layout not in kind_of(kind).layouts:
        raise NoSuchTemplate
    path = template_of(layout, kind)
    return own_template(kind, layout) or (path if path.exists() else template_of(layout, "")).read_bytes()


def _assert_may(kind: str, layout: str, reach: Reach) -> None:
    if layout not in kind_of(kind).layouts:
        raise NoSuchTemplate
    if not may_lay_out(reach):
        raise MayNotLayOut
