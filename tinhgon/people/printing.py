"""Papers about a person: the personal form, and everything that is held. In Vietnamese, as offices print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation

from tinhgon.access.models import User
from tinhgon.audit.codes import Act, Purpose
from tinhgon.office.forms.form import Form
from tinhgon.office.forms.form import Section as Part
from tinhgon.people.models import Amendment, ErasureRequest, Proposal, SubjectRequest
from tinhgon.people.queries.dossiers import Dossier, Shown, partial
from tinhgon.people.sections import Field, Section, sections
from tinhgon.register.models import Person

BANNER = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI NGƯỜI THẬT"
SEXES = {"female": "Nữ", "male": "Nam", "": ""}
NOT_SEEN = "Có nội dung ngoài phạm vi được xem của người in."
PARTS = {
    "attachments": "Tệp đính kèm", "amendments": "Các lần sửa hồ sơ", "proposals": "Đề nghị sửa đã gửi",
    "holds": "Yêu cầu giữ nguyên hồ sơ", "erasures": "Đề nghị xóa hồ sơ", "requests": "Yêu cầu đã gửi",
    "appointments": "Quá trình giữ vị trí", "appointments_corrected": "Vị trí đã đính chính",
    "gradings": "Ngạch, bậc", "gradings_corrected": "Ngạch, bậc đã đính chính",
    "findings": "Phát hiện theo quy định trong quyết định",
    "placings": "Phương án sắp xếp (chưa quyết định)",
    "successions": "Phương án kế cận (chưa quyết định)", "obligations": "Nhiệm vụ được giao",
    "account": "Tài khoản", "grants": "Quyền được cấp", "reads": "Ai đã xem, làm gì với hồ sơ",
}  # fmt: skip
WORDS = {
    "act": "Việc", "actor_name": "Tài khoản", "acknowledge_by": "Hạn xác nhận",
    "acknowledged_on": "Đã xác nhận", "added_at": "Lúc", "answer": "Trả lời", "at": "Lúc",
    "basis": "Căn cứ", "change": "Trước và sau", "classes": "Mức",
    "coefficient": "Hệ số", "date_joined": "Ngày mở", "decided_at": "Giải quyết lúc",
 "decision": "Quyết định", "done_on": "Xong ngày", "due_on": "Hạn",
    "email": "Thư điện tử", "ended_at": "Thu hồi lúc", "ended_why": "Lý do thu hồi",
    "extended_why": "Gia hạn vì", "field_class": "Mức dữ liệu", "fields": "Các mục con", "grade": "Ngạch",
    "granted_at": "Cấp lúc", "how": "Hình thức", "is_active": "Đang mở", "kind": "Loại",
    "last_login": "Đăng nhập gần nhất", "lifted_at": "Gỡ lúc", "line": "Hệ", "media_type": "Loại tệp",
    "name": "Tên", "post": "Vị trí", "proposed_at": "Gửi lúc", "purpose": "Mục đích", "reason": "Lý do",
    "received_on": "Nhận ngày", "requested_at": "Đề nghị lúc", "role": "Vai trò", "section": "Phần",
    "sentence": "Phát hiện",
    "rule": "Quy tắc", "severity": "Mức",
    "set_at": "Đặt lúc", "share": "Phần ghế", "size": "Cỡ (byte)", "state": "Tình trạng", "step": "Bậc",
    "subtree": "Cả cấp dưới", "synchronised_at": "Đồng bộ lúc", "term_until": "Hết nhiệm kỳ",
    "unit": "Đơn vị", "username": "Tên đăng nhập", "valid": "Thời gian", "values": "Nội dung",
    "what": "Phần nào", "recorded": "Ghi trong sổ",
    "leaves": "Xin nghỉ", "pinned": "Do người ấn định", "vacant_on": "Vị trí trống từ",
    "because": "Trống vì", "place": "Thứ tự", "takes": "Dự kiến", "months_left": "Số tháng còn công tác",
    "directive": "Văn bản giao", "matter": "Nội dung", "assigner": "Đơn vị giao", "assigned_on": "Ngày giao",
    "every": "Định kỳ", "figure": "Chỉ tiêu", "measure": "Đơn vị tính", "reached": "Đạt được",
}  # fmt: skip
CODES: Mapping[str, Mapping[str, Any]] = {
    "act": {**dict(Act.choices), **dict(Amendment.Act.choices)},
    "purpose": dict(Purpose.choices),
    "state": {**dict(Proposal.State.choices), **dict(ErasureRequest.State.choices)},
    "kind": {
        **dict(SubjectRequest.Kind.choices),
        "issue": "ban hành văn bản",
        "task": "nhiệm vụ",
        "target": "chỉ tiêu",
        "report": "báo cáo",
    },
    "every": {
        "week": "hằng tuần",
        "month": "hằng tháng",
        "quarter": "hằng quý",
        "half": "sáu tháng một lần",
        "year": "hằng năm",
    },
    "severity": {"block": "phải dừng", "warn": "cảnh báo", "note": "ghi chú"},
    "because": {
        "empty": "đang trống",
        "retirement": "nghỉ hưu",
        "term": "hết thời hạn",
        "moved": "người giữ chuyển sang vị trí khác",
    },
    "takes": {"promoted": "bổ nhiệm", "rotated": "luân chuyển", "reappointed": "bổ nhiệm lại"},
}


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a career: from when until when, which post, where."""

    since: date
    until: date | None
    post: str
    unit: str


