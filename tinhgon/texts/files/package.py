"""The package of a Word document, looked into before it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from tinhgon.texts.files.refusals import Damaged, HasMacros, Locked, UnpacksTooLarge, WrongType

MEGABYTE = 1 << 20
MOST_UNPACKED = 300 * MEGABYTE  # told by the directory for the whole
MOST_READ = 64 * MEGABYTE  # of one part that we read
MOST_PARTS = 5_000
KIND = "Word (.docx)"
# The part that says what a package is, and the names of what it is then.
MAIN = "word/document.xml"
OTHERS = {
    "xl/workbook.xml": ("bảng tính Excel", "an Excel workbook"),
    "ppt/presentation.xml": ("bản trình chiếu PowerPoint", "a PowerPoint presentation"),
    "content.xml": ("văn bản OpenDocument (.odt)", "an OpenDocument text (.odt)"),
}


@dataclass(frozen=True, slots=True)
class Package:
    """Parts by name; each is unpacked when it is asked for, and only so far."""

    packed: zipfile.ZipFile

    def part(self, name: str) -> bytes:
        """Unpack a part; nothing where it is missing.

        :raises UnpacksTooLarge, Damaged: it is larger than any document's, or broken.
        """
        if name not in self.packed.namelist():
            return b""
        try:
            with self.packed.open(name) as stream:
                content = stream.read(MOST_READ + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
            raise Damaged(kind=KIND) from None
        except RuntimeError:  # zipfile's word for a part with a password
            raise Locked from None
        if len(content) > MOST_READ:
            raise UnpacksTooLarge(most=MOST_READ // MEGABYTE)
        return content


def open_package(content: bytes) -> Package:
    """Open a Word document's package.

    :raises FileRefused: it is another kind, has macros, or would unpack to more than is safe.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise Damaged(kind=KIND) from None
    entries = packed.infolist()
    if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise UnpacksTooLarge(most=MOST_UNPACKED // MEGABYTE)
    _check_kind([one.filename for one in entries])
    return Package(packed)


def _check_kind(names: list[str]) -> None:
    for name in names:
        if name.lower().endswith("vbaproject.bin"):
            raise HasMacros(part=name)
    if MAIN in names:
        return
    for part, (vi, en) in OTHERS.items():
        if part in names:
            raise WrongType(found_vi=vi, found_en=en)
    raise WrongType(found_vi="tệp nén ZIP", found_en="a ZIP archive")
