"""Why a pack, its cases or the facts for a rule cannot be read."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class MalformedPack(Refused):
    """Each fault names file, line and key; all of them are told at once."""

    vi = "Gói quy tắc ghi sai: {faults}."
    en = "The rule pack is malformed: {faults}."
    between = "; "


class NoSuchPack(Refused):
    vi = "Không có thư mục gói quy tắc “{path}”. Kiểm tra biến TINHGON_RULEPACKS."
    en = "There is no pack directory “{path}”. Check the variable TINHGON_RULEPACKS."


class BadFacts(Refused):
    vi = "Dữ kiện cho quy tắc {rule} ghi sai: {faults}."
    en = "The facts for the rule {rule} are malformed: {faults}."
    between = "; "


class NoCases(Refused):
    vi = "Quy tắc {rule} chưa có trường hợp kiểm chứng nào."
    en = "The rule {rule} has no cases."
