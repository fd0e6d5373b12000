"""Words and signs with which a paragraph begins, and those at which none can end."""

from __future__ import annotations

import re

AUTHORITY = r"(?:(?:TM|KT|TL|TUQ|Q|QUYỀN)\s*\.|[TK]\s*/\s*[MTL]|TUQ|TL|KT|TM)(?=\s*[A-ZĐÂÊÔƠƯÁÀẢẠỦỨỬ])"
_OPENING = (
    r"(?:Điều|ĐIỀU)\s+\d{1,3}[a-zđ]?\s*(?:[.:]|$)",
    r"(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+"
    r"(?:thứ|THỨ|[IVXLC]+\b|\d{1,2}[.:]?\s*(?:$|[A-ZĐ“]))",
    r"(?:Phụ lục|PHỤ LỤC|Phụ Lục)\s*(?:số\s*)?(?:[IVXLC\d]+[A-Z]?)?\s*(?:[.:]|$)",
    r"[IVXLC]{1,6}\s*[.\-–/)]\s*(?=\D)",
    r"[A-H]\s*[.\-–)]\s+(?=[A-ZĐ“])",
    r"\d{1,3}(?:\.\d{1,2}){0,4}\s*[.)](?=\s|$|[A-ZĐ“\"])",
    r"\d{1,2}(?:\.\d{1,2}){1,4}\s+(?=[A-ZĐ“\"])",
    r"\d{1,2}\s*-\s+(?=[A-ZĐ])",
    r"\(\d{1,2}\)\s*(?=[A-ZĐ“])",
    r"[a-zđ]{1,2}\s*[)](?=\s|$|[A-ZĐ“])",
    r"[a-zđ][.]\s+(?=[A-ZĐ“])",
    r"[a-zđ]\.\d{1,2}[.)]\s",
    r"\[\d{1,3}\]",
    r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét [Tt]ờ trình)\s",
    r"(?:Luật |Bộ luật |Pháp lệnh )?[Ss]ố\s*:",
    r"Số\s+\d{1,5}\s*[-/]",
    r"Nơi nhận\s*:?|Kính gửi\s*:?|V/v\b|Độc lập\s*-|DỰ THẢO\b|Độ mật\b",
    r"[A-ZĐ][^,.;:()\d]{2,40},\s*ngày\b",
    AUTHORITY,
)
OPENING = re.compile(r"[“\"'‘]?(?:" + "|".join(f"(?:{one})" for one in _OPENING) + ")")
BULLET = re.compile(r"[-–—+•●▪◦*·○■►✓]+\s*(?=\S)")
ALONE = re.compile(
    r"(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Khoản|Số|Số:|Luật số:)|Điều\s+\d{1,3}\s*[.:]"
    r"|\d{1,2}(?:\.\d{1,2}){0,4}\s*[.)]|[IVXLC]{1,6}\s*[.\-]|[a-zđ]{1,2}\)|\[\d{1,3}\]|[-+•]"
    r"|(?:TM|KT|TL|TUQ|Q)\s*\.|[TK]\s*/\s*[MTL])$"
)
# A line that ends so goes on in the next, whatever that begins with.
HANGING = re.compile(
    r"(?:[(\[“/,–-]|(?<![^\W_])(?:khoản|điểm|điều|Điều|Khoản|Điểm|chương|mục|số|ngày|tháng|năm|quý|khóa|khoá|thứ|và"
    r"|hoặc|của|tại|từ|đến|với|các|những|cho|theo|về|là|do|bởi|trên|trong|cùng|được|có|không|Nghị|Quyết|Thông|Công"
    r"|Ủy|Uỷ|Hội|Trung|phụ lục|Phụ lục|Mẫu|mẫu))$"
)
STOPPED = re.compile(r"[.;:!?…](?:[”\"’')\]]|\[\d{1,3}\])*$|[.;:!?…][\"”]?[.;]$")
