"""Takes a Word template apart, after looking whether it is one and does no harm."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from tinhgon.office.letters.filling.faults import (
    NotAWordTemplate,
    TemplateLinksOutside,
    TemplateTooLarge,
    TemplateWithMacros,
)

MB = 1 << 20
FILE_LIMIT, WHOLE_LIMIT, TEXT_LIMIT, PARTS_LIMIT = 5 * MB, 20 * MB, MB, 300
BRACES_LIMIT = 1000  # ours have 170; each open one is looked for its end through the whole text
UNREADABLE = (
    BadZipFile,
    EOFError,
    LZMAError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    ZlibError,
)
MAIN = "wordprocessingml.document.main+xml"
DANGEROUS = re.compile(r"vbaProject|vbaData|activeX|embeddings/|\.bin$|macroEnabled", re.I)
FILLED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Give the parts of a template by their names.

    :raises NotAWordTemplate, TemplateTooLarge, TemplateWithMacros, TemplateLinksOutside: as they say.
    """
    parts = _unpacked(content)
    _look_for_programs(parts)
    _look_for_links(parts)
    for name, part in parts.items():
        if FILLED.fullmatch(name):
            _limit(len(part), TEXT_LIMIT)
            if part.count(b"{") > BRACES_LIMIT:
                raise NotAWordTemplate(reason=f"{name}: {part.count(b'{')} “{{” > {BRACES_LIMIT}")
            parsed(name, part)
    return parts


def parsed(name: str, part: bytes) -> etree._Element:
    """Parse a part.

    :raises NotAWordTemplate: it is not well-formed, or declares entities.
    """
    try:
        root = etree.fromstring(part, PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAWordTemplate(reason=f"{name}: {error}") from None
    if b"<!DOCTYPE" in part[:2000]:
        raise NotAWordTemplate(reason=f"{name}: DOCTYPE")
    return root


def _unpacked(content: bytes) -> dict[str, bytes]:
    _limit(len(content), FILE_LIMIT)
    try:
        with ZipFile(io.BytesIO(content)) as file:
            entries = file.infolist()
            if len(entries) > PARTS_LIMIT:
                raise NotAWordTemplate(reason=f"{len(entries)} > {PARTS_LIMIT}")
            _limit(sum(entry.file_size for entry in entries), WHOLE_LIMIT)
            # A size that lies is caught here: zipfile reads no more than the entry says.
            return {entry.filename: file.read(entry) for entry in entries if not entry.is_dir()}
    except UNREADABLE as error:
        raise NotAWordTemplate(reason=str(error)) from None


def _look_for_programs(parts: Mapping[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    found = [name for name in parts if DANGEROUS.search(name)]
    if found or DANGEROUS.search(types):
        raise TemplateWithMacros(parts=found or ["[Content_Types].xml"])
    if MAIN not in types or "word/document.xml" not in parts:
        raise NotAWordTemplate(reason="word/document.xml")


def _look_for_links(parts: Mapping[str, bytes]) -> None:
    """Refuse what is fetched from elsewhere; a link that a reader would have to click may stay."""
    outside = [
        str(link.get("Target"))
        for name, part in parts.items()
        if name.endswith(".rels")
        for link in parsed(name, part)
        if link.get("TargetMode") == "External" and not str(link.get("Type")).endswith("/hyperlink")
    ]
    if outside:
        raise TemplateLinksOutside(targets=outside[:5])


def _limit(size: int, most: int) -> None:
    if size > most:
        raise TemplateTooLarge(found=f"{size / MB:.1f}", allowed=most // MB)
