"""Which acts an obligation's page offers to whom: those that its state and the reader's rights allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tinhgon.core.reach import EDIT
from tinhgon.directives.forms.base import ActForm, Ground
from tinhgon.directives.forms.finishing import ConfirmForm, EvidenceForm, ReportForm
from tinhgon.directives.forms.handing import DivideForm, NameForm
from tinhgon.directives.forms.terms import (
    AskForm,
    CancelForm,
    ExtendForm,
    ReassignForm,
    RefuseForm,
    ReopenForm,
    ReturnForm,
)
from tinhgon.directives.queries.sight import may_assign, may_bear
from tinhgon.directives.statuses import CANCELLED, DONE, OPEN, REPORTED, RETURNED


def bears(ground: Ground) -> bool:
    """Tell whether the reader drafts for who bears it."""
    return may_bear(ground.of, ground.reach)


def gives(ground: Ground) -> bool:
    """Tell whether the reader drafts for who gave it."""
    return may_assign(ground.of, ground.reach)


def is_concerned(ground: Ground) -> bool:
    """Tell whether the reader drafts for anybody whom it concerns."""
    helpers = ground.of.cooperators.values_list("unit_id", flat=True)
    return bears(ground) or gives(ground) or any(ground.reach.may(EDIT, one) for one in helpers)


def asks_another(ground: Ground) -> bool:
    """Tell whether the reader bears what another gave."""
    return bears(ground) and ground.of.assigner_id != ground.of.unit_id


@dataclass(frozen=True, slots=True)
class Offer:
    """An act: its name in addresses, form, words, to whom, in which states; `main`: what comes next."""

    name: str
    form: type[ActForm]
    label: Any
    icon: str
    whom: Callable[[Ground], bool]
    states: tuple[str, ...]
    said: Any
    main: bool = False
    needs_term: bool = False


OFFERS = (
    Offer("confirm", ConfirmForm, _("Xác nhận hoàn thành"), icon="circle-check", whom=gives,
          states=(REPORTED,), said=_("Đã xác nhận hoàn thành."), main=True),
    Offer("refuse", RefuseForm, _("Chưa chấp nhận kết quả"), icon="x", whom=gives, states=(REPORTED,),
          said=_("Đã chuyển lại để tiếp tục thực hiện.")),
    Offer("report", ReportForm, _("Báo cáo hoàn thành"), icon="checks", whom=bears, states=(OPEN,),
          said=_("Đã báo cáo hoàn thành."), main=True),
    Offer("divide", DivideForm, _("Giao tiếp"), icon="sitemap", whom=bears, states=(OPEN,),
          said=_("Đã giao tiếp.")),
    Offer("name", NameForm, _("Giao cho người"), icon="user", whom=bears, states=(OPEN,),
          said=_("Đã ghi người thực hiện.")),
    Offer("evidence", EvidenceForm, _("Thêm minh chứng"), icon="paperclip", whom=is_concerned,
          states=(OPEN, REPORTED, RETURNED, DONE), said=_("Đã thêm minh chứng.")),
    Offer("extend", ExtendForm, _("Gia hạn"), icon="calendar-plus", whom=gives, states=(OPEN, RETURNED),
          said=_("Đã gia hạn."), needs_term=True),
    Offer("ask", AskForm, _("Đề nghị gia hạn"), icon="calendar-question", whom=asks_another, states=(OPEN,),
          said=_("Đã gửi đề nghị gia hạn."), needs_term=True),
    Offer("return", ReturnForm, _("Trả lại nơi giao"), icon="arrow-back-up", whom=asks_another,
          states=(OPEN,), said=_("Đã trả lại nơi giao.")),
    Offer("reassign", ReassignForm, _("Giao đơn vị khác"), icon="transfer", whom=gives,
          states=(OPEN, RETURNED), said=_("Đã giao đơn vị khác.")),
    Offer("reopen", ReopenForm, _("Mở lại"), icon="refresh", whom=gives, states=(DONE, CANCELLED, RETURNED),
          said=_("Đã mở lại nhiệm vụ.")),
    Offer("cancel", CancelForm, _("Thôi giao"), icon="ban", whom=gives, states=(OPEN, RETURNED, REPORTED),
          said=_("Đã thôi giao.")),
)  # fmt: skip
BY_NAME = {one.name: one for one in OFFERS}


def offered(ground: Ground) -> list[Offer]:
    """Give the acts that the reader may do now."""
    return [one for one in OFFERS if is_open(one, ground)]


def is_open(one: Offer, ground: Ground) -> bool:
    """Tell whether an act is open to the reader now; what only gathers parts is not done by anybody."""
    if ground.of.gathers and one.whom is not gives:
        return False
    if ground.of.state not in one.states or (one.needs_term and ground.of.due_on is None):
        return False
    return one.whom(ground)
