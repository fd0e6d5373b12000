"""Why a workbook cannot be read at all."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class WorkbookRefused(Refused):
    """Nothing of the file can be read."""


class NotAWorkbook(WorkbookRefused):
    vi = "Tệp không phải là bảng tính Excel (.xlsx). Mở bằng Excel, chọn “Lưu thành” và lưu dạng .xlsx."
    en = "The file is no Excel workbook (.xlsx). Open it in Excel and save it as .xlsx."


class OldWorkbook(WorkbookRefused):
    vi = "Tệp có dạng .xls cũ. Mở bằng Excel, chọn “Lưu thành” và lưu dạng .xlsx rồi nhập lại."
    en = "The file has the old form .xls. Open it in Excel, save it as .xlsx and import that."


class LockedWorkbook(WorkbookRefused):
    vi = "Tệp có mật khẩu mở. Mở bằng Excel, bỏ mật khẩu rồi nhập lại."
    en = "The file is locked with a password. Open it in Excel, take the password off and import it again."


class DamagedWorkbook(WorkbookRefused):
    vi = "Tệp hỏng hoặc không đúng quy cách. Mở bằng Excel, lưu lại rồi nhập lại."
    en = "The file is damaged or not made by the rules. Open it in Excel, save it again and import that."


class FileTooLarge(WorkbookRefused):
    vi = "Tệp {size} MB, tối đa {most} MB. Bỏ ảnh, bỏ trang tính không dùng, hoặc chia thành nhiều tệp."
    en = "The file has {size} MB; {most} MB are allowed. Take out pictures and spare sheets, or split it."


class UnpacksTooLarge(WorkbookRefused):
    vi = "Tệp khi bung ra lớn hơn {most} MB. Chia thành nhiều tệp."
    en = "The file unpacks to more than {most} MB. Split it into several files."


class TooManyRows(WorkbookRefused):
    vi = "Trang tính có dữ liệu đến dòng {row}, tối đa {most} dòng. Xóa dữ liệu thừa ở xa hoặc chia tệp."
    en = "A sheet has data down to row {row}; {most} rows are allowed. Delete what lies far off, or split it."


class TooManyCells(WorkbookRefused):
    vi = "Trang tính có dữ liệu đến ô {cell}, quá {most} ô. Xóa dữ liệu thừa ở xa hoặc chia tệp."
    en = "A sheet reaches to cell {cell}, more than {most} cells. Delete what lies far off, or split it."


class NoSuchSheet(WorkbookRefused):
    vi = "Tệp không có trang tính “{name}”. Các trang có: {known}."
    en = "The file has no sheet “{name}”. There are: {known}."


class NoHeader(WorkbookRefused):
    vi = "Không tìm thấy dòng tiêu đề. Cần một dòng có các cột: {columns}. Tải tệp mẫu để so."
    en = (
        "No header row was found. One row must name the columns: {columns}. Download the template to compare."
    )
