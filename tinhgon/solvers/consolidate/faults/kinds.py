"""What can be wrong with units, neighbours and weights: one class a fault, each says where it is."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class Fault(Refused):
    """A fault of the input; `unit` or `row`, where it has one, and `field` say where it is."""

    @property
    def field(self) -> str:
        """The measure, list or condition that is wrong."""
        return str(self.facts["field"])


class NoUnits(Fault):
    vi = "Danh sách đơn vị ({field}) trống. Cần ít nhất một đơn vị."
    en = "The list of units ({field}) is empty. At least one unit is needed."


class WrongLength(Fault):
    vi = "“{field}” có {found} giá trị cho {needed} dòng. Mỗi dòng cần đúng một giá trị."
    en = "“{field}” has {found} values for {needed} rows. Each row needs exactly one."


class DuplicateCode(Fault):
    vi = "Mã {unit} ({field}) dùng cho {count} đơn vị. Mỗi đơn vị cần một mã riêng."
    en = "The code {unit} ({field}) is used for {count} units. Each unit needs a code of its own."


class MissingWeight(Fault):
    vi = "Đơn vị {unit}: thiếu “{field}”. Điền số liệu; nếu không có thì ghi 0."
    en = "Unit {unit}: “{field}” is missing. Fill it in; where there is none write 0."


class NegativeWeight(Fault):
    vi = "Đơn vị {unit}: “{field}” là {found}, số âm. Ghi số từ 0 trở lên."
    en = "Unit {unit}: “{field}” is {found}, below zero. Write a number from 0 up."


class MeasureMissing(Fault):
    vi = "Không có đại lượng “{field}” mà {asker} cần. Các đại lượng hiện có: {known}."
    en = "There is no measure “{field}”, which {asker} need. The measures there are: {known}."


class UnknownNeighbour(Fault):
    vi = "Danh sách giáp ranh ({field}), dòng {row}: {found} không phải đơn vị nào. Sửa mã hoặc bỏ dòng này."
    en = "List of neighbours ({field}), row {row}: {found} is no unit. Mend the code or drop the row."


class OwnNeighbour(Fault):
    vi = "Danh sách giáp ranh ({field}), dòng {row}: đơn vị {unit} giáp chính nó. Bỏ dòng này."
    en = "List of neighbours ({field}), row {row}: unit {unit} is its own neighbour. Drop the row."


class BadBorder(Fault):
    vi = "Danh sách giáp ranh ({field}), dòng {row}: ranh giới dài {found}. Ghi số km từ 0 trở lên."
    en = "List of neighbours ({field}), row {row}: the border is {found} long. Write kilometres from 0 up."


class BadPosition(Fault):
    vi = (
        "Đơn vị {unit}: {field} {found} không có trên trái đất. Vĩ độ từ −90 đến 90, kinh độ từ −180 đến 180."
    )
    en = "Unit {unit}: {field} {found} is nowhere on earth. Latitude is −90 to 90, longitude −180 to 180."


class UnknownClass(Fault):
    vi = "Đơn vị {unit}: loại số {found} không có tiêu chuẩn “{field}”. Thêm tiêu chuẩn hoặc sửa loại."
    en = "Unit {unit}: class {found} has no standard of “{field}”. Add the standard or mend the class."


class BadStandard(Fault):
    vi = "Tiêu chuẩn “{field}” của loại số {sort} là {found}. Ghi số từ 0 trở lên; 0 là không đòi hỏi."
    en = "The standard of “{field}” for class {sort} is {found}. Write a number from 0 up; 0 asks nothing."


class BadWaiver(Fault):
    vi = "“{field}” là {found}: số đơn vị để được miễn tiêu chuẩn phải từ 1 trở lên."
    en = "“{field}” is {found}: the number of members that waives the standards must be 1 or more."
