"""How well a reading agrees with what a person wrote down by hand (the truth files beside this).

The rules of agreement, kept plain:

* head: each field of the truth is right or wrong. Words are compared without regard to capitals, to the style
  of tone marks, to blanks and stops; of the abstract as many letters as the truth has; of recipients and
  bases how many there are.
* citations: distinct documents, one for each `key` of the reading. Two are the same if their numbers are
  (letters and figures count, signs and leading noughts do not), or, where neither has a number, their titles
  (a year at the end of a title does not count). If both have a day it must be the same.
* deadlines: in order; their words must share a word and the value must be the same: kind and last day, or how
  often (and month and day where the truth has them), or amount and unit.
* obliged: pairs of place (two levels of its path) and body; and, apart from places, the bodies of the whole
  text. Names are compared as words of the head; two names of one known group (“các sở, ngành”) are the same.
* one row of the truth is met by one finding at most. Precision counts findings, recall rows; F1 joins them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeAlias

from tinhgon.texts.marks import modern
from tinhgon.texts.tests.naming import same_body
from tinhgon.texts.values import Citation, Deadline, Head, Reading

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of the truth that were met, those that were not, findings that meet none."""

    met: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.met + other.met, self.missed + other.missed, self.extra + other.extra)

    @property
    def precision(self) -> float:
        """How many of the findings are right; 1 where there are none."""
        return self.met / (self.met + len(self.extra)) if self.met + len(self.extra) else 1.0

    @property
    def recall(self) -> float:
        """How many rows of the truth were met; 1 where there are none."""
        return self.met / (self.met + len(self.missed)) if self.met + len(self.missed) else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        whole = self.precision + self.recall
        return 2 * self.precision * self.recall / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """What one text scored; `obliged` pairs places and bodies, `bodies` forgets places."""

    head: Tally = field(default_factory=Tally)
    citations: Tally = field(default_factory=Tally)
    deadlines: Tally = field(default_factory=Tally)
    obliged: Tally = field(default_factory=Tally)
    bodies: Tally = field(default_factory=Tally)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, part) + getattr(other, part) for part in self.__slots__))


def score(truth: Row, reading: Reading) -> Score:
    """Compare a reading with the truth of its text; a part that the truth leaves out (null) is not judged."""
    pairs = [(task.where, body.name) for task in reading.tasks for body in task.who]
    rows = [(row["where"], body) for row in truth["obliged"] or () for body in row["bodies"]]
    judged = truth["obliged"] is not None
    return Score(
        score_head(truth["head"], reading.head),
        score_citations(truth["citations"] or (), reading.citations),
        score_deadlines(truth["deadlines"] or (), reading.deadlines),
        _pairs(rows, pairs, _same_pair) if judged else Tally(),
        _pairs(_names(rows), _names(pairs), same_body) if judged else Tally(),
    )


def score_head(truth: Row, head: Head) -> Tally:
    """Judge each field; a wrong one is both missed and extra."""
    said = {
        "number": head.number.digits if head.number else "",
        "symbol": head.number.symbol if head.number else "",
        "full": head.number.written if head.number else "",
        "authority": " ".join(head.authority),
        "date": head.day,
        "recipients": len(head.recipients),
        "bases": len(head.bases),
    }
    wrong, met = list[str](), 0
    for name, wanted in truth.items():
        found = said[name] if name in said else getattr(head, name)
        if _same_field(name, " ".join(wanted) if isinstance(wanted, list) else wanted, found):
            met += 1
        else:
            wrong.append(f"{name}: {wanted!r} ≠ {found!r}")
    return Tally(met, tuple(wrong), tuple(wrong))


def _same_field(name: str, wanted: Any, found: Any) -> bool:
    if name == "abstract":
        begun = folded(str(wanted).strip(" …."))
        return folded(found)[: len(begun)] == begun
    if isinstance(wanted, date | int):
        return bool(wanted == found)
    return folded(str(wanted or "")) == folded(str(found or ""))


def score_citations(truth: Sequence[Row], citations: Iterable[Citation]) -> Tally:
    """Judge distinct documents."""
    found = {one.key: one for one in sorted(citations, key=lambda one: one.day is None, reverse=True)}
    return _pairs(truth, [*found.values()], same_document, told=_told_document)


