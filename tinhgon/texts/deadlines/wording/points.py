"""Trước, chậm nhất, đến hết, trong: the words that lead to a day, and what they mean."""

from __future__ import annotations

import re

from tinhgon.texts.deadlines.wording.moments import LATER

DONE = r"(?:(?:phải\s+)?(?:được\s+)?(?:hoàn\s+thành|xong)(?:\s+dứt\s+điểm)?\s*,?\s*)?"
LAST = r"(?:(?:chậm|muộn)\s+nhất|không\s+(?:muộn\s+hơn|chậm\s+hơn|quá)|hạn\s+(?:cuối|chót)|thời\s+hạn|hạn)"
LABEL = (
    r"(?:thời\s+(?:gian|hạn|điểm)|hạn|tiến\s+độ|hoàn\s+thành)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo|trình|gửi"
    r"|nộp|tổ\s+chức|triển\s+khai|ban\s+hành|kết\s+thúc|dự\s+kiến|xong)){0,3}\s*:\s*"
)
JOINT = r"(?:\s*(?:là|:|đến|tới|hết|vào|trong|cuối|khoảng|dự\s+kiến))*"
BEFORE = re.compile(
    rf"(?P<lead>{DONE}(?:{LAST}{JOINT}\s*|đến\s+)?trước)(?:\s+(?:thời\s+điểm|thời\s+hạn))?\s*$", re.I
)
TERM = r"(?:thời\s+)?hạn(?:\s+[^\W\d]+){1,7}\s+là"
SURELY = re.compile(rf"(?P<lead>{LABEL}(?:dự\s+kiến\s*)?{JOINT}|{DONE}{LAST}{JOINT}|{TERM}{JOINT})\s*$", re.I)
UNTIL = re.compile(rf"(?P<lead>{DONE}(?:đến|tới)(?:\s+(?:hết|cuối))?|{DONE}hết)\s*$", re.I)
INSIDE = re.compile(
    rf"(?P<lead>{DONE}(?:ngay\s+)?(?:trong|vào)(?:\s+(?:khoảng|dịp|lúc))?|hoàn\s+thành(?:\s+dứt\s+điểm)?|xong)\s*$",
    re.I,
)
LATER_YEAR = re.compile(LATER, re.I)
AND = re.compile(r"\s*(?:,|và|hoặc)\s*", re.IGNORECASE)
LEADS = (("before", BEFORE), ("surely", SURELY), ("until", UNTIL), ("inside", INSIDE))
