"""Several names in a row: “Sở Y tế, Sở Nội vụ và Công an thành phố”, “các Sở: Y tế, Nội vụ”."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tinhgon.texts.bodies.lexicon import FIELDS, lexicon
from tinhgon.texts.bodies.phrases import Phrase, determined, phrase, starts
from tinhgon.texts.bodies.qualifiers import qualifiers
from tinhgon.texts.bodies.words import Words, split

MOST = 80  # names that one list may have; a flood of them is no sentence
BETWEEN = {",", ";", "và", "cùng", "hoặc", "&", "/"}
COUNCIL, COMMITTEE, MEMBERS = "Hội đồng nhân dân", "Ủy ban nhân dân", "đại biểu Hội đồng nhân dân"
SHARED = {
    (COUNCIL, COMMITTEE),
    (COUNCIL, MEMBERS),
    ("Thường trực Hội đồng nhân dân", COMMITTEE),
    ("Đoàn đại biểu Quốc hội", "đại biểu Quốc hội"),
    ("Viện kiểm sát nhân dân", "Tòa án nhân dân"),
    ("Tòa án nhân dân", "Viện kiểm sát nhân dân"),
}
FAMILIES = {split(name)[0]: name for name in (*FIELDS.values(), "Đảng ủy")}


@lru_cache(maxsize=4096)
def listing(words: Words, n: int) -> tuple[list[Phrase], int]:
    """Read names in a row from a word on; give them and the word after the last."""
    found = _some(words, n, "")
    if not found:
        return [], n
    while len(found) < MOST and (more := _next(words, found[-1].end, found[-1])):
        found += more
    return _shared(words, found), found[-1].end


def bracketed(words: Words, n: int) -> int:
    """Step over a bracket that begins at a word."""
    if words.at(n) == "*":
        n += 1
    if words.at(n) != "(":
        return n
    end = n + 1
    while end < len(words) and words.at(end) != ")" and end - n < 60:
        end += 1
    return end + 1 if words.at(end) == ")" else n


def _next(words: Words, n: int, last: Phrase) -> list[Phrase]:
    at = bracketed(words, n)
    if words.at(at) not in BETWEEN:
        return []
    at += 1
    while words.at(at) in {"và", "cùng", "với", "hoặc"}:
        at += 1
    if words.broken(at) and words.at(at - 1) != ",":
        return []
    return _some(words, at, last.family)


def _some(words: Words, at: int, family: str) -> list[Phrase]:
    """Read one name, or those of a family; after one of a family its first word may be left out."""
    if not family and words.at(at) not in starts():
        return []
    field = lexicon().field(words, at, family) if family and words.capital(at) else None
    if field:
        end = qualifiers(words, at + len(field.words))
        name = " ".join([family, field.name, words.said(at + len(field.words), end)]).strip()
        return [Phrase(at, end, name, "body", "", field.name, family)]
    if found := _headed(words, at):
        return found
    one = phrase(words, at)
    return [one] if one else []


def _headed(words: Words, n: int) -> list[Phrase]:
    """Read “các Sở: Y tế, Nội vụ”, “các Đảng ủy: Chính phủ; Quốc hội”."""
    at = determined(words, n)
    office = next((one for one in lexicon().at(words, at) if one.part == "office"), None)
    led = f"{office.name} " if office else ""
    at = determined(words, at + len(office.words)) if office else at
    if office and words.at(at) == ":":  # “Giám đốc: Sở Y tế, Sở Nội vụ”
        inner = [one for one in listing(words, at + 1)[0] if one.kind == "body"]
        return [replace(one, name=f"{led}{one.name}", kind="office") for one in inner]
    family = FAMILIES.get(words.at(at), "")
    colon = at + 1 + (family == "Đảng ủy" and words.at(at + 1) == "ủy")
    if not family or words.at(colon) != ":":
        return []
    found, end = list[Phrase](), colon
    while (words.at(end) in BETWEEN or end == colon) and (one := _member(words, end + 1, family)):
        found.append(replace(one, name=led + one.name, kind="office" if led else one.kind))
        end = one.end
    return found


def _member(words: Words, n: int, family: str) -> Phrase | None:
    field = lexicon().field(words, n, family)
    if field:
        return Phrase(n, n + len(field.words), f"{family} {field.name}", "body", "", field.name, family)
    one = phrase(words, n) if family == "Đảng ủy" and words.capital(n) else None
    if one is None or one.kind == "office":
        return None
    end = one.end
    if words.at(end) == "," and words.match(end + 1, ("các", "đoàn", "thể", "trung", "ương")):
        end += 6
    return replace(one, end=end, name=f"{family} {words.said(n, end)}", kind="body", group="", family="")


def _shared(words: Words, found: list[Phrase]) -> list[Phrase]:
    """Give “Hội đồng nhân dân, Ủy ban nhân dân cấp tỉnh” the same level."""
    made = list(found)
    for at in range(len(made) - 2, -1, -1):
        one, after = made[at], made[at + 1]
        rest = after.name.removeprefix(after.head).strip()
        alike = (one.head, after.head) in SHARED and after.name.startswith(after.head)
        if one.bare and alike and rest:
            made[at] = replace(one, name=f"{one.name} {rest}", kind=after.kind, group=after.group, bare=False)
    return made