def same_document(row: Row, citation: Citation) -> bool:
    """Tell whether a row of the truth means what a citation names."""
    day = row.get("date")
    if isinstance(day, date) and citation.day and day != citation.day:
        return False
    if row.get("full") or citation.number:
        return _letters(row.get("full") or "") == _letters(citation.number)
    return _title(row.get("title") or "") == _title(citation.title)


def score_deadlines(truth: Sequence[Row], deadlines: Sequence[Deadline]) -> Tally:
    """Find the longest row of agreeing deadlines in both orders."""
    best = [[0] * (len(deadlines) + 1) for _ in range(len(truth) + 1)]
    for i in reversed(range(len(truth))):
        for j in reversed(range(len(deadlines))):
            met = best[i + 1][j + 1] + 1 if same_deadline(truth[i], deadlines[j]) else 0
            best[i][j] = max(met, best[i + 1][j], best[i][j + 1])
    missed, extra, i, j = list[str](), list[str](), 0, 0
    while i < len(truth) or j < len(deadlines):
        if i < len(truth) and j < len(deadlines) and _next(best, i, j, truth[i], deadlines[j]):
            i, j = i + 1, j + 1
        elif j == len(deadlines) or (i < len(truth) and best[i][j] == best[i + 1][j]):
            missed.append(str(truth[i]["words"]))
            i += 1
        else:
            extra.append(deadlines[j].words)
            j += 1
    return Tally(best[0][0], tuple(missed), tuple(extra))


def _next(best: list[list[int]], i: int, j: int, row: Row, deadline: Deadline) -> bool:
    return best[i][j] == best[i + 1][j + 1] + 1 and same_deadline(row, deadline)


def same_deadline(row: Row, deadline: Deadline) -> bool:
    """Tell whether a row of the truth means the same time, in words that touch."""
    kind = row["kind"]
    if kind != deadline.kind or not set(folded(row["words"]).split()) & set(folded(deadline.words).split()):
        return False
    if kind == "every":
        named = [(row[part], getattr(deadline, part)) for part in ("month", "day") if row.get(part)]
        return row["every"] == deadline.every and all(wanted == found for wanted, found in named)
    if row.get("amount"):
        return bool(row["amount"] == deadline.amount and row["unit"] == deadline.measure)
    if not (day := row.get("date")):
        return bool(row.get("month") == deadline.month and row.get("day") == deadline.day)
    return bool(deadline.due == (day - timedelta(1) if kind == "before" else day))


def folded(text: str) -> str:
    """Bring words to the form in which they are compared."""
    return " ".join(re.sub(r"[^\w%]+", " ", modern(text).lower()).split())


def _letters(number: str) -> str:
    return re.sub(r"[^\w&]", "", number.replace("Ð", "Đ")).lower().lstrip("0")


def _title(title: str) -> str:
    short = (
        folded(title)
        .replace(" nước cộng hòa xã hội chủ nghĩa việt nam", "")
        .replace("đảng cộng sản việt nam", "đảng")
    )
    return re.sub(r" năm \d{4}$", "", short)


def _told_document(row: Any) -> str:
    if isinstance(row, Citation):
        return f"{row.number or row.title} {row.day or ''}".strip()
    return f"{row.get('full') or row.get('title')} {row.get('date') or ''}".strip()


def _names(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [*dict.fromkeys(name for _, name in pairs)]


def _same_pair(row: tuple[str, str], pair: tuple[str, str]) -> bool:
    return _place(row[0]) == _place(pair[0]) and same_body(row[1], pair[1])


def _place(path: str) -> str:
    return ".".join(path.split(".")[:2])


def _pairs(
    rows: Sequence[Any],
    findings: Sequence[Any],
    same: Callable[[Any, Any], bool],
    told: Callable[[Any], str] = str,
) -> Tally:
    """Give each row the first free finding that is the same."""
    free, missed = list(dict.fromkeys(findings)), list[str]()
    for row in rows:
        if (at := next((at for at, one in enumerate(free) if same(row, one)), None)) is None:
            missed.append(told(row))
        else:
            free.pop(at)
    return Tally(len(rows) - len(missed), tuple(missed), tuple(told(one) for one in free))
