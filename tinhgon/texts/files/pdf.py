"""The text of a PDF, line by line; columns on one line stay apart, paragraphs are told by their distance.

PDFium gives runs of letters with their places on the page. It reads what others do not (fonts without names,
broken tables) at about a hundred pages a second, and runs nothing that a file may carry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2

from tinhgon.texts.files.refusals import Damaged, Locked, Scanned, TooLong

MOST_PAGES = 5_000
PASSWORD = 4  # FPDF_ERR_PASSWORD
GAP = 1.5  # of a line's height: wider blanks part columns
STEP = 1.35  # of the usual step from line to line: wider steps part paragraphs
PARTED = " " * 6
FEW = 8  # letters on a page that is a picture with a stamp


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand together, and their place in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        """How high the run stands."""
        return (self.bottom + self.top) / 2


def pdf_text(content: bytes) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Give the text, the letter on which each page begins, and the pages that are pictures.

    :raises Locked, Damaged: it cannot be opened. :raises Scanned: no page has text.
    """
    pages = list(_pages(content))
    empty = tuple(place for place, page in enumerate(pages, 1) if len(page.strip()) < FEW)
    if len(empty) == len(pages):
        raise Scanned(pages=len(pages))
    starts, at = list[int](), 0
    for page in pages:
        starts.append(at)
        at += len(page) + 1
    return "\n".join(pages), tuple(starts), empty


def _pages(content: bytes) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower()
        raise (Locked() if locked else Damaged(kind="PDF")) from None
    with document:
        if len(document) > MOST_PAGES:
            raise TooLong(length=f"{len(document)} trang/pages", most=f"{MOST_PAGES} trang/pages")
        for place in range(len(document)):
            yield _page_of(document, place)


def _page_of(document: pypdfium2.PdfDocument, place: int) -> str:
    try:
        page = document[place]
        made = _page(page)
        page.close()
    except pypdfium2.PdfiumError:  # the file tells of a page that it has not
        raise Damaged(kind="PDF") from None
    return made


def _page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        runs = [_run(text, place) for place in range(text.count_rects())]
    finally:
        text.close()
    lines = _lines([run for run in runs if run.text.strip()])
    return "\n".join(_parted(lines))


def _run(text: pypdfium2.PdfTextPage, place: int) -> Run:
    left, bottom, right, top = text.get_rect(place)
    words = text.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").replace("\ufffe", "-")
    return Run(left, bottom, right, top, unicodedata.normalize("NFC", words))


def _lines(runs: list[Run]) -> list[list[Run]]:
    """Gather runs that stand at one height, from the top down, each line from the left."""
    lines = list[list[Run]]()
    for run in sorted(runs, key=lambda one: (-one.middle, one.left)):
        if lines and any(
            one.bottom < run.middle < one.top or run.bottom < one.middle < run.top for one in lines[-1]
        ):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _parted(lines: list[list[Run]]) -> Iterator[str]:
    """Write the lines, an empty one where the step is wider than usual."""
    heights = [line[0].middle for line in lines]
    steps = [upper - lower for upper, lower in pairwise(heights)]
    usual = median(steps) if steps else 0.0
    for line, step in zip(lines, [0.0, *steps], strict=False):
        if step > STEP * usual:
            yield ""
        yield _written(line)


def _written(line: list[Run]) -> str:
    made = line[0].text
    for before, run in pairwise(line):
        wide = run.left - before.right > GAP * (before.top - before.bottom)
        made += (
            PARTED if wide else "" if made.endswith(" ") or run.text.startswith(" ") else _blank(before, run)
        )
        made += run.text
    return made.strip()


def _blank(before: Run, run: Run) -> str:
    """Tell whether runs of one line are parted by a blank or stand in one word, as where the font changes."""
    return " " if run.left - before.right > (before.top - before.bottom) / 6 else ""
