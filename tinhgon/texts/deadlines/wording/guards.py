"""The words around a day that sets no deadline: of effect, of figures as of a day, of names of plans."""

from __future__ import annotations

import re

EFFECT = re.compile(r"(?:hiệu\s+lực|áp\s+dụng)[^,;]{0,40}$", re.IGNORECASE)
AS_OF = re.compile(
    r"(?:\btính|\bđã\b[^,;]{0,40}|(?:số\s+liệu|thống\s+kê|hiện\s+trạng|lũy\s+kế|dư\s+nợ)[^,;]{0,40})\s*$",
    re.IGNORECASE,
)
# Of documents and people that were there before a day, not of work.
OLDER = re.compile(r"(?:tuyển\s+dụng|sinh|\bký|ban\s+hành|bổ\s+nhiệm|cấp)\s*$", re.IGNORECASE)
IN_CASE = re.compile(r"\s*(?:nhưng\s[^,;]{0,60})?,?\s*(?:thì|mà)\b", re.IGNORECASE)  # of whom a rule speaks
FRACTION = re.compile(r"\b(?:[12]/3|[13]/4|1/2)(?!\s*(?:[,.;:)\n]|$))")
PARTS = re.compile(r"\s*(?:độ|tổng|số|diện|dân|chiều|kích|lần|thời)\b")  # 1/3 độ dài: a fraction
STATE = re.compile(r"(?:tình\s+hình|kết\s+quả|diễn\s+biến|thành\s+tích)[^,;:]{0,60}$", re.IGNORECASE)
NEWS = re.compile(
    r"[^.;]{0,40}?(?:tình\s+hình|diễn\s+biến|\bđã\b|\bước\b|(?:tăng|giảm)\s+\d|kinh\s+tế\s+(?:tiếp|tăng))",
    re.IGNORECASE,
)
OFFICE = re.compile(r"(?:bổ\s+nhiệm|giữ\s+chức|biệt\s+phái|\bnghỉ|hợp\s+đồng)[^.;]{0,60}$", re.IGNORECASE)
BEGUN = re.compile(r"(?:bắt\s+đầu|kết\s+thúc|số\s+\d+|khai\s+giảng|thông\s+qua)\s*$", re.IGNORECASE)
COVERED = re.compile(
    r"(?:từ\s+(?:đầu\s+)?năm\s+\d{4}|giai\s+đoạn[^,;:.]{0,30}|tầm\s+nhìn|định\s+hướng|thời\s+kỳ[^,;:.]{0,30}"
    r"|nhiệm\s+kỳ[^,;:.]{0,30})[\s,]*$",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"chương\s+trình|chiến\s+lược|đề\s+án|kế\s+hoạch|quy\s+hoạch|dự\s+án|nghị\s+quyết|quyết\s+định|phê\s+duyệt|chỉ\s+thị",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\bsố\s+\d+[/-]\S*[A-ZĐ]")  # what follows a document's number is likely its name
GOAL = re.compile(
    r"phấn\s+đấu|hướng\s+tới|tiến\s+tới|mục\s+tiêu|chỉ\s+tiêu|hoàn\s+thành|\bđạt|\bxong|giảm|tăng|nâng|duy\s+trì|triển\s+khai|thực\s+hiện|tổ\s+chức"
    r"|xây\s+dựng|ban\s+hành|trình|bố\s+trí|giải\s+quyết|bảo\s+đảm|đảm\s+bảo|sắp\s+xếp\s+xong|báo\s+cáo|kết\s+thúc|(?:sơ|tổng)\s+kết|\bcó\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"quy\s+định\s+(?:về|việc)|\bdự\s+toán|kinh\s+phí|biên\s+chế\s+giao|năm\s+học", re.IGNORECASE
)
FROM_NOW = re.compile(r"\W*từ\s+(?:nay(?:\s+cho)?|(?:ngày|tháng|quý)\s[^,;]{1,25})\s*$", re.IGNORECASE)
CLAUSE = re.compile(r"[,:(–]|\s-\s|\bvà\b(?=\s+(?:đến|trước|trong)\b)")
