"""Why tables cannot be planned on."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class NoSuchColumn(Refused):
    vi = "Bảng đơn vị không có cột “{column}”. Các cột: {columns}."
    en = "The table of units has no column “{column}”. Its columns: {columns}."


class StrangeCode(Refused):
    vi = "Bảng đơn vị không có mã: {codes}. Sửa mã trong các điều kiện."
    en = "The table of units has no code: {codes}. Mend the codes in the conditions."
