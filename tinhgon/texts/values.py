"""What the reader finds in a text: the values that all of its parts speak.

Places are spans of letters. Recognisers work on the clean text (`clean.Clean`) and give places in it;
`reading.read` carries them back to the text as it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

System: TypeAlias = Literal["state", "party", "law"]
Role: TypeAlias = Literal["cites", "basis", "implements", "amends", "replaces"]
Level: TypeAlias = Literal["part", "chapter", "section", "article", "clause", "point", "heading", "bullet"]
Every: TypeAlias = Literal["", "week", "month", "quarter", "half", "year"]
Measure: TypeAlias = Literal["", "hour", "day", "working_day", "week", "month", "quarter", "year"]
BodyKind: TypeAlias = Literal["body", "group", "office"]
TaskKind: TypeAlias = Literal["issue", "task", "target", "report"]
Bound: TypeAlias = Literal["exactly", "at_least", "at_most", "above", "below", "about"]


class Span(NamedTuple):
    """Letters from `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a document, taken apart.

    `written` is its normal form: 157/KH-UBND, 221-KL/TW, 80/2025/QH15, 4169/UBND-VX.
    """

    written: str
    system: System
    digits: str
    type: str = ""  # abbreviation of the type: KH, QĐ, L for a law; "" for an official letter
    body: str = ""  # symbol of the issuer: UBND, TW, BTCTW
    year: int | None = None  # the year inside the number of a normative document

    @property
    def symbol(self) -> str:
        """What stands after the digits: KH-UBND, KL/TW, 2025/QH15."""
        return self.written[len(self.digits) :].lstrip("/-")


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself; an empty text where it says nothing.

    `places` holds the span of each field that was found, by the field's name.
    """

    issuer: str = ""  # the full name in normal letters
    superior: str = ""
    number: Number | None = None
    type: str = ""  # abbreviation: KH
    type_name: str = ""  # Kế hoạch
    place: str = ""
    day: date | None = None
    abstract: str = ""
    authority: tuple[str, ...] = ()  # TM., KT., TL., TUQ., Q.
    signer: str = ""
    signer_title: str = ""
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()  # of an official letter: Kính gửi
    bases: tuple[Span, ...] = ()  # the paragraphs “Căn cứ …”
    places: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document, named at one place; the same document may be cited many times.

    Two citations mean one document if their `key` is the same: number, issuer and day decide, not words.
    A short later form (“Nghị quyết số 21-NQ/TW” again, without its day) bears the key of the first.
    """

    span: Span
    words: str
    type: str = ""  # NQ, CT, L …
    number: str = ""  # written form; empty for what is cited by name alone
    issuer: str = ""
    day: date | None = None
    title: str = ""  # Luật Tổ chức chính quyền địa phương; Nghị quyết Trung ương 4 (khóa XIII)
    term: str = ""  # XIII
    role: Role = "cites"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered part of the text, with all that lies in it; `label` is its own, `path` that of all above."""

    span: Span
    level: Level
    label: str  # II, 1, a, Điều 3
    path: str  # II.1.a, Đ3.2.a
    title: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, or how often.

    `due` is the last day that is in time, where the text and its day tell it. `before` a day means that the
    eve is the last. `within` counts `amount` of `measure` from `since`, which is told in words.
    """

    span: Span
    words: str
    kind: Literal["by", "before", "within", "every"]
    due: date | None = None
    every: Every = ""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    amount: int | None = None
    measure: Measure = ""
    since: str = ""  # kể từ ngày nhận hồ sơ
    fault: str = ""  # a day that there is not: 30/02/2026


@dataclass(frozen=True, slots=True)
class Body:
    """Who is named: one body, a group (“các sở, ban, ngành”) or whoever holds an office."""

    span: Span
    words: str
    name: str  # Sở Y tế; Ủy ban nhân dân xã, phường; Chủ tịch Ủy ban nhân dân thành phố
    kind: BodyKind = "body"
    group: str = ""  # code of a known group: departments, communes, …


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to reach."""

    span: Span
    words: str
    figure: Decimal
    measure: str  # %, con/phụ nữ
    bound: Bound = "exactly"
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody must do, as one place of the text says it."""

    span: Span
    words: str
    where: str  # path of its item
    kind: TaskKind = "task"
    who: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    report_to: tuple[Body, ...] = ()
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader cannot settle: a person must look."""

    code: str  # second_document, no_such_day, no_head, secret, other_language
    vi: str
    en: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found; every span lies in `text`, the text as it was given."""

    text: str
    head: Head
    items: tuple[Item, ...] = ()
    citations: tuple[Citation, ...] = ()
    tasks: tuple[Task, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    notices: tuple[Notice, ...] = ()
