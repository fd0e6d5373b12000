"""Forms of the operations about who holds which post, and in which grade."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.rows import ONE, REGULAR, SECONDED
from tinhgon.register.forms.amendments import ONE_DAY
from tinhgon.register.forms.base import CodeField, OperationForm
from tinhgon.register.forms.fields import DayField, NumberField, PersonField, PostField, ShareField
from tinhgon.register.pages.staff_words import WAYS

HOW = [(way, name) for way, name in WAYS.items() if way != SECONDED]
TERM = _("Để trống nếu không có nhiệm kỳ. Hết hạn không tự kết thúc việc giữ chức.")


class AboutPerson(OperationForm):
    """What all of them ask first."""

    person = PersonField(
        label=_("Người"), help_text=_("Tìm theo tên, có dấu hoặc không, trong phạm vi bạn được xem.")
    )

    def values(self) -> dict[str, Any]:
        """Take an empty share as the whole seat."""
        values = super().values()
        return values | {"share": str(ONE)} if "share" in values and values["share"] is None else values


class AppointForm(AboutPerson):
    op = "appoint"
    post = PostField(label=_("Vị trí việc làm"))
    how = forms.ChoiceField(label=_("Cách giữ"), choices=HOW, initial=REGULAR)
    share = ShareField(label=_("Phần của chỗ"), required=False)
    term_until = DayField(label=_("Nhiệm kỳ đến ngày"), required=False, help_text=TERM)
    layout = (("person", "post"), ("how", "share", "term_until", "clause"))


class ReappointForm(AboutPerson):
    op = "reappoint"
    post = PostField(label=_("Vị trí việc làm"))
    term_until = DayField(label=_("Nhiệm kỳ mới đến ngày"), required=False, help_text=TERM)
    layout = (("person", "post"), ("term_until", "clause"))


class TransferPersonForm(AboutPerson):
    op = "transfer_person"
    hint = _("Người này rời vị trí chính đang giữ và nhận vị trí mới.")
    post = PostField(label=_("Vị trí mới"))
    term_until = DayField(label=_("Nhiệm kỳ đến ngày"), required=False, help_text=TERM)
    layout = (("person", "post"), ("term_until", "clause"))


class SecondForm(AboutPerson):
    op = "second"
    hint = _("Vị trí chính được giữ; hết thời hạn, người này trở lại làm việc ở đó.")
    post = PostField(label=_("Biệt phái đến vị trí"))
    until = DayField(label=_("Đến hết ngày"))
    layout = (("person", "post"), ("until", "clause"))

    def clean(self) -> dict[str, Any]:
        """Make the last day the first day after it, as the register writes an end."""
        return _ended(super().clean() or {})


class ChangeOccupancyForm(AboutPerson):
    op = "change_occupancy"
    hint = _("Cùng vị trí, cách giữ khác: quyền trưởng phòng thành trưởng phòng, đi học dài hạn.")
    post = PostField(label=_("Vị trí việc làm"))
    how = forms.ChoiceField(label=_("Cách giữ mới"), choices=HOW)
    share = ShareField(label=_("Phần của chỗ"), required=False)
    layout = (("person", "post"), ("how", "share", "clause"))


class ReleaseForm(AboutPerson):
    op = "release"
    post = PostField(
        label=_("Vị trí việc làm"), required=False, help_text=_("Để trống nếu thôi giữ mọi vị trí.")
    )  # fmt: skip
    layout = (("person", "post", "clause"),)


class RetireForm(AboutPerson):
    op = "retire"
    hint = _("Người này thôi giữ mọi vị trí từ ngày hiệu lực.")
    layout = (("person", "clause"),)


class ChangeGradeForm(AboutPerson):
    op = "change_grade"
    grade = CodeField("grades", label=_("Ngạch"))
    step = NumberField(label=_("Bậc"), decimals=0, required=False)
    coefficient = NumberField(label=_("Hệ số"), decimals=2, required=False)
    layout = (("person",), ("grade", "step", "coefficient", "clause"))


class CorrectAppointmentForm(AboutPerson):
    op = "correct_appointment"
    hint = _("Đính chính nói rằng sổ ghi sai ngày giữ vị trí; nếu thật sự thay đổi, dùng thao tác khác.")
    post = PostField(label=_("Vị trí việc làm"))
    recorded_since = DayField(label=_("Sổ đang ghi từ ngày"))
    since = DayField(
        label=_("Đúng ra từ ngày"), required=False, help_text=_("Để trống nếu chưa từng giữ vị trí này.")
    )
    until = DayField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu đến nay."))
    reason = forms.CharField(label=_("Lý do"), max_length=250)
    layout = (("person", "post"), ("recorded_since", "since", "until"), ("reason", "clause"))

    def clean(self) -> dict[str, Any]:
        """Read the days as the register writes them."""
        found = _ended(super().clean() or {})
        if found.get("until") and not found.get("since") and "since" not in self.errors:
            self.add_error("since", gettext("Ghi ngày đầu, hoặc bỏ trống cả hai ngày."))
        return found


def _ended(found: dict[str, Any]) -> dict[str, Any]:
    if found.get("until"):
        found["until"] += ONE_DAY
    return found
