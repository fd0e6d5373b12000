"""Names that a text gives to a document: “(sau đây gọi tắt là Đề án 06)”."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.values import Span

GIVEN = re.compile(
    r"\((?:sau đây|dưới đây)? ?(?:được )?(?:viết tắt|gọi tắt|gọi chung|gọi|viết) (?:là|thành):? "
    r"[“\"']?([^)”\"']{3,90})"
)
TELLING = re.compile(r"\d|(?:Luật|Bộ luật|Pháp lệnh|Điều lệ|Quy chế|Nghị quyết|Chỉ thị) [A-ZĐ]")
FAR = 500  # letters between a document and the name given to it


def by_alias(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Give each later place that bears a given name, until the name is given again."""
    ordered = sorted((one for one in mentions if one.told), key=lambda one: one.span)
    ends = [one.span.end for one in ordered]
    again = dict[str, int]()
    for given in reversed([*GIVEN.finditer(text)]):
        alias = given[1].strip(" .,")
        first = _bearer(text, given.start(), ordered, ends) if TELLING.search(alias) else None
        if first:
            places = _places(text, given.end(), again.get(alias, len(text)), alias)
            yield from (replace(first, span=place) for place in places)
            again[alias] = given.start()


def _bearer(text: str, at: int, ordered: list[Mention], ends: list[int]) -> Mention | None:
    """Give the first document named in the clause before: the others stand in its abstract."""
    near = ordered[bisect_left(ends, at - FAR) : bisect_right(ends, at)]
    clause = max(text.rfind(";", 0, at), text.rfind("\n", 0, at))
    return next((one for one in near if one.span.start > clause), near[-1] if near else None)


def _places(text: str, at: int, until: int, alias: str) -> Iterator[Span]:
    while (at := text.find(alias, at, until)) >= 0:
        end = at + len(alias)
        if not (
            text[at - 1].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] in ("/", "-", "–")
        ):
            yield Span(at, end)
        at = end
