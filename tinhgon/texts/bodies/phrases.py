"""One name of a body, a group or an office, as a phrase with a head and qualifiers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tinhgon.texts.bodies.lexicon import Entry, lexicon
from tinhgon.texts.bodies.naming import named, proper
from tinhgon.texts.bodies.qualifiers import WHOSE, place, qualifiers, tail
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words, longest, table
from tinhgon.texts.values import BodyKind

MANY = table(
    (
        *(
            "các đồng chí",
            "đồng chí",
            "toàn thể",
            "tất cả",
            "một số",
            "các",
            "những",
            "mọi",
            "mỗi",
            "từng",
        ),
        "tập thể",
        *("các đồng chí:", "các ông (bà):", "các ông (bà)", "ông (bà)", "các ông, bà:", "các ông bà"),
    )
)
BOARDS = ("Ban ", "Ủy ban Kiểm tra", "Văn phòng", "Thường trực", "Trung tâm Chính trị", "Cơ quan thường trực")
COMMITTEES = (
    "Thành ủy",
    "Tỉnh ủy",
    "Huyện ủy",
    "Quận ủy",
    "Thị ủy",
    "Đảng ủy",
    "Đảng bộ",
    "Ủy ban Mặt trận",
    "Ban Chỉ đạo",
)
SCHOOLS = {"trường", "cơ sở giáo dục", "bệnh viện"}  # “các trường Mầm non, Tiểu học”
STEPS = 3  # such words in a row
PERSONS = {"ông", "bà"}
NAME = 6  # words of “ông” and a person's name, at most
MORE = {",", "và", "hoặc", "/"}
# An office that needs to be told of what: “Giám đốc, Thủ trưởng các sở” is one phrase.
OF_SOMETHING = {
    "giám đốc",
    "thủ trưởng",
    "chủ tịch",
    "bí thư",
    "trưởng",
    "phó trưởng",
    "phó chủ tịch",
    "phó giám đốc",
}
LEADING = {"lãnh đạo", "trưởng", "phó trưởng", "trưởng các", "ủy viên", "tập thể lãnh đạo"}
STAFF = (("cán", "bộ"),)
LOOSE = {"Ban Quản lý", "Ban Chỉ đạo", "Tổ công tác", "Hội đồng"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name between two words; `bare`: nothing stands after its head; `head`: the head's own words."""

    start: int
    end: int
    name: str
    kind: BodyKind
    group: str = ""
    head: str = ""
    family: str = ""
    bare: bool = False


def phrase(words: Words, n: int, deep: int = 0) -> Phrase | None:
    """Read the name that begins at a word, if one does."""
    at = determined(words, n)
    if words.at(at) in PERSONS:
        return _person(words, n, at)
    for entry in lexicon().at(words, at):
        if found := _read(words, n, at, entry, deep):
            return found
    return _person(words, n, at - 1) if words.match(at - 2, ("đồng", "chí")) else None


def _person(words: Words, n: int, at: int) -> Phrase | None:
    end = at + 1
    while words.capital(end) and end - at < NAME and not words.broken(end):
        end += 1
    return Phrase(n, end, proper(words.said(n, end)), "office", "", "ông") if end - at > 2 else None


def determined(words: Words, n: int) -> int:
    """Step over “các”, “toàn thể”, “đồng chí”."""
    for _ in range(STEPS):
        n += longest(words, n, MANY)
    return n


@lru_cache(maxsize=1)
def starts() -> frozenset[str]:
    """Give the words with which a name can begin at all."""
    return frozenset(lexicon().entries) | frozenset(MANY) | PERSONS


def _read(words: Words, n: int, at: int, entry: Entry, deep: int) -> Phrase | None:
    end = at + len(entry.words)
    match entry.part:
        case "office":
            return _office(words, n, at, entry, deep)
        case "group":
            return _group(words, n, at, entry)
        case "open":
            named_end = _opened(words, n, at, entry)
            if not named_end:
                return None
            end = named_end
        case "body" if not (words.capital(at) or entry.name[0].islower()) or _one_of_many(words, at, end):
            return None
    return _body(words, n, at, entry, end, deep)


def _one_of_many(words: Words, at: int, end: int) -> bool:
    """Say whether “Tỉnh ủy” only opens a list: “Tỉnh ủy, thành ủy”."""
    listed = words.at(end) == "," and words.at(end + 2) == "ủy" and not words.capital(end + 1)
    return end - at == 2 and words.at(end - 1) == "ủy" and listed


def _opened(words: Words, n: int, at: int, entry: Entry) -> int:
    """Give the end of a name whose head is known; 0 where the head alone is no name."""
    end, loose = at + len(entry.words), entry.name in LOOSE
    if not words.capital(at):
        return 0
    named_end = tail(words, end, loose=loose)
    owned = at > n and words.at(end) in WHOSE
    return named_end if named_end > end or owned or loose or qualifiers(words, end) > end else 0


def _body(words: Words, n: int, at: int, entry: Entry, head_end: int, deep: int) -> Phrase:
    end = _seated(words, _owned(words, qualifiers(words, head_end), deep), entry)
    group = (
        _many(words, head_end, end)
        if at > n or entry.name.startswith(("Ủy ban nhân dân", "Hội đồng"))
        else ""
    )
    kind: BodyKind = "group" if at > n or group else "body"
    name = named(words, n, at, entry, end)
    return Phrase(n, end, name, kind, group, entry.name, entry.family, end == at + len(entry.words))


