"""Hằng năm, định kỳ 6 tháng, ngày 15 của tháng cuối quý: the words of what comes again."""

from __future__ import annotations

import re

from tinhgon.texts.deadlines.numerals import NUMBER

EACH = r"(?:hằng|hàng|mỗi|từng)"
BY = re.compile(
    r"(?:(?:hoàn\s+thành|xong)\s+)?(?:(?:(?:chậm|muộn)\s+nhất(?:\s+là)?|trước|đến|vào)\s+){1,2}$",
    re.IGNORECASE,
)
# The day that follows: hằng tháng (trước ngày 25).
ON = (
    r"\s*[,(]?\s*(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+)?)?(?:trước|vào|đến|là)?\s*\bngày\s+(?P<on>\d{1,2})\b"
    r"(?!\s*(?:[/.-]\s*\d|(?:của\s+)?tháng|\d))"
)
CYCLE = re.compile(
    rf"""
    (?:\bngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?)?(?:thứ\s+(?P<week>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])\s*,?\s+)?
        (?:(?:theo\s+)?định\s+kỳ\s+)?\b{EACH}\s+(?P<each>tuần|tháng|quý|(?:0?6|sáu)\s+tháng|nửa\s+năm|năm)\b(?!\s+(?:\w+\s+){{0,3}}(?:một|hai|ba|bốn|\d+)\s+(?:lần|kỳ))
        (?:{ON})?
    | (?:theo\s+)?định\s+kỳ\s*\(?\s*(?:(?:là|cứ)\s+)?(?P<number>{NUMBER})\s+(?P<of>tuần|tháng|quý|năm)\b
        (?:\s*(?:/|một|1|01)\s*lần)?
    | (?:theo\s+)?định\s+kỳ\s*,?\s+(?P<bare>tuần|tháng|quý|năm)\b
    | \bđối\s+với\s+báo\s+cáo\s+(?P<told>tuần|tháng|quý|(?:0?6|sáu)\s+tháng|năm)\b
    | \bbáo\s+cáo\s+(?P<report>tuần|tháng|quý|(?:0?6|sáu)\s+tháng|năm)(?=\s*[(:,]?\s*(?:gửi\s+)?
        (?:(?:chậm|muộn)\s+nhất|trước|vào)\s+(?:là\s+)?(?:ngày\s+)?\d)
    | (?<![\w.,/])(?P<length>{NUMBER})\s+(?P<lasting>tuần|tháng|quý|năm)
        (?:\s*/\s*lần|\s*/?\s*(?:(?:họp|báo\s+cáo)\s+)?(?P<often>một|0?1|hai|0?2|ba|0?3)\s+lần)
    | \b(?:mỗi|một|01|1)\s+(?P<within>tuần|tháng|quý|năm)\s+(?:\w+\s+){{0,3}}?
        (?P<times>{NUMBER})\s+(?:lần|kỳ)\b
    | (?<![\w.,/])(?P<count>{NUMBER})\s+lần\s*(?:/|trong|một|mỗi|trên)\s*
        (?:một\s+|1\s+)?(?P<a>tuần|tháng|quý|năm)\b
    | \bngày\s+(?P<quarterly>\d{{1,2}})\s+(?:của\s+)?tháng\s+(?:thứ\s+)?
        (?P<place>đầu|nhất|một|hai|giữa|ba|cuối)(?:\s+(?:tiên|cùng))?\s+(?:của\s+)?(?:{EACH}\s+)?quý(?:\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))?
    | \bngày\s+(?P<monthly>\d{{1,2}})\s+(?:của\s+)?tháng
        \s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề|báo\s+cáo|cuối\s+kỳ|đó)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
HINT = re.compile(
    r"h[ằà]ng\s|báo\s+cáo\s+(?:\d|tháng|quý|năm|tuần|sáu)|mỗi\s|từng\s|định\s+kỳ|\blần\b|\bquý\b|ngày\s+\d+\s+(?:của\s+)?tháng\s+\D",
    re.IGNORECASE,
)
# A noun that such a word only describes: the yearly budget, a monthly allowance.
DESCRIBED = re.compile(
    r"(?:ngân\s+sách(?:\s+(?:nhà\s+nước|địa\s+phương|trung\s+ương|cấp\s+\w+))?|dự\s+toán[^,;]{0,30}|kinh\s+phí[^,;]{0,30}|nghỉ(?:\s+phép)?"
    r"|(?:phụ|trợ)\s+cấp[^,;]{0,30}|lương|thu\s+nhập|tiền|nghị\s+quyết|kế\s+hoạch[^,;]{0,60}|chương\s+trình[^,;]{0,40}"
    r"|đời\s+sống|công\s+việc|mức[^,;]{0,20}|bình\s+quân|tăng\s+trưởng|chi\s+tiêu|nhiệm\s+vụ(?:\s+phát\s+triển[^,;]{0,40})?|chỉ\s+tiêu|danh\s+mục|số\s+ngày\s+nghỉ)\s*$",
    re.IGNORECASE,
)
NOMINAL = re.compile(
    r"(?:nội\s+dung|\bviệc|\bbản|chế\s+độ)\s+(?:[^\s,;]+,?\s+){0,6}$"
    r"|\bđể\s+(?:đánh\s+giá|xếp\s+loại|xem\s+xét|làm\s+(?:căn\s+cứ|cơ\s+sở))[^;.]{0,60}$",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"báo\s+cáo|tổng\s+hợp|tổ\s+chức|rà\s+soát|kiểm\s+tra|xây\s+dựng|sơ\s+kết|tổng\s+kết|gửi|thực\s+hiện|cập\s+nhật|\blập|bổ\s+sung"
    r"|kiểm\s+điểm|theo\s+dõi|công\s+bố|đối\s+chiếu|họp|tham\s+mưu|đánh\s+giá|trình|nộp|bồi\s+dưỡng|giám\s+sát|công\s+khai",
    re.IGNORECASE,
)
COVERED = re.compile(r"từ\s+(?:ngày\s+)?\d+\s+(?:\w+\s+){0,4}$|số\s+liệu[^;]{0,40}$", re.IGNORECASE)
LISTED = re.compile(
    r"(?:\s*\([^()\n]{0,60}\))?(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?P<each>tháng|quý|(?:0?6|sáu)\s+tháng|năm)\b(?!\s+(?:\d|sau|trước|đó|nay|này|đầu|cuối|tới"
    r"|tiếp|kế|học))",
    re.IGNORECASE,
)
DATED = re.compile(r"(?:\d|quý\s+[IV]{1,3})\s*[,(]?\s*$", re.IGNORECASE)
OPENING = re.compile(r"(?:^|[,:(]|\s-|\bvà|\bhoặc)\s*[-+*•]?\s*(?:\w{1,2}[.)]|\d+(?:\.\d+)*[.)])?\s*$")
