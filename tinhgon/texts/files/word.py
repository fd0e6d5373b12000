"""The text of a Word document, as a reader of the printed page sees it.

One line a paragraph, with the numbers that Word counts by itself; cells of a table parted by tabs; what was
struck out under review left out; footnotes at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tinhgon.texts.files.numbering import Counters, read_numbering
from tinhgon.texts.files.package import KIND, MAIN, open_package
from tinhgon.texts.files.refusals import Damaged

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
LEFT_OUT = {FALLBACK, W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr"}
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
LAYOUT = 2  # rows and cells of a table that lays out and holds no data


def word_text(content: bytes) -> str:
    """Give the text of a .docx file.

    :raises FileRefused: it is no Word document, has macros, is locked or broken, or unpacks too large.
    """
    package = open_package(content)
    counters = read_numbering(
        _parsed(package.part("word/numbering.xml")), _parsed(package.part("word/styles.xml"))
    )
    body = _parsed(package.part(MAIN))
    if body is None:
        raise Damaged(kind=KIND)
    lines = list(_blocks(body, counters))
    notes = _parsed(package.part("word/footnotes.xml"))
    return "\n".join([*lines, *_notes(notes)])


def _parsed(part: bytes) -> etree._Element | None:
    """Parse without entities, which a hostile file uses to grow or to fetch."""
    if not part:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise Damaged(kind=KIND) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Damaged(kind=KIND)
    return root


def _blocks(parent: etree._Element, counters: Counters) -> Iterator[str]:
    for child in parent:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == W + "p":
            yield _paragraph(child, counters)
        elif child.tag == W + "tbl":
            yield from _table(child, counters)
        else:
            yield from _blocks(child, counters)


def _paragraph(paragraph: etree._Element, counters: Counters) -> str:
    text = "".join(_runs(paragraph))
    boxes = [
        line
        for box in paragraph.iter(W + "txbxContent")
        if not any(above.tag == FALLBACK for above in box.iterancestors())
        for line in _blocks(box, counters)
    ]
    label = counters.label(paragraph) if text.strip() else ""
    return "\n".join([*boxes, label + text])


def _runs(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in LEFT_OUT or child.tag == W + "txbxContent":
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag == W + "footnoteReference":
            yield f"[{child.get(W + 'id')}]"
        elif sign := SIGNS.get(child.tag if isinstance(child.tag, str) else ""):
            yield sign
        else:
            yield from _runs(child)


def _table(table: etree._Element, counters: Counters) -> Iterator[str]:
    """Give rows as lines of cells; a table that only lays out a head or a signature, cell after cell."""
    rows = _own(table, "tr", "tbl")
    grid = [[_lines(cell, counters) for cell in _own(row, "tc", "tr")] for row in rows]
    if len(grid) <= LAYOUT and all(len(cells) <= LAYOUT for cells in grid):
        yield from (line for cells in grid for lines in cells for line in lines)
    else:
        yield from ("\t".join(" ".join(lines) for lines in cells) for cells in grid)


def _own(element: etree._Element, tag: str, of: str) -> list[etree._Element]:
    """Give the parts of an element that are not those of another like it inside."""
    return [part for part in element.iter(W + tag) if next(part.iterancestors(W + of)) is element]


def _lines(cell: etree._Element, counters: Counters) -> list[str]:
    return "\n".join(_blocks(cell, counters)).split("\n")


def _notes(notes: etree._Element | None) -> Iterator[str]:
    for note in notes if notes is not None else ():
        if note.get(W + "type") is None and (text := "".join(_runs(note)).strip()):
            yield f"[{note.get(W + 'id')}] {text}"
