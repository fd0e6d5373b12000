"""Why the lab refuses: a scenario out of sight, locked, overtaken, or a hand edit that cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import NotPermitted, Refused


class NoSuchScenario(Refused):
    vi = "Không có phương án này, hoặc nó nằm ngoài phạm vi của tài khoản."
    en = "There is no such scenario, or it lies outside the reach of this account."


class MayNotPlan(NotPermitted):
    vi = "Tài khoản này không được lập phương án cho đơn vị đã chọn. Đề nghị người soạn quyết định ở đó lập."
    en = "This account may not plan for that unit. Ask somebody who drafts decisions there."


class ScenarioLocked(Refused):
    vi = "Phương án “{scenario}” đã khóa, không sửa được. Mở khóa, hoặc tạo một nhánh rồi sửa trên nhánh."
    en = "The scenario “{scenario}” is locked. Unlock it, or branch off and change the branch."


class ScenarioAdopted(Refused):
    vi = "Phương án “{scenario}” đã lập dự thảo quyết định. Thu hồi các dự thảo trước khi mở khóa hoặc bỏ."
    en = "The scenario “{scenario}” has drafts of decisions. Take them back before unlocking it."


class ScenarioBusy(Refused):
    vi = "Phương án “{scenario}” đang có lượt giải chạy. Chờ lượt giải xong hoặc dừng nó rồi sửa."
    en = "A run of the scenario “{scenario}” is going on. Wait for its end or stop it first."


class PlanOvertaken(Refused):
    vi = "Phương án “{scenario}” đã được sửa ở nơi khác sau khi bạn mở trang. Tải lại trang rồi sửa tiếp."
    en = "The scenario “{scenario}” was changed elsewhere after you opened the page. Reload, then go on."


class NotOfScenario(Refused):
    vi = "Đơn vị {unit} không thuộc phạm vi của phương án. Chọn đơn vị có trong phương án."
    en = "Unit {unit} is not part of the scenario. Choose one that is."


class NoSuchPlacing(Refused):
    vi = "Phương án này không có người hoặc vị trí đã chọn. Tải lại trang rồi chọn lại."
    en = "The scenario has no such person or post. Reload the page and choose again."


class SeatNotMember(Refused):
    vi = "{seat} không thuộc đơn vị mới này, nên không làm trụ sở được. Chọn một đơn vị thành viên."
    en = "{seat} is no member of this new unit and cannot be its seat. Choose one of the members."


class AlreadyAdopted(Refused):
    vi = "Phương án “{scenario}” đã lập dự thảo quyết định. Mở các dự thảo đó, hoặc thu hồi rồi lập lại."
    en = "The scenario “{scenario}” has its drafts already. Open them, or take them back and adopt anew."


class NothingAdopted(Refused):
    vi = "Phương án “{scenario}” chưa lập dự thảo nào để thu hồi."
    en = "The scenario “{scenario}” has no drafts to take back."


class NothingPlanned(Refused):
    vi = "Phương án “{scenario}” chưa đổi gì: chạy một lượt giải hoặc sắp xếp bằng tay trước."
    en = "The scenario “{scenario}” changes nothing yet: run the lab or arrange units by hand first."


class PlacedAreGone(Refused):
    vi = (
        "{count} người được bố trí trong phương án “{scenario}” không còn giữ vị trí chính ở các đơn vị này. "
        "Cập nhật phương án theo sổ hiện tại rồi bố trí lại."
    )
    en = (
        "{count} people whom the scenario “{scenario}” places hold no main post in its units any more. "
        "Rebase it on the register as it is, then place again."
    )


class PeopleAreNew(Refused):
    vi = (
        "{count} người giữ vị trí chính ở các đơn vị của phương án “{scenario}” đến sau khi bố trí, nên chưa "
        "được xét. Bố trí lại rồi lập dự thảo."
    )
    en = (
        "{count} people with a main post in the units of the scenario “{scenario}” came after people were "
        "placed, so nothing says what becomes of them. Place again first."
    )


class NoLineTogether(Refused):
    vi = "Các đơn vị {units} không đứng chung trong hệ nào, nên không gộp được. Tách chúng khỏi phương án."
    en = "{units} stand in no line together and cannot be merged. Take them apart in the plan."


class PeopleOutOfReach(NotPermitted):
    vi = (
        "Phương án “{scenario}” bố trí người ở các đơn vị ngoài phạm vi của tài khoản này. "
        "Đề nghị người có quyền soạn ở tất cả các đơn vị đó thực hiện."
    )
    en = (
        "The scenario “{scenario}” places people of units outside the reach of this account. "
        "Ask somebody who may draft for all of them."
    )


class NoSuchRun(Refused):
    vi = "Không có lượt giải này, hoặc nó nằm ngoài phạm vi của tài khoản."
    en = "There is no such run, or it lies outside the reach of this account."


class AlreadyRunning(Refused):
    vi = "Phương án này đang có một lượt giải cùng loại chờ hoặc chạy. Chờ nó xong, hoặc dừng nó."
    en = "A run of the same kind waits or runs for this scenario. Wait for its end, or stop it."


class RunIsOver(Refused):
    vi = "Lượt giải này đã kết thúc. Muốn giải lại thì bắt đầu một lượt mới."
    en = "This run has come to its end. To solve again, start a new one."


class RunOvertaken(Refused):
    vi = "Tham số của phương án “{scenario}” đã đổi sau lượt giải này. Hãy bắt đầu một lượt mới."
    en = "The parameters of the scenario “{scenario}” changed after this run. Start a new one."


class NothingToVary(Refused):
    vi = "Không có gì để thay đổi, hoặc “{name}” không thay đổi được. Có thể thay: {known}."
    en = "There is nothing to vary, or “{name}” cannot be varied. What can: {known}."


class GridTooLarge(Refused):
    vi = "Lưới có {count} phương án, tối đa {most}. Hãy bớt giá trị."
    en = "The grid has {count} scenarios, {most} at most. Leave some values out."


# The refusal of each constraint of the lab that a person may run into.
CONSTRAINTS: Mapping[str, type[Refused]] = {"run_one_at_a_time": AlreadyRunning}


class StaffingOutdated(Refused):
    vi = "Người của phương án “{scenario}” đã bố trí cho một cách sắp xếp cũ. Bố trí lại rồi mới lập dự thảo."
    en = "The people of the scenario “{scenario}” were placed for an older plan. Place them again first."
