"""What a document does with the one it names: rests on it, carries it out, amends it, replaces it."""

from __future__ import annotations

import re
from bisect import bisect_right

from tinhgon.texts.citations.leads import role_of_list
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Head, Role, Span

BASIS = re.compile(r"[\s\-–+*•]*(?:Căn cứ|Theo đề nghị|Xét)\b", re.IGNORECASE)
ACTS = r"(?:^|\bnày\b[^;.]{0,90}?)\W*(?:(?:Điều|điều) \d+[.:]? |\d{1,2}[.)] |[a-zđ]\) )?(?:và |, )?"
REPLACES = re.compile(
    rf"{ACTS}(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)(?! (?:bởi|bằng))[^;.]{{0,300}}$", re.IGNORECASE
)
ENDED = re.compile(
    r"^[^;.]{0,250}?(?:hết hiệu lực|bị bãi bỏ|được bãi bỏ|được thay thế|chấm dứt hiệu lực|không còn hiệu)",
    re.IGNORECASE,
)
AMENDS = re.compile(rf"{ACTS}(?:sửa đổi|bổ sung)[^;.]{{0,200}}$", re.IGNORECASE)
CARRIES = re.compile(
    r"(?:thực hiện|triển khai|quán triệt|cụ thể h(?:óa|oá)|chấp hành)(?: [^\W\d_]+){0,8} ?[,:]?(?: ?các)? ?$",
    re.IGNORECASE,
)
STOP = re.compile(r"[;.](?= |$)|\n|(?<=:)\s")
JOINED = re.compile(r"^[\s,;]*(?:và|hoặc)?\s*(?:các)?\s*$")


def settle_roles(mentions: list[Mention], clean: Clean, head: Head) -> None:
    """Give every mention its role; `mentions` in the order of the text."""
    before: Mention | None = None
    starts = [one.start for one in clean.paragraphs]
    for mention in mentions:
        paragraph = clean.paragraphs[max(bisect_right(starts, mention.span.start) - 1, 0)]
        listed = role_of_list(clean, mention.span.start, paragraph, starts)
        mention.role = listed or _role(mention, before, paragraph, clean, head)
        before = mention


def _role(mention: Mention, before: Mention | None, paragraph: Span, clean: Clean, head: Head) -> Role:
    if BASIS.match(clean.text, paragraph.start, paragraph.end) or any(
        _within(mention.span, one) for one in head.bases
    ):
        return "basis"
    start = paragraph.start
    if before and before.span.end > start:
        between = clean.text[before.span.end : mention.span.start]
        if JOINED.match(between):
            return before.role
        start = before.span.end
    return _by_words(
        clean.text[start : mention.span.start],
        _after(clean.text, mention, paragraph),
        first=start == paragraph.start,
    )


def _after(text: str, mention: Mention, paragraph: Span) -> str:
    return text[mention.span.end : min(paragraph.end, mention.span.end + 260)]


def _by_words(before: str, after: str, *, first: bool) -> Role:
    """Judge by the words before, back to the sentence's start or the last document, and those after."""
    stops = [*STOP.finditer(before)]
    said = before[stops[-1].end() :] if stops else before
    alone = first or bool(stops)  # no other document of this sentence is the one that acts
    if alone and REPLACES.search(said):
        return "replaces"
    if alone and AMENDS.search(said):
        return "amends"
    if ENDED.match(after) and "kể từ ngày" not in said:
        return "replaces"
    return "implements" if alone and CARRIES.search(said) else "cites"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end
