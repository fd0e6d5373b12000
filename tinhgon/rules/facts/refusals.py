"""Why a fact cannot be read as it was written."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class NotANumber(Refused):
    vi = "“{text}” không phải là số. Viết như 12.345,6."
    en = "“{text}” is no number. Write it like 12.345,6."


class NotWhole(Refused):
    vi = "“{text}” không phải là số nguyên. Viết số không có phần lẻ."
    en = "“{text}” is no whole number. Write it without a fraction."


class NotATruth(Refused):
    vi = "“{text}” không phải là có hoặc không."
    en = "“{text}” is neither yes nor no."


class NotAChoice(Refused):
    vi = "“{text}” không có trong các lựa chọn: {choices}."
    en = "“{text}” is none of the choices: {choices}."


class NotJson(Refused):
    vi = "“{text}” không phải là JSON."
    en = "“{text}” is no JSON."
