"""What a file is by its content, whatever its name; then its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tinhgon.texts.files import refusals
from tinhgon.texts.files.pdf import pdf_text
from tinhgon.texts.files.plain import plain_text
from tinhgon.texts.files.word import word_text

MEGABYTE = 1 << 20
MOST_BYTES = 50 * MEGABYTE
MOST_LETTERS = 3_000_000  # some thousand pages: reading them takes as long as a request may
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc and .xls, and of .docx with a password
# What is often sent instead of a document, by its first bytes, and its name in both languages.
OTHERS: Mapping[bytes, tuple[str, str]] = {
    b"\xff\xd8\xff": ("ảnh JPEG", "a JPEG picture"),
    b"\x89PNG": ("ảnh PNG", "a PNG picture"),
    b"GIF8": ("ảnh GIF", "a GIF picture"),
    b"II*\x00": ("ảnh TIFF", "a TIFF picture"),
    b"MM\x00*": ("ảnh TIFF", "a TIFF picture"),
    b"{\\rtf": ("văn bản RTF", "an RTF text"),
    b"Rar!": ("tệp nén RAR", "a RAR archive"),
    b"7z\xbc\xaf": ("tệp nén 7z", "a 7z archive"),
    b"\x1f\x8b": ("tệp nén gzip", "a gzip archive"),
    b"MZ": ("chương trình Windows", "a Windows program"),
    b"\x7fELF": ("chương trình Linux", "a Linux program"),
}
PAGE = (b"<!doctype html", b"<html", b"<script")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's text and its true kind. `starts` tells on which letter each page begins, for PDF."""

    text: str
    media_type: str
    starts: tuple[int, ...] = ()
    empty_pages: tuple[int, ...] = ()  # pages, from 1 on, that hold a picture and no text


def open_file(content: bytes) -> Opened:
    """Give the text of a file.

    :raises FileRefused: it is no document, has no text, or is not safe to open; the class says which.
    """
    if len(content) > MOST_BYTES:
        raise refusals.TooLarge(size=-(-len(content) // MEGABYTE), most=MOST_BYTES // MEGABYTE)
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise refusals.EmptyFile
    opened = _reader(content)(content)
    if not opened.text.strip():
        raise refusals.EmptyFile
    if len(opened.text) > MOST_LETTERS:
        raise refusals.TooLong(length=len(opened.text), most=MOST_LETTERS)
    return opened


def _reader(content: bytes) -> Callable[[bytes], Opened]:
    if b"%PDF-" in content[:1024]:
        return _pdf
    if content.startswith(b"PK\x03\x04"):
        return lambda packed: Opened(word_text(packed), DOCX)
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise refusals.Locked if locked else refusals.OldWord
    for first, (vi, en) in OTHERS.items():
        if content.startswith(first):
            raise refusals.WrongType(found_vi=vi, found_en=en)
    if content[:512].lstrip().lower().startswith(PAGE):
        raise refusals.WrongType(found_vi="trang web HTML", found_en="an HTML page")
    return lambda letters: Opened(plain_text(letters), "text/plain")


def _pdf(content: bytes) -> Opened:
    text, starts, empty = pdf_text(content)
    return Opened(text, "application/pdf", starts, empty)
