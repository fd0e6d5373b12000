"""Why the register refuses an operation: one class a reason, each with what to do instead."""

from __future__ import annotations

from tinhgon.core.errors import Refused, Said

LINES = {
    "territorial": Said("lãnh thổ", "territorial"),
    "government": Said("chính quyền", "government"),
    "party": Said("Đảng", "Party"),
}
AREA, POPULATION = Said("diện tích", "area"), Said("dân số", "population")
FIELDS = {
    "name": Said("tên", "name"),
    "short_name": Said("tên ngắn", "short name"),
    "kind": Said("loại", "kind"),
    "area_km2": AREA,
    "population": POPULATION,
    "mandate": Said("chức năng, nhiệm vụ", "mandate"),
    "code": Said("mã", "code"),
    "parent": Said("cấp trên", "parent"),
}


class OperationRefused(Refused):
    """An operation is impossible; `operation` counts from 1, 0 is the decision as a whole."""

    @property
    def operation(self) -> int:
        """The place of the operation in its decision."""
        return int(self.facts.get("operation", 0))

    def message(self, language: str = "vi") -> str:
        """Say it in one language, with the operation's number in front."""
        said = super().message(language)
        if not self.operation:
            return said
        return f"{'Thao tác' if language.startswith('vi') else 'Operation'} {self.operation}: {said}"


class NotAlive(OperationRefused):
    vi = "{unit} không tồn tại vào ngày {day}. Chọn ngày khác, hoặc chọn đơn vị khác."
    en = "{unit} does not exist on {day}. Choose another day or another unit."


class UnknownUnit(OperationRefused):
    vi = "Sổ không có đơn vị {unit}. Kiểm tra lại mã hoặc chọn từ danh sách."
    en = "The register has no unit {unit}. Check the code or choose from the list."


class UnknownKind(OperationRefused):
    vi = "Không có loại đơn vị “{kind}”. Chọn một loại trong danh mục."
    en = "There is no kind of unit “{kind}”. Choose one from the list of kinds."


class UnitExists(OperationRefused):
    vi = "{unit} đã có trong sổ, không thể lập lần nữa. Dùng “khôi phục” nếu đơn vị đã giải thể."
    en = "{unit} is already in the register. Use “restore” if it has ended."


class StillAlive(OperationRefused):
    vi = "{unit} vẫn tồn tại vào ngày {day}, không cần khôi phục. Bỏ thao tác này."
    en = "{unit} is alive on {day}; there is nothing to restore. Leave the operation out."


class NothingChanges(OperationRefused):
    vi = "{unit} vốn đã như vậy từ ngày {day}. Bỏ thao tác này."
    en = "{unit} is already so from {day}. Leave the operation out."


class NothingGiven(OperationRefused):
    vi = "Phần {unit} chuyển sang {heir} bằng 0 cả diện tích lẫn dân số. Ghi tỷ lệ trên 0, hoặc bỏ phần này."
    en = "What {unit} gives to {heir} is 0 in area and in population. State a share above 0, or leave it out."


class TooFewMembers(OperationRefused):
    vi = "Cần ít nhất {needed} đơn vị khác nhau, mới có {found}. Nêu thêm đơn vị."
    en = "At least {needed} different units are needed, there are {found}. Name more units."


class NamedTwice(OperationRefused):
    vi = "{unit} được nêu hai lần, hoặc vừa là nguồn vừa là đích. Chỉ nêu một lần."
    en = "{unit} is named twice, or is both source and target. Name it once."


class SharesDoNotAddUp(OperationRefused):
    vi = (
        "{unit}: các phần chia ra ngày {day} cộng lại bằng {sum} ({measure}). "
        "Tổng phải bằng 1 khi đơn vị kết thúc, không quá 1 khi đơn vị còn lại."
    )
    en = (
        "{unit}: the shares it gives on {day} add up to {sum} ({measure}). "
        "They must make 1 where the unit ends, and no more than 1 where it lives on."
    )


class LaterFacts(OperationRefused):
    vi = "{unit} còn thay đổi đã ghi từ ngày {day}. Thu hồi quyết định đó trước, hoặc chọn ngày sau."
    en = "{unit} has a change recorded from {day}. Revoke that decision first, or choose a later day."


