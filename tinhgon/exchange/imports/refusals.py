"""What the register knows against a row of a workbook, and why an import cannot go on."""

from __future__ import annotations

from tinhgon.core.errors import NotPermitted, Refused


class RowRefused(Refused):
    """A cell or a row says what cannot be; the fact `suggested` may hold what was meant."""


class UnknownUnit(RowRefused):
    vi = "Không có đơn vị “{found}” vào ngày {day} trong phạm vi được nhập. Ghi mã hoặc tên đúng."
    en = "There is no unit “{found}” on {day} within what you may write. Put its code or its right name."


class UnitNoMore(RowRefused):
    vi = "Đơn vị “{found}” không có vào ngày {day}: chỉ có {days}. Ghi đơn vị của ngày đó."
    en = "The unit “{found}” is not there on {day}, only {days}. Put the unit of that day."


class SeveralUnits(RowRefused):
    vi = "Có {count} đơn vị tên “{found}” vào ngày {day}. Ghi mã, hoặc thêm tên cấp trên sau dấu phẩy."
    en = "{count} units are called “{found}” on {day}. Put the code, or add the unit above after a comma."


class UnknownPost(RowRefused):
    vi = "{unit} không có vị trí “{title}” vào ngày {day}. Nhập vị trí trước, hoặc sửa chức danh."
    en = "{unit} has no post “{title}” on {day}. Import the post first, or mend the title."


class SeveralPosts(RowRefused):
    vi = "{unit} có {count} vị trí “{title}” vào ngày {day}. Lập quyết định trên trang để chọn đúng vị trí."
    en = (
        "{unit} has {count} posts “{title}” on {day}. Draft the decision on its page to choose the right one."
    )


class UnknownPerson(RowRefused):
    vi = (
        "Không có hồ sơ của người này trong phạm vi được nhập. Kiểm tra lại, hoặc nhập danh sách người trước."
    )
    en = "There is no such person within what you may write. Look again, or import the list of people first."


class SeveralPeople(RowRefused):
    vi = "Có {count} người trùng họ tên và ngày sinh này. Ghi số định danh cá nhân."
    en = "{count} people have this name and this day of birth. Put the identity number."


class OtherName(RowRefused):
    vi = "Số định danh này là của người có họ tên khác trong sổ. Kiểm tra lại số và họ tên."
    en = "This identity number belongs to somebody of another name. Check the number and the name."


class NotIdentified(RowRefused):
    vi = "Chưa đủ để biết là ai. Ghi số định danh cá nhân, hoặc cả họ tên và ngày sinh."
    en = "It is not clear who this is. Put the identity number, or both the name and the day of birth."


class NameMissing(RowRefused):
    vi = "Chưa có họ tên. Ghi vào cột “Họ và tên”, hoặc cả hai cột “Họ và chữ đệm” và “Tên”."
    en = "There is no name. Put it in “Họ và tên”, or in both “Họ và chữ đệm” and “Tên”."


class NumberElsewhere(RowRefused):
    vi = "Số định danh này đã có hồ sơ do cơ quan khác giữ. Kiểm tra lại số, hoặc liên hệ cơ quan đó."
    en = "Another body keeps a file with this identity number already. Check the number, or ask that body."


class MayNotSeal(RowRefused):
    vi = "Tài khoản không được ghi số định danh, dân tộc ở đơn vị này. Đề nghị người có quyền nhập."
    en = "The account may not write identity numbers and ethnic groups there. Ask somebody who may."


class NeededForNew(RowRefused):
    vi = "{what} chưa có trong sổ nên cần cột “{title}”. Điền giá trị."
    en = "{what} is not in the register yet, so “{title}” is needed. Fill it in."


class WrongParent(RowRefused):
    vi = "Mã cấp trên và tên cấp trên chỉ hai đơn vị khác nhau. Sửa một trong hai ô."
    en = "The code and the name of the unit above mean two units. Mend one of the cells."


class StandsUnderItself(RowRefused):
    vi = "Cấp trên trong tệp dẫn vòng về chính đơn vị này. Sửa cấp trên."
    en = "The units above in the file lead back to this unit itself. Mend the unit above."


class SameAgain(RowRefused):
    vi = "Dòng này lặp lại dòng {other}. Bỏ một dòng."
    en = "This row says the same as row {other}. Take one out."


class GradeMissing(RowRefused):
    vi = "Có bậc hoặc hệ số nhưng không có ngạch. Ghi ngạch."
    en = "There is a step or a coefficient without a grade. Put the grade."


class TooFine(RowRefused):
    vi = "Chỉ ghi tối đa {most} chữ số thập phân. Làm tròn lại."
    en = "{most} decimals are the most. Round the number."


class FaultsLeft(Refused):
    vi = "Tệp còn {count} lỗi, chưa ghi gì. Tải tệp lỗi về sửa rồi nạp lại."
    en = "The file still has {count} faults; nothing was written. Mend the error workbook and load it again."


class NothingToDo(Refused):
    vi = "Mọi dòng của tệp đã đúng như trong sổ. Không có gì để ghi."
    en = "Every row of the file is in the register as it stands. There is nothing to write."


class AlreadyImported(Refused):
    vi = "Tệp này đã được nhập lúc {moment}: {done}. Không ghi gì lần thứ hai."
    en = "This file was imported already, at {moment}: {done}. Nothing is written a second time."


class NoSuchImport(Refused):
    vi = "Không còn tệp nhập này: đã nhập xong, đã bỏ, hoặc đã quá một ngày. Nạp lại tệp."
    en = "This import is no more: done, thrown away, or more than a day old. Load the file again."


class NoFileChosen(Refused):
    vi = "Chưa chọn tệp. Chọn một tệp Excel (.xlsx) rồi nạp."
    en = "No file was chosen. Choose an Excel file (.xlsx), then load it."


class FileBeyondLimit(Refused):
    vi = "Tệp lớn hơn {most} MB. Bỏ ảnh và trang tính không dùng, hoặc chia thành nhiều tệp."
    en = "The file is larger than {most} MB. Take out pictures and spare sheets, or split it."


class NoRows(Refused):
    vi = "Dưới dòng tiêu đề không có dòng nào. Điền danh sách rồi nạp lại."
    en = "There is no row below the header. Fill in the list and load it again."


class NoSuchKind(Refused):
    vi = "Không nhập được loại “{kind}”. Các loại: {known}."
    en = "There is no import of “{kind}”. There are: {known}."


class MayNotImport(NotPermitted):
    vi = "Tài khoản không được nhập loại tệp này. Đề nghị người giữ quyền cấp."
    en = "The account may not import this kind of file. Ask a keeper of rights."


class HeadMissing(Refused):
    vi = "Tệp ra lệnh thay đổi sổ nên cần phần đầu văn bản (loại, cơ quan ban hành, ngày, trích yếu)."
    en = "The file orders changes of the register, so the head of a document is needed."


CONSTRAINTS = {"import_sealed_while_it_waits": NoSuchImport, "import_kind_exists": NoSuchKind}
