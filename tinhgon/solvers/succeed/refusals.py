"""Why a succession cannot be planned at all."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class SameId(Refused):
    vi = "Mã {id} được dùng cho nhiều {what}. Mỗi mã chỉ dùng một lần."
    en = "The id {id} stands for several {what}. Use each id once."


class NoSuchSeat(Refused):
    vi = "{official} giữ vị trí {seat}, nhưng không có vị trí này."
    en = "{official} holds seat {seat}, which does not exist."


class SeatTwice(Refused):
    vi = "Vị trí {seat} có nhiều người giữ: {officials}."
    en = "Seat {seat} is held by several: {officials}."


class BadFigure(Refused):
    vi = "{name} là {found}; phải từ {least} trở lên."
    en = "{name} is {found}; it must be at least {least}."