def _seated(words: Words, n: int, entry: Entry) -> int:
    """Go past “Thành ủy” of “Ban Tổ chức Thành ủy”: a board's name is followed by that of its committee."""
    board = entry.part == "group" or entry.name.startswith(BOARDS)
    begins = words.capital(n) or words.at(n) == "các" or words.at(n + 1) == "ủy"
    if not board or words.broken(n) or not begins:
        return n
    one = phrase(words, n, 2)
    seat = one is not None and (one.name.startswith(COMMITTEES) or one.group == "party_committees")
    return one.end if one and seat else n


def _owned(words: Words, n: int, deep: int) -> int:
    """Go past “thuộc Ủy ban nhân dân thành phố”, “của Quốc hội”."""
    below = words.match(n, ("trực", "thuộc"))
    if not below and words.at(n) not in WHOSE:
        return n
    owner = phrase(words, n + 1 + below, deep + 1) if deep < 2 else None
    return owner.end if owner else n + 2 * below


def _office(words: Words, n: int, at: int, entry: Entry, deep: int) -> Phrase | None:
    end = head_end = at + len(entry.words)
    if words.at(end) in MORE and _needs_more(words, n, entry) and deep < 3:
        after = phrase(words, end + 1, deep + 1)
        after = _last_minister(words, after) if after and entry.name == "Bộ trưởng" else after
        if after and after.kind == "office" and not after.bare:
            return Phrase(
                n, after.end, named(words, n, at, entry, after.end), "office", after.group, entry.name
            )
    inner = phrase(words, end, deep + 1) if deep < 3 else None
    group = ""
    if inner:
        end, group = inner.end, inner.group
        end, group = _offices_on(words, inner, end, group, deep)
    else:
        end = _owned(words, qualifiers(words, end), deep)
    if end == head_end and entry.name.lower() in LEADING:
        return None
    return Phrase(n, end, named(words, n, at, entry, end), "office", group, entry.name, "", end == head_end)


def _last_minister(words: Words, one: Phrase) -> Phrase:
    # “Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ”
    more = phrase(words, one.end + 1, 1) if words.at(one.end) == "," else None
    return more if more and more.group == "ministries" and more.kind == "office" else one


def _needs_more(words: Words, n: int, entry: Entry) -> bool:
    # “bộ trưởng, thủ trưởng cơ quan ngang bộ” is said in one breath, “các Bộ trưởng” by itself.
    name = entry.name.lower()
    return name in OF_SOMETHING or (name == "bộ trưởng" and not words.match(n, ("các", "bộ")))


def _offices_on(words: Words, inner: Phrase, end: int, group: str, deep: int) -> tuple[int, str]:
    # “Giám đốc sở, Thủ trưởng cơ quan, ban, ngành”: a bare noun is no name, so the offices belong together.
    single = inner.kind == "group" and inner.end - inner.start == 1
    if single and words.at(end) == "," and deep < 3:
        after = phrase(words, end + 1, deep + 1)
        if after and after.kind == "office" and after.group in {"agencies", "departments"}:
            return after.end, after.group
    return end, group


def _group(words: Words, n: int, at: int, entry: Entry) -> Phrase:
    end, group, closed = at + len(entry.words), entry.group, False
    while True:
        before = end
        end = qualifiers(words, end)
        closed = closed or end > before
        if not (step := _further(words, end, closed)):
            break
        end += step
    if entry.name in SCHOOLS and words.capital(end) and not match(words, end, "must"):
        end = qualifiers(words, tail(words, end))
    end = _seated(words, _owned(words, end, 0), entry)
    levelled = _many(words, at + len(entry.words), end) if group == "localities" else ""
    return Phrase(
        n,
        end,
        named(words, n, at, entry, end),
        "group",
        levelled or group,
        entry.name,
        "",
        end == at + len(entry.words),
    )


def _further(words: Words, n: int, closed: bool) -> int:
    """Give the length of “, ngành” or “và địa phương” that goes on a list of nouns, 0 if it ends."""
    if words.at(n) not in MORE or (closed and words.at(n) == "và"):
        return 0
    at = n + 1
    if words.at(at) in {"và", "hoặc"}:
        at += 1
    if words.at(n) == "và" and any(words.match(at, one) for one in STAFF):
        return 0  # “các vụ, đơn vị và cán bộ, công chức cơ quan …”: those who work there are named apart
    nouns = (one for one in lexicon().at(words, at) if one.part == "group")
    noun = next(nouns, None)
    if noun is None or (words.capital(at) and tail(words, at + len(noun.words)) > at + len(noun.words)):
        return 0
    longer = next(lexicon().at(words, at), noun)
    named = words.capital(at) or longer.part == "office"
    other = named and longer.part != "group" and len(longer.words) > len(noun.words)
    return 0 if other else at + len(noun.words) - n


def _many(words: Words, start: int, end: int) -> str:
    """Say which many bodies “các xã, phường” or “cấp tỉnh” makes of one."""
    said = set(words.words[start:end])
    several = "các" in said or "cấp" in said or "," in said or _paired(words, start, end)
    if not several:
        return ""
    if said & {"xã", "phường"} and not said & {"tỉnh"}:
        return "communes"
    if said & {"huyện", "quận"}:
        return "districts"
    return "provinces" if "tỉnh" in said else "localities" if "cấp" in said or "cấp" in said else ""


def _paired(words: Words, start: int, end: int) -> bool:
    return any(words.at(at) == "và" and place(words, at + 1) > at + 1 for at in range(start, end))
