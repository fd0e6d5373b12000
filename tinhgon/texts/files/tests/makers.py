"""Files as they are sent: good ones, and those that must be refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docx import Document

DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body>'
    "</w:document>"
)


def word(*paragraphs: str, style: str | None = None) -> bytes:
    """Make a Word document of paragraphs."""
    document, output = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text, style=style)
    document.save(output)
    return output.getvalue()


def package(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a package of parts."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", compression) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return output.getvalue()


def body(inner: str, **others: str) -> bytes:
    """Make a Word document of raw mark-up."""
    return package({"word/document.xml": DOCUMENT.format(inner), **others})


def scan(pages: int = 1) -> bytes:
    """Make a PDF whose pages hold nothing that is text."""
    import pypdfium2

    document, output = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(output)
    return output.getvalue()
