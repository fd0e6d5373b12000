"""The frame of every document: who writes, under which number, who signs, who receives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from tinhgon.core.errors import Said
from tinhgon.office.letters.kinds.fields import Field, Given
from tinhgon.office.letters.letter import Layout, Letter, Urgency

TEXTS = ("superior", "number", "symbol", "place", "authority", "signer", "filing", "watermark", "banner")
ALL = ("decision", "named", "letter")
LAYOUTS = (("state", Said("Nhà nước", "State")), ("party", Said("Đảng", "Party")))
URGENCIES = tuple((word, Said(word.capitalize() or "Không", word or "none")) for word in get_args(Urgency))
FRAME: tuple[tuple[Field, tuple[str, ...]], ...] = (
    (Field("layout", "Thể thức", "Layout", "choice", choices=LAYOUTS), ALL),
    (Field("superior", "Cơ quan chủ quản", "Superior body"), ALL),
    (Field("issuer", "Cơ quan ban hành", "Issuing body", required=True), ALL),
    (Field("number", "Số", "Number"), ALL),
    (Field("symbol", "Ký hiệu", "Symbol"), ALL),
    (Field("place", "Địa danh", "Place"), ALL),
    (Field("day", "Ngày ban hành", "Day of issue", "day"), ALL),
    (Field("urgency", "Độ khẩn", "Urgency", "choice", choices=URGENCIES), ALL),
    (Field("competence", "Thẩm quyền ban hành", "Who decides"), ("decision",)),
    (Field("bases", "Căn cứ", "Legal bases", "lines"), ("decision", "named")),
    (Field("addressees", "Kính gửi", "Addressees", "lines"), ("named", "letter")),
    (Field("authority", "Quyền hạn ký (TM., KT., T/M…)", "Signs for (TM., KT., T/M…)"), ALL),
    (Field("signer_title", "Chức vụ người ký", "Signer's titles", "lines"), ALL),
    (Field("signer", "Người ký", "Signer"), ALL),
    (Field("recipients", "Nơi nhận", "Recipients", "lines"), ALL),
    (Field("filing", "Lưu", "Filing"), ALL),
    (Field("watermark", "Chữ chìm", "Watermark"), ALL),
    (Field("banner", "Dòng biểu thị", "Banner"), ALL),
)
SAMPLES: dict[str, dict[str, Any]] = {
    "state": {
        "layout": "state",
        "issuer": "Ủy ban nhân dân thành phố Cần Thơ",
        "number": "125",
        "place": "Cần Thơ",
        "day": "2026-07-06",
        "competence": "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ",
        "bases": [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            "Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025",
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 26 tháng 6 năm 2026",
        ],
        "addressees": ["Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân các xã, phường"],
        "authority": "KT.",
        "signer_title": ["Chủ tịch", "Phó Chủ tịch"],
        "signer": "Nguyễn Thị Ngọc Phượng",
        "recipients": [
            "Thường trực Thành ủy (để báo cáo)",
            "Sở Nội vụ",
            "Ủy ban nhân dân các xã, phường",
        ],
        "filing": "Lưu: VT, NC",
        "banner": "Dữ liệu minh họa",
    },
    "party": {
        "layout": "party",
        "superior": "Đảng bộ thành phố Cần Thơ",
        "issuer": "Ban Thường vụ Thành ủy",
        "number": "37",
        "place": "Cần Thơ",
        "day": "2026-07-06",
        "competence": "Ban Thường vụ Thành ủy",
        "bases": [
            "Căn cứ Điều lệ Đảng",
            "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ thành phố",
            "Xét đề nghị của Ban Tổ chức Thành ủy",
        ],
        "addressees": ["Các đảng ủy trực thuộc Thành ủy", "Các ban, cơ quan của Thành ủy"],
        "authority": "T/M",
        "signer_title": ["Ban Thường vụ", "Phó Bí thư"],
        "signer": "Đặng Ỷ Lan",
        "recipients": ["Ban Tổ chức Trung ương (để báo cáo)", "Các đảng ủy trực thuộc Thành ủy"],
        "filing": "Lưu Văn phòng Thành ủy",
        "banner": "Dữ liệu minh họa",
    },
}


def framed(given: Given, shape: str, layouts: tuple[Layout, ...]) -> Letter:
    """Make the document's frame; its middle is still empty."""
    layout: Layout = "party" if given.choice("layout") == "party" or layouts == ("party",) else "state"
    decides = (given.text("competence") or given.text("issuer")) if shape == "decision" else ""
    state = layout == "state"
    letter = Letter(
        layout=layout,
        issuer=given.text("issuer"),
        day=given.day("day"),
        urgency=given.choice("urgency"),  # type: ignore[arg-type]
        competence=decides if state else "",
        bases=given.lines("bases"),
        enacts=("Quyết định:" if state else f"{decides} quyết định") if decides else "",
        addressees=given.lines("addressees"),
        signer_title=given.lines("signer_title"),
        recipients=given.lines("recipients"),
    )
    texts: dict[str, Any] = {name: given.text(name) for name in TEXTS}
    return replace(letter, **texts)
