"""The few elements of WordprocessingML that templates are made of, as text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

MM_TWIPS = 1440 / 25.4
W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def twips(mm: float) -> int:
    """Turn millimetres into twentieths of a point."""
    return round(mm * MM_TWIPS)


def run(text: str, look: str = "") -> str:
    """Give a run of text, with properties (as mark-up) of its own."""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, *runs: str, look: str = "") -> str:
    """Give a paragraph of a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{"".join(runs)}</w:p>'


def line(style: str, text: str) -> str:
    """Give a paragraph of one run."""
    return paragraph(style, run(text))


def tag(words: str) -> str:
    """Give a paragraph that holds nothing but a tag, and goes with it."""
    return paragraph("VBDieukhien", run(f"{{%p {words} %}}"))


def when(condition: str, *parts: str) -> str:
    """Keep parts only under a condition."""
    return tag(f"if {condition}") + "".join(parts) + tag("endif")


def each(item: str, among: str, *parts: str) -> str:
    """Repeat parts for each item."""
    return tag(f"for {item} in {among}") + "".join(parts) + tag("endfor")


def grid(columns: Sequence[float], *rows: Sequence[str]) -> str:
    """Give a table without lines or inner margins: columns in mm, a cell's paragraphs as text."""
    wide = [twips(mm) for mm in columns]
    cells = "".join(_row(wide, row) for row in rows)
    columns_of = "".join(f'<w:gridCol w:w="{room}"/>' for room in wide)
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns_of}</w:tblGrid>{cells}</w:tbl>"
    )


def _row(wide: Sequence[int], row: Sequence[str]) -> str:
    cells = "".join(_cell(room, inside) for room, inside in zip(wide, row, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(room: int, inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{room}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
