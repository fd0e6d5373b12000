"""Why the register refuses a decision as a whole, and the errors that its constraints are named after."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import NotPermitted, Refused


class AlreadySigned(Refused):
    vi = "Quyết định {decision} đã ký, không thể sửa. Lập quyết định đính chính hoặc thu hồi."
    en = "Decision {decision} is signed and cannot be changed. Draft a correcting or revoking decision."

    def __init__(self, **facts: object) -> None:
        # The database knows the number of the document as the detail of its refusal.
        super().__init__(**{"decision": facts.get("detail", ""), **facts})


class NoSuchDraft(Refused):
    vi = "Dự thảo này không còn: đã có người bỏ nó. Chưa có gì được ghi."
    en = "This draft is no more: somebody discarded it. Nothing was written."


class MayNotCorrect(NotPermitted):
    vi = "Đính chính sổ cần quyền riêng, tài khoản này không có. Đề nghị người có quyền ký lập quyết định."
    en = "Correcting the register needs a right that this account lacks. Ask one who signs to draft it."


class MayNotSignAbout(NotPermitted):
    vi = (
        "Quyết định có {count} người ngoài phạm vi được ký của tài khoản này. Đề nghị người có quyền ký"
        " với những người ấy."
    )
    en = (
        "The decision concerns {count} people on whom this account may not sign. Ask somebody who may sign"
        " about them."
    )


class NotChecked(Refused):
    vi = "Quyết định {decision} chưa được kiểm tra. Kiểm tra dự thảo rồi ký."
    en = "Decision {decision} has not been checked. Check the draft, then sign."


class NotNumbered(Refused):
    vi = "Quyết định chưa có số. Ghi số và ký hiệu trước khi ký."
    en = "The decision has no number. Give it a number and symbol before signing."


class DuplicateDocument(Refused):
    vi = "Đã có văn bản cùng số, loại, cơ quan ban hành và ngày. Mở văn bản đó, hoặc kiểm tra lại số và ngày."
    en = "A document with this number, type, issuer and date exists. Open that one, or check number and date."


class Overtaken(Refused):
    vi = "Sau khi bạn kiểm tra, {decisions} đã thay đổi: {units}. Chưa có gì được ghi. Kiểm tra lại rồi ký."
    en = "After your check, {decisions} changed: {units}. Nothing was written. Check again, then sign."


class AgainstTheRules(Refused):
    vi = (
        "Có {count} phát hiện chặn theo quy định ({rules}) chưa được giải trình. Với mỗi phát hiện, ghi lý do"
        " và căn cứ pháp lý, hoặc sửa dự thảo. Chưa có gì được ghi."
    )
    en = (
        "{count} blocking findings ({rules}) are not answered for. Give a reason and its basis in law for"
        " each, or mend the draft. Nothing was written."
    )


class FindingUnanswered(Refused):
    vi = "Phát hiện chặn phải có lý do và căn cứ pháp lý bằng văn bản."
    en = "A blocking finding needs a written reason and its basis in law."


class NoSuchType(Refused):
    vi = "Không có loại văn bản “{type}”. Chọn một chữ viết tắt trong danh mục."
    en = "There is no document type “{type}”. Choose an abbreviation from the list."


class NoFile(Refused):
    vi = "Chưa chọn tệp. Chọn một tệp quyết định (.json) rồi nạp."
    en = "No file was chosen. Choose a decision file (.json), then load it."


class OneTruthADay(Refused):
    vi = "Đã có dữ kiện khác cho cùng ngày ({constraint}). Tải lại trang và kiểm tra lại dự thảo."
    en = "Another fact stands for the same day ({constraint}). Reload the page and check the draft again."


class CodeHeld(Refused):
    vi = "Mã đã thuộc về đơn vị khác trong cùng ngày. Chọn mã khác. ({detail})"
    en = "The code belongs to another unit on the same day. Choose another code. ({detail})"


class OutsideItsUnit(Refused):
    vi = "Dữ kiện nằm ngoài thời gian tồn tại của đơn vị hoặc của cấp trên ({constraint})."
    en = "A fact lies outside the life of its unit or its parent ({constraint})."


class AboveItself(Refused):
    vi = "Một đơn vị sẽ là cấp trên của chính mình. Chọn cấp trên khác."
    en = "A unit would stand above itself. Choose another parent."


class OneMainPost(Refused):
    vi = "Một người chỉ có một vị trí chính trong cùng ngày. Dùng “điều động”, hoặc “kiêm nhiệm”. ({detail})"
    en = "A person has one main post on any day. Transfer, or appoint as a concurrent post. ({detail})"


class OutsideItsPost(Refused):
    vi = "Có người giữ vị trí ngoài thời gian vị trí đó tồn tại. Sửa giai đoạn, hoặc bố trí người trước."
    en = "Somebody holds a post outside of the days on which it exists. Mend the period, or move them first."


class NoSeatLeft(Refused):
    vi = "Vị trí không còn chỗ vào ngày {detail}. Thêm chỗ, hoặc cho người khác thôi giữ trước."
    en = "The post has no seat left on {detail}. Add a seat, or release somebody first."


class QuotaTooSmall(Refused):
    vi = "Biên chế của các đơn vị trực thuộc vượt của cấp trên ({detail}). Giảm cấp dưới, hoặc tăng cấp trên."
    en = "The units right under a unit have a larger quota than it ({detail}). Lower theirs or raise its."


class NumberHeld(Refused):
    vi = "Số định danh này đã có hồ sơ khác. Mở hồ sơ đó, hoặc kiểm tra lại số."
    en = "Another dossier bears this identity number. Open that one, or check the number."


class SharesBeyondOne(Refused):
    vi = "Các phần được chia của một đơn vị vượt quá 1. Kiểm tra lại tỷ lệ."
    en = "The shares given away by a unit exceed one. Check the shares."


class Impossible(Refused):
    vi = "Giá trị không thể có ({constraint}). {detail}"
    en = "An impossible value ({constraint}). {detail}"


class NoDays(Refused):
    vi = "Giai đoạn phải có ngày bắt đầu và ít nhất một ngày ({constraint}). Sửa ngày bắt đầu hoặc kết thúc."
    en = "A period needs a first day and at least one day ({constraint}). Mend its start or its end."


class WrittenOnce(Refused):
    vi = "Điều đã ghi nhận không bao giờ sửa hay xóa ({constraint}). Lập quyết định đính chính hoặc thu hồi."
    en = "What is recorded is never changed or deleted ({constraint}). Draft a correction or a revocation."


class WrittenByDecisionsOnly(Refused):
    vi = "Sổ chỉ được ghi bằng quyết định đã ký."
    en = "The register is written by signed decisions only."


CONSTRAINTS: Mapping[str, type[Refused]] = {
    "decision_document_identity": DuplicateDocument,
    "register_decision_pkey": DuplicateDocument,
    "decision_signed_is_immutable": AlreadySigned,
    "decision_signed_is_complete": NotNumbered,
    "version_one_truth_a_day": OneTruthADay,
    "placement_one_parent_a_day": OneTruthADay,
    "identifier_one_code_a_day": OneTruthADay,
    "identifier_one_holder_a_day": CodeHeld,
    "placement_within_unit": OutsideItsUnit,
    "placement_within_parent": OutsideItsUnit,
    "identifier_within_unit": OutsideItsUnit,
    "placement_without_cycle": AboveItself,
    "placement_line_exists": Impossible,
    "quota_one_number_a_day": OneTruthADay,
    "quota_within_unit": OutsideItsUnit,
    "quota_not_negative": Impossible,
    "quota_covers_those_below": QuotaTooSmall,
    "post_one_truth_a_day": OneTruthADay,
    "post_within_unit": OutsideItsUnit,
    "post_rank_exists": Impossible,
    "post_has_a_seat": Impossible,
    "appointment_one_way_a_day": OneTruthADay,
    "appointment_one_main_post_a_day": OneMainPost,
    "appointment_within_post": OutsideItsPost,
    "appointment_way_exists": Impossible,
    "appointment_share_is_of_a_seat": Impossible,
    "appointment_seats_suffice": NoSeatLeft,
    "grading_one_a_day": OneTruthADay,
    "person_one_file_a_number": NumberHeld,
    "person_has_a_name": Impossible,
    "person_birth_has_a_precision": Impossible,
    "quota_has_days": NoDays,
    "postversion_has_days": NoDays,
    "appointment_has_days": NoDays,
    "grading_has_days": NoDays,
    "unitversion_has_days": NoDays,
    "placement_has_days": NoDays,
    "identifier_has_days": NoDays,
    "succession_once_a_decision": Impossible,
    "succession_shares_add_up": SharesBeyondOne,
    "succession_share_within_one": SharesBeyondOne,
    "version_area_not_negative": Impossible,
    "version_population_not_negative": Impossible,
    "version_has_a_name": Impossible,
    "facts_are_written_by_decisions": WrittenByDecisionsOnly,
    "past_is_kept": WrittenOnce,
    "change_is_immutable": WrittenOnce,
    "finding_is_written_with_its_decision": WrittenOnce,
    "finding_blocking_is_answered": FindingUnanswered,
    "finding_has_its_place": WrittenOnce,
    "finding_about_one": Impossible,
}
