"""The styles of a template: one a part of a document, named in Vietnamese, to be changed in Word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinhgon.office.letters.making.marks import W, twips
from tinhgon.office.letters.measures import layout

NAMES = {  # a part's style: its identifier and the name that Word shows
    "nation": ("VBQuochieu", "VB Quốc hiệu"),
    "motto": ("VBTieungu", "VB Tiêu ngữ"),
    "superior": ("VBChuquan", "VB Cơ quan chủ quản"),
    "issuer": ("VBBanhanh", "VB Cơ quan ban hành"),
    "number": ("VBSo", "VB Số ký hiệu"),
    "place": ("VBDiadanh", "VB Địa danh ngày tháng"),
    "letter_abstract": ("VBTrichyeucongvan", "VB Trích yếu công văn"),
    "type_name": ("VBTenloai", "VB Tên loại"),
    "abstract": ("VBTrichyeu", "VB Trích yếu"),
    "addressee": ("VBKinhgui", "VB Kính gửi"),
    "competence": ("VBThamquyen", "VB Thẩm quyền ban hành"),
    "basis": ("VBCancu", "VB Căn cứ"),
    "enacts": ("VBQuyetdinh", "VB Quyết định"),
    "body": ("VBNoidung", "VB Nội dung"),
    "heading": ("VBDemuc", "VB Đề mục"),
    "centre": ("VBChuong", "VB Chương mục"),
    "cell": ("VBOcbang", "VB Ô của bảng"),
    "caption": ("VBTenbang", "VB Tên bảng"),
    "recipients_title": ("VBNoinhan", "VB Nơi nhận"),
    "recipients": ("VBDanhsachnhan", "VB Danh sách nơi nhận"),
    "authority": ("VBQuyenhan", "VB Quyền hạn chức vụ"),
    "signer": ("VBNguoiky", "VB Người ký"),
    "appendix": ("VBPhuluc", "VB Phụ lục"),
    "appendix_title": ("VBTenphuluc", "VB Tên phụ lục"),
    "appendix_note": ("VBKemtheo", "VB Kèm theo văn bản"),
    "page_number": ("VBSotrang", "VB Số trang"),
    "urgency": ("VBKhan", "VB Độ khẩn"),
    "banner": ("VBBieuthi", "VB Dòng biểu thị"),
}
OWN = {  # styles that no part of the law names
    "VBGachduoi": ("VB Gạch dưới", 'w:line="120" w:lineRule="exact"', "center", '<w:u w:val="single"/>', 16),
    "VBDieukhien": ("VB Lệnh điều khiển", "", "left", '<w:color w:val="7F7F7F"/>', 16),
    "VBKhoangky": ("VB Khoảng ký", "", "center", "", 28),
}


def styles(name: str) -> str:
    """Give the styles of a layout."""
    parts = layout(name)["parts"]
    made = "".join(_style(*NAMES[part], measure) for part, measure in parts.items())
    own = "".join(_own(code, *words) for code, words in OWN.items())
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
        'w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{made}{own}</w:styles>"
    )


def style_of(part: str) -> str:
    """Give the identifier of a part's style."""
    return NAMES[part][0]


def _style(code: str, name: str, measure: Mapping[str, Any]) -> str:
    align = "both" if measure["align"] == "justify" else measure["align"]
    indent = twips(measure.get("first_line", 0))
    letters = "".join(f"<w:{mark}/>" for mark, part in (("b", "bold"), ("i", "italic")) if measure.get(part))
    color = f'<w:color w:val="{measure["color"]}"/>' if measure.get("color") else ""
    half = round(measure["size"] * 2)
    line = '<w:u w:val="single"/>' if measure.get("underline") else ""
    spacing = f'w:before="{measure.get("before", 0) * 20}" w:after="{measure.get("after", 0) * 20}"'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{code}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing {spacing}/>'
        f'<w:ind w:firstLine="{indent}"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:rPr>{letters}{color}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{line}</w:rPr></w:style>'
    )


def _own(code: str, name: str, spacing: str, align: str, look: str, half: int) -> str:
    spaced = f"<w:spacing {spacing}/>" if spacing else ""
    colored, lined = (look, "") if "color" in look else ("", look)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{code}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{spaced}<w:jc w:val="{align}"/></w:pPr>'
        f'<w:rPr>{colored}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{lined}</w:rPr></w:style>'
    )
