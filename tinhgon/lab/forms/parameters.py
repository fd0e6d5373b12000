"""The parameters of a consolidation, in plain words, with what each is unless said otherwise."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.lab.forms import weights
from tinhgon.lab.parameters import Parameters
from tinhgon.register.forms.fields import NumberField
from tinhgon.register.pages.faults import said
from tinhgon.solvers.consolidate.values import MISSED, TERMS, Weights

Layout: TypeAlias = tuple[tuple[Any, tuple[tuple[str, ...], ...]], ...]
UNSAID = ("", _("Như sổ ghi"))
YES, NO = "yes", "no"


class ParametersForm(forms.Form):
    """How units are merged: goals, standards, conditions, and how long may be searched."""

    use_required_attribute = False

    mode = forms.ChoiceField(
        label=_("Mục tiêu"), widget=forms.RadioSelect, initial="cost",
        choices=[("cost", _("Phương án ít tốn nhất theo các giá dưới đây")),
                 ("max_p", _("Nhiều đơn vị nhất mà đơn vị nào cũng đủ số dân tối thiểu"))],
    )  # fmt: skip
    threshold = NumberField(
        label=_("Số dân tối thiểu"), decimals=0, required=False,
        help_text=_("Chỉ dùng cho mục tiêu thứ hai."),
    )  # fmt: skip
    preset = forms.ChoiceField(
        label=_("Bộ giá"), choices=weights.CHOICES, widget=forms.RadioSelect, initial=weights.BALANCED
    )
    misses_first = forms.BooleanField(
        label=_("Trước hết làm cho số tiêu chuẩn không đạt ít nhất, rồi mới tính giá"),
        required=False, initial=True,
    )  # fmt: skip
    by = forms.ChoiceField(
        label=_("Tiêu chuẩn của đơn vị mới"), widget=forms.RadioSelect, initial="rules",
        choices=[("rules", _("Theo quy định của ngày có hiệu lực")), ("given", _("Theo số tự ghi")),
                 ("none", _("Không đặt tiêu chuẩn"))],
    )  # fmt: skip
    terrain = forms.ChoiceField(
        label=_("Địa hình của các xã"), required=False,
        choices=[UNSAID, ("lowland", _("Đồng bằng")), ("mountain", _("Miền núi, vùng cao")),
                 ("island", _("Hải đảo"))],
        help_text=_("Tiêu chuẩn của xã tùy địa hình. Ghi ở đây là giả định, trang phương án sẽ nêu rõ."),
    )  # fmt: skip
    in_municipality = forms.ChoiceField(
        label=_("Thuộc thành phố trực thuộc trung ương"), required=False,
        choices=[UNSAID, (YES, _("Có")), (NO, _("Không"))],
        help_text=_("Tiêu chuẩn của phường tùy nơi phường thuộc về."),
    )  # fmt: skip
    region = forms.ChoiceField(
        label=_("Vùng của tỉnh"), required=False,
        choices=[UNSAID, ("mountain", _("Tỉnh miền núi, vùng cao")), ("border", _("Tỉnh biên giới")),
                 ("other", _("Tỉnh khác"))],
    )  # fmt: skip
    given_population = NumberField(label=_("Dân số tối thiểu (người)"), decimals=0, required=False)
    given_area = NumberField(label=_("Diện tích tối thiểu (km²)"), decimals=2, required=False)
    waived_from = NumberField(
        label=_("Không xét tiêu chuẩn khi gộp từ"), decimals=0, required=False,
        help_text=_("Số đơn vị; để trống là luôn xét."),
    )  # fmt: skip
    max_members = NumberField(
        label=_("Gộp nhiều nhất bao nhiêu đơn vị"), decimals=0, initial=6,
        help_text=_("Mặc định 6. Càng lớn, chứng minh tối ưu càng lâu."),
    )  # fmt: skip
    max_km = NumberField(
        label=_("Xa trụ sở mới nhất (km)"),
        decimals=1,
        required=False,
        help_text=_("Để trống là không giới hạn."),
    )
    group = forms.ChoiceField(
        label=_("Không gộp qua ranh giới"), initial="province",
        choices=[("province", _("Tỉnh")), ("district", _("Tỉnh và huyện cũ")), ("kind", _("Loại đơn vị")),
                 ("none", _("Không có ranh giới nào"))],
    )  # fmt: skip
    time_limit = NumberField(
        label=_("Giới hạn thời gian (giây)"), decimals=0, initial=300,
        help_text=_("Hết giờ thì lấy phương án tốt nhất đã có, kèm khoảng chênh còn lại."),
    )  # fmt: skip
    effort = NumberField(
        label=_("Công sức tìm"), decimals=1, initial=1,
        help_text=_("1 là thường; 2 là tìm gấp đôi số bước."),
    )  # fmt: skip
    seed = NumberField(
        label=_("Hạt giống"), decimals=0, initial=0,
        help_text=_("Cùng dữ liệu, cùng hạt giống thì ra đúng cùng một phương án."),
    )  # fmt: skip

    layout: ClassVar[Layout] = (
        (_("Mục tiêu"), (("mode", "threshold"), ("preset",), ("misses_first",))),
        (_("Tiêu chuẩn"), (("by",), ("terrain", "in_municipality", "region"),
                            ("given_population", "given_area", "waived_from"))),
        (_("Điều kiện"), (("max_members", "max_km", "group"),)),
        (_("Lượt giải"), (("time_limit", "effort", "seed"),)),
    )  # fmt: skip

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for term in TERMS:
            self.fields[f"w_{term}"] = NumberField(
                label=weights.LABELS[term], decimals=3, required=False, initial=getattr(Weights(), term)
            )

    @property
    def prices(self) -> list[forms.BoundField]:
        """The single prices."""
        return [self[f"w_{term}"] for term in TERMS]

    @property
    def sections(self) -> list[tuple[Any, list[list[forms.BoundField]]]]:
        """The fields by what they are about, those read together side by side."""
        return [(title, [[self[name] for name in row] for row in rows]) for title, rows in self.layout]

    def clean(self) -> dict[str, Any]:
        """Read the whole as parameters; what they refuse is told above the form."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("mode") == "max_p" and not cleaned.get("threshold"):
            self.add_error("threshold", gettext("Ghi số dân tối thiểu."))
        if not self.errors:
            try:
                self.parameters = Parameters.read(self._written(cleaned))
            except Refused as refused:
                self.add_error(None, said(refused))
        return cleaned

    def _written(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        before = self.kept.write()
        before["consolidate"] |= {
            "weights": weights.weights_of(cleaned),
            "mode": cleaned["mode"], "threshold": _number(cleaned["threshold"]),
            "first": [MISSED] if cleaned["misses_first"] else [],
            "max_members": cleaned["max_members"], "max_km": _number(cleaned["max_km"]),
            "group": cleaned["group"],
            "standards": before["consolidate"]["standards"] | _standards(cleaned),
        }  # fmt: skip
        rest = {
            "seed": cleaned["seed"],
            "time_limit": cleaned["time_limit"],
            "effort": _number(cleaned["effort"]),
        }
        return before | rest

    kept = Parameters()  # what the form does not show stays as it was


def _standards(cleaned: dict[str, Any]) -> dict[str, Any]:
    given = {"population": _number(cleaned["given_population"]), "area_km2": _number(cleaned["given_area"])}
    inside = cleaned["in_municipality"]
    return {
        "by": cleaned["by"], "terrain": cleaned["terrain"] or None, "region": cleaned["region"] or None,
        "in_municipality": None if not inside else inside == YES,
        "given": {name: amount for name, amount in given.items() if amount},
        "waived_from": cleaned["waived_from"] or None,
    }  # fmt: skip


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def shown(parameters: Parameters) -> dict[str, Any]:
    """Give what the form shows of parameters."""
    of, asked = parameters.consolidate, parameters.consolidate.standards
    inside = asked.in_municipality
    prices = asdict(Weights()) | of.weights
    return {
        "mode": of.mode, "threshold": _typed(of.threshold), "preset": weights.preset_of(of.weights),
        "misses_first": MISSED in of.first, "by": asked.by, "terrain": asked.terrain or "",
        "in_municipality": "" if inside is None else YES if inside else NO, "region": asked.region or "",
        "given_population": _typed(asked.given.get("population")),
        "given_area": _typed(asked.given.get("area_km2")),
        "waived_from": asked.waived_from, "max_members": of.max_members, "max_km": _typed(of.max_km),
        "group": of.group, "time_limit": parameters.time_limit, "effort": _typed(parameters.effort),
        "seed": parameters.seed,
    } | {f"w_{term}": _typed(prices[term]) for term in TERMS}  # fmt: skip


def _typed(value: float | None) -> Any:
    return None if value is None else Decimal(str(value))
