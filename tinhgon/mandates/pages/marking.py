"""Passages with the shared words marked: safe mark-up, whatever the words are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString


def marked(text: str, words: Iterable[str]) -> SafeString:
    """Give a text with the words in it marked."""
    wanted = sorted({word for word in words if word}, key=len, reverse=True)
    if not wanted:
        return format_html_join("", "{}", [(text,)])
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in wanted), re.IGNORECASE)
    pieces, at = list[tuple[str, str]](), 0
    for match in pattern.finditer(text):
        pieces += [("", text[at : match.start()]), ("mark", match.group())]
        at = match.end()
    pieces.append(("", text[at:]))
    plain = (format_html_join("", "<mark>{}</mark>" if tag else "{}", [(piece,)]) for tag, piece in pieces)
    return format_html_join("", "{}", ((piece,) for piece in plain))