class EndsOnFirstDay(OperationRefused):
    vi = "{unit} mới lập đúng ngày {day}. Thu hồi quyết định thành lập thay vì kết thúc đơn vị."
    en = "{unit} begins on {day} itself. Revoke the decision that founded it instead."


class HasChildren(OperationRefused):
    vi = "{unit} không còn từ ngày {day} nhưng còn đơn vị trực thuộc: {children}. Chuyển hoặc kết thúc trước."
    en = "{unit} is no more from {day} but has units under it: {children}. Move or end them first."


class ParentMissing(OperationRefused):
    vi = "{unit} đặt dưới {parent}, vốn không tồn tại vào ngày {day}. Chọn cấp trên khác hoặc ngày khác."
    en = "{unit} is put under {parent}, which does not exist on {day}. Choose another parent or another day."


class OutsideLife(OperationRefused):
    vi = "{unit} không tồn tại vào ngày {day} mà vẫn có vị trí hoặc mã. Sửa giai đoạn."
    en = "{unit} does not exist on {day} but has a place or a code then. Mend the period."


class Unplaced(OperationRefused):
    vi = "{unit} không đứng trong hệ thống nào vào ngày {day}. Đặt đơn vị dưới một cấp trên."
    en = "{unit} stands in no line on {day}. Put it under a parent."


class Cycle(OperationRefused):
    vi = "{unit} sẽ là cấp trên của chính mình vào ngày {day} (hệ thống {line}). Chọn cấp trên khác."
    en = "{unit} would be its own superior on {day} ({line} line). Choose another parent."


class CodeTaken(OperationRefused):
    vi = "Mã {code} đã thuộc về {holder} vào ngày {day}. Chọn mã khác hoặc kết thúc mã đó trước."
    en = "Code {code} belongs to {holder} on {day}. Choose another code or end that one first."


class LineageLost(OperationRefused):
    vi = (
        "{unit} phải tồn tại vào ngày {day}: khi đó có phần chuyển từ {origin} sang {result}. "
        "Thu hồi quyết định chuyển đó trước, hoặc chọn ngày khác."
    )
    en = (
        "{unit} must exist on {day}, when something passes from {origin} to {result}. "
        "Revoke the decision that passes it first, or choose another day."
    )


class NotUnderstood(OperationRefused):
    vi = "Giá trị “{value}” không hợp với mục “{field}” của {unit}. Ghi lại giá trị."
    en = "The value “{value}” does not fit the field “{field}” of {unit}. State another value."


class NoDayToCorrect(OperationRefused):
    vi = (
        "Giai đoạn đính chính {unit} từ {day} đến {until} không có ngày nào. Ngày kết thúc phải sau ngày đầu."
    )
    en = "The period {day} – {until} to correct for {unit} has no day. Its end must come after its start."


class UnknownDecision(OperationRefused):
    vi = "Không có quyết định đã ký {decision} để thu hồi. Kiểm tra lại quyết định."
    en = "There is no signed decision {decision} to revoke. Check which decision is meant."


class AlreadyRevoked(OperationRefused):
    vi = "Quyết định {decision} đã được thu hồi rồi. Bỏ thao tác này."
    en = "The decision {decision} has been revoked already. Leave the operation out."


class BuiltUpon(OperationRefused):
    vi = "Không thể thu hồi vì thay đổi sau đó đã dựa trên nó: {units}. Thu hồi các quyết định sau trước."
    en = "It cannot be revoked, later changes build on it: {units}. Revoke the later decisions first."


class NothingOrdered(OperationRefused):
    vi = "Quyết định chưa có thao tác nào. Thêm ít nhất một thao tác."
    en = "The decision orders nothing. Add at least one operation."


class PostRefused(OperationRefused):
    """What concerns posts, quotas and people."""


class UnknownCode(PostRefused):
    vi = "Không có {list} “{code}” trong danh mục. Chọn một mã có sẵn."
    en = "There is no {list} “{code}” in the code list. Choose one that is."


class UnknownPost(PostRefused):
    vi = "Sổ không có vị trí {unit}. Chọn vị trí từ danh sách."
    en = "The register has no post {unit}. Choose one from the list."


