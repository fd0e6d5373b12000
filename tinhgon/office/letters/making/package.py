"""A template as a file: its parts zipped, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tinhgon.office.letters.making.body import addressees, annexes, enacting, title, told
from tinhgon.office.letters.making.head import foot, head
from tinhgon.office.letters.making.marks import W, paragraph, when
from tinhgon.office.letters.making.section import footer, header, section
from tinhgon.office.letters.making.styles import style_of, styles

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header",
         "header2": "header", "footer1": "footer"}  # fmt: skip


def template(name: str, shape: str) -> bytes:
    """Make the template of a layout for a shape: decision, named, letter, or all that there may be."""
    inside = {
        "word/document.xml": document(name, shape),
        "word/styles.xml": styles(name),
        "word/settings.xml": f'<w:settings {W}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>",
        "word/header1.xml": header(numbered=True),
        "word/header2.xml": header(numbered=False),
        "word/footer1.xml": footer(),
    }
    return _zipped({**_frame(), **inside})


def document(name: str, shape: str) -> str:
    """Give the document of a shape."""
    letter = shape == "letter"
    parts = [head(name, letter)]
    if not letter:
        parts.append(title(name))
    if shape != "decision":
        parts.append(addressees())
    parts.append(paragraph(style_of("recipients")))
    if shape != "letter":
        parts.append(enacting())
    ended = when("not appendices", paragraph(style_of("recipients")))  # Word wants one after a table
    parts += [told("lines"), foot(name), annexes(name), ended, section(name)]
    return f"<w:document {W}><w:body>{''.join(parts)}</w:body></w:document>"


def _frame() -> dict[str, str]:
    """Give the parts that say which parts there are."""
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{MAIN}{kind}+xml"/>'
        for part, kind in PARTS.items()
    )
    links = "".join(
        _link(number, PARTS[part], f"{part}.xml")
        for number, part in enumerate(("header1", "header2", "footer1", "styles", "settings"), start=1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": _links(_link(1, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _links(links),
    }


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _links(links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _zipped(parts: Mapping[str, str]) -> bytes:
    output = io.BytesIO()
    with ZipFile(output, "w") as file:
        for name, text in parts.items():
            info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            file.writestr(info, XML + text)
    return output.getvalue()
