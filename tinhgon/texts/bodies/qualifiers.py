"""What may follow the head of a name: place, level, region, whose it is."""

from __future__ import annotations

from tinhgon.texts.bodies.lexicon import lexicon
from tinhgon.texts.bodies.verbs import is_verb, match
from tinhgon.texts.bodies.words import Words, longest, table

PLACES = table(
    (
        *(
            "thành phố",
            "thị trấn",
            "đặc khu",
            "thị xã",
            "tổ dân phố",
            "tỉnh",
            "huyện",
            "quận",
            "xã",
            "phường",
        ),
        *("thôn", "ấp", "khóm", "tp.", "tp"),
    )
)
PLAIN = table(
    (
        *(
            "có liên quan",
            "liên quan",
            "có thẩm quyền",
            "khác",
            "các cấp",
            "các ngành",
            "trung ương đảng",
            "của trung ương",
            "của đảng",
        ),
        *(
            "trung ương",
            "việt nam",
            "địa phương",
            "ngang bộ",
            "ngang sở",
            "nhà nước",
            "trực thuộc trung ương",
        ),
        *("chuyên môn", "công lập", "chức năng", "trên địa bàn", "đóng trên địa bàn", "ở trung ương"),
        *(
            "ở địa phương",
            "ở cơ sở",
            "tại địa phương",
            "cơ sở",
            "tối cao",
            "cùng cấp",
            "cấp trên",
            "cấp dưới",
        ),
        *(
            "theo thẩm quyền",
            "quốc gia",
            "đảng",
            "trong hệ thống chính trị",
            "thuộc phạm vi quản lý",
            "theo phân cấp",
        ),
        *("được giao nhiệm vụ", "chuyên ngành", "ngành dọc", "cấp mình"),
    )
)
LEVELS = {"xã", "huyện", "tỉnh", "trên", "dưới"}
REGIONS = table(("khu vực", "chi nhánh", "vùng", "số", "quân khu", "khóa"))
WHOSE = {"thuộc", "của", "trong"}
STEPS = 6  # qualifiers in a row
APART = {
    "theo",
    "tại",
    "ở",
    "để",
    "khi",
    "có",
    "được",
    "do",
    "từ",
    "với",
}  # no name goes on so in small letters
MAX_TAIL = 14


def qualifiers(words: Words, n: int) -> int:
    """Give where the qualifiers that begin at a word end."""
    for _ in range(STEPS):
        n = max(_one(words, n), n)
    return n


def place(words: Words, n: int) -> int:
    """Give the end of “thành phố Cần Thơ”, “xã, phường”, “tỉnh, thành phố trực thuộc trung ương”."""
    end = _noun(words, n)
    if end == n:
        return n
    end = _capitals(words, end)
    after = end + 1 if words.at(end) in {",", "và", "/", "hoặc"} else end
    further = place(words, after) if after > end and not words.capital(after) else after
    return further if further > after else end


def tail(words: Words, n: int, *, loose: bool = False) -> int:
    """Give the end of a name of which only the head is known; n itself if no name follows.

    A loose name may go on with small letters (“Ban Quản lý các khu chế xuất”).
    """
    if not (words.capital(n) or words.at(n).isdigit() or (loose and words.at(n).isalpha())):
        return n
    if words.at(n) in APART:
        return n
    k = n
    while k < len(words) and k - n < MAX_TAIL and not words.broken(k):
        step = int(loose and _loosely(words, k, n)) or _tail_step(words, k, n)
        if not step:
            break
        k += step
    return k


def _loosely(words: Words, k: int, start: int) -> bool:
    return (k == start and not is_verb(words, k)) or (words.at(k) == "và" and not opens(words, k + 1))


def _tail_step(words: Words, k: int, start: int) -> int:
    word = words.at(k)
    if words.capital(k):
        return 1 if k == start or words.capital(k - 1) or not _opens_known(words, k) else 0
    if word in {"và", "-", "&"}:
        return int(words.capital(k + 1) and not opens(words, k + 1))
    if word == ",":
        return int(_inner_comma(words, k))
    if word == ".":  # “Cục Quản trị T.26”
        return 2 * (k > start and words.tight(k) and words.tight(k + 1) and words.at(k + 1).isdigit())
    if is_verb(words, k) and not _is_inside(words, k):
        return 0
    return int(word.isalnum() and _noun(words, k) == k and word not in {"trên", "cấp", "trong"})


def _is_inside(words: Words, k: int) -> bool:
    # A verb that is part of a name is followed by the name's end.
    after = k + match(words, k, "inside")
    return after > k and (
        _noun(words, after) > after or not words.at(after).isalpha() or words.capital(after)
    )


def _inner_comma(words: Words, k: int) -> bool:
    # “Văn hóa, Thể thao và Du lịch”: a comma is in the name if a capital and then “và” with a capital follow.
    if not words.capital(k + 1) or opens(words, k + 1):
        return False
    near = range(k + 2, min(k + 6, len(words)))
    joined = next((at for at in near if words.at(at) in {"và", ",", ";", "."}), 0)
    return (
        bool(joined)
        and words.at(joined) == "và"
        and words.capital(joined + 1)
        and not opens(words, joined + 1)
    )


def _opens_known(words: Words, n: int) -> bool:
    """Say whether another whole name begins at a word, so that the one before has ended."""
    return any(one.part in {"body", "office"} and len(one.words) > 1 for one in lexicon().at(words, n))


def opens(words: Words, n: int) -> bool:
    """Say whether a name may begin at a word."""
    return next(lexicon().at(words, n), None) is not None


def _one(words: Words, n: int) -> int:
    if words.broken(n) and words.capital(n):
        return n
    if words.at(n) == "-" and words.match(n + 1, ("chi", "nhánh")):
        return _region(words, n + 1)
    if words.at(n) == "các" and _noun(words, n + 1) > n + 1:
        return place(words, n + 1)
    if (end := place(words, n)) > n:
        return end
    if (end := _level(words, n)) > n:
        return end
    plain = longest(words, n, PLAIN) * (words.at(n + 1) != "ủy")  # “Ban Thường vụ đảng ủy các xã”
    if plain and not (words.capital(n) and opens(words, n)):
        return n + plain
    return max(_region(words, n), _own_name(words, n))


def _level(words: Words, n: int) -> int:
    if words.at(n) != "cấp":
        return n
    end = _noun(words, n + 1)
    if end == n + 1:
        end += words.at(n + 1) in LEVELS or 2 * words.match(n + 1, ("trung", "ương"))
    if end == n + 1:
        return n
    after = end + 1 if words.at(end) in {",", "và"} else end
    further = _level(words, after) if after > end else after
    return further if further > after else end


def _region(words: Words, n: int) -> int:
    end = n + longest(words, n, REGIONS)
    if end == n:
        return n
    if words.at(end) == "khu":
        return _region(words, end)
    named = max(_capitals(words, end), end + words.at(end).isdigit())
    return named if named > end else n


def _own_name(words: Words, n: int) -> int:
    # “Truyền hình Cần Thơ”: two capitals; a verb that opens a sentence has one.
    end = _capitals(words, n)
    return end if end - n > 1 and words.at(n - 1).isalnum() else n


def _noun(words: Words, n: int) -> int:
    if words.match(n, ("xã", "hội")) or words.at(n + 1) == "ủy":
        return n
    return n + longest(words, n, PLACES)


def _capitals(words: Words, n: int) -> int:
    end = n
    while words.capital(end) and end - n < 4 and not words.broken(end) and not opens(words, end):
        end += 1
    return end
