"""Figures with what they measure: trên 90%, 2,1 con/phụ nữ, tối thiểu 02 mô hình, 1.500 tỷ đồng."""

from __future__ import annotations

import re
from decimal import Decimal

from tinhgon.texts.values import Bound

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
THINGS = (
    r"(?:nghìn\s+|ngàn\s+)?(?:tỷ|tỉ|triệu)(?:\s+(?:đồng|USD|người|lượt|tấn))?|nghìn\s+đồng|đồng|USD"
    r"|ha|km2|km|m2|m3|MW|kWh|tấn|kg|lít"
    r"|mô\s+hình|xã|phường|thôn|khu\s+phố|tổ\s+dân\s+phố|hộ|người|lao\s+động|học\s+sinh|sinh\s+viên|cán\s+bộ|công\s+chức"
    r"|đảng\s+viên|hội\s+viên|đoàn\s+viên|doanh\s+nghiệp|hợp\s+tác\s+xã|cơ\s+sở|trường|lớp|trạm|bệnh\s+viện|giường\s+bệnh"
    r"|bác\s+sĩ|dự\s+án|đề\s+án|công\s+trình|căn|nhà|sản\s+phẩm|sáng\s+kiến|nhiệm\s+vụ|thủ\s+tục|dịch\s+vụ|hồ\s+sơ"
    r"|lượt|cuộc|buổi|hội\s+nghị|lớp\s+tập\s+huấn|tin|bài|tổ\s+chức|chi\s+bộ|điểm|vụ|cây|bậc|tuổi"
)
PER = r"[^\W\d_]+(?:\s[^\W\d_]+)?\s?/\s?(?:[\d.]+\s)?[^\W\d_]+(?:\s(?:nữ|dân|năm|người|gái|bé\s+gái))?"
LEADS: dict[str, Bound] = {
    "ít nhất": "at_least",
    "tối thiểu": "at_least",
    "không dưới": "at_least",
    "không thấp hơn": "at_least",
    "từ": "at_least",
    "không quá": "at_most",
    "không vượt quá": "at_most",
    "không cao hơn": "at_most",
    "tối đa": "at_most",
    "trên": "above",
    "hơn": "above",
    "vượt": "above",
    "dưới": "below",
    "thấp hơn": "below",
    "khoảng": "about",
    "xấp xỉ": "about",
    "gần": "about",
}
_LEAD = "|".join(lead.replace(" ", r"\s+") for lead in sorted(LEADS, key=len, reverse=True))
FIGURE = re.compile(
    rf"(?:\b(?P<lead>{_LEAD})\s+(?:đạt\s+)?)?(?<![\w.,/-])(?P<number>{NUMBER})(?P<range>\s*%?\s*(?:-|–|đến)\s*(?:{NUMBER}))?\s*"
    rf"(?P<unit>%|(?:{PER})|(?:{THINGS})\b)(?P<tail>\s+trở\s+(?:lên|xuống))?",
    re.IGNORECASE,
)


def read_figure(written: str) -> Decimal:
    """Read a figure with a comma for its decimals and points for its thousands."""
    return Decimal(written.replace(".", "").replace(",", "."))


def read_bound(found: re.Match[str]) -> Bound:
    """Give what the words around a figure make of it."""
    if tail := found["tail"]:
        return "at_least" if tail.lower().endswith("lên") else "at_most"
    lead = " ".join((found["lead"] or "").lower().split())
    if lead == "từ" and not found["range"]:
        return "exactly"
    return LEADS.get(lead, "at_least" if found["range"] else "exactly")
