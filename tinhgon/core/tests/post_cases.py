"""Cases of refusals about posts, quotas and people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core import refusals
from tinhgon.core.rows import PostId
from tinhgon.core.tests.cases import Case
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    DEPUTY,
    EXPERTS,
    LAN,
    MAI,
    NEW_POST,
    OTHER_CHAIR,
    STAFF,
    TAM,
    new_post,
    staffed,
)
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    DAY,
    EVE,
    FOUNDED,
    LATER,
    NINH_KIEU,
    NOBODY,
    THOI_BINH,
    TRA_AN,
    World,
    new,
    unit,
)

HALF = {"share_area": Decimal("0.5"), "share_population": Decimal("0.5")}
FINE = ops.Rename(unit=TRA_AN, name="Phường Trà An Đông")  # so that the refused operation is not the first
CHAIR_SAID, OTHER_SAID = "Chủ tịch – Phường Cái Khế (31117)", "Chủ tịch – Phường An Hòa (31120)"
DEPUTY_SAID, EXPERTS_SAID = "Phó Chủ tịch – Phường Cái Khế (31117)", "Chuyên viên – Phường Cái Khế (31117)"


def case(reason: type[refusals.OperationRefused], *operations: ops.Operation, **more: Any) -> Case:
    """Make a case in the register with posts and people; the last operation is the one refused."""
    return Case(**{"reason": reason, "operations": operations, "operation": len(operations),
                   "world": staffed, **more})  # fmt: skip


def made_on_the_day() -> World:
    """A post that begins on the day."""
    world = staffed()
    world.sign(ops.CreatePost(post=new_post()), on=DAY)
    return world


def moved_later() -> World:
    """A post that stands elsewhere from later on, and another that answers to it by then."""
    world = staffed()
    world.sign(ops.MovePost(post=OTHER_CHAIR, to=TRA_AN), on=LATER)
    return world


def appointed_later() -> World:
    """Mai holds a post from later on."""
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=EXPERTS, how="concurrent"), on=LATER)
    return world


def chair_answers_later() -> World:
    """The chair answers to the experts from later on; today the experts answer to nobody."""
    world = staffed()
    world.sign(ops.ReportTo(post=EXPERTS, reports_to=None), on=DAY)
    world.sign(ops.ReportTo(post=CHAIR, reports_to=EXPERTS), on=LATER)
    return world


def ended_later() -> World:
    """A unit whose end is known."""
    world = staffed()
    world.sign(ops.Establish(unit=new("Phường Mới")), on=FOUNDED)
    world.sign(ops.Dissolve(unit=unit("Phường Mới")), on=LATER)
    return world


def merger(**more: Any) -> ops.Merge:
    """Merge Cái Khế and An Hòa."""
    members = (ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA))
    return ops.Merge(members=members, into=new("Phường Mới"), **more)


def appoint(person: UUID, post: PostId, **more: Any) -> ops.Appoint:
    """Appoint somebody."""
    return ops.Appoint(person=person, post=post, **more)


_OF_POSTS = [
    case(refusals.UnknownCode, FINE, ops.CreatePost(post=new_post(title="king")), why="a title of no list",
         unit=None, vi="Không có chức danh “king” trong danh mục. Chọn một mã có sẵn."),
    case(refusals.UnknownCode, ops.ChangePost(post=CHAIR, staff="king"), unit=None,
         why="a kind of staff of no list"),
    case(refusals.UnknownCode, ops.SetQuota(unit=CAI_KHE, staff="king", number=1), unit=None,
         why="a quota of a kind of no list"),
    case(refusals.UnknownCode, ops.ChangeGrade(person=LAN, grade="king"), unit=None,
         why="a grade of no list", vi="Không có ngạch “king” trong danh mục. Chọn một mã có sẵn."),
    case(refusals.UnknownPost, FINE, appoint(MAI, NOBODY), why="a post that nobody knows", unit=str(NOBODY)),
    case(refusals.UnknownPost, ops.CreatePost(post=new_post(reports_to=NEW_POST)), unit=str(NEW_POST),
         why="a new post that answers to itself"),
    case(refusals.NoPostThen, appoint(MAI, NEW_POST), why="a post of the next day", on=EVE, day=EVE,
         unit=EXPERTS_SAID, world=made_on_the_day,
         vi=f"Vị trí {EXPERTS_SAID} không có vào ngày 30/06/2015. Chọn ngày khác hoặc vị trí khác."),
    case(refusals.NoPostThen, ops.AbolishPost(post=ARCHIVIST), appoint(MAI, ARCHIVIST),
         why="a post just abolished", unit="archivist – Phường Trà An (31174)"),
    case(refusals.PostExists, ops.CreatePost(post=new_post(id=CHAIR)), unit=CHAIR_SAID,
         why="a new post with the identity of a known one"),
    case(refusals.UnknownUnit, ops.CreatePost(post=new_post(unit=NOBODY)), unit=str(NOBODY),
         why="a post in a unit that nobody knows"),
    case(refusals.NotAlive, ops.Dissolve(unit=THOI_BINH), ops.MovePost(post=CHAIR, to=THOI_BINH),
         why="a post moved into a unit that ends", unit="Phường Thới Bình (31123)"),
    case(refusals.NotAlive, ops.MovePost(post=ARCHIVIST, to=unit("Phường Mới")), why="a unit that ends later",
         unit="Phường Mới", day=LATER, operation=0, world=ended_later),
    case(refusals.NothingChanges, ops.ChangePost(post=CHAIR), why="no word on what changes", unit=CHAIR_SAID),
    case(refusals.NothingChanges, ops.MovePost(post=CHAIR, to=CAI_KHE), why="a post moved to where it is",
         unit=CHAIR_SAID),
    case(refusals.NothingChanges, ops.SetQuota(unit=CAI_KHE, staff=STAFF, number=20), why="the same quota"),
    case(refusals.NothingChanges, ops.SetQuota(unit=CAI_KHE, staff="cadre", number=None),
         why="a quota ended that was none"),
    case(refusals.EndsOnFirstDay, ops.AbolishPost(post=NEW_POST), why="a post abolished on its first day",
         unit=EXPERTS_SAID, world=made_on_the_day),
    case(refusals.LaterFacts, ops.AbolishPost(post=OTHER_CHAIR), why="a post abolished that moves later",
         unit="Chủ tịch – Phường Trà An (31174)", day=LATER, world=moved_later),
    case(refusals.PostsLost, FINE, ops.Dissolve(unit=AN_HOA), why="an end that leaves an empty post",
         unit="Phường An Hòa (31120)",
         vi=f"Phường An Hòa (31120) không còn từ ngày 01/07/2015 nhưng còn vị trí: {OTHER_SAID}. "
            "Chuyển hoặc bỏ các vị trí này trước."),
    case(refusals.PeopleLost, FINE, ops.Dissolve(unit=CAI_KHE), why="an end that leaves two people",
         vi="Phường Cái Khế (31117) không còn từ ngày 01/07/2015 nhưng chưa bố trí: Lê Hùng, Trần Thị Lan. "
            "Điều động hoặc chuyển vị trí của họ."),
    case(refusals.PeopleLost, merger(posts="stay"), why="a merger that leads no posts"),
    case(refusals.PeopleLost, ops.Split(unit=CAI_KHE, parts=(
            ops.Part(into=AN_HOA, **HALF),
            ops.Part(into=THOI_BINH, **HALF))),
         why="a split that leaves two people"),
    case(refusals.PeopleLost, ops.AbolishPost(post=CHAIR), why="a post abolished under its holder",
         unit=CHAIR_SAID),
    case(refusals.PeopleLost, ops.AbolishPost(post=EXPERTS), why="a post abolished before one takes it",
         unit=EXPERTS_SAID, day=LATER, world=appointed_later),
    case(refusals.ReportsInCircle, FINE, ops.ReportTo(post=CHAIR, reports_to=EXPERTS),
         why="a chair under its experts", unit=CHAIR_SAID),
    case(refusals.ReportsInCircle, ops.ReportTo(post=CHAIR, reports_to=CHAIR), why="a chair under itself",
         unit=CHAIR_SAID),
    case(refusals.ReportsInCircle, ops.ReportTo(post=EXPERTS, reports_to=DEPUTY),
         why="a circle that only closes later", unit=EXPERTS_SAID, on=date(2016, 1, 1), day=LATER,
         world=chair_answers_later,
         vi=f"Vị trí {EXPERTS_SAID} sẽ báo cáo vòng về chính mình vào ngày 01/01/2020. "
            "Chọn vị trí cấp trên khác."),
    case(refusals.QuotaExceeded, FINE, ops.SetQuota(unit=CAI_KHE, staff=STAFF, number=26),
         why="a child's quota above what is left", unit="Quận Ninh Kiều (916)",
         vi="Quận Ninh Kiều (916) có 40 biên chế (Công chức) nhưng các đơn vị trực thuộc được giao 41 "
            "vào ngày 01/07/2015. Giảm số của cấp dưới hoặc tăng số của đơn vị."),
    case(refusals.QuotaExceeded, ops.SetQuota(unit=NINH_KIEU, staff=STAFF, number=34),
         why="a parent's quota below its children's", unit="Quận Ninh Kiều (916)"),
    case(refusals.QuotaExceeded, ops.SetQuota(unit=BINH_THUY, staff=STAFF, number=19),
         ops.Move(unit=CAI_KHE, to=BINH_THUY), why="a child moved with its quota",
         unit="Quận Bình Thủy (918)"),
]  # fmt: skip
_OF_PEOPLE = [
    case(refusals.UnknownPerson, FINE, appoint(NOBODY, CHAIR), why="somebody nobody knows", unit=str(NOBODY)),
    case(refusals.UnknownPerson, ops.Retire(person=NOBODY), why="somebody unknown retires",
         unit=str(NOBODY)),
    case(refusals.AlreadyHolds, FINE, appoint(LAN, CHAIR), why="a post that the person holds",
         unit="Trần Thị Lan",
         vi=f"Trần Thị Lan đã giữ vị trí {CHAIR_SAID} vào ngày 01/07/2015. Bỏ thao tác này."),
    case(refusals.AlreadyHolds, ops.TransferPerson(person=LAN, post=CHAIR), unit="Trần Thị Lan",
         why="transferred to where one is"),
    case(refusals.AlreadyHolds, ops.CorrectAppointment(
            person=MAI, post=EXPERTS, recorded_since=LATER, since=FOUNDED, reason="Ghi sai"),
         ops.Appoint(person=MAI, post=EXPERTS), why="two ways at once", unit="Phạm Mai",
         world=appointed_later),
    case(refusals.HoldsNot, FINE, ops.Release(person=LAN, post=DEPUTY), why="released from another's post",
         unit="Trần Thị Lan",
         vi=f"Trần Thị Lan không giữ vị trí {DEPUTY_SAID} vào ngày 01/07/2015. "
            "Kiểm tra lại người, vị trí và ngày."),
    case(refusals.HoldsNot, ops.Reappoint(person=LAN, post=CHAIR), why="kept before it was held",
         unit="Trần Thị Lan", on=date(2004, 1, 1), day=date(2004, 1, 1)),
    case(refusals.NotInPost, FINE, ops.Retire(person=MAI), why="one without a post retires",
         unit="Phạm Mai",
         vi="Phạm Mai không giữ vị trí nào vào ngày 01/07/2015. Kiểm tra lại người và ngày."),
    case(refusals.NotInPost, ops.Release(person=MAI), why="one without a post is released", unit="Phạm Mai"),
    case(refusals.NoMainPost, FINE, ops.TransferPerson(person=MAI, post=EXPERTS), unit="Phạm Mai",
         why="transferred from nowhere",
         vi="Phạm Mai không có vị trí chính vào ngày 01/07/2015. Dùng “bổ nhiệm” thay vì điều động."),
    case(refusals.NoMainPost, ops.Second(person=MAI, post=EXPERTS, until=LATER), unit="Phạm Mai",
         why="seconded from nowhere"),
    case(refusals.TwoMainPosts, FINE, appoint(LAN, OTHER_CHAIR), why="a second main post",
         unit="Trần Thị Lan",
         vi=f"Trần Thị Lan sẽ có hai vị trí chính vào ngày 01/07/2015: {CHAIR_SAID}, {OTHER_SAID}. "
            "Dùng “điều động”, hoặc “kiêm nhiệm”."),
    case(refusals.SeatsTaken, FINE, appoint(MAI, CHAIR), why="a chair that is taken", unit=CHAIR_SAID,
         vi=f"{CHAIR_SAID} có 1 chỗ, ngày 01/07/2015 sẽ có 2 người giữ: Phạm Mai, Trần Thị Lan. "
            "Thêm chỗ, hoặc cho thôi giữ."),
    case(refusals.SeatsTaken, ops.Appoint(person=MAI, post=EXPERTS), ops.Appoint(person=TAM, post=EXPERTS),
         ops.ChangePost(post=EXPERTS, seats=1), why="fewer seats than holders", unit=EXPERTS_SAID),
    case(refusals.EndsBeforeItBegins, FINE, ops.Second(person=LAN, post=OTHER_CHAIR, until=DAY),
         why="seconded for no day", unit="Trần Thị Lan",
         vi="Trần Thị Lan: ngày kết thúc 01/07/2015 phải sau ngày bắt đầu 01/07/2015. Sửa lại ngày."),
    case(refusals.EndsBeforeItBegins, appoint(MAI, EXPERTS, term_until=EVE), why="a term that is over",
         unit="Phạm Mai"),
    case(refusals.EndsBeforeItBegins, ops.Reappoint(person=LAN, post=CHAIR, term_until=DAY),
         why="another term of no day", unit="Trần Thị Lan"),
    case(refusals.EndsBeforeItBegins, ops.CorrectAppointment(
            person=LAN, post=CHAIR, recorded_since=FOUNDED, since=DAY, until=EVE, reason="Ghi sai"),
         why="a correction that ends first", unit="Trần Thị Lan"),
    case(refusals.NoSuchAppointment, FINE, ops.CorrectAppointment(
            person=LAN, post=CHAIR, recorded_since=DAY, since=FOUNDED, reason="Ghi sai"),
         why="a correction of what nobody said", unit="Trần Thị Lan",
         vi=f"Không có ghi nhận Trần Thị Lan giữ {CHAIR_SAID} từ ngày 01/07/2015. "
            "Chọn dòng cần đính chính từ quá trình công tác."),
    case(refusals.NothingChanges, ops.ChangeOccupancy(person=LAN, post=CHAIR, how="regular"),
         why="the same way again", unit="Trần Thị Lan"),
    case(refusals.NothingChanges, ops.ChangeGrade(person=LAN, grade="expert"),
         ops.ChangeGrade(person=LAN, grade="expert"), why="the same grade again", unit="Trần Thị Lan"),
    case(refusals.LaterFacts, ops.Appoint(person=MAI, post=EXPERTS), ops.Release(person=MAI, post=EXPERTS),
         why="released before one takes the post again", unit="Phạm Mai", day=LATER, world=appointed_later),
    case(refusals.LaterFacts, ops.Appoint(person=MAI, post=ARCHIVIST), ops.Retire(person=MAI),
         why="retires before a post that is to come", unit="Phạm Mai", day=LATER, world=appointed_later),
]  # fmt: skip
POST_CASES = [*_OF_POSTS, *_OF_PEOPLE]
