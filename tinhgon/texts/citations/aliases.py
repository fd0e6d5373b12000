"""Names that a text gives to a document: “(sau đây gọi tắt là Đề án 06)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.values import Span

GIVEN = re.compile(
    r"\((?:sau đây|dưới đây)? ?(?:được )?(?:viết tắt|gọi tắt|gọi chung|gọi|viết) (?:là|thành):? "
    r"[“\"']?([^)”\"']{3,90})"
)
TELLING = re.compile(r"\d|(?:Luật|Bộ luật|Pháp lệnh|Điều lệ|Quy chế|Nghị quyết|Chỉ thị) [A-ZĐ]")
FAR = 500  # letters between a document and the name given to it


def by_alias(text: str, mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Give each later place that bears a given name, with the mention to which the name was given."""
    ordered = sorted(mentions, key=lambda one: one.span)
    for given in GIVEN.finditer(text):
        alias = given[1].strip(" .,")
        named = [
            one
            for one in ordered
            if one.told and one.span.end <= given.start() and given.start() - one.span.end < FAR
        ]
        if not named or not TELLING.search(alias):
            continue
        first = next((one for one in named if "\n" not in text[one.span.end : given.start()]), named[-1])
        for place in re.finditer(rf"(?<!\w){re.escape(alias)}(?![\w/\-–])", text[given.end() :]):
            span = Span(given.end() + place.start(), given.end() + place.end())
            if not any(one.span.start < span.end and span.start < one.span.end for one in ordered):
                yield (
                    Mention(
                        span,
                        first.type,
                        first.number,
                        day=first.day,
                        year=first.year,
                        title=first.title,
                        told=True,
                    ),
                    first,
                )
