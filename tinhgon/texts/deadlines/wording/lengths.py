"""Trong thời hạn 15 ngày kể từ ngày …: the words of lengths, and of what lasts but sets no deadline."""

from __future__ import annotations

import re

from tinhgon.texts.deadlines.numerals import NUMBER

LENGTH = re.compile(
    rf"(?<![\d/.,\w])(?<!ngày )(?<!tháng )(?<!năm )(?P<number>{NUMBER})\s*"
    r"(?P<unit>ngày\s+làm\s+việc|ngày\s+công\s+tác|ngày|giờ|tuần|tháng|quý|năm)\b(?!\s*(?:đầu|cuối|\d|tuổi|gần|liền|liên|trở)\b)",
    re.IGNORECASE,
)
MOST = r"(?:không\s+(?:được\s+)?(?:quá|vượt\s+quá)|(?:chậm|muộn)\s+nhất|tối\s+đa|nhiều\s+nhất|chậm\s+quá)"
TERM = r"(?:trong\s+)?(?:thời\s+(?:hạn|gian)|vòng|hạn)"
ALLOWED = re.compile(
    rf"(?P<lead>(?:{TERM}\s*(?::|là)?\s*)?{MOST}(?:\s+(?:là|sau|trong|trong\s+vòng|trong\s+thời\s+hạn|cũng))*"
    rf"|trong\s+(?:thời\s+hạn|vòng)(?:\s+là)?|(?:chỉ\s+)?trong(?:\s+thời\s+gian)?"
    rf"|quá(?:\s+thời\s+hạn)?)\s*$",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"(?P<lead>(?:ít\s+nhất\s+|chậm\s+nhất\s+)?trước(?:\s+(?:ít\s+nhất|tối\s+thiểu|khoảng))?)\s*$", re.I
)
LEAST = re.compile(r"(?P<lead>(?:ít\s+nhất|tối\s+thiểu|chậm\s+nhất)(?:\s+là)?)\s*$", re.I)
LEAST_AHEAD = re.compile(
    r"(?P<lead>trước\s+(?:khi|ngày)\s[^,;.]{3,60}\s(?:ít\s+nhất|tối\s+thiểu|chậm\s+nhất))\s*$", re.I
)
AHEAD_OF = re.compile(r"\s*,?\s*(?P<since>trước\s+(?:ngày|khi|thời\s+điểm)\b[^,;.:()\n|]{0,120})", re.I)
TERMED = re.compile(
    r"thời\s+(?:hạn|gian)\s+(?:giải\s+quyết|xử\s+lý|trả\s+lời|báo\s+cáo|gửi|nộp|thẩm\s+định|hoàn\s+thành|thực\s+hiện|xem\s+xét"
    r"|thông\s+báo|cung\s+cấp|tiếp\s+nhận|lấy\s+ý\s+kiến|phản\s+hồi)[^,;.:]{0,60}?(?:\blà|:)\s*$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\s*,?\s*(?:\([^()\n]{0,40}\)\s*)?,?\s*(?P<since>(?:kể\s+|tính\s+)?(?:từ|sau)\s+(?:ngày|khi|lúc|thời\s+điểm|đó)"
    r"[^,;.:()\n|]{0,120})",
    re.IGNORECASE,
)
STOP = re.compile(r"\s+(?:phải|thì|có\s+trách\s+nhiệm|mà\s+không)\b.*", re.IGNORECASE | re.DOTALL)
KIND = r"(?:đối\s+với|\(|ở|với)"
FOR_OTHERS = re.compile(rf"\s*{KIND}", re.IGNORECASE)
BEGINS = re.compile(r"(?:^|[\n.;:,])\s*(?:[-+*•]|\d+(?:\.\d+)*[.)]|\w[.)])?\s*$")
AND = re.compile(r"(?:,|;|và|hoặc)\s*$", re.IGNORECASE)
LASTS = re.compile(
    r"(?:nhiệm\s+kỳ|tuổi|hợp\s+đồng|án\s+tích|\bnghỉ|lưu\s+trữ|bảo\s+quản|đào\s+tạo|tập\s+sự|bổ\s+nhiệm|hưởng"
    r"|kinh\s+nghiệm|công\s+tác\s+(?:từ|đủ)|hoạt\s+động|trồng|đã|thử\s+việc)[^,;]{0,50}$",
    re.IGNORECASE,
)
EARLIER = re.compile(r"(?<!hoặc )\bsớm\s*,?\s*(?:nhưng\s*)?$", re.IGNORECASE)  # how early, not how late
LONGER = re.compile(r"(?:kéo\s+dài|rút\s+ngắn)[^,;]{0,50}$", re.IGNORECASE)
COMPARED = re.compile(r"\s*so\s+với\b", re.IGNORECASE)
UNDONE = re.compile(r"\s*,?\s*(?:mà\s+)?(?:không|chưa)\b", re.IGNORECASE)
NEXT_DAY = re.compile(
    r"(?:trong\s+ngày\s*,?\s*)?(?:chậm|muộn)\s+nhất\s+(?:là\s+)?(?:trong\s+|vào\s+|đến\s+)?(?:buổi\s+\w+\s+)?ngày\s+"
    r"(?P<work>làm\s+việc\s+)?(?:tiếp\s+theo|hôm\s+sau|liền\s+kề|kế\s+tiếp|sau)|ngay\s+trong\s+ngày(?!\s+\d)",
    re.IGNORECASE,
)
