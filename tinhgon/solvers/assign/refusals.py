"""Why jobs cannot be assigned; agents and jobs are told by their places, from 0."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class BadTable(Refused):
    vi = "Bảng {name} không dùng được: cần số nguyên không âm, cỡ {wanted}, nhưng là {found}."
    en = "Table {name} cannot be used: it needs whole numbers from 0 up, of size {wanted}; found {found}."


class NoAgent(Refused):
    vi = "Không nơi nào nhận được các việc {jobs}: quá sức hoặc không được phép ở mọi nơi."
    en = "No agent can take jobs {jobs}: too large or not allowed everywhere."


class Overloaded(Refused):
    vi = "Không tìm được cách chia vừa sức: ít nhất còn quá {overload} ở các nơi {agents}."
    en = "No assignment within all capacities was found; least overload met: {overload}, at agents {agents}."
