"""A history file becomes signed decisions, one for each day on which something changed."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid5

import yaml

from tinhgon.core import history, intervals
from tinhgon.core.documents import UnreadableFile
from tinhgon.core.identity import NAMESPACE
from tinhgon.core.periods import NoSuchDay, parse_day
from tinhgon.register.actions.drafting import Head
from tinhgon.register.actions.history import Batch, record_history
from tinhgon.register.models import Decision

DATA = Path(__file__).resolve().parents[1] / "data"
LARGEST = 256 * 1024 * 1024  # bytes, unpacked

LIST_ISSUER = "Cơ quan thống kê"
LIST_TITLE = "Danh mục đơn vị hành chính tại ngày {day:%d/%m/%Y}"
ACT_TITLE = "Thay đổi đơn vị hành chính ghi nhận tại ngày {day:%d/%m/%Y}"
ACT_NOTE = (
    "Văn bản duy nhất mà danh mục nêu cho ngày này; ngày ghi là ngày của danh mục, có thể sau ngày ban hành."
)
LIST_NOTE = "Danh mục quốc gia tại ngày này; danh mục không nêu văn bản của từng thay đổi."
MANY_NOTE = LIST_NOTE + " Văn bản có thể liên quan: {acts}."


def import_history(
    *,
    content: bytes,
    acts: Mapping[date, tuple[str, ...]],
    at: datetime,
    progress: Callable[[int], Any] = lambda done: None,
) -> int:
    """Record a history of codes as signed decisions, all or nothing; give the number of decisions.

    `content` is CSV with the columns level, code, name, type, parent_code, valid_from, valid_to, plain or
    gzipped. `acts` names, for a day, the documents of that day: exactly one becomes the decision, otherwise
    the national list of the day is, and says so.

    :raises UnreadableFile: not UTF-8, not CSV, too large.
    :raises FaultyHistory: lists every fault by row and field.
    :raises OperationRefused, DuplicateDocument: it contradicts what the register has.
    """
    rows = intervals.read(_rows(content), _kind_words())
    if not rows:
        raise UnreadableFile(reason_vi="tệp không có dòng nào", reason_en="the file has no rows")
    batches = [
        _batch(batch, acts.get(batch.on, ())) for batch in history.batches(rows)
    ]  # fmt: skip
    return record_history(batches=batches, at=at, progress=progress)


def read_acts(path: Path) -> dict[date, tuple[str, ...]]:
    """Read which documents belong to which day: CSV with the columns date, acts (separated by semicolons).

    :raises UnreadableFile: not UTF-8, not CSV, a column is missing, a day does not exist.
    """
    return {
        _act_day(row): tuple(filter(None, map(str.strip, row["acts"].split(";"))))
        for row in _act_rows(path.read_bytes())
    }


def _act_rows(content: bytes) -> Iterator[dict[str, Any]]:
    for row in _rows(content):
        if missing := [name for name in ("date", "acts") if row.get(name) is None]:
            names = ", ".join(missing)
            raise UnreadableFile(reason_vi=f"thiếu cột {names}", reason_en=f"the columns {names} are missing")
        yield row


def _act_day(row: dict[str, Any]) -> date:
    try:
        return parse_day(row["date"])
    except NoSuchDay as fault:
        raise UnreadableFile(reason_vi=fault.message("vi"), reason_en=fault.message("en")) from None


def _batch(batch: history.Batch, acts: tuple[str, ...]) -> Batch:
    head = _head(batch.on, acts)
    identity = uuid5(NAMESPACE, f"{head.type}:{head.number}:{head.issuer}:{head.issued_on}")
    return Batch(identity, head, batch.operations)


def _head(day: date, acts: tuple[str, ...]) -> Head:
    if len(acts) == 1 and (kind := _act_type(acts[0])):
        return Head(
            type=kind[0], number=acts[0], issuer=kind[1], issued_on=day, effective_on=day,
            title=ACT_TITLE.format(day=day), source=Decision.Source.ACT, source_note=ACT_NOTE,
        )  # fmt: skip
    note = MANY_NOTE.format(acts="; ".join(acts)) if acts else LIST_NOTE
    return Head(
        type="DM", number=f"{day:%Y-%m-%d}/DM", issuer=LIST_ISSUER, issued_on=day, effective_on=day,
        title=LIST_TITLE.format(day=day), source=Decision.Source.LIST, source_note=note,
    )  # fmt: skip


def _act_type(number: str) -> tuple[str, str] | None:
    """Tell the type and the issuer that a number's symbol stands for, or None where it is no single act."""
    if ".." in number:
        return None
    symbols = {
        "NĐ-CP": ("NĐ", "Chính phủ"),
        "NQ-CP": ("NQ", "Chính phủ"),
        "QĐ-TTg": ("QĐ", "Thủ tướng Chính phủ"),
    }
    for symbol, found in symbols.items():
        if number.endswith(symbol):
            return found
    if "UBTVQH" in number:
        return "NQ", "Ủy ban Thường vụ Quốc hội"
    return ("NQ", "Quốc hội") if "/QH" in number else None


def _rows(content: bytes) -> Iterator[dict[str, Any]]:
    """Read rows, however many; an empty file has none."""
    reader = csv.DictReader(io.StringIO(_text(content), newline=""))
    try:
        yield from reader
    except csv.Error as error:
        raise UnreadableFile(
            reason_vi=f"dòng {reader.reader.line_num} không phải CSV; kiểm tra dấu ngoặc kép ({error})",
            reason_en=f"line {reader.reader.line_num} is not CSV; look at its quotes ({error})",
        ) from None


def _text(content: bytes) -> str:
    if content[:2] == b"\x1f\x8b":
        content = _unpacked(content)
    if b"\x00" in content[:4096] or content[:4] in (b"PK\x03\x04", b"%PDF"):
        raise UnreadableFile(
            reason_vi="đây không phải tệp CSV; lưu bảng tính dưới dạng “CSV UTF-8”",
            reason_en="this is no CSV file; save the sheet as “CSV UTF-8”",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            reason_vi=f"dòng {line} không phải UTF-8 (có thể là Windows-1258, TCVN3); lưu dạng “CSV UTF-8”",
            reason_en=f"line {line} is not UTF-8 (perhaps Windows-1258, TCVN3); save it as “CSV UTF-8”",
        ) from None


def _unpacked(content: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as file:
            found = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        raise UnreadableFile(reason_vi="tệp .gz bị hỏng", reason_en="the .gz file is damaged") from None
    if len(found) > LARGEST:
        raise UnreadableFile(reason_vi="tệp quá lớn", reason_en="the file is too large")
    return found


@cache
def _kind_words() -> intervals.KindWords:
    """Read which word of a list means which kind, level by level."""
    kinds = yaml.safe_load((DATA / "kinds.yaml").read_text(encoding="utf-8"))
    return intervals.KindWords({
        (intervals.LEVELS[kind["level"] - 1], word): kind["code"]
        for kind in kinds
        if kind["level"]
        for word in (kind["prefix"], *kind["types"])
    })  # fmt: skip
