"""What is wrong with a written document, in words: where it stands, and a short phrase in each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from tinhgon.core.errors import Said

SHOWN = 50  # faults that one message names
NEW_UNIT, UNIT_ID = "new unit", "unit id"  # tags of a union: no step of a path that a reader knows

_NUMBER = ("phải là một số", "must be a number")
_WHOLE = ("phải là số nguyên", "must be a whole number")
_IDENTITY = ("phải là mã định danh UUID", "must be a UUID")
_DAY = ("không phải ngày có thật; viết năm-tháng-ngày", "is no day that exists; write year-month-day")
_LIST = ("phải là một danh sách", "must be a list")
_OBJECT = ("phải là một nhóm trường", "must be an object with fields")
_TRUTH = ("phải là true hoặc false", "must be true or false")
_UNKNOWN_FIELD = ("không có trường này", "there is no such field")
_LONG = ("dài quá {max_length} ký tự", "is longer than {max_length} characters")
_EMPTY = ("không được để trống", "must not be empty")

_PHRASES: Mapping[str, tuple[str, str]] = {
    "missing": ("thiếu trường này", "is missing"),
    "unexpected_keyword_argument": _UNKNOWN_FIELD,
    "extra_forbidden": _UNKNOWN_FIELD,
    "string_type": ("phải là chữ", "must be text"),
    "string_unicode": ("có ký tự không hợp lệ", "has an invalid character"),
    "control_character": ("có ký tự không in được", "has a character that cannot be printed"),
    "string_too_short": _EMPTY,
    "too_short": _EMPTY,
    "string_too_long": _LONG,
    "too_long": _LONG,
    "uuid_parsing": _IDENTITY,
    "uuid_type": _IDENTITY,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_max_places": (
        "có quá {decimal_places} chữ số sau dấu phẩy",
        "has more than {decimal_places} digits after the point",
    ),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "greater_than_equal": ("phải từ {ge} trở lên", "must be {ge} or more"),
    "less_than_equal": ("phải không quá {le}", "must be {le} or less"),
    "less_than": ("phải nhỏ hơn {lt}", "must be less than {lt}"),
    "literal_error": ("phải là một trong: {expected}", "must be one of: {expected}"),
    "union_tag_invalid": (
        "không có thao tác “{tag}”; các thao tác: {expected_tags}",
        "there is no operation “{tag}”; the operations: {expected_tags}",
    ),
    "union_tag_not_found": ("thiếu trường op (tên thao tác)", "lacks the field op (which operation)"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dataclass_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "no_such_day": _DAY,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "plain_value": ("phải là chữ, số hoặc null", "must be text, a number or null"),
}


def faults(error: ValidationError, field: str = "") -> list[Said]:
    """Say each fault, the first ones of very many; `field` was read, or else a list of operations."""
    found = error.errors(include_url=False, include_input=False)
    said = [
        _said(_places(fault["loc"], field), fault["type"], fault.get("ctx", {}), fault["msg"])
        for fault in found[:SHOWN]
    ]
    if more := len(found) - SHOWN:
        said += [Said(f"và {more} lỗi khác", f"and {more} more faults")] if more > 0 else []
    return said


def no_such_field(name: str) -> Said:
    """Say that a document has a field which it should not have."""
    return Said(*(f"{name}: {phrase}" for phrase in _UNKNOWN_FIELD))


def no_list(name: str) -> Said:
    """Say that a field of a document is no list."""
    return Said(*(f"{name}: {phrase}" for phrase in _LIST))


def _said(place: tuple[str, str], kind: str, context: dict[str, Any], message: str) -> Said:
    vi, en = _PHRASES.get(kind, ("giá trị không hợp lệ", message.replace("{", "{{").replace("}", "}}")))
    context = {name: str(value).replace("' or '", "', '")[:300] for name, value in context.items()}
    return Said(f"{place[0]}: {vi.format(**context)}", f"{place[1]}: {en.format(**context)}")


def _places(place: tuple[int | str, ...], field: str) -> tuple[str, str]:
    if field:
        path = ".".join(map(str, (field, *place)))
        return path, path
    return _place(place, "thao tác", "danh sách thao tác"), _place(
        place, "operation", "the list of operations"
    )


def _place(place: tuple[int | str, ...], operation: str, whole: str) -> str:
    """Name a place as people count: operation 3, members #2, unit."""
    if not place or not isinstance(place[0], int):
        return whole
    steps = [f"{operation} {place[0] + 1}"]
    for step in place[2:]:  # the second is the operation's own name
        if isinstance(step, int):
            steps[-1] += f" #{step + 1}"
        elif step not in (NEW_UNIT, UNIT_ID):
            steps.append(step)
    return ", ".join(steps)
