"""What happened to posts, quotas and people, in words, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon.core import rows as core
from tinhgon.core.errors import Said
from tinhgon.core.staff_story import StaffHappening
from tinhgon.exchange.words import number

HAPPENED: Mapping[str, tuple[str, str]] = {
    "post_created": ("lập vị trí {after}", "post made: {after}"),
    "post_abolished": ("bỏ vị trí {before}", "post abolished: {before}"),
    "post_moved": ("chuyển đơn vị: {before} → {after}", "moved: {before} → {after}"),
    "post_changed": ("{field}: {before} → {after}", "{field}: {before} → {after}"),
    "post_corrected": ("đính chính {field}: {before} → {after}", "{field} corrected: {before} → {after}"),
    "quota_set": ("giao biên chế {field}: {after}", "quota of {field} set: {after}"),
    "quota_changed": ("biên chế {field}: {before} → {after}", "quota of {field}: {before} → {after}"),
    "quota_ended": ("thôi giao biên chế {field} ({before})", "no quota of {field} any more ({before})"),
    "appointed": ("nhận vị trí {after}", "takes the post {after}"),
    "released": ("thôi giữ {before}", "leaves {before}"),
    "transferred": ("điều động: {before} → {after}", "transferred: {before} → {after}"),
    "reappointed": ("thêm nhiệm kỳ: {after}", "another term: {after}"),
    "held_otherwise": ("đổi cách giữ: {before} → {after}", "held otherwise: {before} → {after}"),
    "held_corrected": ("đính chính ngày giữ: {before} → {after}", "days corrected: {before} → {after}"),
    "graded": ("xếp ngạch {after}", "graded {after}"),
    "regraded": ("ngạch, bậc: {before} → {after}", "grade: {before} → {after}"),
    "staff_undone": ("thôi ghi điều đã ghi", "what was recorded is taken back"),
}
FIELDS: Mapping[str, tuple[str, str]] = {
    "title": ("chức danh", "title"), "rank": ("cấp bậc", "rank"), "seats": ("số chỗ", "seats"),
    "staff": ("loại biên chế", "kind of staff"), "reports_to": ("báo cáo với", "reports to"),
    "description": ("bản mô tả công việc", "job description"), "unit": ("đơn vị", "unit"),
}  # fmt: skip
RANKS: Mapping[str, tuple[str, str]] = {
    "head": ("người đứng đầu", "head"), "deputy": ("cấp phó", "deputy"), "member": ("ủy viên", "member"),
    "specialist": ("chuyên môn", "specialist"),
}  # fmt: skip
WAYS: Mapping[str, tuple[str, str]] = {
    "regular": ("chính thức", "regular"), "acting": ("phụ trách, quyền", "acting"),
    "concurrent": ("kiêm nhiệm", "concurrent"), "secondment": ("biệt phái đến", "on secondment"),
    "job_share": ("chia sẻ vị trí", "sharing the post"), "absent": ("vắng, còn hưởng lương", "absent, paid"),
}  # fmt: skip
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class StaffWords:
    """The names that sentences need: of units and posts, and of codes in each language."""

    units: Mapping[UUID, str]
    posts: Mapping[UUID, Said]
    codes: Mapping[str, Mapping[str, Said]]  # by list: title, staff, grade

    def happened(self, one: StaffHappening) -> Said:
        """Say what a decision did."""
        return Said(*(
            HAPPENED[one.did][place].format(
                field=self._field(one, place),
                before=self._value(one, one.before, place),
                after=self._value(one, one.after, place),
            )
            for place in range(len(LANGUAGES))
        ))  # fmt: skip

    def post(self, post: UUID) -> Said:
        """Name a post."""
        return self.posts.get(post, Said(str(post), str(post)))

    def _field(self, one: StaffHappening, place: int) -> str:
        if one.did.startswith("quota"):
            return self._code("staff", one.field, place)
        return FIELDS.get(one.field, (one.field, one.field))[place]

    def _code(self, of: str, code: str, place: int) -> str:
        said = self.codes[of].get(code)
        return str(getattr(said, LANGUAGES[place])) if said else code

    def _value(self, one: StaffHappening, value: Any, place: int) -> str:
        match value:
            case core.PostVersion():
                return f"{self._code('title', value.title, place)} – {self._unit(value.unit)}"
            case core.Appointment():
                return self._held(one, value, place)
            case core.Grading():
                return self._graded(value, place)
            case UUID():
                post = getattr(self.post(value), LANGUAGES[place])
                return self._unit(value) if one.field == "unit" else str(post)
        if one.field in ("title", "staff") and isinstance(value, str):
            return self._code(one.field, value, place)
        if one.field == "rank" and value in RANKS:
            return RANKS[value][place]
        return number(value, LANGUAGES[place])

    def _unit(self, unit: UUID) -> str:
        return self.units.get(unit, str(unit))

    def _held(self, one: StaffHappening, row: core.Appointment, place: int) -> str:
        post = str(getattr(self.post(row.post), LANGUAGES[place]))
        if one.did == "held_corrected":
            return f"{post} ({_day(row.valid.since)} – {_day(row.valid.last_day)})"
        more = [WAYS[row.how][place]] if row.how != core.REGULAR or one.did == "held_otherwise" else []
        if row.term_until:
            more.append(f"{('đến', 'until')[place]} {_day(row.term_until)}")
        return f"{post} ({', '.join(more)})" if more else post

    def _graded(self, row: core.Grading, place: int) -> str:
        language = LANGUAGES[place]
        parts = [self._code("grade", row.grade, place)]
        parts += [f"{('bậc', 'step')[place]} {row.step}"] if row.step is not None else []
        if row.coefficient is not None:
            parts.append(f"{('hệ số', 'coefficient')[place]} {number(row.coefficient, language)}")
        return ", ".join(parts)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "…"
