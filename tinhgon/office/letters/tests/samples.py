"""Documents that the tests write, and what is measured on them."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
from docx import Document

from tinhgon.office.letters.blocks import Article, Clause, Paragraph, Table
from tinhgon.office.letters.letter import Appendix, Letter

MM = 72 / 25.4
HOSTILE = "<w:p>&amp; </w:t> {{ ''.__class__ }} {% for %} #let x = 1 \\ $ _a_ *b* [x] & \"«»\" 'a'"
NAME = "Nguyễn Thị Ngọc Phượng"

DECISION = Letter(
    layout="state",
    issuer="Ủy ban nhân dân thành phố Cần Thơ",
    number="7",
    symbol="QĐ-UBND",
    type_name="Quyết định",
    place="Cần Thơ",
    day=date(2026, 2, 3),
    abstract="Về việc thành lập Trung tâm Phục vụ hành chính công phường Cái Khế",
    competence="Chủ tịch Ủy ban nhân dân thành phố Cần Thơ",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện cơ chế "
        "một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia",
        "Theo đề nghị của Giám đốc Sở Nội vụ",
    ),
    enacts="Quyết định:",
    blocks=(
        Article("Thành lập Trung tâm Phục vụ hành chính công phường Cái Khế."),
        Article(
            "",
            "Nhiệm vụ",
            (Clause("Tiếp nhận hồ sơ:", ("trực tiếp;", "trực tuyến.")), Clause("Trả kết quả.")),
        ),
        Article("Giám đốc Sở Nội vụ, Chủ tịch Ủy ban nhân dân phường chịu trách nhiệm thi hành."),
    ),
    authority="KT.",
    signer_title=("Chủ tịch", "Phó Chủ tịch"),
    signer=NAME,
    recipients=("Như Điều 3", "Sở Nội vụ"),
    filing="Lưu: VT, NC",
)
LONG = Table(
    ("STT", "Họ và tên", "Đơn vị"),
    tuple((f"{place}", NAME, "Phòng Văn hóa – Xã hội") for place in range(1, 61)),
)
ANNEXED = Letter(
    layout="state",
    issuer="Sở Nội vụ",
    superior="Ủy ban nhân dân thành phố Cần Thơ",
    symbol="QĐ-SNV",
    type_name="Quyết định",
    blocks=(Paragraph("Ban hành kèm theo các phụ lục."),),
    appendices=(Appendix("Danh sách", (LONG,)), Appendix("Danh mục", (LONG,), wide=True)),
    watermark="DỰ THẢO",
)


def opened(content: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF."""
    return pypdfium2.PdfDocument(content)


def pages(content: bytes) -> list[str]:
    """Give the text of each page."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened(content)]


def box(content: bytes, text: str, page: int = 0) -> tuple[float, float, float, float]:
    """Give where a line of text stands: left, top, right, bottom in mm from the page's upper left corner."""
    sheet = opened(content)[page]
    told = sheet.get_textpage()
    start = told.get_text_range().find(text)
    assert start >= 0, text
    boxes = [told.get_charbox(start + place) for place, letter in enumerate(text) if not letter.isspace()]
    height = sheet.get_height()
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left) / MM, (height - max(top)) / MM, max(right) / MM, (height - min(bottom)) / MM


def told(content: bytes) -> str:
    """Give all the text of a Word document, tables, headers and footers too."""
    made = Document(io.BytesIO(content))
    edges = [part for section in made.sections for part in (section.header, section.first_page_footer)]
    inner = [node.text or "" for part in edges for node in part._element.iter("{*}t")]
    whole = ["".join(node.text or "" for node in p.iter("{*}t")) for p in made.element.body.iter("{*}p")]
    return "\n".join([*whole, *inner])
