"""Names that a text gives to a document: “(sau đây gọi tắt là Đề án 06)”."""

from __future__ import annotations

import re
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
    """Give each later place that bears a given name."""
    ordered = sorted((one for one in mentions if one.told), key=lambda one: one.span)
    for given in GIVEN.finditer(text):
        alias = given[1].strip(" .,")
        first = _bearer(text, given.start(), ordered) if TELLING.search(alias) else None
        for place in _places(text, given.end(), alias) if first else ():
            if first and not any(
                one.span.start < place.end and place.start < one.span.end for one in ordered
            ):
                yield replace(first, span=place)


def _bearer(text: str, at: int, ordered: list[Mention]) -> Mention | None:
    """Give the first document named in the clause before: the others stand in its abstract."""
    near = [one for one in ordered if at - FAR < one.span.end <= at]
    clause = max(text.rfind(";", 0, at), text.rfind("\n", 0, at))
    return next((one for one in near if one.span.start > clause), near[-1] if near else None)


def _places(text: str, at: int, alias: str) -> Iterator[Span]:
    for found in re.compile(rf"(?<!\w){re.escape(alias)}(?![\w/\-–])").finditer(text, at):
        yield Span(*found.span())
