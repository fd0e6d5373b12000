"""Why a file cannot be read as a document."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class FileRefused(Refused):
    """Nothing of the file can be read; whoever keeps it may keep it all the same."""


class EmptyFile(FileRefused):
    vi = "Tệp rỗng, không có chữ nào. Kiểm tra lại tệp rồi tải lên lần nữa."
    en = "The file is empty: there is no text in it. Check it and send it again."


class TooLarge(FileRefused):
    vi = "Tệp {size} MB, tối đa {most} MB. Bỏ ảnh, hoặc tách phụ lục thành tệp riêng."
    en = "The file has {size} MB; {most} MB are allowed. Take out pictures, or split off the annexes."


class TooLong(FileRefused):
    vi = "Văn bản dài {length} ký tự, tối đa {most}. Tách phụ lục thành tệp riêng."
    en = "The text has {length} letters; {most} are allowed. Split off the annexes."


class UnpacksTooLarge(FileRefused):
    vi = "Tệp khi bung ra lớn hơn {most} MB, có thể là tệp phá hoại. Không mở. Đề nghị nơi gửi gửi lại."
    en = "The file unpacks to more than {most} MB and may be meant to harm. Ask the sender for another."


class HasMacros(FileRefused):
    vi = "Tệp có macro ({part}), có thể chứa mã độc. Lưu lại dạng .docx không macro hoặc PDF rồi tải lên."
    en = "The file has macros ({part}), which may do harm. Save it as .docx without macros or as PDF."


class WrongType(FileRefused):
    vi = "Tệp là {found_vi}, không phải văn bản đọc được. Dùng .docx, PDF có chữ hoặc .txt."
    en = "The file is {found_en}, not a document that can be read. Use .docx, PDF with text, or .txt."


class OldWord(FileRefused):
    vi = "Tệp có dạng .doc cũ. Mở bằng Word, chọn “Lưu thành” và lưu dạng .docx rồi tải lên."
    en = "The file has the old form .doc. Open it in Word, save it as .docx and send that."


class Locked(FileRefused):
    vi = "Tệp có mật khẩu mở. Bỏ mật khẩu rồi tải lên."
    en = "The file is locked with a password. Take the password off and send it again."


class Damaged(FileRefused):
    vi = "Tệp hỏng hoặc không đúng quy cách {kind}. Mở bằng phần mềm soạn thảo, lưu lại rồi tải lên."
    en = "The file is damaged or not a proper {kind}. Open it in its program, save it again and send that."


class Scanned(FileRefused):
    vi = (
        "PDF chỉ có ảnh quét, không có chữ ({pages} trang). Tệp vẫn được giữ; nhập thông tin bằng tay,"
        " hoặc tải lên bản .docx hay PDF có chữ."
    )
    en = (
        "The PDF holds scanned pictures and no text ({pages} pages). The file is kept; enter the document by"
        " hand, or send the .docx or a PDF with text."
    )


class UnknownLetters(FileRefused):
    vi = "Không nhận ra bảng mã chữ của tệp (byte thứ {place}). Lưu lại dạng UTF-8 rồi tải lên."
    en = "The encoding of the letters is not known (byte {place}). Save the file as UTF-8 and send it again."


class OldLetters(FileRefused):
    vi = "Chữ trong tệp theo bảng mã cũ {encoding}, không phải Unicode. Chuyển sang Unicode rồi tải lên."
    en = "The letters are in the old encoding {encoding}, not Unicode. Convert them and send the file again."
