"""Forms by which an obligation ends: reported, shown by evidence, confirmed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.actions import finishing
from tinhgon.directives.actions.evidence import File, add_evidence
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.forms.base import ActForm
from tinhgon.directives.forms.fields import PaperField, figure_field, reason
from tinhgon.directives.models import Obligation
from tinhgon.register.forms.fields import DayField


class ReportForm(ActForm):
    """Reports it done."""

    done_on = DayField(label=_("Ngày hoàn thành"))
    answer = PaperField(
        label=_("Số, ký hiệu văn bản trả lời"), required=False,
        help_text=_("Văn bản đã vào sổ, ví dụ 157/KH-UBND."),
    )  # fmt: skip
    note = reason(required=False, label=_("Kết quả thực hiện"))

    def prepare(self) -> None:
        """Ask a target for its figure, and what is to be issued for the document."""
        self.initial.setdefault("done_on", f"{self.ground.on:%d/%m/%Y}")
        if self.ground.of.kind == Obligation.Kind.TARGET:
            self.fields["reached"] = figure_field(self.ground.of)
            self.order_fields(["done_on", "reached", "answer", "note"])
        if self.ground.of.kind == Obligation.Kind.ISSUE:
            self.fields["answer"].required = True

    def run(self, pk: UUID, hand: Hand) -> object:
        """Report."""
        given = self.cleaned_data
        return finishing.report_done(
            pk, hand, done_on=given["done_on"], answer=given["answer"], reached=given.get("reached"),
            note=given["note"],
        )  # fmt: skip


class ConfirmForm(ActForm):
    """Agrees that it is done."""

    note = reason(required=False)

    def run(self, pk: UUID, hand: Hand) -> object:
        """Confirm."""
        return finishing.confirm(pk, hand, note=self.cleaned_data["note"])


class EvidenceForm(ActForm):
    """Adds something that shows it."""

    file = forms.FileField(
        label=_("Tệp"), required=False, help_text=_("PDF, ảnh, Word hoặc Excel, đến 5 MB.")
    )
    document = PaperField(label=_("Hoặc văn bản đã vào sổ (số, ký hiệu)"), required=False)
    note = reason(required=False, label=_("Minh chứng cho điều gì"))

    def run(self, pk: UUID, hand: Hand) -> object:
        """Keep it."""
        sent: Any = self.cleaned_data["file"]
        file = File(sent.name, sent.read()) if sent else None
        given = self.cleaned_data
        return add_evidence(pk, hand, document=given["document"], file=file, note=given["note"])
