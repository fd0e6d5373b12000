"""Days, months, quarters, halves and years as they are written."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
_OF = r"\s*(?:/|-|,?\s*(?:của\s+)?năm)\s*"
_PARTS = (
    r"đầu|giữa|cuối|hết|thượng\s+tuần|trung\s+tuần|hạ\s+tuần|nửa\s+đầu|nửa\s+cuối"
    r"|tuần\s+(?:đầu(?:\s+tiên)?|cuối|thứ\s+(?:nhất|hai|ba|tư)|[1-4])"
)
_PART = rf"(?:(?P<part>{_PARTS})\s+(?:của\s+)?)?"
_HOUR = r"(?P<hour>\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*)?"
_AND = r"\s*(?:,|-|–|và|đến)\s*"
LATER = (
    r"\s*(?:của\s+)?năm\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề|kế\s+sau|trước(?!\s+(?:đây|đó))|đó|báo\s+cáo"
    r"|đánh\s+giá)"
)

MOMENT = re.compile(
    rf"""
    {_HOUR}(?:(?P<word>ngày)\s*)?(?<![\d/.,-])(?P<day>\d{{1,2}})\s*(?P<mark>[/.-]|tháng)\s*(?P<month>\d{{1,2}})
        (?:\s*(?:[/.-]|,?\s*năm)\s*(?P<year>[12]\d{{3}}))?(?![\d/%])
    | {_PART}\b(?:
        tháng\s*(?:(?:\d{{1,2}}{_AND}(?:tháng\s*)?){{1,3}}(?=\d{{1,2}}{_OF}{_YEAR}))?
            (?P<m>\d{{1,2}})(?:{_OF}(?P<my>{_YEAR}))?(?![\d/%])
      | quý\s*(?:(?:IV|I{{1,3}}|[1-4]){_AND}(?:quý\s*)?){{0,3}}
            (?P<q>IV|I{{1,3}}|[1-4])\b(?:{_OF}(?P<qy>{_YEAR}))?
      | (?P<hn>0?[2-9]|1[01]|hai|ba|sáu|chín)\s+tháng\s+(?P<h>đầu|cuối)
            (?:\s+(?:của\s+)?năm(?:\s*(?P<hy>{_YEAR}))?)?
      | năm\s+(?P<y>{_YEAR})(?!\s*[-–/]\s*\d)
      )
    | (?<![\w/.,-])(?<!số\s)(?P<cm>0?[1-9]|1[0-2])\s*/\s*(?P<cy>{_YEAR})(?![\d/-])
    | \b(?P<bare>đầu|giữa|cuối|hết)\s+năm\b(?!\s*(?:{_YEAR}|thứ|học))
    """,
    re.VERBOSE | re.IGNORECASE,
)

HINT = re.compile(
    r"\d\s*(?:[/.-]|tháng)\s*\d|tháng\s*(?:\d|đầu|cuối)|"
    r"quý\s*[IV\d]|năm\s+\d\d|(?:đầu|giữa|cuối|hết)\s+năm",
    re.IGNORECASE,
)