class NoPostThen(PostRefused):
    vi = "Vị trí {unit} không có vào ngày {day}. Chọn ngày khác hoặc vị trí khác."
    en = "The post {unit} does not exist on {day}. Choose another day or another post."


class PostExists(PostRefused):
    vi = "Vị trí {unit} đã có trong sổ. Bỏ thao tác này, hoặc đổi vị trí sẵn có."
    en = "The post {unit} is already in the register. Leave the operation out, or change that post."


class UnknownPerson(PostRefused):
    vi = "Sổ không có người {unit}. Lập hồ sơ trước, hoặc chọn từ danh sách."
    en = "The register has no person {unit}. Open a dossier first, or choose from the list."


class AlreadyHolds(PostRefused):
    vi = "{unit} đã giữ vị trí {post} vào ngày {day}. Bỏ thao tác này."
    en = "{unit} already holds the post {post} on {day}. Leave the operation out."


class HoldsNot(PostRefused):
    vi = "{unit} không giữ vị trí {post} vào ngày {day}. Kiểm tra lại người, vị trí và ngày."
    en = "{unit} does not hold the post {post} on {day}. Check the person, the post and the day."


class NotInPost(PostRefused):
    vi = "{unit} không giữ vị trí nào vào ngày {day}. Kiểm tra lại người và ngày."
    en = "{unit} holds no post on {day}. Check the person and the day."


class NoMainPost(PostRefused):
    vi = "{unit} không có vị trí chính vào ngày {day}. Dùng “bổ nhiệm” thay vì điều động."
    en = "{unit} has no main post on {day}. Appoint instead of transferring."


class TwoMainPosts(PostRefused):
    vi = "{unit} sẽ có hai vị trí chính vào ngày {day}: {posts}. Dùng “điều động”, hoặc “kiêm nhiệm”."
    en = "{unit} would have two main posts on {day}: {posts}. Transfer, or appoint as a concurrent post."


class SeatsTaken(PostRefused):
    vi = "{unit} có {seats} chỗ, ngày {day} sẽ có {held} người giữ: {people}. Thêm chỗ, hoặc cho thôi giữ."
    en = "{unit} has {seats} seats and would have {held} holders on {day}: {people}. Add seats or release."


class PeopleLost(PostRefused):
    vi = "{unit} không còn từ ngày {day} nhưng chưa bố trí: {people}. Điều động hoặc chuyển vị trí của họ."
    en = "{unit} is no more from {day}; these would be lost: {people}. Transfer them or move their posts."


class PostsLost(PostRefused):
    vi = "{unit} không còn từ ngày {day} nhưng còn vị trí: {posts}. Chuyển hoặc bỏ các vị trí này trước."
    en = "{unit} is no more from {day} but still has posts: {posts}. Move or abolish them first."


class ReportsInCircle(PostRefused):
    vi = "Vị trí {unit} sẽ báo cáo vòng về chính mình vào ngày {day}. Chọn vị trí cấp trên khác."
    en = "The post {unit} would report to itself in the end on {day}. Choose another superior post."


class QuotaExceeded(PostRefused):
    vi = (
        "{unit} có {number} biên chế ({staff}) nhưng các đơn vị trực thuộc được giao {sum} vào ngày {day}. "
        "Giảm số của cấp dưới hoặc tăng số của đơn vị."
    )
    en = (
        "{unit} has a quota of {number} ({staff}), but the units under it have {sum} on {day}. "
        "Lower theirs or raise its."
    )


class EndsBeforeItBegins(PostRefused):
    vi = "{unit}: ngày kết thúc {until} phải sau ngày bắt đầu {day}. Sửa lại ngày."
    en = "{unit}: the end {until} must come after the start {day}. Mend the days."


class NoSuchAppointment(PostRefused):
    vi = "Không có ghi nhận {unit} giữ {post} từ ngày {day}. Chọn dòng cần đính chính từ quá trình công tác."
    en = "Nothing says that {unit} held {post} from {day}. Choose the line to correct from the career."


CODE_LISTS = {
    "kind": Said("loại đơn vị", "kind of unit"),
    "title": Said("chức danh", "title"),
    "staff": Said("loại biên chế", "kind of staff"),
    "grade": Said("ngạch", "grade"),
}
