"""Why an obligation cannot be given, handed on, extended, reported or confirmed so."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.access.refusals import NeedsAReason
from tinhgon.core.errors import NotPermitted, Refused


class NoSuchObligation(Refused):
    """There is none, or not within reach: which of the two is not told."""

    vi = "Không có nhiệm vụ này trong phạm vi được xem."
    en = "There is no such obligation within your reach."


class NoSuchDirective(Refused):
    vi = "Không có văn bản này trong phạm vi được xem."
    en = "There is no such document within your reach."


class ObligationOvertaken(Refused):
    vi = "Người khác vừa cập nhật nhiệm vụ này. Chưa có gì được ghi; tải lại trang rồi làm tiếp."
    en = "Somebody else has just changed this obligation. Nothing was written; reload the page, then go on."


class MayNotAssign(NotPermitted):
    vi = "Chỉ người soạn của đơn vị giao ({unit}) được làm việc này."
    en = "Only who drafts for the unit that gave it ({unit}) may do this."


class MayNotBear(NotPermitted):
    vi = "Chỉ người soạn của đơn vị thực hiện ({unit}) được làm việc này."
    en = "Only who drafts for the unit that bears it ({unit}) may do this."


class NotInThisState(Refused):
    vi = "Nhiệm vụ đang ở trạng thái “{state}” nên không làm được việc này. Tải lại trang để xem."
    en = "The obligation is “{state}”, so this cannot be done. Reload the page to see."


class UnitNotThere(Refused):
    vi = "Đơn vị {unit} không hoạt động vào ngày {day}. Chọn đơn vị đang hoạt động."
    en = "Unit {unit} does not exist on {day}. Choose one that does."


class UnitNotBelow(Refused):
    vi = "{unit} không trực thuộc {top} vào ngày {day}. Chỉ giao tiếp cho đơn vị trực thuộc."
    en = "{unit} is not below {top} on {day}. Hand on to units below only."


class PersonNotThere(Refused):
    """Nobody such within reach, or not in post there: which of the two is not told."""

    vi = "Người này không giữ vị trí nào ở {unit} vào ngày {day}, hoặc nằm ngoài phạm vi được xem."
    en = "This person holds no post in {unit} on {day}, or lies outside your reach."


class NothingToHandOn(Refused):
    vi = "Chưa chọn đơn vị hoặc người nào để giao tiếp."
    en = "No unit or person was chosen to hand it on to."


class AlreadyBears(Refused):
    vi = "{unit} đang thực hiện nhiệm vụ này. Chọn đơn vị khác."
    en = "{unit} bears this obligation already. Choose another."


class PartDueLater(Refused):
    vi = "Hạn của phần việc ({part}) sau hạn của nhiệm vụ ({whole}). Rút ngắn lại, hoặc ghi lý do."
    en = "The part is due ({part}) after the whole ({whole}). Bring it forward, or give the reason."


class DueBeforeAssigned(Refused):
    vi = "Hạn hoàn thành không được trước ngày giao. Chọn ngày muộn hơn."
    en = "It cannot be due before it was given. Choose a later day."


class NotAnExtension(Refused):
    vi = "Hạn mới ({day}) không sau hạn đang có ({due}). Chọn ngày muộn hơn."
    en = "The new day ({day}) is not after the one it has ({due}). Choose a later one."


class NoTermToExtend(Refused):
    vi = "Nhiệm vụ này không có thời hạn nên không gia hạn được."
    en = "This obligation has no day by which it is due, so there is nothing to extend."


class DoneBeforeAssigned(Refused):
    vi = "Ngày hoàn thành ({done}) trước ngày giao ({assigned}). Kiểm tra lại ngày."
    en = "It was done ({done}) before it was given ({assigned}). Check the day."


class DoneInFuture(Refused):
    vi = "Ngày hoàn thành ({done}) chưa tới. Báo cáo khi đã xong."
    en = "The day it was done ({done}) is yet to come. Report it when it is done."


class NeedsAFigure(Refused):
    vi = "Chỉ tiêu cần có con số. Ghi con số rồi lưu lại."
    en = "A target needs a figure. Give it, then save again."


class NeedsAnAnswer(Refused):
    vi = "Nhiệm vụ ban hành văn bản chỉ hoàn thành bằng văn bản đã vào sổ. Chọn văn bản đó."
    en = "To have issued a document takes the document, registered. Choose it."


class NotAnAnswer(Refused):
    vi = "Văn bản này chưa vào sổ, hoặc nằm ngoài phạm vi được xem. Chọn văn bản đã ban hành."
    en = "That document is not registered, or lies outside your reach. Choose one that is issued."


class PartsAreOpen(Refused):
    vi = "Còn {count} phần việc chưa hoàn thành. Xác nhận hoặc thôi giao các phần đó trước."
    en = "{count} parts are not done yet. Confirm or cancel them first."


class NotAFileOfOurs(Refused):
    vi = "Chỉ nhận tệp PDF, JPEG, PNG, DOCX hoặc XLSX; nội dung tệp này không phải vậy."
    en = "Only PDF, JPEG, PNG, DOCX or XLSX are taken; this file's content is none of them."


class FileTooLarge(Refused):
    vi = "Tệp lớn hơn {limit} MB. Nạp tệp nhỏ hơn, hoặc vào sổ văn bản rồi chọn văn bản đó."
    en = "The file is larger than {limit} MB. Send a smaller one, or register it and choose the document."


class NoEvidence(Refused):
    vi = "Chọn một văn bản, một tệp, hoặc ghi chú minh chứng."
    en = "Choose a document or a file, or write what shows it."


class NoSuchEvidence(Refused):
    vi = "Không có minh chứng này trong phạm vi được xem."
    en = "There is no such evidence within your reach."


class NoMatter(Refused):
    vi = "Ghi nội dung nhiệm vụ."
    en = "Say what must be done."


class BadWeight(Refused):
    vi = "Trọng số phải lớn hơn 0 và nhỏ hơn 10.000."
    en = "A weight must be above 0 and below 10,000."


class PartOfItself(Refused):
    vi = "Một nhiệm vụ không thể là phần của chính nó."
    en = "An obligation cannot be a part of itself."


class FollowedAlready(Refused):
    vi = "Kỳ tiếp theo của nhiệm vụ này đã được tạo."
    en = "The next occurrence of this obligation is there already."


# The refusal of each constraint of directives that a person may run into.
CONSTRAINTS: Mapping[str, type[Refused]] = {
    "act_gives_its_reason": NeedsAReason,
    "evidence_is_something": NoEvidence,
    "obligation_has_a_matter": NoMatter,
    "obligation_weight_is_positive": BadWeight,
    "obligation_due_after_assigned": DueBeforeAssigned,
    "obligation_target_has_a_figure": NeedsAFigure,
    "obligation_not_its_own_part": PartOfItself,
    "obligation_without_cycle": PartOfItself,
    "directives_obligation_follows_id_key": FollowedAlready,
}
