"""How a sentence lays a duty on somebody: by handing it over, by its subject, by its passive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tinhgon.texts.bodies.lists import bracketed, listing
from tinhgon.texts.bodies.phrases import Phrase, phrase
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words, split

How: TypeAlias = Literal["heading", "charge", "must"]
STRONG = (("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("có", "nhiệm", "vụ"), ("phải",))
HANDING = {"giao", "yêu", "đề", "phân"}
DONE = tuple(
    map(split, ("thực hiện", "chủ trì", "chịu trách nhiệm", "đảm nhiệm", "tổ chức thực hiện", "soạn thảo"))
)
ASKED = ("phải", "được")
BY = {("do",): DONE, ("giao", "cho"): DONE, ASKED: (), ("(",): DONE}
ENDS = {".", ";", ":"}
WHEN = (("trước", "khi"), ("sau", "khi"), ("trong", "quá", "trình"), ("khi",), ("ngoài", "việc"))
WIDENING = {"nơi", "được", "của", "có", "trong", "ở", "tại"}
# Words of time, after which the body may come without a comma.
TIMES = {"hằng", "hàng", "định", "đồng", "riêng"}
FEW = 7  # words that a name of a group may have besides those that are known
REACH = 25  # words between a body and its verb
PREFACE = 250  # words of an adverbial before a body
# A closing sentence that asks to tell of difficulties is no task.
TROUBLE = {("khó", "khăn"), ("vướng", "mắc"), ("phát", "sinh"), ("bất", "cập")}


@dataclass(frozen=True, slots=True)
class Opening:
    """Who is obliged; what they must do begins at the word `rest`."""

    who: tuple[Phrase, ...]
    rest: int
    how: How
    by: tuple[Phrase, ...] = ()  # who hands the duty over, if the sentence says it


def opening(words: Words, start: int, end: int) -> Opening | None:
    """Read whom the sentence between two words obliges, if anybody."""
    found = _handed(words, start, end) or _subject(words, start, end) or _after_preface(words, start, end)
    return found or _passive(words, start, end)


def leading(words: Words, start: int, end: int) -> tuple[Phrase, ...]:
    """Read whom a sentence that leads in all items obliges: “… yêu cầu các sở thực hiện như sau:”."""
    if words.at(end - 1) != ":":
        return ()
    for n in range(end - 1, start - 1, -1):
        if words.at(n) in HANDING and (found := _handed(words, n, end)) and found.how == "charge":
            return found.who
    return ()


def _handed(words: Words, n: int, end: int) -> Opening | None:
    """“Giao Sở Y tế chủ trì …”, “Đề nghị Ủy ban Mặt trận …”."""
    length = match(words, n, "charge")
    if not length:
        return None
    at = n + length
    who, rest = listing(words, at + (words.at(at) == ":"))
    if not who or rest > end + 1:
        return None
    if words.at(rest) == "chỉ" and words.at(n) != "đối":
        return _charged(_directed(words, who, rest, end))
    first = words.at(n)
    if first in {"đối", "về"} and (who[0].kind == "group" or words.at(rest) not in {":", ","}):
        return None
    if first in {"trách", "nhiệm"}:
        return None
    if _bare(words, who[0]) and words.at(rest) not in {":", "."} and not _verb(words, rest):
        return None
    return Opening(tuple(who), rest, "charge")


def _charged(found: Opening) -> Opening:
    return replace(found, how="charge")


def _subject(words: Words, n: int, end: int, *, grown: bool = True) -> Opening | None:
    """“Sở Y tế chủ trì …”, “Bộ Chính trị yêu cầu các cấp ủy …”."""
    who, rest = listing(words, n)
    if not who or rest > end or _verbal(words, who[0]):
        return None
    rest = bracketed(words, rest)
    if (
        words.at(rest) not in HANDING | {"chỉ"}
        and who[-1].kind != "body"
        and (strong := _strong(words, rest, end))
    ):
        return _directed(words, [*who[:-1], wider(words, who[-1], strong)], strong, end)
    if words.at(rest - 1) in {"người", "hộ"}:
        return None
    if words.at(rest) in HANDING and match(words, rest, "charge"):
        handed = _handed(words, rest, end)
        return replace(handed, by=tuple(who)) if handed else None
    if words.match(rest, ("chỉ", "đạo")):
        return _directed(words, who, rest, end)
    if words.at(rest) == ":" and who[0].kind == "body":
        return Opening(tuple(who), rest + 1, "heading")
    if _verb(words, rest):
        return _directed(words, who, rest, end)
    if match(words, rest, "free"):
        return _widened(words, who, rest, end) if words.at(rest) in WIDENING else None
    if words.at(rest) == "," or match(words, rest, "before"):
        verb = _over_adverbial(words, rest, end)
        return Opening(tuple(who), verb, "must") if verb else None
    if who[-1].kind != "group" and not who[-1].bare and words.at(rest).isalpha() and not words.capital(rest):
        return Opening(tuple(who), rest, "must")  # what follows a whole name is what it does
    return _widened(words, who, rest, end) or (_grown(words, who, rest, end) if grown else None)


def _grown(words: Words, who: list[Phrase], rest: int, end: int) -> Opening | None:
    """“các cơ quan thông tấn, báo chí tăng cường …”: a few words more belong to the name of a group."""
    last = who[-1]
    if last.kind != "group" or words.at(last.start) not in {"các", "những"} or words.at(rest) in ENDS:
        return None
    for at in range(rest + 1, min(end, rest + FEW)):
        if words.at(at) in ENDS:
            return None
        if _verb(words, at):
            return Opening((*who[:-1], wider(words, last, at)), at, "must")
    return None


def _after_preface(words: Words, n: int, end: int) -> Opening | None:
    """“Hằng năm, Sở Nội vụ tổng hợp …”, “Trên cơ sở …, giao Sở Y tế …”."""
    length = match(words, n, "before")
    if (
        not length
        or match(words, n, "must") > length
        or (words.match(n, ("trong", "quá", "trình")) and _troubled(words, n, end))
    ):
        return None
    direct = (n + length,) if words.at(n) in TIMES else ()
    for at in (*direct, *_commas(words, n + length, min(end, n + PREFACE))):
        if _acts_on(words, at):
            return None
        found = _handed(words, at, end) if words.at(at) in HANDING else None
        found = found or _subject(words, at, end, grown=False)
        if found and found.how != "heading" and not _inside_list(words, at):
            return found
    return None


def _passive(words: Words, n: int, end: int) -> Opening | None:
    """“… do Sở Y tế chủ trì”, “phải được Ủy ban Pháp luật thẩm tra”, “… (Sở Y tế chủ trì)”."""
    for at in range(n + 1, end):
        by = next((one for one in BY if words.match(at, one)), None)
        if by is None:
            continue
        who, rest = listing(words, at + len(by))
        done = any(words.match(rest, one) for one in BY[by]) or (by == ASKED and _verb(words, rest))
        if who and rest <= end and who[0].kind != "group" and done:
            return Opening(tuple(who), n, "must")
    return None


def _acts_on(words: Words, n: int) -> bool:
    """Say whether a verb with its object stands there: then the subject is not said, and none comes later."""
    verb = match(words, n, "must")
    return (
        bool(verb)
        and words.at(n) not in HANDING
        and words.at(n + verb) in {"các", "những", "việc", "với", "cho"}
    )


def _troubled(words: Words, start: int, end: int) -> bool:
    return any(words.match(n, one) for one in TROUBLE for n in range(start, end))


def _inside_list(words: Words, at: int) -> bool:
    """Say whether what stands after a comma only goes on a list: “cho các tổ chức, cá nhân”."""
    return any(one.end > at for n in range(max(at - 8, 0), at - 1) if (one := phrase(words, n)))


def _verb(words: Words, n: int) -> bool:
    must, free = match(words, n, "must"), match(words, n, "free")
    return not words.capital(n) and must > 0 and must >= free


def _over_adverbial(words: Words, n: int, end: int) -> int:
    """Give the verb after “, trong phạm vi nhiệm vụ của mình, …”; 0 if there is none near."""
    last = min(end, n + REACH)
    for at in range(n, last):
        if any(words.match(at, one) for one in STRONG):
            return at
    adverbial = n + 1 if words.at(n) == "," else n
    if not match(words, adverbial, "before"):
        return adverbial if words.at(n) == "," and _verb(words, adverbial) else 0
    after = next((at for at in _commas(words, adverbial, last) if _verb(words, at)), 0)
    return after or next((at for at in range(adverbial + 3, last) if _verb(words, at)), 0)


def _strong(words: Words, n: int, end: int) -> int:
    """Give where “có trách nhiệm” stands, if nothing but the rest of a name is before it; else 0."""
    given = words.match(n, ("được", "giao")) or words.match(n - 2, ("được", "giao"))
    for at in range(n, min(end, n + REACH)):
        if any(words.match(at, one) for one in STRONG):
            return at
        if words.at(at) in ENDS or (words.at(at) in {",", "và"} and not given and _verb(words, at + 1)):
            return 0
        if (
            match(words, at, "before")
            and words.at(at - 1) != "và"
            and words.at(at) in {"trong", "căn", "theo"}
        ):
            return 0
    return 0


def _directed(words: Words, who: list[Phrase], rest: int, end: int) -> Opening:
    """Add those who are directed, if the text says that they, too, have a duty."""
    if words.match(rest, ("chỉ", "đạo")):
        more, after = listing(words, rest + 2)
        strong = _strong(words, after, end) if more else 0
        if strong and strong < end and not words.match(strong, ("phải",)):
            return Opening((*who, *more[:-1], wider(words, more[-1], strong)), rest, "must")
    return Opening(tuple(who), rest, "must")


def _widened(words: Words, who: list[Phrase], rest: int, end: int) -> Opening | None:
    """“Các đơn vị cấp nước sạch … có trách nhiệm”: what stands before the verb belongs to the name."""
    for at in range(rest, min(end, rest + REACH)):
        if words.at(at) in ENDS:
            return None
        where = words.at(rest) == "nơi" and at > rest + 1 and _verb(words, at)
        if where or any(words.match(at, one) for one in STRONG):
            return Opening((*who[:-1], wider(words, who[-1], at)), at, "must")
    return None


def wider(words: Words, one: Phrase, end: int, *, whole: bool = False) -> Phrase:
    """Make a name reach to a word; in a sentence, at most to where it tells when they have the duty."""
    end = next((at for at in range(one.end, end) if not whole and _ends_name(words, one, at)), end)
    name = f"{one.name} {words.said(one.end, end)}".strip().rstrip(" ,")
    return replace(one, end=end, name=name, bare=False)


def _ends_name(words: Words, one: Phrase, at: int) -> bool:
    if any(words.match(at, when) for when in WHEN):
        return True
    personal = words.at(one.start) in {"người", "cá"} or words.at(one.end) in {"nơi", "được"}
    return at > one.start + 1 and not personal and _verb(words, at)


def _commas(words: Words, n: int, end: int) -> Iterator[int]:
    return (at + 1 for at in range(n, end) if words.at(at) in {",", "thì"})


def _bare(words: Words, one: Phrase) -> bool:
    return one.kind == "group" and one.bare and words.at(one.start) not in {"các", "mọi", "mỗi"}


def _verbal(words: Words, one: Phrase) -> bool:
    """Say whether a noun at the head of a sentence is rather a verb: “Tổ chức …”, “Thanh tra, kiểm tra …”."""
    if words.match(one.start, ("tổ", "chức")) or words.match(one.start, ("thanh", "tra")):
        return one.bare or words.at(one.start + 2) == "của"
    return _bare(words, one) and words.at(one.start) in {"hội", "trường", "xã", "tỉnh"}
