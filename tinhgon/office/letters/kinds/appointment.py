"""The decision on one person: appointed, appointed again, transferred, released."""

from __future__ import annotations

from tinhgon.core.errors import Said
from tinhgon.office.letters.blocks import Article
from tinhgon.office.letters.heads import day_of
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.kinds.kind import Body, Kind, example
from tinhgon.office.letters.kinds.wording import (
    EFFECTIVE,
    EXECUTORS,
    HONORIFICS,
    carried_out,
    in_force,
    opened,
)
from tinhgon.office.letters.letter import Layout

ACTS = (
    ("bổ nhiệm", Said("Bổ nhiệm", "Appoint")),
    ("bổ nhiệm lại", Said("Bổ nhiệm lại", "Appoint again")),
    ("điều động và bổ nhiệm", Said("Điều động và bổ nhiệm", "Transfer and appoint")),
    ("chỉ định", Said("Chỉ định", "Designate")),
    ("miễn nhiệm", Said("Miễn nhiệm", "Release from office")),
)
FIELDS = (
    Field("act", "Hình thức", "Act", "choice", choices=ACTS),
    Field("honorific", "Xưng hô", "Form of address", "choice", choices=HONORIFICS),
    Field("person", "Họ và tên", "Full name", required=True),
    Field("current", "Chức vụ, đơn vị hiện nay", "Present post and unit"),
    Field("post", "Chức vụ", "Post", required=True),
    Field("unit", "Đơn vị", "Unit"),
    EFFECTIVE,
    Field("term", "Thời hạn giữ chức vụ", "Term of office"),
    EXECUTORS,
)


def make(given: Given, layout: Layout) -> Body:
    """Say the act, what follows for pay or duty, from when, and who carries it out."""
    act, since = given.choice("act"), given.day("effective")
    who = f"{given.choice('honorific')} {given.text('person')}"
    post = " ".join(part for part in (given.text("post"), given.text("unit")) if part)
    holding = f"chức vụ {post}" if act == "miễn nhiệm" else f"giữ chức vụ {post}"
    current = f", {given.text('current')}," if given.text("current") else ""
    days = f" kể từ {day_of(since)}" if since else ""
    term = f" Thời hạn giữ chức vụ là {given.text('term')}." if given.text("term") else ""
    articles = (
        Article(f"{opened(act)} {who}{current} {holding}{days}.{term}"),
        Article(_after(act, who)),
        Article(in_force(None)),
        Article(carried_out((*given.lines("executors"), who))),
    )
    return Body(f"Về việc {act} {given.text('post')}", articles)


def _after(act: str, who: str) -> str:
    if act == "miễn nhiệm":
        return f"{opened(who)} bàn giao công việc, hồ sơ, tài sản được giao quản lý theo quy định."
    return f"{opened(who)} thực hiện nhiệm vụ, quyền hạn và hưởng lương, phụ cấp theo quy định hiện hành."


KIND = Kind(
    code="appointment",
    vi="Quyết định bổ nhiệm cá nhân",
    en="Decision on an appointment",
    type_name="Quyết định",
    symbol="QĐ",
    shape="decision",
    layouts=("state", "party"),
    own=FIELDS,
    make=make,
    example=example(
        act="bổ nhiệm",
        honorific="bà",
        person="Lê Huỳnh Thị Như Ý",
        current="Phó Trưởng phòng Tổ chức, biên chế, Sở Nội vụ",
        post="Trưởng phòng Tổ chức, biên chế",
        unit="Sở Nội vụ",
        effective="2026-07-15",
        term="05 năm",
        executors=["Chánh Văn phòng", "Giám đốc Sở Nội vụ"],
    ),
)
