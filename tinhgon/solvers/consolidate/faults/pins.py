"""What can be wrong with the conditions by themselves: one class a fault, named after what collides."""

from __future__ import annotations

from tinhgon.solvers.consolidate.faults.kinds import Fault


class UnknownUnit(Fault):
    vi = "Điều kiện “{field}” nêu đơn vị thứ {found}, nhưng chỉ có {count} đơn vị (đếm từ 0). Sửa điều kiện."
    en = "The condition “{field}” names unit number {found}, of {count} (from 0). Mend the condition."


class TooFewMembers(Fault):
    vi = "“{field}” là {found}: một đơn vị mới phải được có ít nhất 1 thành viên. Ghi số từ 1 trở lên."
    en = "“{field}” is {found}: a new unit must be allowed 1 member at least. Write a number from 1 up."


class BadDistance(Fault):
    vi = "“{field}” là {found} km. Ghi khoảng cách từ 0 trở lên, hoặc bỏ trống nếu không giới hạn."
    en = "“{field}” is {found} km. Write a distance from 0 up, or leave it out for no limit."


class UnknownTerm(Fault):
    vi = "“{field}” nêu “{found}”, không phải mục tiêu nào. Dùng một trong: {known}."
    en = "“{field}” names “{found}”, which is no term. Use one of: {known}."


class TogetherAndApart(Fault):
    vi = (
        "Đơn vị {unit} và {other} vừa phải chung vừa không được chung một đơn vị ({field}). Bỏ một điều kiện."
    )
    en = "Units {unit} and {other} must and must not share a unit ({field}). Drop one of the conditions."


class AloneAndTogether(Fault):
    vi = "Đơn vị {unit} vừa phải giữ nguyên vừa phải nhập với {others} ({field}). Bỏ một điều kiện."
    en = "Unit {unit} must stay as it is and be merged with {others} ({field}). Drop one of the conditions."


class ApartFromItself(Fault):
    vi = "Đơn vị {unit} bị cấm chung với chính nó ({field}). Bỏ điều kiện này."
    en = "Unit {unit} is kept apart from itself ({field}). Drop the condition."


class TogetherOverGroups(Fault):
    vi = "Các đơn vị {units} phải vào một đơn vị nhưng thuộc các nhóm khác nhau ({field}). Bỏ bớt đơn vị."
    en = "Units {units} must end in one unit but are of different groups ({field}). Take some of them out."


class TogetherNotConnected(Fault):
    vi = "Các đơn vị {units} phải vào một đơn vị nhưng không nối liền được với nhau ({field}). Sửa giáp ranh."
    en = "Units {units} must end in one unit but no neighbours join them ({field}). Mend the neighbours."


class TogetherTooMany(Fault):
    vi = (
        "{count} đơn vị {units} phải vào một đơn vị, nhưng tối đa chỉ {most} ({field}). Nâng mức hoặc bỏ bớt."
    )
    en = "{count} units {units} must end in one, but at most {most} may ({field}). Raise it or drop some."
