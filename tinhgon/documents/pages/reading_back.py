"""What the reader reads back from a document that is being written: it should be what was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext

from tinhgon.core.names import fold
from tinhgon.office.letters import Letter, docx
from tinhgon.texts.files import open_file
from tinhgon.texts.reading import read
from tinhgon.texts.values import Head

TRIAL = "09"


@dataclass(frozen=True, slots=True)
class Back:
    """One part of the head as written and as read."""

    label: str
    written: str
    read: str
    or_as: str = ""  # what it may be called as well

    @property
    def same(self) -> bool:
        """Tell whether both are the same but for letters' size and breaks."""
        return _plain(self.read) in {_plain(self.written), _plain(self.or_as or self.written)}


def read_back(letter: Letter, template: bytes | None = None) -> list[Back]:
    """Write the document with a number and a day on trial, read it, and compare the heads.

    :param template: the office's own, where it has one.
    """
    trial = replace(letter, number=TRIAL, day=letter.day or timezone.localdate(), watermark="")
    return compare(trial, read(open_file(docx(trial, template)).text).head)


def compare(letter: Letter, head: Head) -> list[Back]:
    """Put side by side what was written and what was read."""
    parted = "/" if letter.layout == "state" else "-"
    return [
        Back(gettext("Số, ký hiệu"), f"{letter.number}{parted}{letter.symbol}",
             head.number.written if head.number else ""),
        Back(gettext("Cơ quan ban hành"), letter.issuer, head.issuer, f"{letter.issuer} {letter.superior}"),
        Back(gettext("Ngày"), _day(letter.day), _day(head.day)),
        Back(gettext("Trích yếu"), letter.abstract, head.abstract),
        Back(gettext("Người ký"), letter.signer, head.signer),
    ]  # fmt: skip


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _plain(text: str) -> str:
    return " ".join(fold(text[:2000]).replace("v/v", "").removeprefix("ve viec").split()).strip(" .")
