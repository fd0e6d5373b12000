"""What a duty says besides who: its kind, with whom, reporting to whom, in how many words."""

from __future__ import annotations

from collections.abc import Iterator

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.reading import worth
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words
from tinhgon.texts.values import TaskKind

LONG = 600  # letters of a duty that are shown
TOGETHER = {"chặt", "chẽ", "với", "cùng", "và", "đồng", "bộ"}
TOWARDS = {"về", "cho", "lên", "với", "tới", "đến", "qua"}
TELLING = (("báo", "cáo"), ("gửi",), ("trình",))
FIRST = {one[0] for one in TELLING}
FAR = 14  # words between “báo cáo” and the body
OPENING = 14  # words in which the first verb of a duty is looked for


def cooperating(words: Words, start: int, end: int) -> Iterator[Phrase]:
    """Find with whom: “phối hợp chặt chẽ với Sở Nội vụ và các cơ quan liên quan”."""
    for n in range(start, end):
        if words.match(n, ("phối", "hợp")):
            at = n + 2 + 2 * words.match(n + 2, ("thực", "hiện"))
            while words.at(at) in TOGETHER:
                at += 1
            found = listing(words, at + (words.at(at) == ":"))[0]
            yield from (one for one in found if worth(words, one))


def report_to(words: Words, start: int, end: int) -> Iterator[Phrase]:
    """Find to whom it is reported: “báo cáo Ủy ban nhân dân thành phố”, “gửi kết quả về Sở Nội vụ”."""
    for n in range(start, end):
        if words.words[n] not in FIRST:
            continue
        told = next((len(one) for one in TELLING if words.match(n, one)), 0)
        if told and (found := _told(words, n + told, min(end, n + told + FAR), words.at(n))):
            yield found


def kind_of(words: Words, start: int, end: int, *, measured: bool) -> TaskKind:
    """Say what kind of duty it is, by its first verbs."""
    if measured:
        return "target"
    for n in range(start, min(end, start + OPENING)):
        if words.match(n, ("tổ", "chức", "thực", "hiện")):
            return "task"
        if match(words, n, "issue") > 1 or (n == start and match(words, n, "issue")):
            return "issue"
        if match(words, n, "report"):
            return "report"
    return "task"


def shortened(text: str) -> str:
    """Cut a long duty at a word."""
    said = " ".join(text.split())
    return said if len(said) <= LONG else said[:LONG].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def _told(words: Words, n: int, end: int, verb: str) -> Phrase | None:
    if (near := listing(words, n)[0]) and near[0].kind != "group":
        return near[0]
    for at in range(n, end):
        if words.at(at) in {".", ";"}:
            return None
        if words.at(at) in TOWARDS and (found := listing(words, at + 1)[0]):
            return found[0] if verb != "trình" else None
    return None
