"""A document as a PDF that archives keep (PDF/A-2b)."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from tinhgon.core.errors import Refused
from tinhgon.office.forms.pdf import FONTS
from tinhgon.office.letters.letter import Letter
from tinhgon.office.letters.sheet import sheet

HERE = Path(__file__).parent
TEMPLATE = HERE / "templates" / "letter.typ"
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_ONE_AT_A_TIME = Lock()  # a compiler holds the document it makes


class NoSuchLetters(Refused):
    """The document has letters or signs that the house's fonts do not draw."""

    vi = "Bản PDF không in được các ký tự: {letters}. Thay bằng chữ khác, hoặc dùng bản Word."
    en = "The PDF cannot show these characters: {letters}. Write them otherwise, or use the Word document."
    between = " "


def pdf(letter: Letter) -> bytes:
    """Set the document in the house's letters; the same document gives the same bytes.

    Its time of making is its day, so that no clock comes in; a draft bears none.

    :raises NoSuchLetters: archives keep no PDF in which a letter is drawn as an empty box.
    """
    at = datetime.combine(letter.day, time(), UTC) if letter.day else datetime(1970, 1, 1, tzinfo=UTC)
    try:
        with _ONE_AT_A_TIME:
            made = _compiler().compile(sys_inputs=_data(letter), pdf_standards="a-2b", timestamp=at)
    except typst.TypstError as error:
        letters = sorted(set(MISSING.findall(f"{error.message} {error.diagnostic}")))
        if letters:
            raise NoSuchLetters(letters=letters) from None
        raise
    return bytes(made)  # type: ignore[arg-type]


def png(letter: Letter, *, page: int = 1, dots: float = 96) -> bytes:
    """Give a picture of a page counted from 1 (or of the last), `dots` to the inch, for a screen."""
    with _ONE_AT_A_TIME:
        made = _compiler().compile(sys_inputs=_data(letter), format="png", ppi=dots)
    pages = made if isinstance(made, list) else [made]
    return bytes(pages[min(page, len(pages)) - 1] or b"")


def _data(letter: Letter) -> dict[str, str]:
    return {"letter": json.dumps(sheet(letter), ensure_ascii=False)}


@cache
def _compiler() -> typst.Compiler:
    """Make the compiler once: fonts and template are read a single time, the machine's fonts never."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(TEMPLATE, root=HERE, font_paths=fonts)