def personal_form(file: Dossier, career: Sequence[Step], *, by: User, at: datetime) -> Form:
    """Lay out the personal form (Sơ yếu lý lịch) with what its reader may see."""
    with translation.override("vi"):
        parts = [_career(career)] if career else []
        parts += [_section(of, file.of(of.code)) for of in sections().values() if _readable(of, file)]
        if any(one.hidden for one in file.shown):
            parts.append({"title": "Ghi chú của bản in", "empty": NOT_SEEN})
        return _form("SƠ YẾU LÝ LỊCH", file.person, parts, by=by, at=at)


def subject_form(person: Person, held: Mapping[str, Any], *, by: User, at: datetime) -> Form:
    """Lay out everything that is held about a person."""
    with translation.override("vi"):
        parts = [_raw_section(of, held["sections"][of.code]) for of in sections().values()]
        parts += [_rows(PARTS[name], held[name]) for name in PARTS]
        if held["withheld"]:
            parts.append({"title": "Ghi chú của bản in", "empty": NOT_SEEN})
        return _form("DỮ LIỆU CÁ NHÂN ĐANG ĐƯỢC LƯU GIỮ", person, parts, by=by, at=at)


def _form(title: str, person: Person, parts: list[Part], *, by: User, at: datetime) -> Form:
    moment = timezone.localtime(at)
    return {
        "title": title,
        "subtitle": person.name,
        "banner": BANNER if person.illustrative else "",
        "head": [
            ("Họ và tên", person.name.upper()), ("Giới tính", SEXES[person.sex]),
            ("Ngày sinh", str(partial(person.born, person.born_precision) or "")),
        ],
        "sections": parts,
        "footer": f"In bởi {by.get_full_name()} ({by.get_username()}) lúc {moment:%d/%m/%Y %H:%M}",
    }  # fmt: skip


def _readable(of: Section, file: Dossier) -> bool:
    return of.field_class <= file.field_class


def _career(career: Sequence[Step]) -> Part:
    rows = [(_days(one.since, one.until), one.post, one.unit) for one in career]
    return {
        "title": "Quá trình giữ vị trí",
        "table": {"columns": ("Thời gian", "Vị trí", "Đơn vị"), "rows": rows},
    }


def _section(of: Section, shown: Sequence[Shown]) -> Part:
    if not of.many and len(shown) == 1:
        (one,) = shown
        pairs = [(field.vi, _written(one.words(field))) for field, _ in one.lines]
        return {"title": of.vi, "pairs": pairs + _period(of, one)}
    fields = [field for field in of.fields if any(field.code in one.values for one in shown)]
    columns = [*(("Thời gian",) if of.period else ()), *(field.vi for field in fields)]
    rows = [
        [*((_days(one.since, one.until),) if of.period else ()), *(_cell(one, field) for field in fields)]
        for one in shown
    ]
    return {"title": of.vi, "table": {"columns": columns, "rows": rows}}


def _period(of: Section, one: Shown) -> list[tuple[str, str]]:
    return [("Thời gian", _days(one.since, one.until))] if of.period else []


def _cell(one: Shown, field: Field) -> str:
    return _written(one.words(field)) if field.code in one.values else ""


def _raw_section(of: Section, entries: Sequence[Mapping[str, Any]]) -> Part:
    fields = [field for field in of.fields if any(field.code in one for one in entries)]
    rows = [
        [_days(one["since"], one["until"]), *(_choice(field, one) for field in fields)] for one in entries
    ]
    return {
        "title": of.vi,
        "table": {"columns": ["Thời gian", *(field.vi for field in fields)], "rows": rows},
    }


def _choice(field: Field, one: Mapping[str, Any]) -> str:
    value = one.get(field.code, "")
    return str(field.choice(value) or value) if field.type == "choice" else _written(value)


def _rows(title: str, rows: Sequence[Mapping[str, Any]]) -> Part:
    """Give rows as a table of the columns that say anything; identifiers stay in the JSON."""
    names = [name for name in WORDS if any(row.get(name) not in (None, "", []) for row in rows)]
    cells = [[_said(name, row.get(name)) for name in names] for row in rows]
    return {"title": title, "table": {"columns": [WORDS[name] for name in names], "rows": cells}}


def _said(name: str, value: Any) -> str:
    """Write a value, codes in words."""
    if not isinstance(value, str):
        return _written(value)
    if name == "section" and value in sections():
        return sections()[value].vi
    return str(CODES.get(name, {}).get(value, "")) or _written(value)


def _written(value: Any) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return "có" if value else "không"
        case datetime():
            return f"{timezone.localtime(value):%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case {"since": since, "until": until, **rest} if not rest:
            return _days(since, until)
        case dict():
            return "; ".join(f"{name}: {_written(one)}" for name, one in value.items() if one)
        case list():
            return ", ".join(map(_written, value))
    return _moment(str(value))


def _moment(text: str) -> str:
    """Write a moment of JSON as people do, and leave any other text as it is."""
    try:
        if len(text) == 10 and text[4] == text[7] == "-":
            return _written(date.fromisoformat(text))
        return _written(datetime.fromisoformat(text)) if len(text) > 19 and text[4] == "-" else text
    except ValueError:
        return text


def _days(since: Any, until: Any) -> str:
    return f"{_written(since) or '…'} – {_written(until) or '…'}" if since or until else ""
