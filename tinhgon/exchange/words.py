"""The register in words, Vietnamese and English: what happened to a unit, how two days differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.core.compare import Difference, Standing
from tinhgon.core.errors import Said
from tinhgon.core.story import Happening

HAPPENED: Mapping[str, tuple[str, str]] = {
    "established": ("thành lập {after}", "{after} established"),
    "ended": ("chấm dứt {before}", "{before} ended"),
    "restored": ("lập lại {after}", "{after} restored"),
    "renamed": ("đổi tên: {before} → {after}", "renamed: {before} → {after}"),
    "retyped": ("đổi loại: {before} → {after}", "kind changed: {before} → {after}"),
    "recoded": ("đổi mã: {before} → {after}", "code changed: {before} → {after}"),
    "moved": ("chuyển cấp trên: {before} → {after}", "moved: {before} → {after}"),
    "figures": ("{field}: {before} → {after}", "{field}: {before} → {after}"),
    "mandate": ("sửa chức năng, nhiệm vụ", "mandate changed"),
    "merged_into": ("nhập vào {unit}", "merged into {unit}"),
    "absorbed_into": ("sáp nhập vào {unit}", "absorbed into {unit}"),
    "split_into": ("chia thành {unit} ({after} dân số)", "split into {unit} ({after} of the people)"),
    "part_to": ("chuyển một phần sang {unit} ({after} dân số)", "a part to {unit} ({after} of the people)"),
    "corrected": ("đính chính {field}: {before} → {after}", "{field} corrected: {before} → {after}"),
    "undone": ("thôi ghi điều đã ghi", "what was recorded is taken back"),
}
FIELDS: Mapping[str, tuple[str, str]] = {
    "name": ("tên", "name"),
    "short_name": ("tên ngắn", "short name"),
    "kind": ("loại", "kind"),
    "area_km2": ("diện tích (km²)", "area (km²)"),
    "population": ("dân số", "population"),
    "mandate": ("chức năng, nhiệm vụ", "mandate"),
    "code": ("mã", "code"),
    "territorial": ("cấp trên", "parent"),
    "government": ("cấp trên (chính quyền)", "parent (government)"),
    "party": ("cấp trên (Đảng)", "parent (Party)"),
}
DIFFERS: Mapping[str, tuple[str, str]] = {
    "merged": ("{unit} ← {origins}", "{unit} ← {origins}"),
    "split": ("{unit} → {results}", "{unit} → {results}"),
    "added": ("{unit}{from_origins}", "{unit}{from_origins}"),
    "ended": ("{unit}{to_results}", "{unit}{to_results}"),
    "received": ("{unit} ← một phần của {origins}", "{unit} ← a part of {origins}"),
    "renamed": ("{before} → {after}", "{before} → {after}"),
    "retyped": ("{unit}: {old_kind} → {new_kind}", "{unit}: {old_kind} → {new_kind}"),
    "recoded": ("{unit}: {old_code} → {new_code}", "{unit}: {old_code} → {new_code}"),
    "moved": ("{unit}: {origins} → {results}", "{unit}: {origins} → {results}"),
    "figures": ("{unit}: {figures}", "{unit}: {figures}"),
}
HEADINGS: Mapping[str, Said] = {
    "merged": Said("Hợp nhất, sáp nhập", "Merged"),
    "split": Said("Chia tách", "Split"),
    "added": Said("Thêm mới", "Added"),
    "ended": Said("Chấm dứt", "Ended"),
    "received": Said("Nhận thêm một phần", "Received a part"),
    "renamed": Said("Đổi tên", "Renamed"),
    "retyped": Said("Đổi loại", "Kind changed"),
    "recoded": Said("Đổi mã", "Code changed"),
    "moved": Said("Chuyển cấp trên", "Moved"),
    "figures": Said("Số liệu khác", "Figures changed"),
}
TOP = Said("(cao nhất)", "(top)")


@dataclass(frozen=True, slots=True)
class Words:
    """The names that sentences need: of units, and of kinds in each language."""

    units: Mapping[UUID, str]
    kinds: Mapping[str, Said]

    def happened(self, one: Happening) -> Said:
        """Say what a decision did to a unit."""
        return Said(*(
            HAPPENED[one.did][place].format(
                field=FIELDS.get(one.field, (one.field, one.field))[place],
                before=self._value(one, one.before, language),
                after=self._value(one, one.after, language),
                unit=self._unit(one.unit, language),
            )
            for place, language in enumerate(("vi", "en"))
        ))  # fmt: skip

    def differs(self, one: Difference) -> Said:
        """Say what is otherwise on the second day."""
        return Said(*(
            DIFFERS[one.kind][place].format(**self._sides(one, language))
            for place, language in enumerate(("vi", "en"))
        ))  # fmt: skip

    def _unit(self, unit: UUID | None, language: str) -> str:
        return self.units.get(unit, str(unit)) if unit else getattr(TOP, language)

    def _value(self, one: Happening, value: Any, language: str) -> str:
        if one.did in ("split_into", "part_to"):
            return percent(value or 0, language)
        if one.did == "moved" or one.field in ("territorial", "government", "party"):
            return self._unit(value, language)
        if one.field == "kind" and value in self.kinds:
            return str(getattr(self.kinds[value], language))
        return number(value, language)

    def _sides(self, one: Difference, language: str) -> dict[str, str]:
        old, new = one.before or one.standing, one.after or one.standing
        origins, results = _list(one.origins), _list(one.results)
        return {
            "unit": _labelled(one.standing),
            "before": old.name,
            "after": _labelled(new),
            "origins": origins or getattr(TOP, language),
            "results": results or getattr(TOP, language),
            "from_origins": f" ← {origins}" if origins else "",
            "to_results": f" → {results}" if results else "",
            "old_kind": self._kind(old, language),
            "new_kind": self._kind(new, language),
            "old_code": old.code or "–",
            "new_code": new.code or "–",
            "figures": _figures(old, new, language),
        }

    def _kind(self, one: Standing, language: str) -> str:
        return str(getattr(self.kinds[one.kind], language)) if one.kind in self.kinds else one.kind


def number(value: Any, language: str) -> str:
    """Write a figure as the language does: 1.234,5 or 1,234.5; nothing is a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    written = f"{Decimal(str(value)).normalize():,f}"
    return written.translate(str.maketrans(",.", ".,")) if language == "vi" else written


def percent(share: Any, language: str) -> str:
    """Write a share as a percentage."""
    return f"{number(round(Decimal(str(share)) * 100, 2), language)} %"


def _figures(old: Standing, new: Standing, language: str) -> str:
    place = 0 if language == "vi" else 1
    return "; ".join(
        f"{FIELDS[name][place]} {number(before, language)} → {number(after, language)}"
        for name in ("area_km2", "population")
        if (before := getattr(old, name)) != (after := getattr(new, name))
    )


def _labelled(one: Standing) -> str:
    return f"{one.name} ({one.code})" if one.code else one.name


def _list(standings: Iterable[Standing]) -> str:
    return ", ".join(_labelled(one) for one in standings)


def mentioned(told: Iterable[Sequence[Happening]]) -> set[UUID]:
    """Give the units that happenings mention, whose names their sentences need."""
    return {
        value
        for happenings in told
        for one in happenings
        for value in (one.unit, one.before, one.after)
        if isinstance(value, UUID)
    }
