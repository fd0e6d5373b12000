"""Text files: Unicode in its three forms, or the Vietnamese code page of Windows."""

from __future__ import annotations

import codecs
import re

from tinhgon.texts.files.refusals import OldLetters, UnknownLetters, WrongType

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Letters with marks as programs of before Unicode stored them, seen as Western letters.
TCVN3 = re.compile("[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ]")
VNI = re.compile("[AEIOUYaeiouy][ùøûõïáàåãäéèúüëâêî]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
OFTEN = 0.04  # share of letters; Vietnamese has about a fifth with marks
LONG = 40


def plain_text(content: bytes) -> str:
    """Decode a text file.

    :raises UnknownLetters, OldLetters: it is not Unicode. :raises WrongType: it is no text at all.
    """
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    if len(CONTROLS.findall(text)) > len(text) / 100:
        raise WrongType(found_vi="dữ liệu nhị phân", found_en="binary data")
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(content, error.start + 1)


def _windows(content: bytes, place: int) -> str:
    western = content.decode("latin-1")
    for encoding, pattern in (("TCVN3 (ABC)", TCVN3), ("VNI", VNI)):
        if (
            len(western) > LONG
            and len(pattern.findall(western)) > OFTEN * len(western)
            and _no_vietnamese(content)
        ):
            raise OldLetters(encoding=encoding)
    try:
        return content.decode("cp1258")
    except UnicodeDecodeError:
        raise UnknownLetters(place=place) from None


def _no_vietnamese(content: bytes) -> bool:
    """Tell whether the Vietnamese code page makes no sense of it: its marks stand after vowels alone."""
    text = content.decode("cp1258", errors="replace")
    marks = [match.start() for match in re.finditer("[\u0300\u0301\u0303\u0309\u0323]", text)]
    after_vowels = sum(text[place - 1 : place].lower() in "aăâeêioôơuưy" for place in marks)
    return after_vowels < len(marks) * 0.9 or not marks
